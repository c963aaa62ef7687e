"""Check the two laws on the bytes of a redline, before anybody sees them.

Accepting every change must give the new document, rejecting every change the old one:
text, order, paragraph ends, tables, notes, headers, and the properties of paragraphs and
runs.  A header without text is the same as none.
"""

import sys
from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.model.unit import Story
from ordain.word.marking.properties import said
from ordain.word.marking.sections import last_section, setup_of
from ordain.word.parts.names import Element, w
from ordain.word.parts.package import Package, story_parts, unpack
from ordain.word.reading.identity import canonical
from ordain.word.reading.read import Paragraph, read
from ordain.word.resolve import every, resolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ordain.word.reading.content import Content
    from ordain.word.reading.read import Memory
    from ordain.word.reading.side import Side


class Seen(Struct, frozen=True, eq=False):
    """What a reader sees of a paragraph: its text and formats.

    Of a paragraph they are read when somebody asks, where its content was first read.  `id`
    is that of its provision; `at` is the position of the paragraph, or of the table that it
    stands in, among those of the document.
    """

    what: "Content | tuple[str, tuple[object, ...]]"
    id: str | None = None
    at: int = -1

    @property
    def text(self) -> str:
        """The words, or what this is that has none."""
        return self.what[0] if isinstance(self.what, tuple) else self.what.text

    @property
    def formats(self) -> tuple[object, ...]:
        """The formats of runs, paragraph and section."""
        return self.what[1] if isinstance(self.what, tuple) else _formats(self.what)

    def looked_at(self) -> "Seen":
        """Return the same, read now."""
        return Seen((self.text, self.formats), self.id, self.at)

    def __eq__(self, other: object) -> bool:
        """Whether a reader sees the same; the id of the provision is no part of it."""
        if not isinstance(other, Seen):
            return NotImplemented
        return self.what is other.what or (self.text == other.text and self.formats == other.formats)

    __ne__ = object.__ne__  # a Struct brings one of its own, which would not ask `__eq__`

    def __hash__(self) -> int:
        return hash((self.text, self.formats))


class LawError(Exception):
    """A redline that does not give back its two sides, and where.

    `how` is "accepting" or "rejecting"; `got` and `wanted` are the first paragraphs that differ.
    """

    def __init__(self, how: str, got: Seen | None, wanted: Seen | None) -> None:
        super().__init__(how)
        self.how, self.got, self.wanted = how, got, wanted


class Laws(Struct, frozen=True, eq=False):
    """What the redline of two files must give back: the new one where it is accepted, the old one where it is rejected.

    `memory` is what was read of the old file, in which most of a redline stands as it stood.
    """

    new: "Sequence[Seen]"
    old: "Sequence[Seen]"
    memory: "Memory"

    def check(self, redline: bytes) -> None:
        """Raise LawError where the bytes of a redline do not give back either side."""
        parts = unpack(redline, largest=sys.maxsize)
        for how, taken, wanted in (("accepting", True, self.new), ("rejecting", False, self.old)):
            package = Package(dict(parts), "-")
            for name in story_parts(package):
                resolve(package.tree(name), every, taken=taken)
            for one, other in _both(seen(package, read(package, dict(self.memory), cut=False)), wanted):
                if one is None or other is None or one != other or _is_misnamed(one, other):
                    raise LawError(how, one, other)


def laws_of(old: "Side", new: "Side") -> Laws:
    """Return the laws of two files, before the new one is rewritten.

    What only one side has is looked at now; what both have was read in the old file, which
    stays as it is.  So nothing of the new file is held.
    """
    sides = seen(old.package, old.paragraphs), seen(new.package, new.paragraphs)
    shared = {id(one.what) for one in sides[0]} & {id(one.what) for one in sides[1]}
    olds, news = ([one if id(one.what) in shared else one.looked_at() for one in side] for side in sides)
    return Laws(news, olds, old.memory)


def seen(package: "Package", paragraphs: "Iterable[Paragraph]") -> list[Seen]:
    """Return what a reader sees of each paragraph, headers by their place, and of the last page setup."""
    running: dict[str, list[Seen]] = {}
    out: list[Seen] = []
    for at, paragraph in enumerate(paragraphs):
        unit = paragraph.unit
        if unit.story in (Story.HEADER, Story.FOOTER):
            running.setdefault(unit.place, []).extend(_seen(paragraph, at))
        else:
            out += _seen(paragraph, at)
    if all(not one.text for one in out):
        out = []
    for place, held in sorted(running.items()):
        if any(one.text for one in held):
            out += [Seen((place, ()), at=held[0].at), *held]
    return [*out, Seen(("the page setup", setup_of(last_section(package))))]


def _seen(paragraph: Paragraph, at: int) -> "Iterator[Seen]":
    element = paragraph.element
    if paragraph.rows:
        yield Seen(("a table", _said(element, "tblPr", "tblGrid")), at=at)
        for row in paragraph.rows:
            yield Seen(("a row", _said(row.element, "trPr", "tblPrEx")), at=at)
            for cell in row.cells:
                yield Seen(("a cell", _said(cell.element, "tcPr")), at=at)
                for held in cell.paragraphs:
                    yield from _seen(held, at)
    elif paragraph.content is None:
        yield Seen((paragraph.unit.text, (paragraph.unit.tokens,)), at=at)
    else:
        yield Seen(paragraph.content, paragraph.unit.id, at)


def _said(element: Element, *names: str) -> tuple[object, ...]:
    return tuple(canonical(element.find(w(name))) for name in names)


def _formats(content: "Content") -> tuple[object, ...]:
    if content.formats is None:
        properties = content.paragraph.find(w("pPr"))
        section = None if properties is None else properties.find(w("sectPr"))
        content.formats = content.look, said(properties), None if section is None else setup_of(section)
    return content.formats


def _is_misnamed(got: Seen, wanted: Seen) -> bool:
    """Whether a paragraph carries the id of another.

    An id may be lost where a provision moved, since no two bookmarks have one name.
    """
    return wanted.id is not None and got.id not in (None, wanted.id)


def _both(got: "Sequence[Seen]", wanted: "Sequence[Seen]") -> "Iterator[tuple[Seen | None, Seen | None]]":
    for at in range(max(len(got), len(wanted))):
        yield (got[at] if at < len(got) else None), (wanted[at] if at < len(wanted) else None)
