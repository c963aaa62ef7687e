"""What a paragraph holds, as pieces: runs of letters, and things that have none.

A piece is a part of one run with the run's properties.  The text of the pieces, cut into
tokens, is what is compared; a token leads back to the parts of the pieces it came from,
so that a redline can be written with every property of the original.
"""

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ordain.text.tokens import Opaque, Token, tokenize
from ordain.word.names import SPACE, Element, R, local, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.word.package import Package

# Run content that a reader sees as a letter.
_LETTERS = {
    "tab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
    "ptab": "\t",
}

# What stands in a paragraph and is not compared: it comes along with the new document.
SILENT = frozenset(
    (
        "bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd", "commentRangeStart",
        "commentRangeEnd", "lastRenderedPageBreak", "moveFromRangeStart", "moveFromRangeEnd",
        "moveToRangeStart", "moveToRangeEnd",
    )
)  # fmt: skip

# Elements round runs that are written again round what is kept of them.
_WRAPPERS = frozenset(("hyperlink", "smartTag", "customXml", "dir", "bdo"))


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """Letters of one run, or one thing without letters.

    `element` is the run content (`w:t`, `w:tab`) or, where `whole`, what is copied as it
    is: a drawing in a run of its own, a field of several runs, a formula.  `trimmed` are
    blanks that Word does not show, since nothing asks to preserve them.
    """

    token: str | Opaque
    element: tuple[Element, ...]
    properties: Element | None
    wrappers: tuple[Element, ...] = ()
    whole: bool = False
    trimmed: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Slice:
    """The part of a piece that belongs to a token."""

    piece: Piece
    text: str


@dataclass(slots=True, eq=False)
class Content:
    """A paragraph's tokens, the slices that each is made of, and what stands silently between them."""

    tokens: tuple[Token, ...]
    slices: tuple[tuple[Slice, ...], ...]
    silent: dict[int, list[Element]] = field(default_factory=dict)


class UnreadableError(Exception):
    """Something in a paragraph that cannot be compared; says what."""


def content(package: "Package", part: str, paragraph: Element) -> Content:
    """Return what a paragraph of a part holds.

    Raises UnreadableError for what no redline could restore.
    """
    reader = _Reader(package, part)
    reader.read(paragraph, ())
    return reader.cut()


class _Reader:
    """One walk through a paragraph."""

    def __init__(self, package: "Package", part: str) -> None:
        self.package, self.part = package, part
        self.pieces: list[Piece] = []
        self.silent: list[tuple[int, Element]] = []
        self.field: list[Element] = []
        self.depth = 0

    def read(self, parent: Element, wrappers: tuple[Element, ...]) -> None:
        for child in parent:
            name = local(child)
            if name in ("pPr", "") or (wrappers and name.endswith("Pr")):
                continue
            if name == "r":
                self._run(child, wrappers)
            elif self.depth:
                self.field.append(child)
            elif name in SILENT:
                self.silent.append((len(self.pieces), child))
            elif name in _WRAPPERS:
                self.read(child, (*wrappers, child))
            else:
                self._add_whole((child,), None, wrappers)

    def _run(self, run: Element, wrappers: tuple[Element, ...]) -> None:
        properties = run.find(w("rPr"))
        if not self.depth and {local(child) for child in run} - {"rPr"} == {"commentReference"}:
            self.silent.append((len(self.pieces), run))
            return
        for child in run:
            kind = child.get(w("fldCharType")) if local(child) == "fldChar" else None
            if kind == "begin":
                self.depth += 1
            if self.depth:
                if not self.field or self.field[-1] is not run:
                    self.field.append(run)
                if kind == "end":
                    self.depth -= 1
                    if not self.depth:
                        self._add_whole(tuple(self.field), properties, wrappers)
                        self.field = []
                continue
            self._letters(child, properties, wrappers)

    def _letters(self, child: Element, properties: Element | None, wrappers: tuple[Element, ...]) -> None:
        name = local(child)
        if name in ("rPr", ""):
            return
        if name == "t":
            for text, trimmed in _letters_of(child):
                self.pieces.append(Piece(text, (child,), properties, wrappers, trimmed=trimmed))
        elif name in _LETTERS and not child.attrib:
            self.pieces.append(Piece(_LETTERS[name], (child,), properties, wrappers))
        elif name == "lastRenderedPageBreak":
            return
        else:
            self.pieces.append(Piece(self._opaque((child,)), (child,), properties, wrappers))

    def _add_whole(
        self, elements: tuple[Element, ...], properties: Element | None, wrappers: tuple[Element, ...]
    ) -> None:
        self.pieces.append(Piece(self._opaque(elements), elements, properties, wrappers, whole=True))

    def _opaque(self, elements: tuple[Element, ...]) -> Opaque:
        note = _note(self.package, elements[0])
        return Opaque(identity(self.package, self.part, elements if note is None else (note,)))

    def cut(self) -> Content:
        if self.depth:
            raise UnreadableError("a field that runs over several paragraphs")
        tokens: list[Token] = []
        slices: list[tuple[Slice, ...]] = []
        first: dict[int, int] = {}
        run: list[Piece] = []
        starts: list[int] = []

        def letters() -> None:
            for token, parts in _tokens(run):
                for part in parts:
                    first.setdefault(starts[run.index(part.piece)], len(tokens))
                tokens.append(token)
                slices.append(parts)
            run.clear()
            starts.clear()

        for at, piece in enumerate(self.pieces):
            if isinstance(piece.token, Opaque):
                letters()
                first[at] = len(tokens)
                tokens.append(piece.token)
                slices.append((Slice(piece, ""),))
            else:
                run.append(piece)
                starts.append(at)
        letters()
        silent: dict[int, list[Element]] = {}
        for at, element in self.silent:
            silent.setdefault(first.get(at, len(tokens)), []).append(element)
        return Content(tuple(tokens), tuple(slices), silent)


def _letters_of(text: Element) -> "Iterator[tuple[str, bool]]":
    """Yield the letters of a `w:t`, blanks at its ends apart where Word trims them."""
    letters = text.text or ""
    if text.get(SPACE) == "preserve":
        parts = [(letters, False)]
    else:
        core = letters.strip(_BLANKS)
        at = letters.find(core)
        parts = [(letters[:at], True), (core, False), (letters[at + len(core) :], True)]
    yield from ((part, trimmed) for part, trimmed in parts if part)


_BLANKS = " \t\r\n"


def _tokens(run: list[Piece]) -> "Iterator[tuple[str, tuple[Slice, ...]]]":
    """Cut neighboring letters into tokens, whatever runs they stand in."""
    text = "".join(str(piece.token) for piece in run)
    at, offset = 0, 0
    for token in tokenize(text):
        parts = []
        need = len(token)
        while need:
            letters = str(run[at].token)
            taken = letters[offset : offset + need]
            parts.append(Slice(run[at], taken))
            need -= len(taken)
            offset += len(taken)
            if offset == len(letters):
                at, offset = at + 1, 0
        yield token, tuple(parts)


def _note(package: "Package", reference: Element) -> Element | None:
    """Return the footnote or endnote that a reference calls: notes are the same where they say the same."""
    kind = local(reference).removesuffix("Reference")
    if kind not in ("footnote", "endnote"):
        return None
    for link in package.relationships(package.main).values():
        if link.type.endswith(f"/{kind}s") and package.has(link.target):
            for note in package.tree(link.target).iter(w(kind)):
                if note.get(w("id")) == reference.get(w("id")):
                    return note
    return None


# Attributes that differ between two savings of the same thing.
_CHANCE = frozenset(("rsidR", "rsidRPr", "rsidRDefault", "rsidP", "rsidDel", "anchorId", "editId", "paraId", "textId"))


# What a program numbers as it likes, and no reader sees.
_NUMBERED_BY_CHANCE = frozenset(("docPr", "cNvPr", "footnote", "endnote", "bookmarkStart", "bookmarkEnd"))


def identity(package: "Package", part: str, elements: tuple[Element, ...]) -> str:
    """Return a key that is equal for things that are the same to a reader.

    Relationships are replaced by what they lead to; numbers that a program gives are left out.
    """
    digest = hashlib.sha256()
    for element in elements:
        for at in element.iter():
            if not isinstance(at.tag, str):
                continue
            digest.update(at.tag.encode())
            for name, value in sorted(at.attrib.items()):
                _, _, short = name.rpartition("}")
                if short in _CHANCE or (local(at) in _NUMBERED_BY_CHANCE and short in ("id", "name")):
                    continue
                meant = _led_to(package, part, value) if name.startswith(f"{{{R}}}") else value
                digest.update(f"\0{name}={meant}".encode())
            digest.update(f"\1{(at.text or '') if local(at) != 'p' else ''}".encode())
    return digest.hexdigest()[:24]


def _led_to(package: "Package", part: str, relationship: str) -> str:
    found = package.relationships(part).get(relationship)
    if found is None:
        return "nowhere"
    if found.external or not package.has(found.target):
        return found.target
    return hashlib.sha256(package.raw(found.target)).hexdigest()


def shell_identity(package: "Package", part: str, shell: Element) -> str:
    """Return a key of an element round runs, such as a link: its name, and where it leads."""
    attributes = [
        _led_to(package, part, str(value)) if str(name).startswith(f"{{{R}}}") else f"{name}={value}"
        for name, value in sorted(shell.attrib.items())
        if str(name).rpartition("}")[2] not in (*_CHANCE, "history")
    ]
    return " ".join([local(shell), *attributes])


def canonical(properties: Element | None) -> tuple[object, ...]:
    """Return the properties of a run or paragraph in a form that is equal where they are, whatever their order."""
    return () if properties is None else tuple(sorted(map(_said, properties), key=repr))


def _said(element: Element) -> tuple[object, ...]:
    attributes = sorted(
        (str(name), str(value)) for name, value in element.attrib.items() if str(name).rpartition("}")[2] not in _CHANCE
    )
    return str(element.tag), tuple(attributes), tuple(map(_said, element))
