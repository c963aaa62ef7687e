"""Coverage: what became of each provision of an order in a draft, and where each provision of the draft comes from.

Closed both ways: every provision of the order has its states, and every unit of the draft
is from the order, or is added.
"""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct, field

from ordain.chain.effects import Force
from ordain.chain.places import Places
from ordain.chain.sites import FORM, Demand, Link, Links, links
from ordain.chain.states import State, verdict
from ordain.model.force import Signal
from ordain.model.unit import Unit
from ordain.text.typography import plain_opening


class Edition(Struct, frozen=True, kw_only=True):
    """One version as coverage reads it: its units, and the reasons that it gives, by the id of a provision."""

    units: tuple[Unit, ...]
    dropped: Mapping[str, str] = field(default_factory=dict)
    rationale: Mapping[str, str] = field(default_factory=dict)


class Reason(Struct, frozen=True):
    """Why something is so: what a version says, counted from 0, or the order, None."""

    text: str
    version: int | None = None


class Covered(Struct, frozen=True):
    """A provision of the order: its states, the units in which it stands, and what shows the states.

    `reasons` say why it is dropped or not codified, or why it stands there as it does;
    `share` is how many of its words stand in the draft, None where it stands nowhere.
    """

    demand: Demand
    states: tuple[State, ...]
    at: tuple[int, ...] = ()
    shown: tuple[str, ...] = ()
    signals: tuple[Signal, ...] = ()
    reasons: tuple[Reason, ...] = ()
    share: float | None = None


class Sourced(Struct, frozen=True):
    """A unit of the draft that is from the order: which provisions, how that is known, and why it is as it is."""

    unit: Unit
    links: tuple[Link, ...]
    reason: Reason | None = None


class Added(Struct, frozen=True):
    """A unit of the draft without a source in the order, and why it was added, where a version says so."""

    unit: Unit
    reason: Reason | None = None


Standing: TypeAlias = Sourced | Added


class Coverage(Struct, frozen=True):
    """One version against the order: the order's provisions in its order, the draft's units in theirs."""

    order: tuple[Covered, ...]
    draft: tuple[Standing, ...]


def coverages(demands: Sequence[Demand], chain: Sequence[Edition], force: Force) -> tuple[Coverage, ...]:
    """Return the coverage of each version of a chain, first to last.

    A version that says nothing of its sources has those of the version before it.  A reason
    stands in the version that drops, adds or changes, and holds until another is given;
    that of a drop, until the provision is back.
    """
    out: list[Coverage] = []
    dropped: dict[str, Reason] = {}
    rationale: dict[str, Reason] = {}
    for at, (edition, found) in enumerate(zip(chain, sources(demands, chain), strict=True)):
        dropped = _said_so_far(dropped, edition.dropped, at)
        rationale = _said_so_far(rationale, edition.rationale, at)
        reasons = _Reasons(dropped, rationale, frozenset(edition.dropped))
        out.append(_coverage(demands, edition.units, found, reasons, force))
        back = {it.demand.id for it in out[-1].order if it.at and State.PARTLY not in it.states}
        dropped = {name: reason for name, reason in dropped.items() if name not in back}
    return tuple(out)


def _said_so_far(held: Mapping[str, Reason], said: Mapping[str, str], version: int) -> dict[str, Reason]:
    """Return the reasons with those that a version says; one that it only repeats is that of the older version."""
    new = {name: text for name, text in said.items() if name not in held or _plain(held[name].text) != _plain(text)}
    return {**held, **{name: Reason(text, version) for name, text in new.items()}}


def _plain(text: str) -> str:
    return plain_opening(text).rstrip(".")


def sources(demands: Sequence[Demand], chain: Sequence[Edition]) -> tuple[Links, ...]:
    """Return, for each version of a chain, from which provisions of the order each of its units comes."""
    out: list[Links] = []
    before: tuple[Sequence[Unit], Links] | None = None
    for edition in chain:
        out.append(links(demands, edition.units, before))
        before = (edition.units, out[-1])
    return tuple(out)


def lost(coverage: Coverage) -> tuple[Covered, ...]:
    """Return the provisions that are dropped without a reason, and those whose loss is suspected."""
    return tuple(it for it in coverage.order if State.SUSPECT in it.states or is_silent(it))


def is_silent(it: Covered) -> bool:
    """Whether a provision is dropped and nobody says why."""
    return State.DROPPED in it.states and not it.reasons


def is_form(unit: Unit) -> bool:
    """Whether a unit is what every bill has: its title, its enacting clause."""
    return unit.level in FORM


class _Reasons(Struct, frozen=True):
    """What the versions so far say: why a provision of the order is dropped, why one of the draft is as it is.

    `said` are the provisions that this version itself says are dropped.
    """

    dropped: Mapping[str, Reason]
    rationale: Mapping[str, Reason]
    said: frozenset[str]


def _coverage(
    demands: Sequence[Demand], units: Sequence[Unit], found: Links, reasons: _Reasons, force: Force
) -> Coverage:
    places = Places(demands, units, found)
    order = tuple(_covered(demand, places, reasons, force) for demand in demands)
    why = [reasons.rationale.get(unit.id or "") for unit in units]
    rows: list[Standing] = [
        Sourced(unit, its, reason) if its else Added(unit, reason)
        for unit, its, reason in zip(units, found, why, strict=True)
    ]
    return Coverage(order, tuple(rows))


def _covered(demand: Demand, places: Places, reasons: _Reasons, force: Force) -> Covered:
    at = places.of(demand.id)
    dropped = reasons.dropped.get(demand.id)
    if not at:
        return _absent(demand, dropped, speaks=places.speaks)
    found = verdict(demand, places.stand(demand, at), force)
    states, shown = found.states, found.shown
    why = [reasons.rationale[name] for name in _names(places, at) if name in reasons.rationale]
    if dropped is not None and State.SUSPECT in states:
        states = tuple(State.PARTLY if state is State.SUSPECT else state for state in states)
        why.insert(0, dropped)
    elif demand.id in reasons.said:
        shown = (*shown, "though this version gives a reason why it is dropped")
    return Covered(demand, states, at, shown, found.signals, tuple(why), found.share)


def _names(places: Places, at: Sequence[int]) -> list[str]:
    return [name for place in at if (name := places.units[place].id)]


def _absent(demand: Demand, dropped: Reason | None, *, speaks: bool) -> Covered:
    if demand.reason is not None:
        return Covered(demand, (State.NOT_CODIFIED,), reasons=(dropped or Reason(demand.reason),))
    if dropped is not None or speaks:
        return Covered(demand, (State.DROPPED,), reasons=(dropped,) if dropped else ())
    return Covered(demand, (State.SUSPECT,), shown=("nothing alike was found, and the draft names no sources",))
