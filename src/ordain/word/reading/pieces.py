"""Walk through a paragraph, and read what it holds as pieces."""

import copy
from collections.abc import Callable
from typing import TYPE_CHECKING

from ordain.errors import Place, refuse
from ordain.text.tokens import Opaque
from ordain.word.parts.names import Element, local, make, w
from ordain.word.reading.content import Content, Piece
from ordain.word.reading.identity import BLANKS, identity, letters_of, shell_identity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ordain.errors import OrdainError
    from ordain.word.parts.package import Package

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
                self.pieces.append(Piece(text, (child,), properties, wrappers, self.link, trimmed=trimmed, run=run))
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
