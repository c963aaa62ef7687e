"""Tables: which row became which, and the blocks of their cells.

A row whose cells span and merge as before is compared cell by cell.  Any other row is
struck whole and set anew: no mark of WordprocessingML for a column or a merged cell is
read alike by all readers.
"""

from typing import TYPE_CHECKING

from ordain.compare.align import align
from ordain.compare.blocks import RowBlock
from ordain.model.unit import Form, Unit
from ordain.text.segments import Mark, Segment, merged, segments
from ordain.text.sequences import heaviest_chain
from ordain.text.tokens import CELL, ROW

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ordain.compare.blocks import Block
    from ordain.compare.changes import Words
    from ordain.model.unit import Row

    CompareCell = Callable[[Sequence[Unit], Sequence[Unit]], list[Block]]


def table_rows(old: Unit | None, new: Unit | None, compare_cell: "CompareCell") -> tuple[RowBlock, ...]:
    """Return the rows of a table on one side or both, struck rows before those added in their stead.

    `compare_cell` compares the units of one cell.
    """
    olds: Sequence[Row] = old.rows if old else ()
    news: Sequence[Row] = new.rows if new else ()
    out: list[RowBlock] = []
    last = (-1, -1)
    for i, j in [*_kept(olds, news), (len(olds), len(news))]:
        for at in range(last[0] + 1, i):
            cells = tuple(tuple(compare_cell(cell, ())) for cell in olds[at].cells)
            out.append(RowBlock(Mark.STRUCK, at, None, cells))
        for at in range(last[1] + 1, j):
            cells = tuple(tuple(compare_cell((), cell)) for cell in news[at].cells)
            out.append(RowBlock(Mark.ADDED, None, at, cells))
        if i < len(olds):
            pairs = zip(olds[i].cells, news[j].cells, strict=True)
            out.append(RowBlock(Mark.KEPT, i, j, tuple(tuple(compare_cell(one, other)) for one, other in pairs)))
        last = (i, j)
    return tuple(out)


def words_in(rows: "Iterable[RowBlock]") -> "Words":
    """Return the words of all cells of some rows, with unmarked bars and line ends between."""
    return merged(
        part
        for at, row in enumerate(rows)
        for cell, blocks in enumerate(row.cells)
        for part in (
            Segment(Mark.KEPT, (CELL,) if cell else (ROW,) if at else ()),
            *(word for block in blocks for word in block.words),
        )
    )


def cells_of(table: Unit, mark: Mark) -> "Words":
    """Return all words of a table under one mark, with unmarked bars and line ends between."""
    return segments(
        part
        for at, row in enumerate(table.rows)
        for cell, units in enumerate(row.cells)
        for part in (
            (Mark.KEPT, (CELL,) if cell else (ROW,) if at else ()),
            (mark, [token for unit in units for token in unit.tokens]),
        )
    )


def _kept(olds: "Sequence[Row]", news: "Sequence[Row]") -> list[tuple[int, int]]:
    """Return the pairs of rows that are compared cell by cell, in their order."""
    if not olds or not news:
        return []
    links = [
        (pair.old[0], pair.new[0], 1.0 + sum(len(unit.tokens) for cell in olds[pair.old[0]].cells for unit in cell))
        for pair in align(_as_units(olds), _as_units(news))
        if pair.old and pair.new and olds[pair.old[0]].shape == news[pair.new[0]].shape
    ]
    certain = [links[at][:2] for at in heaviest_chain(links)]
    return sorted([*certain, *_in_place(olds, news, certain)])


def _in_place(
    olds: "Sequence[Row]", news: "Sequence[Row]", certain: "Sequence[tuple[int, int]]"
) -> "Iterator[tuple[int, int]]":
    """Yield as many rows as stand on both sides between two certain pairs: each took the other's place."""
    last = (-1, -1)
    for i, j in [*certain, (len(olds), len(news))]:
        between = list(zip(range(last[0] + 1, i), range(last[1] + 1, j), strict=False))
        equal = i - last[0] == j - last[1]
        if equal and all(olds[one].shape == news[other].shape for one, other in between):
            yield from between
        last = (i, j)


def _as_units(rows: "Sequence[Row]") -> list[Unit]:
    """Return each row as one unit, a sign between its cells, to be aligned like paragraphs."""
    said = [tuple(token for cell in row.cells for unit in cell for token in (*unit.tokens, "\t")) for row in rows]
    return [Unit(tokens=tokens, form=Form.ROW) for tokens in said]
