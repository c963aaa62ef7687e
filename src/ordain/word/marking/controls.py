"""Content controls round blocks that all came: no revision adds the control, so it is left out.

Rejecting leaves a control where it stands, and readers leave an empty paragraph in it, or
all of its words (docs/word/links-fields-controls.md).
"""

from typing import TYPE_CHECKING

from ordain.word.parts.names import local, w
from ordain.word.reading.read import blocks_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordain.word.marking.lines import Line
    from ordain.word.parts.names import Element


def leave_out_new_controls(container: "Element", story: "Sequence[Line]") -> None:
    """Take away the controls of a story whose blocks are all new, and leave the blocks.

    A story that is new as a whole keeps them: its cell or its header goes with it.
    """
    if next(container.iter(w("sdt")), None) is None:
        return
    stayed = {line.element for line in story if line.old is not None}
    if not stayed or len(stayed) == len(story):
        return
    for control in list(_controls_in(container)):
        held = control.find(w("sdtContent"))
        blocks = [] if held is None else list(blocks_in(held))
        if held is not None and blocks and stayed.isdisjoint(blocks):
            for child in list(held):
                control.addprevious(child)
            _remove(control)


def _controls_in(container: "Element") -> "list[Element]":
    """Return the controls round blocks of one story, outer ones first."""
    found: list[Element] = []
    for child in container:
        if local(child) == "sdt":
            found.append(child)
        if local(child) in ("sdt", "sdtContent", "customXml", "smartTag"):
            found += _controls_in(child)
    return found


def _remove(element: "Element") -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)
