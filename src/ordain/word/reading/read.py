"""Read a Word file into units: its paragraphs and tables, story by story.

The body comes first, then what hangs on it (notes and text boxes, in the order of their
references), then headers and footers.
"""

from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

from lxml import etree
from msgspec import Struct, field
from msgspec.structs import replace

from ordain.errors import Place, refuse
from ordain.model.unit import Form, Row, Story, Unit
from ordain.text.tokens import Opaque
from ordain.word.parts.documentproperties import is_marked_bill
from ordain.word.parts.names import Element, R, local, property_of, w
from ordain.word.reading.content import Content
from ordain.word.reading.drawings import boxes_in
from ordain.word.reading.identity import identity, some
from ordain.word.reading.pieces import content

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.word.parts.package import Package

# Opens the name of a bookmark that carries the id of a provision.  Word cuts a name at
# 40 letters, and an id has at most 32.
PROVISION = "ordain_"
_OURS = PROVISION.encode()
_SECTION = b"sectPr"

# Word names each paragraph anew when it is made, and keeps the name while it is edited.
_PARAGRAPH_ID = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"


class Paragraph(Struct, frozen=True, eq=False):
    """A paragraph, or a table, where it stands: its part, element, content and unit.

    `content` is that of a paragraph, `rows` those of a table; other blocks have neither.
    `container` is the element whose story it belongs to: the body, a cell, a note.
    """

    part: str
    element: Element
    content: "Content | None"
    unit: Unit
    container: Element
    rows: "tuple[TableRow, ...]" = ()


class TableCell(Struct, frozen=True, eq=False):
    """A cell with its paragraphs."""

    element: Element
    paragraphs: tuple[Paragraph, ...]


class TableRow(Struct, frozen=True, eq=False):
    """A row with its cells."""

    element: Element
    cells: tuple[TableCell, ...]


# The contents of paragraphs by their XML: the same paragraph in another file, or in another
# state of one, is read once.
Memory: TypeAlias = dict[bytes, Content]


def read(package: "Package", memory: Memory | None = None, *, cut: bool = True) -> tuple[Paragraph, ...]:
    """Return every paragraph of the document.

    `memory` may be shared by files whose runs need not be told apart.  Where texts are not
    `cut` into words, the units of paragraphs have none.

    Raises OrdainError for a marked bill, and for a file without a body.
    """
    if is_marked_bill(package):
        raise refuse(
            "this is a marked bill, whose brackets are no part of the text",
            "give the draft, its clean print, or the redline with tracked changes accepted",
            Place(package.file),
        )
    body = package.tree(package.main).find(w("body"))
    if body is None:
        raise refuse("the document has no body", "open it in Word and save it anew", Place(package.file))
    reading = _Reading(package, {} if memory is None else memory, cut)
    out = list(reading.story(_Where(package.main, body, Story.BODY)))
    out += reading.hanging()
    for story, place, part in running_parts(package):
        out += reading.story(_Where(part, package.tree(part), story, place))
    return (*out, *reading.hanging())


def running_parts(package: "Package") -> list[tuple[Story, str, str]]:
    """Return (story, place, part) of each header and footer, by the first section and use that shows it."""
    found: dict[str, tuple[Story, str]] = {}
    for (at, story, use), part in _running(package):
        found.setdefault(part, (story, f"{story.value} {at} {use}"))
    return [(story, place, part) for part, (story, place) in found.items()]


def shown_by_sections(package: "Package") -> "list[dict[Use, str]]":
    """Return the place of the header or footer that each section shows for each use.

    A section that names none shows that of the section before.
    """
    places = {part: place for _, place, part in running_parts(package)}
    own: dict[int, dict[Use, str]] = {}
    for (at, story, use), part in _running(package):
        own.setdefault(at, {})[story, use] = places[part]
    shown: list[dict[Use, str]] = []
    for at, _ in enumerate(package.tree(package.main).iter(w("sectPr"))):
        shown.append({**(shown[-1] if shown else {}), **own.get(at, {})})
    return shown


# What a header is for: every page, the first, or the even ones; and whether it is a footer.
Use: TypeAlias = tuple[Story, str]


def references_of(section: Element) -> "Iterator[tuple[Use, Element]]":
    """Yield the use of each header and footer of a section, and the reference to it."""
    for reference in section.iterchildren(w("headerReference"), w("footerReference")):
        story = Story.HEADER if local(reference) == "headerReference" else Story.FOOTER
        yield (story, reference.get(w("type"), "default")), reference


def _running(package: "Package") -> "Iterator[tuple[tuple[int, Story, str], str]]":
    """Yield the section, kind and use of each reference to a header or footer, and its part."""
    links = package.relationships(package.main)
    for at, section in enumerate(package.tree(package.main).iter(w("sectPr"))):
        for use, reference in references_of(section):
            link = links.get(reference.get(f"{{{R}}}id", ""))
            if link is not None and package.has(link.target):
                yield (at, *use), link.target


def provision_id(paragraph: Element) -> str | None:
    """Return the id of the provision that a bookmark of ours carries, or None."""
    marks = [mark for mark in paragraph.iter(w("bookmarkStart")) if is_provision_mark(mark)]
    return marks[0].get(w("name"), "").removeprefix(PROVISION).replace("_", "-") if marks else None


def is_provision_mark(element: Element) -> bool:
    """Whether this opens a bookmark of ours."""
    return local(element) == "bookmarkStart" and element.get(w("name"), "").startswith(PROVISION)


def bookmark_name(provision: str) -> str:
    """Return the name of the bookmark for an id; Word allows no hyphen there.

    >>> bookmark_name("city-resources")
    'ordain_city_resources'
    """
    return PROVISION + provision.replace("-", "_")


def blocks_in(container: Element) -> "Iterator[Element]":
    """Yield the paragraphs, tables and other blocks of a story, those in content controls as well."""
    for child in container:
        name = local(child)
        if name in ("sdt", "customXml", "smartTag"):
            inner = list(child.iterchildren(w("sdtContent"))) if name == "sdt" else [child]
            if len(inner) > 1:  # what this is, nobody knows; it stays or goes as a whole
                yield child
            else:
                yield from blocks_in(inner[0] if inner else child)
        elif name not in _BETWEEN and not name.endswith("Pr"):
            yield child


# What stands between blocks and is none.
_BETWEEN = frozenset(
    ("", "bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd", "commentRangeStart", "commentRangeEnd",
     "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd")
)  # fmt: skip


class _Where(Struct, frozen=True):
    """The story that is being read: its part, the element that holds it, its kind and place."""

    part: str
    container: Element
    story: Story
    place: str = ""
    address: str = ""


class _Reading(Struct):
    """One walk through a package; `waiting` are the notes and boxes whose references it met."""

    package: "Package"
    memory: Memory
    cut: bool
    waiting: list[_Where] = field(default_factory=list)
    hung: int = 0
    _notes: dict[tuple[str, str], tuple[str, Element]] | None = None

    def hanging(self) -> "Iterator[Paragraph]":
        """Yield the paragraphs of notes and boxes met so far, and of those met in them."""
        while self.waiting:
            yield from self.story(self.waiting.pop(0))

    def story(self, where: _Where) -> "Iterator[Paragraph]":
        """Yield the paragraphs of one story, with their addresses."""
        count: Counter[str] = Counter()
        for element in blocks_in(where.container):
            name = local(element)
            count[name] += 1
            address = _address(where, name, count[name])
            if name == "p":
                yield self._paragraph(where, element, address)
            elif name == "tbl":
                yield self._table(replace(where, address=address), element)
            else:
                key = Opaque(identity(self.package, where.part, (element,)))
                unit = Unit(tokens=(key,), story=where.story, place=where.place, address=address, form=Form.BLOCK)
                yield Paragraph(where.part, element, None, unit, where.container)

    def _paragraph(self, where: _Where, element: Element, address: str) -> Paragraph:
        key = etree.tostring(element, with_tail=False)
        held = self.memory.get(key)
        if held is None:
            held = content(self.package, where.part, element, lambda thing: self._hang(where, thing))
            if held.is_plain:
                self.memory[key] = held
        unit = Unit(
            tokens=held.tokens if self.cut else (),
            story=where.story,
            place=where.place,
            address=address,
            id=provision_id(element) if _OURS in key else None,
            hint=element.get(_PARAGRAPH_ID, ""),
            closes=_SECTION in key and property_of(element, "sectPr") is not None,
        )
        return Paragraph(where.part, element, held, unit, where.container)

    def _table(self, where: _Where, element: Element) -> Paragraph:
        rows = tuple(
            TableRow(
                row,
                tuple(
                    TableCell(
                        cell,
                        tuple(
                            self.story(
                                replace(where, container=cell, address=f"{where.address}, row {i}, column {j}"),
                            )
                        ),
                    )
                    for j, cell in enumerate(_held(row, "tc", self.package.file), start=1)
                ),
            )
            for i, row in enumerate(_held(element, "tr", self.package.file), start=1)
        )
        units = tuple(
            Row(
                tuple(tuple(its.unit for its in cell.paragraphs) for cell in row.cells),
                _shape(row),
                head=_is_on(row.element.find(w("trPr")), "tblHeader"),
                spans=tuple(_span(cell) for cell in row.cells),
            )
            for row in rows
        )
        tokens = tuple(token for row in units for cell in row.cells for unit in cell for token in unit.tokens)
        unit = Unit(
            tokens=tokens,
            story=where.story,
            place=where.place,
            address=where.address,
            form=Form.TABLE,
            rows=units,
        )
        return Paragraph(where.part, element, None, unit, where.container, rows)

    def _hang(self, where: _Where, thing: Element) -> tuple[str, ...]:
        """Name the stories that hang on a reference or a drawing, and keep them for later."""
        kind = local(thing).removesuffix("Reference")
        if kind in ("footnote", "endnote"):
            part, note = self._note(kind, thing.get(w("id"), ""))
            held = [] if note is None else [(part, note, Story(kind))]
        else:
            held = [(where.part, box, Story.BOX) for box in boxes_in(thing)]
        names = []
        for part, container, story in held:
            self.hung += 1
            names.append(f"{story.value} {self.hung}")
            self.waiting.append(_Where(part, container, story, names[-1]))
        return tuple(names)

    def _note(self, kind: str, key: str) -> tuple[str, Element | None]:
        if self._notes is None:
            self._notes = dict(notes_of(self.package))
        return self._notes.get((kind, key), ("", None))


def notes_of(package: "Package") -> "Iterator[tuple[tuple[str, str], tuple[str, Element]]]":
    """Yield (kind, id) and (part, element) of each footnote and endnote."""
    for link in package.relationships(package.main).values():
        kind = link.type.rsplit("/", 1)[-1].removesuffix("s")
        if kind in ("footnote", "endnote") and not link.external and package.has(link.target):
            for note in package.tree(link.target).iterchildren(w(kind)):
                yield (kind, note.get(w("id"), "")), (link.target, note)


def _held(element: Element, name: str, file: str) -> "Iterator[Element]":
    """Yield the rows of a table or the cells of a row, those in content controls as well.

    Raises OrdainError where any stands in something else, and nobody would see it.
    """
    found = 0
    for child in blocks_in(element):
        if local(child) == name:
            found += 1
            yield child
    whole = sum(1 for it in element.iter(w(name)) if next(it.iterancestors(str(element.tag)), None) is element)
    if whole != found:
        raise refuse(
            f"this is not a whole Word file: an element '{name}' stands where none can in a '{local(element)}'",
            "open it in Word and save it anew",
            Place(file),
        )


def _shape(row: TableRow) -> tuple[object, ...]:
    """Return which columns the cells of a row span, how they merge, and which of them end behind a table.

    The empty paragraph there has the end of the cell, which cannot come or go.
    """
    edges = some(row.element.find(w("trPr")), ("gridBefore", "gridAfter"))
    cells = tuple(some(cell.element.find(w("tcPr")), ("gridSpan", "vMerge", "hMerge")) for cell in row.cells)
    return edges, cells, tuple(map(_ends_behind_table, row.cells))


def _ends_behind_table(cell: TableCell) -> bool:
    """Whether a cell ends with a table and the empty paragraph that must stand behind it."""
    forms = [its.unit.form for its in cell.paragraphs[-2:]]
    return forms == [Form.TABLE, Form.PARAGRAPH] and not cell.paragraphs[-1].unit.tokens


def _is_on(properties: Element | None, name: str) -> bool:
    """Whether a switch is set; one without a value is."""
    switch = None if properties is None else properties.find(w(name))
    return switch is not None and switch.get(w("val"), "true") not in ("false", "0", "off")


def _span(cell: TableCell) -> int:
    """Return how many columns a cell takes."""
    said = cell.element.find(f"{w('tcPr')}/{w('gridSpan')}")
    count = "" if said is None else said.get(w("val"), "")
    return max(1, min(int(count), _MOST_COLUMNS)) if count.isdecimal() and len(count) < 4 else 1


# Word makes no table of more columns.
_MOST_COLUMNS = 63


def _address(where: _Where, name: str, at: int) -> str:
    if where.address:
        return where.address if name == "p" else f"{where.address}, table {at}"
    what = {"p": "Paragraph", "tbl": "Table"}.get(name, name)
    return f"{what} {at}" if where.story is Story.BODY else where.place.capitalize()
