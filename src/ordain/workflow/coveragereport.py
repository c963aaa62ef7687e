"""The coverage of a matter as a report: the order in one version, the version's own provisions, the trend."""

from typing import TYPE_CHECKING, assert_never

from ordain.chain.coverage import Added, Coverage, Covered, Reason, Sourced, is_form, is_silent, lost
from ordain.chain.phrases import reworded, said
from ordain.chain.ripple import Redefined, Reset
from ordain.chain.sites import Way
from ordain.chain.states import State
from ordain.model.numbering import Level
from ordain.model.provision import heading_of
from ordain.model.report import Cell, Column, Paragraph, Report, Table, Tone

if TYPE_CHECKING:
    from ordain.chain.coverage import Standing
    from ordain.chain.ripple import Ripple
    from ordain.model.report import Json, Part
    from ordain.model.unit import Unit
    from ordain.workflow.coverage import Covering


def coverage_report(covering: "Covering", at: int) -> Report:
    """Return the report on the version at a position of the chain."""
    matter, coverage = covering.matter, covering.versions[at]
    version = matter.versions[at]
    facts: dict[str, Json] = {
        "matter": matter.name,
        "version": at + 1,
        "stage": version.stage,
        "file": version.file,
        "lost": [it.demand.id for it in lost(coverage)],
    }
    parts: list[Part] = [
        Paragraph(_summary(coverage)),
        _order_table(coverage),
        _draft_table(coverage),
        _trend(covering),
        *([_ripple_table(covering.ripples[at])] if covering.ripples[at] else []),
    ]
    title = f"Coverage of the order: {matter.name}, version {at + 1} ({version.stage})"
    return Report(name="coverage", title=title, parts=tuple(parts), facts=facts)


def cited_as(unit: "Unit") -> str:
    """Return how a unit is cited; a definition without a number by the term it defines."""
    heading = heading_of(unit.text)
    says = unit.text[len(heading) :].lstrip()[:1].isalpha()
    if unit.level is Level.FURTHER and heading and says:
        return f"{unit.address.partition(', further')[0]}, {heading.rstrip('.')}"
    return unit.address


def beginning(unit: "Unit") -> str:
    """Return the first words of a unit."""
    text = unit.text
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rsplit(' ', 1)[0]} …"


# So many signs tell a provision from its neighbors.
_SHOWN = 60


def _summary(coverage: Coverage) -> str:
    standing = [it for it in coverage.order if it.at]
    dropped = [it for it in coverage.order if State.DROPPED in it.states]
    not_codified = [it for it in coverage.order if State.NOT_CODIFIED in it.states]
    suspect = [it for it in coverage.order if State.SUSPECT in it.states]
    from_order = [it for it in coverage.draft if isinstance(it, Sourced)]
    form = [it for it in coverage.draft if isinstance(it, Added) and is_form(it.unit)]
    added = len(coverage.draft) - len(from_order) - len(form)
    return (
        f"Of {len(coverage.order)} recitals and provisions of the order, standing in this version: {len(standing)}; "
        f"dropped: {len(dropped)}; not codified: {len(not_codified)}; suspect: {len(suspect)}. "
        f"Of {len(coverage.draft)} paragraphs of the version, from the order: {len(from_order)}; "
        f"added without source: {added}; title and enacting clause: {len(form)}."
    )


def _order_table(coverage: Coverage) -> Table:
    return Table(
        key="order",
        title="What of the order is in this version",
        columns=(
            Column("provision", "Order", 1.2),
            Column("states", "State", 1.2),
            Column("where", "Where"),
            Column("shown", "What shows it", 2.2),
            Column("reasons", "The reason given", 1.8),
        ),
        rows=tuple(_order_row(it, coverage) for it in coverage.order),
    )


def _order_row(it: Covered, coverage: Coverage) -> tuple[Cell, ...]:
    where = _where(it, coverage)
    why = [_why(reason) for reason in it.reasons]
    share = None if it.share is None else round(it.share, 2)
    held = [] if share in (None, 1.0) else [f"{share:.0%} of the order's words stand there"]
    signals: list[Json] = [
        {
            "signal": signal.aspect.value,
            "rule": signal.rule,
            "direction": signal.direction.value,
            "old": signal.old,
            "new": signal.new,
        }
        for signal in it.signals
    ]
    return (
        Cell(it.demand.id),
        Cell(_states(it), _tone(it), [state.value for state in it.states]),
        Cell("\n".join(where), value=where),
        Cell("\n".join([*it.shown, *held]), value={"said": it.shown, "share": share, "force": signals}),
        Cell("no reason is given" if is_silent(it) else "\n".join(why), value=why),
    )


def _why(reason: Reason) -> str:
    return reason.text if reason.version is None else f"{reason.text} (version {reason.version + 1})"


def _where(it: Covered, coverage: Coverage) -> list[str]:
    """Return where a provision stands, without what only completes a sentence of it."""
    rows = [coverage.draft[at] for at in it.at]
    links = [next(link for link in row.links if link.id == it.demand.id) for row in rows if isinstance(row, Sourced)]
    return [
        cited_as(row.unit) + ("" if link.way is Way.SAID else f" ({_how(link.way, link.score)})")
        for row, link in zip(rows, links, strict=True)
        if link.way is not Way.INSIDE
    ]


def _states(it: Covered) -> str:
    return ", ".join(state.value for state in it.states)


_BAD = {State.SUSPECT, State.DROPPED, State.WEAKENED, State.NARROWED, State.BLANK}
_GOOD = {State.STRENGTHENED, State.WIDENED}


def _tone(it: Covered) -> Tone:
    if _BAD & set(it.states):
        return Tone.BAD
    if _GOOD & set(it.states):
        return Tone.GOOD
    return Tone.QUIET if State.NOT_CODIFIED in it.states else Tone.PLAIN


def _draft_table(coverage: Coverage) -> Table:
    return Table(
        key="draft",
        title="Where each paragraph of this version comes from",
        columns=(
            Column("address", "Provision"),
            Column("text", "Begins", 2.0),
            Column("from", "From the order", 1.4),
            Column("reason", "The reason given", 2.0),
        ),
        rows=tuple(map(_draft_row, coverage.draft)),
    )


def _draft_row(row: "Standing") -> tuple[Cell, ...]:
    match row:
        case Sourced(unit, links, reason):
            said = [
                link.id + (f" ({_how(link.way, link.score)})" if link.way is not Way.SAID else "") for link in links
            ]
            value: list[Json] = [{"id": link.id, "way": link.way.value, "score": link.score} for link in links]
            source = Cell("\n".join(said), value=value)
        case Added(unit, reason):
            source = Cell("the form of a bill" if is_form(unit) else "added without source", Tone.QUIET, value=())
        case _:
            assert_never(row)
    return Cell(cited_as(unit)), Cell(beginning(unit), value=unit.text), source, Cell(_why(reason) if reason else "")


def _how(way: Way, score: float | None) -> str:
    return way.value if score is None else f"{way.value}, {score:.0%}"


def _trend(covering: "Covering") -> Table:
    versions = covering.matter.versions
    rows = []
    for at, first in enumerate(covering.versions[0].order):
        cells = [
            Cell(_states(it), _tone(it), [state.value for state in it.states])
            for it in (coverage.order[at] for coverage in covering.versions)
        ]
        rows.append((Cell(first.demand.id), *cells))
    columns = [Column(f"{at}-{version.stage}", f"{at}. {version.stage}") for at, version in enumerate(versions, 1)]
    return Table(
        key="trend",
        title="Version by version",
        columns=(Column("provision", "Order"), *columns),
        rows=tuple(rows),
    )


def _ripple_table(found: "tuple[Ripple, ...]") -> Table:
    return Table(
        key="ripple",
        title="What changed definitions and thresholds reach, though it did not change itself",
        columns=(
            Column("what", "What changed", 1.2),
            Column("how", "How", 2.0),
            Column("reaches", "Reaches", 2.0),
        ),
        rows=tuple(map(_ripple_row, found)),
    )


def _ripple_row(ripple: "Ripple") -> tuple[Cell, ...]:
    reached = [cited_as(it.unit) + (f" (through {it.through})" if it.through else "") for it in ripple.reached]
    match ripple:
        case Redefined(term, old, new):
            what = f"definition of {term}"
            how = "\n".join(_redefined(old, new))
        case Reset(_, now, signals):
            what = cited_as(now)
            how = "\n".join(said(signal) for signal in signals)
        case _:
            assert_never(ripple)
    return Cell(what), Cell(how), Cell("\n".join(reached), value=reached)


def _redefined(old: "Unit | None", new: "Unit | None") -> tuple[str, ...]:
    if old is None:
        return ("now defined",)
    if new is None:
        return ("no longer defined",)
    return ("defined anew", *reworded(old.text, new.text))
