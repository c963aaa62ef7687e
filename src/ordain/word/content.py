"""What a paragraph holds, as pieces: runs of letters, and things that have none.

A piece is a part of one run with the run's properties.  The text of the pieces, cut into
tokens, is what is compared; a token leads back to the parts of the pieces it came from,
so that a redline can be written with every property of the original.
"""

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from ordain.text.tokens import Opaque, Token, tokenize
from ordain.word.identity import canonical, identity, note_of, shell_identity
from ordain.word.names import SPACE, Element, local, w

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
    is: a drawing in a run of its own, a field of several runs, a formula.  `look` is equal
    for pieces of equal properties and links.  `trimmed` are
    blanks that Word does not show, since nothing asks to preserve them.
    """

    token: str | Opaque
    element: tuple[Element, ...]
    properties: Element | None
    wrappers: tuple[Element, ...] = ()
    look: object = None
    whole: bool = False
    trimmed: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Slice:
    """The part of a piece that belongs to a token."""

    piece: Piece
    text: str


class Content:
    """What a paragraph holds: its pieces, and what stands silently before each.

    The tokens are what is compared; the slices, one tuple for each token, lead back to
    the pieces, and are cut when they are first asked for.
    """

    def __init__(self, pieces: "Sequence[Piece]", silent: "Sequence[tuple[int, Element]]") -> None:
        self.pieces = tuple(pieces)
        self._silent = tuple(silent)
        self.tokens = tuple(token for group in self._groups() for token in _tokens_of(group))

    @cached_property
    def slices(self) -> tuple[tuple[Slice, ...], ...]:
        """The slices of each token."""
        return tuple(slices for group in self._groups() for slices in _slices_of(group))

    @cached_property
    def silent(self) -> dict[int, list[Element]]:
        """What stands silently before each token, by its position."""
        first: dict[int, int] = {}
        for at, slices in enumerate(self.slices):
            for piece in slices:
                first.setdefault(id(piece.piece), at)
        out: dict[int, list[Element]] = {}
        for at, element in self._silent:
            place = first[id(self.pieces[at])] if at < len(self.pieces) else len(self.tokens)
            out.setdefault(place, []).append(element)
        return out

    @cached_property
    def look(self) -> tuple[tuple[object, str], ...]:
        """The text in runs of one look: properties and links, whatever pieces it stands in."""
        merged: list[tuple[object, str]] = []
        for piece in self.pieces:
            text = piece.token if isinstance(piece.token, str) else piece.token.key
            if merged and merged[-1][0] == piece.look and isinstance(piece.token, str):
                merged[-1] = (piece.look, merged[-1][1] + text)
            else:
                merged.append((piece.look, text))
        return tuple(merged)

    def _groups(self) -> "Iterator[list[Piece]]":
        """Yield neighboring letters together, and each thing without letters alone."""
        for is_text, group in groupby(self.pieces, key=lambda piece: isinstance(piece.token, str)):
            if is_text:
                yield list(group)
            else:
                yield from ([piece] for piece in group)


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
                self.pieces.append(
                    Piece(text, (child,), properties, wrappers, self._look(properties, wrappers), trimmed=trimmed)
                )
        elif name in _LETTERS and not child.attrib:
            self.pieces.append(Piece(_LETTERS[name], (child,), properties, wrappers, self._look(properties, wrappers)))
        elif name == "lastRenderedPageBreak":
            return
        else:
            self.pieces.append(
                Piece(self._opaque((child,)), (child,), properties, wrappers, self._look(properties, wrappers))
            )

    def _add_whole(
        self, elements: tuple[Element, ...], properties: Element | None, wrappers: tuple[Element, ...]
    ) -> None:
        self.pieces.append(
            Piece(self._opaque(elements), elements, properties, wrappers, self._look(properties, wrappers), whole=True)
        )

    def _look(self, properties: Element | None, wrappers: tuple[Element, ...]) -> object:
        return canonical(properties), tuple(shell_identity(self.package, self.part, shell) for shell in wrappers)

    def _opaque(self, elements: tuple[Element, ...]) -> Opaque:
        note = note_of(self.package, elements[0])
        return Opaque(identity(self.package, self.part, elements if note is None else (note,)))

    def cut(self) -> Content:
        if self.depth:
            raise UnreadableError("a field that runs over several paragraphs")
        return Content(self.pieces, self.silent)


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


def _tokens_of(group: list[Piece]) -> tuple[Token, ...]:
    if isinstance(group[0].token, Opaque):
        return (group[0].token,)
    return tokenize("".join(str(piece.token) for piece in group))


def _slices_of(group: list[Piece]) -> "Iterator[tuple[Slice, ...]]":
    """Yield the slices of each token, which may run over several pieces."""
    if isinstance(group[0].token, Opaque):
        yield (Slice(group[0], ""),)
        return
    at, offset = 0, 0
    for token in _tokens_of(group):
        parts = []
        need = len(str(token))
        while need:
            letters = str(group[at].token)
            taken = letters[offset : offset + need]
            parts.append(Slice(group[at], taken))
            need -= len(taken)
            offset += len(taken)
            if offset == len(letters):
                at, offset = at + 1, 0
        yield tuple(parts)
