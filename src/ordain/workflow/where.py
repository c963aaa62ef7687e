"""Tell on which lines of the official print a provision stands, and which provision stands on a line."""

from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.errors import Place, nearest, refuse
from ordain.model.addresses import addresses_of
from ordain.model.linemap import Line

if TYPE_CHECKING:
    from ordain.model.linemap import Row
    from ordain.workflow.print import Pdf


class Standing(Struct, frozen=True):
    """A provision, by its address, and lines of the print that hold it."""

    address: str
    rows: tuple["Row", ...]


def standing_of(pdf: "Pdf", name: str) -> tuple[Standing, ...]:
    """Return where a provision stands with all that is inside it, by its address or its id.

    There is more than one where an address stands twice.  Raises OrdainError where there
    is none.
    """
    units = pdf.lines.units
    cited = set(map(id, addresses_of(units).at(name)))
    wanted = " ".join(name.split()).lower()
    found = []
    for at, unit in enumerate(units):
        if id(unit) in cited or wanted in (unit.address.lower(), unit.id):
            behind = range(at + 1, len(units))
            last = next((next_ for next_ in behind if units[next_].depth <= unit.depth), len(units)) - 1
            rows = tuple(row for row in pdf.lines.rows if at <= row.span.unit <= last)
            found.append(Standing(unit.address, rows))
    if not found:
        known = [unit.address for unit in units]
        raise refuse(f"nothing in this text is cited as '{name}'", nearest(name, known), _place(pdf))
    return tuple(found)


def standing_on(pdf: "Pdf", page: int, line: int | None = None) -> tuple[Standing, ...]:
    """Return what stands on a page, or on one line of it, provision by provision.

    Raises OrdainError where the print has no such page or line, or numbers no lines.
    """
    lines = pdf.lines
    on_page = [row for row in lines.rows if row.line.page == page]
    if not on_page:
        pages = lines.rows[-1].line.page if lines.rows else 0
        raise refuse(f"the print has no page {page}", f"its last page is {pages}", _place(pdf))
    if line is not None and not lines.numbered:
        raise refuse("this house numbers no lines", "name the page alone", _place(pdf))
    if line is not None:
        row = lines.row(Line(page, line))
        if row is None:
            last = on_page[-1].line.number
            raise refuse(f"page {page} has no line {line}", f"its last line is {last}", _place(pdf))
        on_page = [row]
    by_unit: dict[int, list[Row]] = {}
    for row in on_page:
        by_unit.setdefault(row.span.unit, []).append(row)
    return tuple(Standing(lines.units[unit].address, tuple(rows)) for unit, rows in by_unit.items())


def _place(pdf: "Pdf") -> Place:
    return Place(pdf.draft.file or "the draft")
