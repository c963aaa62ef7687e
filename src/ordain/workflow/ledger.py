"""The ledger of a matter as a report: one row a provision, one column a text."""

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from ordain.chain.coverage import Sourced
from ordain.chain.ledger import Row, Standing, ledger
from ordain.model.force import Direction
from ordain.model.report import Cell, Column, Paragraph, Report, Table, Tone
from ordain.workflow.coverage import cover

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ordain.model.force import Signal
    from ordain.model.report import Json
    from ordain.norms.norm import Norm
    from ordain.workflow.houses import Houses


def ledger_report(folder: Path, known: "Houses") -> Report:
    """Return the ledger of the matter in a folder: the order, then each version."""
    covering = cover(folder, known)
    matter, house = covering.matter, known.house(covering.matter.house)
    demands = {it.demand.id: it.demand.text for it in covering.versions[0].order if not it.demand.is_recital}

    def sources(version: int, at: int) -> "Iterable[str]":
        row = covering.versions[version].draft[at]
        return [link.id for link in row.links] if isinstance(row, Sourced) else ()

    rows = ledger(demands, [it.units for it in covering.chain], sources, house.vocabulary)
    stages = [version.stage for version in matter.versions]
    labels = [stage.label if (stage := house.stage(name)) else name for name in stages]
    names = [f"{at}. {label}" for at, label in enumerate(labels, start=1)]
    weakened = tuple(cells for row in rows for cells in _weakened(row, names))
    return Report(
        name="ledger",
        title=f"Ledger of duties: {matter.name}",
        parts=(
            Paragraph(f"{len(rows)} provisions lay a duty on somebody, or give or bar a power."),
            *([_weak_table(weakened)] if weakened else [Paragraph("By no rule was one weakened on the way.")]),
            _table(rows, [f"{at}-{stage}" for at, stage in enumerate(stages, start=1)], names),
        ),
        facts={"matter": matter.name, "versions": stages},
    )


def _weak_table(rows: tuple[tuple[Cell, ...], ...]) -> Table:
    columns = (
        Column("provision", "Provision", 1.4),
        Column("version", "In"),
        Column("words", "What became weaker", 2.4),
    )
    return Table(key="weakened", title="Where a provision was weakened", columns=columns, rows=rows)


def _weakened(row: Row, names: "Sequence[str]") -> "Iterator[tuple[Cell, ...]]":
    """Yield a row for each version that made a provision looser."""
    for name, standing in zip(names, row.versions, strict=True):
        told = [it for it in standing.signals if it.direction is Direction.LOOSER] if standing else []
        if standing is not None and told:
            said = list(dict.fromkeys(it.said for it in told))
            yield Cell(_called(standing, row)), Cell(name), Cell("\n".join(said), Tone.BAD, said)


def _called(standing: Standing, row: Row) -> str:
    return f"{standing.addresses[0]}, {row.heading}" if row.heading else standing.addresses[0]


def _table(rows: "Sequence[Row]", keys: "Sequence[str]", names: "Sequence[str]") -> Table:
    columns = (
        Column("provision", "Provision", 0.8),
        Column("order", "Order"),
        *(Column(key, name) for key, name in zip(keys, names, strict=True)),
    )
    title = "Who must do what, by when, unless what"
    return Table(key="provisions", title=title, columns=columns, rows=tuple(map(_cells, rows)))


def _cells(row: Row) -> tuple[Cell, ...]:
    first = Cell("not in the bill", Tone.BAD) if row.order and not any(row.versions) else _cell(None, row.versions[0])
    cells = [_cell(None, row.order), first, *(_cell(before, now) for before, now in pairwise(row.versions))]
    last = next((it for it in reversed(row.versions) if it is not None), row.order)
    where = [] if last is None else last.addresses[:1]
    return Cell("\n".join((*where, *([row.heading] if row.heading else ()))), value=row.heading or None), *cells


def _cell(before: Standing | None, now: Standing | None) -> Cell:
    if now is None:
        return Cell("struck", Tone.BAD) if before is not None and before.norms else Cell()
    value: Json = {
        "addresses": list(now.addresses),
        "norms": [_norm(it) for it in now.norms],
        "force": [_signal(it) for it in now.signals],
    }
    if now.is_same:
        return Cell("as before", Tone.QUIET, value)
    lines = [line for norm in now.norms for line in _lines(norm)]
    told = list(dict.fromkeys(_told(it) for it in now.signals if it.direction in _SAID))
    looser = any(it.direction is Direction.LOOSER for it in now.signals)
    tone = Tone.BAD if looser else Tone.PLAIN
    return Cell("\n".join([*now.addresses, *lines, *told]), tone, value)


_SAID = {Direction.LOOSER: "weaker", Direction.STRICTER: "stricter", Direction.DIFFERENT: "other"}


def _told(signal: "Signal") -> str:
    return f"[{_SAID[signal.direction]}: {signal.said}]"


def _lines(norm: "Norm") -> "Iterator[str]":
    parts = sorted((it for it in (norm.actor, norm.modal, norm.act) if it is not None), key=lambda it: it.start)
    # "It is unlawful for any person to park": the act has lost its "to".
    to = ["to"] if norm.actor is not None and norm.actor.start > norm.modal.start else []
    said = [it.text for it in parts]
    yield " ".join([*said[:-1], *to, *said[-1:]])
    yield from (f"by when: {it.text}" for it in norm.times)
    yield from (it.text for it in norm.exceptions)


def _norm(norm: "Norm") -> "Json":
    return {
        "actor": norm.actor.text if norm.actor else None,
        "duty": norm.duty.value,
        "act": norm.act.text if norm.act else None,
        "to": [it.text for it in norm.recipients],
        "by": [it.text for it in norm.times],
        "unless": [it.text for it in norm.exceptions],
        "penalty": [it.text for it in norm.penalties],
    }


def _signal(signal: "Signal") -> "Json":
    return {
        "signal": signal.aspect.value,
        "rule": signal.rule,
        "direction": signal.direction.value,
        "old": signal.old,
        "new": signal.new,
    }
