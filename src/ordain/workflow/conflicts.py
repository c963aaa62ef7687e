"""Compare amendment sheets that address one print: which get in each other's way, and what each order gives."""

from itertools import combinations
from typing import TYPE_CHECKING

from ordain.amend.adopt import check_print, found
from ordain.amend.bill import bill_of
from ordain.amend.conflicts import Conflict, Relation, conflicts, outcomes, triples
from ordain.model.report import Cell, Column, Heading, Paragraph, Report, Table, Tone
from ordain.workflow.amend import printed, read_in_form

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from ordain.amend.bill import Bill
    from ordain.amend.conflicts import Motion
    from ordain.workflow.houses import Houses


def conflicts_between(
    old: "Path", sheets: "Sequence[Path]", known: "Houses", house: str | None = None
) -> tuple[Report, bool]:
    """Return the report on sheets that address the draft at `old`, and whether any two are in conflict.

    Raises OrdainError where a sheet does not fit the draft by itself.
    """
    before = printed(old, known, house)
    bill = bill_of(before.draft, before.house, before.pages)
    motions = []
    for path in sheets:
        sheet = read_in_form(path)
        check_print(sheet, before.pages)
        motions.append(found(bill, sheet.items, before.house))
    names = [path.name for path in sheets]
    pairs = {
        (one, other): conflicts(bill, motions[one], motions[other]) for one, other in combinations(range(len(names)), 2)
    }
    parts = [_pairs(names, pairs), *_orders(bill, motions, names)]
    report = Report(name="conflicts", title=f"Conflicts between amendments to {old.name}", parts=tuple(parts))
    return report, any(pairs.values())


def _pairs(names: "Sequence[str]", pairs: "dict[tuple[int, int], tuple[Conflict, ...]]") -> Table:
    columns = (
        Column("one", "Sheet", 2),
        Column("other", "Other sheet", 2),
        Column("relation", "Relation", 3),
        Column("instructions", "Instructions", 2),
    )
    rows = []
    for (one, other), its in pairs.items():
        for conflict in its or (None,):
            relation = Relation.INDEPENDENT if conflict is None else conflict.relation
            tone = Tone.GOOD if conflict is None else Tone.BAD
            numbers = "" if conflict is None else f"{conflict.one} and {conflict.other}"
            rows.append((Cell(names[one]), Cell(names[other]), Cell(relation.value, tone), Cell(numbers)))
    return Table(key="pairs", columns=columns, rows=tuple(rows), title="Pairs")


def _orders(
    bill: "Bill", motions: "Sequence[Motion]", names: "Sequence[str]"
) -> "Iterator[Heading | Paragraph | Table]":
    yield Heading("Orders of adoption")
    rows = []
    for chosen in triples(len(motions)):
        distinct = outcomes(bill, [motions[at] for at in chosen])
        for number, outcome in enumerate(distinct, start=1):
            for order, fallen in zip(outcome.orders, outcome.fallen, strict=True):
                rows.append(
                    (
                        Cell(", ".join(names[chosen[at]] for at in order)),
                        Cell(_letter(number), Tone.PLAIN if len(distinct) == 1 else Tone.BAD),
                        Cell(", ".join(names[chosen[at]] for at in fallen)),
                    )
                )
    columns = (Column("order", "Order", 4), Column("outcome", "Outcome", 1), Column("fallen", "No longer fits", 2))
    yield Paragraph("Orders with one letter give one text.  A sheet that no longer fits falls as a whole.")
    yield Table(key="orders", columns=columns, rows=tuple(rows))


def _letter(number: int) -> str:
    return chr(ord("A") + number - 1)
