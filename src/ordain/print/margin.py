"""The margin of a marked print: before which letter each line of the official print of the new text begins."""

from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ordain.model.linemap import LineMap, Row
    from ordain.model.unit import Unit


class Begun(Struct, frozen=True):
    """A line begins before a letter; `at` counts the letters of a paragraph from 0, blanks left out."""

    at: int
    text: str


def beginnings(lines: "LineMap", units: "Iterable[Unit]") -> dict[int, tuple[Begun, ...]]:
    """Return the lines of each unit by its identity, the first one told with its page.

    Units without lines are left out.  Both lists are in reading order.  Where the house
    numbers no lines only the pages are told.
    """
    rows = {unit: tuple(its) for unit, its in groupby(lines.rows, key=lambda row: row.span.unit)}
    found: dict[int, tuple[Begun, ...]] = {}
    at = 0
    for unit in units:
        if at < len(lines.units) and lines.units[at].line == unit.line:
            found[id(unit)] = tuple(_begun(rows[at], unit.line, numbered=lines.numbered))
            at += 1
    assert at == len(lines.units)
    return found


def letters(text: str) -> int:
    """Return how many letters a text has, blanks left out.

    >>> letters("(A) The Mayor")
    11
    """
    return sum(not letter.isspace() for letter in text)


def _begun(rows: "tuple[Row, ...]", text: str, *, numbered: bool) -> "Iterator[Begun]":
    page = 0
    for row in rows:
        line = row.line
        turned, page = line.page != page, line.page
        if numbered:
            yield Begun(letters(text[: row.span.start]), f"{page}:{line.number}" if turned else str(line.number))
        elif turned:
            yield Begun(letters(text[: row.span.start]), f"page {page}")
