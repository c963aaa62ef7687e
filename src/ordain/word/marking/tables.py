"""Write the tables of a redline: rows struck and added, and the properties of what stays.

A row is marked in its properties and on all that it holds, since readers differ in what
they go by.  See docs/word/tables.md.
"""

import copy
from typing import TYPE_CHECKING

from ordain.text.segments import Mark
from ordain.word.marking.lines import Role
from ordain.word.parts.names import Element, local, make, w
from ordain.word.reading.identity import canonical

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ordain.word.marking.carry import Carrier
    from ordain.word.marking.lines import Line, RowLine
    from ordain.word.marking.revision import Pen

    WriteCell = Callable[[Element, Sequence[Line]], None]

# What may stand before the rows of a table, the cells of a row, the text of a cell.
_HEADS = ("tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr")


def write_table(line: "Line", carrier: "Carrier", pen: "Pen", write_cell: "WriteCell") -> None:
    """Write the rows of a table into the element that stands for it in the new file."""
    table = line.element
    assert table is not None
    behind: Element | None = None
    for row in line.rows:
        element = _element(row, carrier)
        if row.new is None:
            _place(table, behind, element)
        behind = _top(element, table)
        for cell, lines in zip(_cells(row, element), row.cells, strict=True):
            write_cell(cell, lines)
        pen.entries = () if row.entry is None else (row.entry,)
        if row.mark is not Mark.KEPT:
            shown = row.new or row.old
            source = None if shown is None else shown.element
            _mark_row(element, pen.mark("ins" if row.mark is Mark.ADDED else "del", Role.END, source))
        else:
            _track_row(row, pen)
    if line.old is not None and line.new is not None:
        pen.entries = () if line.entry is None else (line.entry,)
        _track(table, line.old.element, "tblPr", "tblPrChange", pen)
        _track(table, line.old.element, "tblGrid", "tblGridChange", pen)


def empty_copy(table: Element, carrier: "Carrier") -> Element:
    """Return a table of the old file without its rows."""
    fresh = make("tbl", children=[copy.deepcopy(child) for child in table if local(child) in ("tblPr", "tblGrid")])
    carrier.relink_all(fresh)
    return fresh


def _element(row: "RowLine", carrier: "Carrier") -> Element:
    """Return the row of the new file, or a copy of the old one whose cells wait for their text."""
    if row.new is not None:
        return row.new.element
    assert row.old is not None
    fresh = make("tr", children=[copy.deepcopy(child) for child in row.old.element if local(child) in _HEADS])
    for cell in row.old.cells:
        properties = [copy.deepcopy(child) for child in cell.element if local(child) in _HEADS]
        fresh.append(make("tc", children=properties))
    carrier.relink_all(fresh)
    return fresh


def _cells(row: "RowLine", element: Element) -> list[Element]:
    return list(element.iterchildren(w("tc"))) if row.new is None else [cell.element for cell in row.new.cells]


def _place(table: Element, behind: Element | None, row: Element) -> None:
    if behind is not None:
        behind.addnext(row)
        return
    heads = [child for child in table if local(child) in _HEADS]
    if heads:
        heads[-1].addnext(row)
    else:
        table.insert(0, row)


def _top(row: Element, table: Element) -> Element:
    """Return the child of the table that a row stands in: itself, or a content control round it."""
    at = row
    while (parent := at.getparent()) is not None and parent is not table:
        at = parent
    return at


def _mark_row(row: Element, mark: Element) -> None:
    properties = row.find(w("trPr"))
    if properties is None:
        properties = make("trPr")
        exceptions = row.find(w("tblPrEx"))
        row.insert(0 if exceptions is None else 1, properties)
    properties.append(mark)


def _track_row(row: "RowLine", pen: "Pen") -> None:
    """Keep the former properties of a row and its cells beside the new ones, where they differ."""
    assert row.old is not None
    assert row.new is not None
    _track(row.new.element, row.old.element, "tblPrEx", "tblPrExChange", pen)
    _track(row.new.element, row.old.element, "trPr", "trPrChange", pen)
    for new, old in zip(row.new.cells, row.old.cells, strict=True):
        _track(new.element, old.element, "tcPr", "tcPrChange", pen)


def _track(new: Element, old: Element, name: str, change: str, pen: "Pen") -> None:
    now, former = new.find(w(name)), old.find(w(name))
    if canonical(now) == canonical(former):
        return
    if now is None:
        now = make(name)
        new.insert(sum(local(child) in _HEADS[: _HEADS.index(name)] for child in new), now)
    mark = pen.mark(change, Role.FORMAT, now)
    if name == "tblGrid":
        for attribute in ("author", "date"):
            mark.attrib.pop(w(attribute), None)
    kept = [] if former is None else [copy.deepcopy(child) for child in former if local(child) != change]
    mark.append(make(name, children=kept))
    now.append(mark)
