"""A table of a Word file as the page shows it: rows of cells of paragraphs, with marks."""

from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.text.segments import Mark, whole
from ordain.text.tokens import tokenize

if TYPE_CHECKING:
    from ordain.compare.blocks import Block, RowBlock
    from ordain.compare.changes import Words
    from ordain.model.unit import Row


class Line(Struct, frozen=True):
    """One paragraph of a cell: its words with marks, and what became of its end where that does not go with them."""

    words: "Words"
    end: Mark


class GridCell(Struct, frozen=True):
    """One cell, and how many columns it takes."""

    span: int
    lines: tuple[Line, ...]


class GridRow(Struct, frozen=True):
    """One row: kept, struck or added; `at` is its position in the table of its side, the new one where it is kept.

    `is_whole` says that all its words have the mark of the row.
    """

    mark: Mark
    at: int
    is_head: bool
    is_whole: bool
    cells: tuple[GridCell, ...]


def grid(block: "Block") -> tuple[GridRow, ...]:
    """Return the rows of a table, or none for what is no table; a table never moves."""
    return tuple(_row(row, block) for row in block.rows)


def spans(row: "Row") -> tuple[int, ...]:
    """Return how many columns each cell of a row takes."""
    return row.spans or (1,) * len(row.cells)


def _row(row: "RowBlock", block: "Block") -> GridRow:
    table, at = (block.old, row.old) if row.mark is Mark.STRUCK else (block.new, row.new)
    assert table is not None
    assert at is not None
    its = table.rows[at]
    cells = tuple(
        GridCell(span, tuple(Line(_words(one), _end(one)) for one in cell))
        for cell, span in zip(row.cells, spans(its), strict=True)
    )
    parts = [part for cell in cells for line in cell.lines for part in line.words]
    is_whole = all(part.mark is row.mark for part in parts) and all(
        line.end is Mark.KEPT for cell in cells for line in cell.lines
    )
    return GridRow(row.mark, at, its.head, is_whole, cells)


def _words(block: "Block") -> "Words":
    """Return the words of a paragraph of a cell; a table inside a cell is a text, with bars between its cells."""
    if block.rows and all(part.mark is Mark.KEPT for part in block.words):
        return whole(Mark.KEPT, tokenize(block.unit.text))
    return block.words


def _end(block: "Block") -> Mark:
    return Mark.KEPT if all(part.mark is block.end for part in block.words) else block.end
