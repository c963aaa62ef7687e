"""Where each story of a redline stands in the new file; a header that went is brought back to be struck.

No revision holds the reference to a header.  One that was added keeps its reference, and
all its text is marked; one that was removed gets its part and reference again, with all
its text struck.  What stays behind is a header without text (docs/word/headers.md).
"""

import copy
from typing import TYPE_CHECKING

from lxml import etree

from ordain.model.unit import Story
from ordain.text.segments import Mark
from ordain.word.marking.sections import last_section
from ordain.word.parts.names import LEAVING, Element, R, local, make, property_of, w
from ordain.word.reading.read import Use, references_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ordain.word.marking.lines import Line
    from ordain.word.parts.package import Package

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}"


def container_of(
    story: "Sequence[Line]", new: "Package", sections: "Mapping[int, Element]"
) -> tuple[Element, str] | None:
    """Return the element of the new file that holds a story, and its part; None where it has no place there.

    The story must have a line.  Where only one side has it, its last end is left unmarked.
    `sections` are those of the new file by the number they had in the old.
    """
    shown = next((line.new for line in story if line.new is not None), None)
    gone = next((line.old for line in story if line.old is not None), None)
    kind = (shown or gone).unit.story  # type: ignore[union-attr]
    if kind in (Story.HEADER, Story.FOOTER) and (shown is None or gone is None) and not story[-1].is_block:
        story[-1].end = Mark.KEPT
    if shown is not None:
        return shown.container, shown.part
    assert gone is not None
    if kind in (Story.HEADER, Story.FOOTER):
        return _brought_back(kind.value, gone.unit.place, new, sections)
    body = new.tree(new.main).find(w("body"))
    assert body is not None
    return body, new.main


def sections_of(body: "Sequence[Line]", old: "Package", new: "Package") -> dict[int, Element]:
    """Return what became of each section of the old file, once the body is written."""
    elements = [(None if line.old is None else line.old.element, line.element) for line in body]
    return _became(elements, old, new)


def sections_paired(body: "Sequence[Line]", old: "Package", new: "Package") -> dict[int, int]:
    """Return the number of the section of the new file that each one of the old file became, before any is written."""
    numbers = {section: at for at, section in enumerate(new.tree(new.main).iter(w("sectPr")))}
    both = [(line.old.element, line.new.element) for line in body if line.old is not None and line.new is not None]
    return {at: numbers[section] for at, section in _became(both, old, new).items()}


def _became(
    body: "Iterable[tuple[Element | None, Element | None]]", old: "Package", new: "Package"
) -> dict[int, Element]:
    """Return the section behind each section of the old file, by its number; `body` are elements and what they were."""
    numbers = {section: at for at, section in enumerate(old.tree(old.main).iter(w("sectPr")))}
    found: dict[int, Element] = {}
    for former, now in body if len(numbers) > 1 else ():
        before, after = (None if element is None else property_of(element, "sectPr") for element in (former, now))
        if before is not None and after is not None:
            found[numbers[before]] = after
    before, after = last_section(old), last_section(new)
    if before is not None and after is not None:
        found[numbers[before]] = after
    return found


# A file has one section at least.
_SEVERAL = 2


def keep_inherited(body: "Sequence[Line]", new: "Package") -> None:
    """Give a section that stays the headers that it shows since a section before it does, where that one is added.

    Rejecting takes the added section away; the one behind would be left without a header.
    """
    if sum(1 for _ in new.tree(new.main).iter(w("sectPr"))) < _SEVERAL:
        return
    shown: dict[Use, Element] = {}
    is_added = False
    sections = [
        (line.old, property_of(line.element, "sectPr"))
        for line in body
        if line.new is not None and line.element is not None
    ]
    last = last_section(new)
    for old, section in (*sections, (None if last is None else body, last)):
        if section is None:
            continue
        own = dict(references_of(section))
        if is_added and old is not None:
            for use in [use for use in shown if use not in own]:
                section.insert(0, copy.deepcopy(shown[use]))
        shown |= own
        is_added = old is None


def _brought_back(
    kind: str, place: str, new: "Package", sections: "Mapping[int, Element]"
) -> tuple[Element, str] | None:
    """Return the header that a section lost, emptied: the copy that came with the section, or a new one."""
    _, at, use, *_ = place.split(" ")
    section = sections.get(int(at))
    if section is None:
        return None
    for reference in [it for it in section.iterfind(w(f"{kind}Reference")) if it.get(w("type"), "default") == use]:
        if _is_struck(section):
            part = new.relationships(new.main)[reference.get(f"{{{R}}}id", "")].target
            new.tree(part)[:] = []
            return new.tree(part), part
        section.remove(reference)
    name = next(free for n in range(1, len(new.names) + 2) if not new.has(free := f"word/{kind}-old{n}.xml"))
    root = etree.Element(w("hdr" if kind == "header" else "ftr"), nsmap=new.tree(new.main).nsmap)
    new.put(name, root, _TYPE.format(kind))
    reference = make(f"{kind}Reference", {"type": use})
    reference.set(f"{{{R}}}id", new.relate(new.main, _RELATION.format(kind), name))
    section.insert(0, reference)
    return root, name


def _is_struck(section: Element) -> bool:
    """Whether a section came with a struck paragraph, and so shows what the old file does."""
    properties = section.getparent()
    end = None if properties is None else properties.find(w("rPr"))
    return end is not None and any(local(mark) in LEAVING for mark in end)
