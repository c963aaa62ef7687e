"""The print that a sheet addresses: the lines of the text of a bill, without its heading.

The line map has the lines of the whole print; a sheet speaks of the paragraphs that are amended.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.model.unit import Story

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordain.model.linemap import Line, LineMap


class Row(Struct, frozen=True):
    """What stands on one line: the letters of a paragraph from `start` up to `end`."""

    line: "Line"
    paragraph: int
    start: int
    end: int


class Print(Struct, frozen=True, dict=True):
    """The lines of a print in reading order, and the label and the digest by which it is known.

    The rows of a paragraph cover all of it.  Lines of the heading have no row.
    """

    label: str
    digest: str
    rows: tuple[Row, ...]

    def line(self, paragraph: int, at: int) -> "Line":
        """Return the line on which a letter of a paragraph stands."""
        rows = self.rows_of[paragraph]
        return next((row.line for row in rows if at < row.end), rows[-1].line)

    def row(self, line: "Line") -> Row | None:
        """Return what stands on a line, or None where no words of the bill stand there."""
        return self._by_line.get(line)

    @cached_property
    def rows_of(self) -> dict[int, "Sequence[Row]"]:
        """The rows of each paragraph."""
        found: dict[int, list[Row]] = {}
        for row in self.rows:
            found.setdefault(row.paragraph, []).append(row)
        return dict(found)

    @cached_property
    def _by_line(self) -> dict["Line", Row]:
        return {row.line: row for row in self.rows}


def print_of(lines: "LineMap", label: str, digest: str) -> Print | None:
    """Return the lines of the text of a bill, or None where the house numbers no lines."""
    if not lines.numbered:
        return None
    body = [at for at, unit in enumerate(lines.units) if unit.story is Story.BODY]
    places = {unit: place for place, unit in enumerate(body)}
    rows = (
        Row(row.line, places[row.span.unit], row.span.start, row.span.end)
        for row in lines.rows
        if row.span.unit in places
    )
    return Print(label, digest, tuple(rows))
