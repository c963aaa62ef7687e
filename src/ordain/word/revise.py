"""Make a Word redline in place: the new document's file, with the old one's struck content carried in.

Accepting every change gives the new document and rejecting every change the old one.
Both are checked on the very bytes before they are returned.
"""

import copy
from typing import TYPE_CHECKING

from ordain.errors import Place, refuse
from ordain.model.unit import Story
from ordain.text.segments import Mark
from ordain.word.carry import Carrier, bring_styles
from ordain.word.comments import add_comments
from ordain.word.dates import part_insertions
from ordain.word.lines import Line, Role, lines, place_ends
from ordain.word.names import Element, local, make, w
from ordain.word.numbering import numbered_styles, shows_number
from ordain.word.properties import end_properties, former_run, mark_end, own, same, set_paragraph
from ordain.word.read import PROVISION, is_provision_mark
from ordain.word.record import write_record
from ordain.word.revision import Pen, Revision, stamp
from ordain.word.runs import write_runs
from ordain.word.sections import track_page_setup
from ordain.word.verify import check_laws

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ordain.compare.blocks import Block
    from ordain.compare.redline import Redline
    from ordain.word.package import Package
    from ordain.word.side import Side

# Revision ids of ours start above what other annotations of the file may use.
_FIRST_ID = 1000


def revise(
    old: "Side",
    new: "Side",
    redline: "Redline",
    revision: Revision,
    comments: "Mapping[int, str] | None" = None,
) -> bytes:
    """Return the .docx redline of two files.

    The redline must be that of the units of both sides.  `comments` are placed at the
    changes of their numbers.  Raises OrdainError where the two laws would not hold.
    """
    old_bytes, new_bytes = old.package.to_bytes(), new.package.to_bytes()
    package = new.package
    pen = Pen(revision, _first_free_id(package))
    bring_styles(old.package, package)
    placed: list[Line] = []
    for part, blocks in _stories(redline, old, new):
        placed += _write_story(part, blocks, old, new, pen)
    track_page_setup(old.package, package, pen)
    if comments:
        add_comments(package, [line for line in placed if line.element is not None], comments, pen)
    write_record(package, redline, pen.written)
    result = package.to_bytes()
    check_laws(result, old_bytes, new_bytes, package.file)
    return result


def _stories(redline: "Redline", old: "Side", new: "Side") -> "list[tuple[str, list[Block]]]":
    """Return the blocks of each part of the new file: the body, then headers and footers."""
    found: dict[str, list[Block]] = {new.package.main: [*redline.top, *redline.blocks]}
    partners = _partners(old, new)
    for block in redline.heading:
        if block.unit.story is Story.HEADING:
            continue
        shown_new, shown_old = new.paragraph(block.new), old.paragraph(block.old)
        part = shown_new.part if shown_new else partners.get(shown_old.part) if shown_old else None
        if part is None or (shown_new and shown_old and partners.get(shown_old.part) != part):
            raise refuse(
                "a header or footer was added, removed or exchanged, which no tracked change can show",
                "give both files the same headers and footers",
                Place(new.package.file),
            )
        found.setdefault(part, []).append(block)
    return list(found.items())


def _partners(old: "Side", new: "Side") -> dict[str, str]:
    """Return the header or footer part of the new file by that of the old one, in order of use."""
    partners: dict[str, str] = {}
    for story in (Story.HEADER, Story.FOOTER):
        olds, news = (
            list(dict.fromkeys(p.part for p in side.paragraphs if p.unit.story is story)) for side in (old, new)
        )
        partners |= dict(zip(olds, news, strict=False))
    return partners


def _write_story(part: str, blocks: "Sequence[Block]", old: "Side", new: "Side", pen: Pen) -> list[Line]:
    styles = {side: numbered_styles(side.package) for side in (old, new)}

    def is_numbered(line: Line) -> bool:
        return any(
            paragraph is not None and shows_number(paragraph.element, styles[side])
            for paragraph, side in ((line.old, old), (line.new, new))
        )

    story = place_ends(lines(blocks, old, new), is_numbered)
    _place(story, new.package.tree(part), new.package.file)
    names = {mark.get(w("name")) for mark in new.package.tree(part).iter(w("bookmarkStart"))}
    carriers: dict[str, Carrier] = {}
    for line in story:
        source = line.old.part if line.old else old.package.main
        carrier = carriers.setdefault(source, Carrier(old.package, source, new.package, part))
        if not line.is_table:
            _write_line(line, carrier, pen, names)
    _set_properties(story, pen)
    part_insertions([None if line.is_table else line.element for line in story], pen.revision.date)
    return story


def _place(story: "Sequence[Line]", root: Element, file: str) -> None:
    """Put a paragraph for every line into the new file, in order; the new ones stand there already."""
    used = {id(line.new.element) for line in story if line.new}
    behind: Element | None = None
    for line in story:
        if line.is_table and any(part.mark is not Mark.KEPT for part in line.parts):
            raise refuse(
                "a table was added, removed or changed, which this version cannot track",
                "redline the files without it, or make the change in Word by hand",
                Place(file),
            )
        if line.new is not None:
            line.element = line.new.element
        else:
            line.element = make("p")
            if behind is None:
                _open(root, used, line.element)
            else:
                behind.addnext(line.element)
        behind = line.element


def _open(root: Element, used: set[int], element: Element) -> None:
    """Put an element before everything that the story shows, or into a story that shows nothing."""
    first = next((other for other in root.iter() if id(other) in used), None)
    if first is not None:
        first.addprevious(element)
        return
    body = root.find(w("body"))
    (root if body is None else body).insert(0, element)


def _write_line(line: Line, carrier: Carrier, pen: Pen, names: set[str | None]) -> None:
    element = line.element
    assert element is not None
    if _stays_as_it_is(line):
        return
    content = write_runs(line, carrier, pen)
    if _changes_name(line):
        ours = [child.get(w("id")) for child in content if is_provision_mark(child)]
        content = [child for child in content if local(child) not in _BOOKMARKS or child.get(w("id")) not in ours]
    if line.new is None:
        content = [*_carried_bookmarks(line, names, pen), *content]
        properties = None if line.old is None else line.old.element.find(w("pPr"))
        if properties is not None:
            element.append(copy.deepcopy(properties))
    for child in [child for child in element if local(child) != "pPr"]:
        element.remove(child)
    if line.moved is not None:
        content = _in_range(content, line, pen)
    element.extend(content)


def _stays_as_it_is(line: Line) -> bool:
    """Whether both sides show the same words in the same look: then nothing in the paragraph is written anew."""
    if line.old is None or line.new is None or line.old.content is None or line.new.content is None:
        return False
    kept = all(part.mark is Mark.KEPT for part in line.parts)
    return kept and line.old.content.look == line.new.content.look and not _changes_name(line)


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


def _in_range(content: list[Element], line: Line, pen: Pen) -> list[Element]:
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


def _set_properties(story: "Sequence[Line]", pen: Pen) -> None:
    """Give each paragraph the properties it has in the new text, and track those it had in the old.

    A paragraph end that goes joins what stands before it to the next paragraph.  Readers
    differ in whose properties then hold, so all that holds words is given the same.
    """
    now = _chained(story, Mark.STRUCK, Mark.ADDED)
    former = _chained(story, Mark.ADDED, Mark.STRUCK)
    for line in story:
        if line.is_table:
            continue
        element = line.element
        assert element is not None
        pen.role = Role.FORMAT
        pen.entries = tuple(line.entries)
        after, before = now.get(id(line)), former.get(id(line))
        if after is None or before is None:
            after = before = after if after is not None else before
        set_paragraph(element, own(element.find(w("pPr"))) if after is None else after, before, pen)
        if line.old is not None and line.new is not None:
            _track_end_format(element, line, pen)
        if line.end is not Mark.KEPT:
            pen.entries = tuple(line.entries) if line.end_entry is None else (line.end_entry,)
            mark_end(element, pen.mark(_end_tag(line), Role.END))


def _chained(story: "Sequence[Line]", gone: Mark, present: Mark) -> dict[int, Element]:
    """Return the properties of each line once the ends marked `gone` have gone, by line."""
    out: dict[int, Element] = {}
    chain: list[Line] = []
    for line in story:
        if line.is_table:
            chain = []
            continue
        chain.append(line)
        if line.end is gone:
            continue
        shown = [(at.new if present is Mark.ADDED else at.old) for at in chain]
        source = next((paragraph for paragraph in shown if paragraph is not None), None)
        if source is not None:
            properties = own(source.element.find(w("pPr")))
            for at in chain:
                if at is chain[-1] or _holds_words(at, present):
                    out[id(at)] = properties
        chain = []
    return out


def _holds_words(line: Line, present: Mark) -> bool:
    if line.moved is not None:
        return line.end is present
    return any(part.mark in (Mark.KEPT, present) for part in line.parts)


def _track_end_format(element: Element, line: Line, pen: Pen) -> None:
    assert line.old is not None
    before, after = end_properties(line.old.element), end_properties(element)
    if same(before, after):
        return
    properties = element.find(w("pPr"))
    if properties is None:
        properties = make("pPr")
        element.insert(0, properties)
    tracked = former_run(after, before, pen)
    assert tracked is not None
    if after is not None:
        properties.replace(after, tracked)
    else:
        at = next(
            (at for at, child in enumerate(properties) if local(child) in ("sectPr", "pPrChange")),
            len(properties),
        )
        properties.insert(at, tracked)


def _end_tag(line: Line) -> str:
    if line.moved is not None:
        return "moveTo" if line.end is Mark.ADDED else "moveFrom"
    return "ins" if line.end is Mark.ADDED else "del"


def _first_free_id(package: "Package") -> int:
    used = [
        int(value)
        for name in package.names
        if name.startswith("word/") and name.endswith(".xml") and name.count("/") == 1
        for element in package.tree(name).iter()
        if isinstance(element.tag, str) and (value := element.get(w("id"), "")).isdigit()
    ]
    return max([_FIRST_ID, *(value + 1 for value in used if value < 2**30)])
