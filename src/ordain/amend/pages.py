"""Page and line: on which line of a print every word of a bill stands.

A value that knows nothing of how a print is made: the line map says where the lines of each
paragraph begin and end.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ordain.model.unit import Story

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordain.model.linemap import LineMap


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A line of a print: its page, and its number on that page, both from 1."""

    page: int
    line: int

    def __str__(self) -> str:
        return f"page {self.page}, line {self.line}"


@dataclass(frozen=True, slots=True)
class Row:
    """What stands on one line: the letters of a paragraph from `start` up to `end`."""

    spot: Spot
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True)
class Print:
    """The lines of a print in reading order, and the label and the digest by which it is known.

    The rows of a paragraph cover all of it.  Lines of the heading have no row.
    """

    label: str
    digest: str
    rows: tuple[Row, ...]

    def spot(self, paragraph: int, at: int) -> Spot:
        """Return the line on which a letter of a paragraph stands."""
        rows = self.rows_of[paragraph]
        return next((row.spot for row in rows if at < row.end), rows[-1].spot)

    def row(self, spot: Spot) -> Row | None:
        """Return what stands on a line, or None where no words of the bill stand there."""
        return self._by_spot.get(spot)

    @cached_property
    def rows_of(self) -> dict[int, "Sequence[Row]"]:
        """The rows of each paragraph."""
        found: dict[int, list[Row]] = {}
        for row in self.rows:
            found.setdefault(row.paragraph, []).append(row)
        return dict(found)

    @cached_property
    def _by_spot(self) -> dict[Spot, Row]:
        return {row.spot: row for row in self.rows}


def print_of(lines: "LineMap", label: str, digest: str) -> Print | None:
    """Return the lines of the text of a bill, or None where the house numbers no lines."""
    if not lines.numbered:
        return None
    body = [at for at, unit in enumerate(lines.units) if unit.story is Story.BODY]
    places = {unit: place for place, unit in enumerate(body)}
    rows = (
        Row(Spot(row.line.page, row.line.number), places[row.span.unit], row.span.start, row.span.end)
        for row in lines.rows
        if row.span.unit in places
    )
    return Print(label, digest, tuple(rows))
