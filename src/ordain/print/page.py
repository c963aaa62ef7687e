"""The page of a print in points: where its text stands, how many lines it holds, how far they are apart."""

import math
from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.errors import refuse
from ordain.print.faces import LINE_HEIGHT

if TYPE_CHECKING:
    from ordain.model.house import Layout


class Page(Struct, frozen=True, kw_only=True):
    """Paper, the box that the text fills, and the grid of its lines, from the top left."""

    width: float
    height: float
    left: float
    right: float
    top: float
    pitch: float
    lines: int

    @property
    def bottom(self) -> float:
        """Where the last line ends."""
        return self.top + self.pitch * self.lines


# Narrower text has lines of a word or two; a house means something else.
_NARROWEST = 72


def page_of(layout: "Layout") -> Page:
    """Return the page of a layout: what its typesetting leaves open follows from margins and type.

    Raises OrdainError where the margins leave no room for the lines.
    """
    top, right, bottom, left = layout.margins
    setting = layout.typesetting
    pitch = setting.pitch or layout.spacing * layout.size * LINE_HEIGHT
    # A sum of lengths such as 13.8 is no whole number to the last bit.
    room = math.floor((layout.height - top - bottom) / pitch + 1e-6)
    lines = setting.lines or room
    if lines > room or lines < 1:
        raise refuse(
            f"the margins of the house leave room for {max(room, 0)} lines of {pitch:g} points, not {max(lines, 1)}",
            "make them smaller, or the page longer",
        )
    if layout.width - right - left < _NARROWEST:
        raise refuse("the margins of the house leave no room for a line", "make them smaller, or the page wider")
    return Page(
        width=layout.width,
        height=layout.height,
        left=left,
        right=layout.width - right,
        top=top,
        pitch=pitch,
        lines=lines,
    )
