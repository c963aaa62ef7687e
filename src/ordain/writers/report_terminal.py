"""Write a report for the terminal, or as plain text: columns that line up, and wrap inside their cells."""

import textwrap
from itertools import zip_longest
from typing import TYPE_CHECKING, TypeAlias, assert_never

from ordain.model.report import Heading, Paragraph, Table, Tone, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ordain.model.report import Cell, Part, Report

    # Sets off a text by its tone.
    Paint: TypeAlias = Callable[[str, Tone], str]

# Select Graphic Rendition codes.
_CODES = {Tone.STRONG: "1", Tone.QUIET: "2", Tone.GOOD: "32", Tone.BAD: "31"}

# Blanks between two columns.
_GAP = 2
# In a column of fewer signs nearly every word stands alone: such a row is written as a block.
_NARROWEST = 14
# No terminal that is read is narrower.
_LEAST = 20

_INDENT = "  "
_EMPTY = "(none)"


def write_report_terminal(report: "Report", *, color: bool, width: int) -> str:
    """Return the report as lines of at most `width` signs; tones are shown where `color` is wanted.

    Where the columns of a table would get too narrow each row is a block, with a line
    `Title: text` for each of its cells.
    """
    paint = _colored if color else lambda text, _: text
    width = max(width, _LEAST)
    blocks = [_underlined(report.title, "=", paint, width)]
    blocks += [_part(part, paint, width) for part in report.parts]
    return "\n\n".join("\n".join(lines) for lines in blocks) + "\n"


def _part(part: "Part", paint: "Paint", width: int) -> list[str]:
    match part:
        case Heading(text):
            return _underlined(text, "-", paint, width)
        case Paragraph(text):
            return _wrapped(shown(text), width)
        case Table():
            return _table(part, paint, width)
        case _:
            assert_never(part)


def _underlined(text: str, sign: str, paint: "Paint", width: int) -> list[str]:
    lines = _wrapped(shown(text), width)
    return [*(paint(line, Tone.STRONG) for line in lines), sign * max(map(len, lines))]


def _table(table: Table, paint: "Paint", width: int) -> list[str]:
    title = [paint(line, Tone.STRONG) for line in _wrapped(shown(table.title), width)] if table.title else []
    title += [""] if title else []
    if not table.rows:
        return [*title, _EMPTY]
    widths = [each - _GAP for each in table.widths(width + _GAP, _GAP)]
    if any(given < min(_NARROWEST, longest) for given, longest in zip(widths, table.longest(), strict=True)):
        return [*title, *_blocks(table, paint, width)]
    return [*title, *_grid(table, paint, widths)]


def _grid(table: Table, paint: "Paint", widths: "Sequence[int]") -> list[str]:
    """Return the rows under the titles of their columns; a blank line parts them where one wraps."""
    titles = [_wrapped(shown(column.title), width) for column, width in zip(table.columns, widths, strict=True)]
    rows = [[_wrapped(cell.lines, width) for cell, width in zip(row, widths, strict=True)] for row in table.rows]
    between = [""] if any(len(lines) > 1 for row in rows for lines in row) else []
    out = _beside(titles, [Tone.STRONG] * len(widths), paint, widths)
    out.append((" " * _GAP).join("-" * width for width in widths))
    for at, (row, lines) in enumerate(zip(table.rows, rows, strict=True)):
        out += between if at else []
        out += _beside(lines, [cell.tone for cell in row], paint, widths)
    return out


def _beside(
    cells: "Sequence[list[str]]", tones: "Sequence[Tone]", paint: "Paint", widths: "Sequence[int]"
) -> list[str]:
    """Return the lines of cells that stand beside each other."""
    out = []
    for lines in zip_longest(*cells, fillvalue=""):
        filled = len(lines) - next((at for at, line in enumerate(reversed(lines)) if line), len(lines))
        row = [
            paint(line, tone) + " " * (width - len(line) if at < filled else 0)
            for at, (line, tone, width) in enumerate(zip(lines[:filled], tones, widths, strict=False), start=1)
        ]
        out.append((" " * _GAP).join(row))
    return out


def _blocks(table: Table, paint: "Paint", width: int) -> list[str]:
    """Return each row as a line `Title: text` for each cell; those behind the first, which names the row, indented."""
    out: list[str] = []
    for at, row in enumerate(table.rows):
        out += [""] if at else []
        for place, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
            out += _titled(" ".join(shown(column.title)), cell, paint, width, _INDENT if place else "")
    return out


def _titled(title: str, cell: "Cell", paint: "Paint", width: int, indent: str) -> list[str]:
    """Return the cell behind its title where both fit on a line, else below it."""
    opening = f"{indent}{title}:"
    if len(cell.lines) == 1 and len(f"{opening} {cell.lines[0]}") <= width:
        return [f"{opening} {paint(cell.lines[0], cell.tone)}"]
    inner = indent + _INDENT
    return [
        *_wrapped([opening], width),
        *(inner + paint(line, cell.tone) for line in _wrapped(cell.lines, width - len(inner))),
    ]


def _wrapped(lines: "Sequence[str]", width: int) -> list[str]:
    """Return lines of at most `width` signs; a line without words stays one."""
    return [part for line in lines for part in textwrap.wrap(line, width, break_on_hyphens=False) or [""]]


def _colored(text: str, tone: Tone) -> str:
    return f"\x1b[{_CODES[tone]}m{text}\x1b[0m" if tone in _CODES and text else text
