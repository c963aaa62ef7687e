"""Text boxes: a drawing has a second copy of its text for old programs, which must show the same revisions."""

import copy
from typing import TYPE_CHECKING

from ordain.word.names import REVISIONS, Element, local, w
from ordain.word.read import boxes_in

if TYPE_CHECKING:
    from ordain.word.package import Package
    from ordain.word.revision import Pen

_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


def copy_to_fallbacks(package: "Package", part: str, pen: "Pen") -> None:
    """Give the second form of each drawing of a part the text that its first form has, with revision ids of its own."""
    for drawing in package.tree(part).iter(f"{_ALTERNATE}AlternateContent"):
        choice, fallback = (drawing.find(f"{_ALTERNATE}{name}") for name in ("Choice", "Fallback"))
        if choice is None or fallback is None:
            continue
        for shown, copied in zip(boxes_in(choice), boxes_in(fallback), strict=False):
            if any(local(mark) in REVISIONS for mark in shown.iter()):
                copied[:] = [_copy(child, pen) for child in shown]


def _copy(element: Element, pen: "Pen") -> Element:
    fresh = copy.deepcopy(element)
    for mark in fresh.iter():
        if local(mark) in REVISIONS:
            mark.set(w("id"), str(pen.take_id()))
    return fresh
