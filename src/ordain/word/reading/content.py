"""What a paragraph holds, as pieces: runs of letters, and things that have none.

A piece is a part of one run with the run's properties.  The text of the pieces, cut into
tokens, is what is compared; a token leads back to the parts of the pieces it came from,
so that a redline can be written with every property of the original.
"""

import copy
from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property
from itertools import accumulate, groupby
from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.errors import Place, refuse
from ordain.text.tokens import Opaque, Token, tokenize
from ordain.word.parts.names import Element, local, make, w
from ordain.word.reading.fields import field_of
from ordain.word.reading.identity import BLANKS, canonical, identity, letters_of, shell_identity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ordain.errors import OrdainError
    from ordain.word.parts.package import Package
    from ordain.word.reading.fields import Field

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

# Elements round runs that are written again round what is kept of them; those in `_SEEN`
# change what a reader sees.
_WRAPPERS = frozenset(("hyperlink", "smartTag", "customXml", "dir", "bdo", "sdt"))
_SEEN = frozenset(("hyperlink", "dir", "bdo"))


class Piece(Struct, frozen=True, eq=False):
    """Letters of one run, or one thing without letters.

    `element` is the run content (`w:t`, `w:tab`) or, where `whole`, what is copied as it
    is: a drawing in a run of its own, a field of several runs, a formula.  `link` is
    equal for letters that lead to the same place.  `trimmed` are blanks that Word does
    not show, since nothing asks to preserve them.  `sign` names the element of a letter
    that is no text, such as a tab.  `run` is the run it stands in.
    """

    token: str | Opaque
    element: tuple[Element, ...]
    properties: Element | None
    wrappers: tuple[Element, ...] = ()
    link: str = ""
    whole: bool = False
    trimmed: bool = False
    sign: str = ""
    run: Element | None = None

    @property
    def form(self) -> tuple[bool, str]:
        """What is equal for letters that are written alike."""
        return self.trimmed, self.sign

    @property
    def look(self) -> object:
        """What is equal for pieces of equal properties; a field's is that of what it shows."""
        field = field_of(self.element) if self.whole else None
        return canonical(self.properties) if field is None else _look_of(field)


class Slice(Struct, frozen=True, eq=False):
    """A part of a piece: some of its letters, or nothing of a thing without letters."""

    piece: Piece
    text: str


class Content:
    """What a paragraph holds: its pieces, and what stands silently before each.

    The tokens are what is compared; slices lead from them back to the pieces.  `paragraph` is where it was read.
    `formats` is kept here by who needs it, for paragraphs that are met again.
    """

    def __init__(self, paragraph: Element, pieces: "Sequence[Piece]", silent: "Sequence[tuple[int, Element]]") -> None:
        self.paragraph = paragraph
        self.pieces = tuple(pieces)
        self._silent = tuple(silent)
        # Whether all is letters that lead nowhere.
        self.is_plain = all(type(piece.token) is str and not piece.link for piece in self.pieces)
        self.formats: tuple[object, ...] | None = None

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words, signs, blanks, and things without letters."""
        if self.is_plain:
            return tokenize("".join([str(piece.token) for piece in self.pieces]))
        return tuple(token for group in self._groups() for token in _tokens_of(group))

    @cached_property
    def text(self) -> str:
        """The letters, each thing without letters as the sign that stands for it."""
        return "".join([str(piece.token) for piece in self.pieces])

    @cached_property
    def _piece_starts(self) -> list[int]:
        """How many letters stand before each piece, a thing without letters counted as one."""
        return [0, *accumulate(len(piece.token) if isinstance(piece.token, str) else 1 for piece in self.pieces)][:-1]

    def slices(self, first: int, last: int) -> "list[Slice]":
        """Return the parts of pieces that stand from one letter to another, a thing without letters counted as one."""
        if first == last:
            return []
        if len(self.pieces) == 1:
            only = self.pieces[0]
            return [Slice(only, only.token[first:last] if isinstance(only.token, str) else "")]
        out = []
        for at in range(bisect_right(self._piece_starts, first) - 1, len(self.pieces)):
            begin, piece = self._piece_starts[at], self.pieces[at]
            if begin >= last:
                break
            letters = piece.token if isinstance(piece.token, str) else ""
            out.append(Slice(piece, letters[max(0, first - begin) : last - begin]))
        return out

    @cached_property
    def _silent_at(self) -> dict[int, list[Element]]:
        starts = [0, *accumulate(len(str(token)) for token in self.tokens)]
        out: dict[int, list[Element]] = {}
        for at, element in self._silent:
            place = len(self.tokens)
            if at < len(self.pieces):
                place = bisect_right(starts, self._piece_starts[at]) - 1
            out.setdefault(place, []).append(element)
        return out

    def silent(self, at: int) -> "Sequence[Element]":
        """Return what stands silently before a token, by its position."""
        return self._silent_at.get(at, ()) if self._silent else ()

    def silences(self, start: int, stop: int) -> list[int]:
        """Return the positions from `start` to `stop` before which something stands silently."""
        return sorted(at for at in self._silent_at if start <= at < stop) if self._silent else []

    @cached_property
    def look(self) -> tuple[tuple[object, str], ...]:
        """The text in runs of one look: properties and links, whatever pieces it stands in."""
        merged: list[tuple[object, str]] = []
        properties: object = self
        its: object = None
        for piece in self.pieces:
            text = piece.token if isinstance(piece.token, str) else piece.token.key
            if piece.properties is not properties or piece.whole:
                properties, its = self if piece.whole else piece.properties, piece.look
            look = (its, piece.link, piece.trimmed, piece.sign)
            if merged and merged[-1][0] == look and isinstance(piece.token, str):
                merged[-1] = (look, merged[-1][1] + text)
            else:
                merged.append((look, text))
        return tuple(merged)

    def _groups(self) -> "Iterator[list[Piece]]":
        """Yield neighboring letters of one link together, and each thing without letters alone."""
        for (is_text, _), group in groupby(self.pieces, key=lambda piece: (isinstance(piece.token, str), piece.link)):
            if is_text:
                yield list(group)
            else:
                yield from ([piece] for piece in group)


# Names the stories that hang on a reference or a drawing.
Hang = Callable[[Element], tuple[str, ...]]


def content(package: "Package", part: str, paragraph: Element, hang: Hang) -> Content:
    """Return what a paragraph of a part holds."""
    reader = _Reader(package, part, hang, _unclosed(paragraph, package.file))
    reader.read(paragraph, ())
    reader.end()
    return Content(paragraph, reader.pieces, reader.silent)


def _unclosed(paragraph: Element, file: str) -> frozenset[Element]:
    """Return the starts of fields that end in a later paragraph."""
    waiting: list[Element] = []
    for sign in paragraph.iter(w("fldChar")):
        holder = sign.getparent()
        if holder is None or local(holder) != "r":
            raise _misplaced("fldChar", file, "paragraph" if holder is None else local(holder))
        kind = sign.get(w("fldCharType"))
        if kind == "begin":
            waiting.append(sign)
        elif kind == "end" and waiting:
            waiting.pop()
    return frozenset(waiting)


class _Reader:
    """One walk through a paragraph."""

    def __init__(self, package: "Package", part: str, hang: Hang, unclosed: frozenset[Element]) -> None:
        self.package, self.part, self.hang, self.unclosed = package, part, hang, unclosed
        self.pieces: list[Piece] = []
        self.silent: list[tuple[int, Element]] = []
        self.field: list[Element] = []
        self.depth = 0
        self.link = ""

    def read(self, parent: Element, wrappers: tuple[Element, ...]) -> None:
        for child in parent:
            name = local(child)
            if name in ("pPr", "") or (wrappers and name.endswith("Pr")):
                continue
            if name in _NOT_IN_PARAGRAPH:
                raise _misplaced(name, self.package.file)
            if name == "r":
                self._run(child, wrappers)
            elif self.depth:
                self.field.append(child)
            elif name in SILENT:
                for inner in child.iterchildren("*"):
                    raise _misplaced(local(inner), self.package.file, name)
                self.silent.append((len(self.pieces), child))
            elif name in _WRAPPERS and not _is_twofold(child):
                self._wrapped(child, (*wrappers, child))
            else:
                self._add_whole((child,), None, wrappers)

    def end(self) -> None:
        """Keep what began as a field and did not end where a field can end."""
        if self.field:
            self._add_whole(tuple(self.field), None, ())

    def _wrapped(self, wrapper: Element, wrappers: tuple[Element, ...]) -> None:
        around = self.link
        if local(wrapper) in _SEEN:
            self.link = " ".join((around, shell_identity(self.package, self.part, wrapper))).strip()
        inner = wrapper.find(w("sdtContent")) if local(wrapper) == "sdt" else wrapper
        self.read(wrapper if inner is None else inner, wrappers)
        self.link = around

    def _run(self, run: Element, wrappers: tuple[Element, ...]) -> None:
        held = list(run)
        names = [local(child) for child in held]
        properties = held[names.index("rPr")] if "rPr" in names else None
        if not self.depth and "fldChar" not in names:
            if "commentReference" in names and set(names) <= {"commentReference", "rPr"}:
                self.silent.append((len(self.pieces), run))
                return
            for name, child in zip(names, held, strict=True):
                if name != "rPr":
                    self._letters(run, child, name, properties, wrappers)
            return
        for is_field, children in self._parted(run):
            if not is_field:
                for child in children:
                    self._letters(run, child, local(child), properties, wrappers)
                continue
            alone = len(children) == len(run) - (properties is not None)
            self.field.append(run if alone else _run_of(properties, children))
            if not self.depth:
                self._add_whole(tuple(self.field), properties, wrappers)
                self.field = []

    def _parted(self, run: Element) -> "Iterator[tuple[bool, list[Element]]]":
        """Yield the content of a run in stretches outside and inside of a field."""
        held: list[Element] = []
        for child in run:
            if local(child) == "rPr":
                continue
            kind = child.get(w("fldCharType")) if local(child) == "fldChar" and child not in self.unclosed else None
            if kind == "begin":
                if not self.depth and held:
                    yield False, held
                    held = []
                self.depth += 1
            held.append(child)
            if kind == "end" and self.depth:
                self.depth -= 1
                if not self.depth:
                    yield True, held
                    held = []
        if held:
            yield self.depth > 0, held

    def _letters(
        self, run: Element, child: Element, name: str, properties: Element | None, wrappers: tuple[Element, ...]
    ) -> None:
        if name == "t":
            if len(child):
                raise _misplaced(local(child[0]), self.package.file, "text")
            for text, trimmed in _letters_of(child):
                self.pieces.append(Piece(text, (child,), properties, wrappers, self.link, False, trimmed, "", run))
        elif name in ("", "lastRenderedPageBreak"):
            return
        elif name in SILENT:
            self.silent.append((len(self.pieces), child))
        elif name in _NOT_IN_RUN:
            raise _misplaced(name, self.package.file)
        elif name in _LETTERS and not child.attrib and not len(child):
            letter = _LETTERS[name]
            sign = "br" if name == "cr" else name
            self.pieces.append(Piece(letter, (child,), properties, wrappers, self.link, sign=sign, run=run))
        else:
            self.pieces.append(Piece(self._opaque((child,)), (child,), properties, wrappers, self.link, run=run))

    def _add_whole(
        self, elements: tuple[Element, ...], properties: Element | None, wrappers: tuple[Element, ...]
    ) -> None:
        token = self._opaque(elements)
        self.pieces.append(Piece(token, elements, properties, wrappers, self.link, whole=True, run=elements[0]))

    def _opaque(self, elements: tuple[Element, ...]) -> Opaque:
        places = self.hang(elements[0])
        name = local(elements[0])
        if name in ("footnoteReference", "endnoteReference"):
            return Opaque(name, "†" if name.startswith("foot") else "‡", places)
        key = " ".join((identity(self.package, self.part, elements), self.link)).strip()
        picture = not places and _is_picture(elements[0])
        return Opaque(key, places=places, fills=name == "oMathPara", picture=picture)


def _is_twofold(wrapper: Element) -> bool:
    """Whether this is a content control with several contents, which nobody knows how to read."""
    return sum(1 for _ in wrapper.iterchildren(w("sdtContent"))) > 1


def _is_picture(element: Element) -> bool:
    """Whether this is a picture that stands in the line, as a letter does."""
    return local(element) in ("pict", "object") or element.find(_INLINE) is not None


_INLINE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}inline"

# What stands in no run, and what in no paragraph but in a run.
_NOT_IN_RUN = frozenset(("p", "tbl", "sectPr", "body", "txbxContent"))
_NOT_IN_PARAGRAPH = _NOT_IN_RUN | {"footnoteReference", "endnoteReference"}


def _misplaced(name: str, file: str, within: str = "paragraph") -> "OrdainError":
    return refuse(
        f"this is not a whole Word file: an element '{name}' stands inside a {within}",
        "open it in Word and save it anew",
        Place(file),
    )


def _look_of(field: "Field") -> tuple[object, ...]:
    """Return what a field shows in runs of one look, whatever runs it stands in."""
    merged: list[tuple[object, str]] = []
    for child in field.result:
        run = child.getparent()
        look, text = canonical(None if run is None else run.find(w("rPr"))), child.text or local(child)
        if merged and merged[-1][0] == look:
            merged[-1] = (look, merged[-1][1] + text)
        else:
            merged.append((look, text))
    return tuple(merged)


def _run_of(properties: Element | None, children: "Sequence[Element]") -> Element:
    """Return a run that holds copies of some children of another."""
    run = make("r", children=[] if properties is None else [copy.deepcopy(properties)])
    run.extend(copy.deepcopy(child) for child in children)
    return run


def _letters_of(text: Element) -> list[tuple[str, bool]]:
    """Return the letters of a `w:t`, blanks at its ends apart where Word trims them."""
    letters = text.text
    if not letters:
        return []
    if letters[0] not in BLANKS and letters[-1] not in BLANKS:
        return [(letters, False)]
    core = letters_of(text)
    if len(core) == len(letters):
        return [(letters, False)]
    at = letters.find(core)
    parts = [(letters[:at], True), (core, False), (letters[at + len(core) :], True)]
    return [(part, trimmed) for part, trimmed in parts if part]


def _tokens_of(group: list[Piece]) -> tuple[Token, ...]:
    if isinstance(group[0].token, Opaque):
        return (group[0].token,)
    tokens = tokenize("".join(str(piece.token) for piece in group))
    link = group[0].link
    return tuple(Opaque(f"{token} {link}", token) for token in tokens) if link else tokens
