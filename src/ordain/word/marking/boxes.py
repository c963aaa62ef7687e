"""Text boxes: a drawing has a second copy of its text for old programs, which must show the same revisions."""

import copy
import re
from typing import TYPE_CHECKING

from ordain.word.parts.names import REVISIONS, Element, local, w
from ordain.word.parts.written import is_text

if TYPE_CHECKING:
    from ordain.word.marking.revision import Pen


def copy_to(copied: Element, box: Element, pen: "Pen") -> None:
    """Give the second form of a box the text that its first form has, with revision ids of its own."""
    if any(local(mark) in REVISIONS or (is_text(mark) and _REVISED.search(mark.text or "")) for mark in box.iter()):
        copied[:] = [_copy(child, pen) for child in box]


def _copy(element: Element, pen: "Pen") -> Element:
    fresh = copy.deepcopy(element)
    for mark in fresh.iter():
        if is_text(mark):
            mark.text = _REVISED.sub(lambda found: f"{found[1]}{pen.take_id()}", mark.text or "")
        elif local(mark) in REVISIONS:
            mark.set(w("id"), str(pen.take_id()))
    return fresh


# The id of a revision in XML as text.
_REVISED = re.compile(rf'(<w:(?:{"|".join(sorted(REVISIONS))}) w:id=")\d+')
