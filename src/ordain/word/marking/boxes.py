"""Text boxes: a drawing has a second copy of its text for old programs, which must show the same revisions."""

import copy
from typing import TYPE_CHECKING

from ordain.word.parts.names import REVISIONS, Element, local, w

if TYPE_CHECKING:
    from ordain.word.marking.revision import Pen


def copy_to(copied: Element, box: Element, pen: "Pen") -> None:
    """Give the second form of a box the text that its first form has, with revision ids of its own."""
    if any(local(mark) in REVISIONS for mark in box.iter()):
        copied[:] = [_copy(child, pen) for child in box]


def _copy(element: Element, pen: "Pen") -> Element:
    fresh = copy.deepcopy(element)
    for mark in fresh.iter():
        if local(mark) in REVISIONS:
            mark.set(w("id"), str(pen.take_id()))
    return fresh
