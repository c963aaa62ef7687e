"""Where each story of a redline stands in the new file; a header that went is brought back to be struck.

No revision holds the reference to a header.  One that was added keeps its reference, and
all its text is marked; one that was removed gets its part and reference again, with all
its text struck.  What stays behind is a header without text (docs/word/headers.md).
"""

from typing import TYPE_CHECKING

from lxml import etree

from ordain.model.unit import Story
from ordain.text.segments import Mark
from ordain.word.names import Element, R, make, w
from ordain.word.read import running_parts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordain.word.lines import Line
    from ordain.word.package import Package

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}"


def container_of(story: "Sequence[Line]", old: "Package", new: "Package") -> tuple[Element, str] | None:
    """Return the element of the new file that holds a story, and its part; None where the story goes with a section.

    The story must have a line.  Where only one side has it, its last end is left unmarked.
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
        return _brought_back(kind.value, gone.unit.place, old, new)
    body = new.tree(new.main).find(w("body"))
    assert body is not None
    return body, new.main


def _brought_back(kind: str, place: str, old: "Package", new: "Package") -> tuple[Element, str] | None:
    """Return the header of that place, or add an empty one to the section that lost it."""
    for _, known, part in running_parts(new):
        if known == place:
            return new.tree(part), part
    _, at, use = place.split(" ")
    sections = list(new.tree(new.main).iter(w("sectPr")))
    if int(at) >= len(sections) or any(
        reference.get(w("type"), "default") == use for reference in sections[int(at)].iterfind(w(f"{kind}Reference"))
    ):
        return None
    name = next(free for n in range(1, len(new.names) + 2) if not new.has(free := f"word/{kind}-old{n}.xml"))
    root = etree.Element(w("hdr" if kind == "header" else "ftr"), nsmap=old.tree(old.main).nsmap)
    new.put(name, root, _TYPE.format(kind))
    reference = make(f"{kind}Reference", {"type": use})
    reference.set(f"{{{R}}}id", new.relate(new.main, _RELATION.format(kind), name))
    sections[int(at)].insert(0, reference)
    return root, name
