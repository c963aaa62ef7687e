"""Make a Word redline in place: the new document's file, with the old one's struck content carried in.

Accepting every change gives the new document and rejecting every change the old one;
`verify` holds the very bytes against both.
"""

import copy
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct, field

from ordain.model.unit import Story
from ordain.text.segments import Mark
from ordain.word.marking.boxes import copy_to
from ordain.word.marking.carry import Carrier, Carriers
from ordain.word.marking.comments import add_comments
from ordain.word.marking.controls import leave_out_new_controls
from ordain.word.marking.dates import part_insertions
from ordain.word.marking.formats import set_properties
from ordain.word.marking.headers import container_of, keep_inherited, sections_of
from ordain.word.marking.lines import Line, lines, place_ends
from ordain.word.marking.record import write_record
from ordain.word.marking.revision import Pen, stamp
from ordain.word.marking.runs import write_runs
from ordain.word.marking.sectionheaders import parts_that_stay
from ordain.word.marking.sections import track_last_section
from ordain.word.marking.tables import empty_copy, write_table
from ordain.word.parts.names import Element, W, local, make, number, w
from ordain.word.parts.written import lay
from ordain.word.reading.drawings import copies_of
from ordain.word.reading.numbering import numbered_styles_of, shows_number
from ordain.word.reading.read import PROVISION, is_provision_mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ordain.compare.blocks import Block
    from ordain.compare.redline import Redline
    from ordain.word.parts.package import Package
    from ordain.word.parts.written import Node
    from ordain.word.reading.side import Side

_IDS = etree.XPath("//@w:id", namespaces={"w": W})

# Revision ids of ours start above what other annotations of the file may use.
_FIRST_ID = 1000


def revise(
    old: "Side",
    new: "Side",
    redline: "Redline",
    pen: Pen,
    comments: "Mapping[int, str] | None" = None,
) -> bytes:
    """Return the .docx redline of two files.

    The redline must be that of the units of both sides.  `comments` are placed at the
    changes of their numbers.
    """
    package = new.package
    pen.next_id = _first_free_id(package)
    job = _Job(old, new, Carriers(old.package, package, pen, parts_that_stay(old, new)), pen)
    placed = job.write_all(_stories(redline))
    job.carriers.notes.mark(pen)
    job.carriers.notes.renumber()
    pen.entries = ()
    track_last_section(old.package, package, pen)
    if comments:
        add_comments(package, [line for line in placed if line.element is not None], comments, pen)
    write_record(package, redline, pen.written)
    return package.to_bytes()


def _stories(redline: "Redline") -> "dict[tuple[Story, str], list[Block]]":
    """Return the blocks of each story: the body, then what hangs on it, then headers and footers."""
    found: dict[tuple[Story, str], list[Block]] = {(Story.BODY, ""): list(redline.top)}
    for block in (*redline.blocks, *redline.heading):
        if block.unit.story is not Story.HEADING:
            found.setdefault((block.unit.story, block.unit.place), []).append(block)
    return found


# What hangs on other text has the first turn.
_TURN = {Story.BODY: 1, Story.HEADER: 2, Story.FOOTER: 2}


class _Job(Struct, frozen=True):
    """The writing of one redline."""

    old: "Side"
    new: "Side"
    carriers: Carriers
    pen: Pen
    numbered: list[frozenset[str]] = field(default_factory=list)
    """The styles of the old and of the new file that number their paragraphs, once somebody asked."""
    bookmarks: dict[str, set[str | None]] = field(default_factory=dict)
    """The names of the bookmarks that stand in each part of the new file."""

    def write_all(self, stories: "Mapping[tuple[Story, str], Sequence[Block]]") -> list[Line]:
        """Write every story, and return the lines as they were placed, in the order of the stories.

        What hangs on a paragraph is written before it, since the paragraph may be copied,
        and the body before the headers, which may go with its sections.
        """
        written: dict[tuple[Story, str], list[Line]] = {}
        sections: dict[int, Element] = {}
        turns = [*stories]
        turns.reverse()
        turns.sort(key=lambda story: _TURN.get(story[0], 0))
        for story in turns:
            held = lines(stories[story], self.old, self.new)
            where = container_of(held, self.new.package, sections) if held else None
            if where is not None:
                copies = copies_of(where[0]) if story[0] is Story.BOX else []
                written[story] = self.write(*where, held)
                for copied in copies:
                    copy_to(copied, where[0], self.pen)
            if story[0] is Story.BODY:
                sections = sections_of(written.get(story, ()), self.old.package, self.new.package)
                keep_inherited(written.get(story, ()), self.new.package)
        return [line for story in stories for line in written.get(story, ())]

    def write(self, container: Element, part: str, held: list[Line]) -> list[Line]:
        """Write the lines of one story, or of one cell, and return them as they were placed."""
        story = place_ends(held, self._is_numbered)
        self._place(story, container, part)
        leave_out_new_controls(container, story)
        if part not in self.bookmarks:
            marks = self.new.package.tree(part).iter(w("bookmarkStart"))
            self.bookmarks[part] = {mark.get(w("name")) for mark in marks}
        for line in story:
            carrier = self._carrier(line, part)
            if line.rows:
                write_table(line, carrier, self.pen, lambda cell, its: self._write_cell(cell, part, its))
            elif not line.is_block:
                _write_line(line, carrier, self.pen, self.bookmarks[part])
        set_properties(story, self.pen)
        part_insertions([None if line.parts_insertions else line.element for line in story], self.pen.revision)
        return story

    def _is_numbered(self, line: Line) -> bool:
        """Whether the paragraph of a line shows an automatic number on either side."""
        if not self.numbered:
            self.numbered.extend(numbered_styles_of(self.old.package, self.new.package))
        return any(
            paragraph is not None and shows_number(paragraph.element, styles)
            for paragraph, styles in zip((line.old, line.new), self.numbered, strict=True)
        )

    def _write_cell(self, cell: Element, part: str, held: "Sequence[Line]") -> None:
        self.write(cell, part, list(held))

    def _carrier(self, line: Line, part: str) -> Carrier:
        return self.carriers(line.old.part if line.old else self.old.package.main, part)

    def _place(self, story: "Sequence[Line]", container: Element, part: str) -> None:
        """Put an element for every line into the new file, in order; the new ones stand there already."""
        behind: Element | None = None
        for line in story:
            if line.new is not None:
                line.element = line.new.element
            else:
                assert line.old is not None
                carrier = self._carrier(line, part)
                line.element = empty_copy(line.old.element, carrier) if line.rows else make("p")
                if behind is None:
                    _open(container, story, line.element)
                else:
                    behind.addnext(line.element)
            behind = line.element


def _open(container: Element, story: "Iterable[Line]", element: Element) -> None:
    """Put an element before everything that the story shows, or into a story that shows nothing."""
    first = next((line.new.element for line in story if line.new is not None), None)
    if first is not None:
        first.addprevious(element)
        return
    section = container.find(w("sectPr"))
    if section is not None:
        section.addprevious(element)
    else:
        container.append(element)


def _write_line(line: Line, carrier: Carrier, pen: Pen, names: set[str | None]) -> None:
    element = line.element
    assert element is not None
    if _stays_as_it_is(line, carrier):
        return
    content = write_runs(line, carrier, pen)
    if _changes_name(line):
        marks = [node for node in content if not isinstance(node, str) and local(node) in _BOOKMARKS]
        ours = {mark.get(w("id")) for mark in marks if is_provision_mark(mark)}
        gone = [mark for mark in marks if mark.get(w("id")) in ours]
        content = [node for node in content if node not in gone]
    if line.new is None:
        content = [*_carried_bookmarks(line, names, pen), *content]
        properties = None if line.old is None else line.old.element.find(w("pPr"))
        if properties is not None:
            element.append(copy.deepcopy(properties))
            carrier.relink_all(element[0])
    for child in [child for child in element if local(child) != "pPr"]:
        element.remove(child)
    if line.moved is not None:
        content = _in_range(content, line, pen)
    lay(element, content)


def _stays_as_it_is(line: Line, carrier: Carrier) -> bool:
    """Whether both sides show the same words in the same look: then nothing in the paragraph is written anew."""
    if line.old is None or line.new is None or line.old.content is None or line.new.content is None:
        return False
    if carrier.targets.are_wanted and any(map(carrier.targets.wants, line.old.element.iter(w("bookmarkStart")))):
        return False
    kept = all(part.mark is Mark.KEPT for part in line.parts)
    same = line.is_untouched or line.old.content.look == line.new.content.look
    return kept and same and not _changes_name(line)


_BOOKMARKS = ("bookmarkStart", "bookmarkEnd")


def _changes_name(line: Line) -> bool:
    """Whether one paragraph stands for two provisions: no bookmark could be right for both."""
    names = [paragraph.unit.id for paragraph in (line.old, line.new) if paragraph is not None]
    return len(names) > 1 and None not in names and names[0] != names[1]


def _carried_bookmarks(line: Line, names: set[str | None], pen: Pen) -> list[Element]:
    """Return the bookmark that carries the id of a struck provision, if the new file has none of that name."""
    if line.old is None:
        return []
    out = []
    for mark in line.old.element.iter(w("bookmarkStart")):
        name = mark.get(w("name"), "")
        if name.startswith(PROVISION) and name not in names:
            key = str(pen.take_id())
            out += [make("bookmarkStart", {"id": key, "name": name}), make("bookmarkEnd", {"id": key})]
    return out


def _in_range(content: "list[Node]", line: Line, pen: Pen) -> "list[Node]":
    side = "From" if line.new is None else "To"
    key = str(pen.take_id())
    start = {
        "id": key,
        "name": f"change{line.moved}",
        "author": pen.revision.author,
        "date": stamp(pen.revision.date),
    }
    return [
        make(f"move{side}RangeStart", start),
        *content,
        make(f"move{side}RangeEnd", {"id": key}),
    ]


def _first_free_id(package: "Package") -> int:
    parts = [
        name for name in package.names if name.startswith("word/") and name.endswith(".xml") and name.count("/") == 1
    ]
    parts = [name for name in parts if package.may_hold(name, b":id")]
    used = (number(str(value)) for name in parts for value in _IDS(package.tree(name)))
    return max([_FIRST_ID, *(value + 1 for value in used if value < 2**30)])
