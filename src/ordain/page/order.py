"""What of the order stands in a version, as cells of the strip on the first screen."""

from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.chain.coverage import Sourced
from ordain.chain.sites import Way
from ordain.chain.states import State
from ordain.page.place import Spot, spot

if TYPE_CHECKING:
    from ordain.chain.coverage import Coverage, Covered
    from ordain.model.unit import Unit


class Cell(Struct, frozen=True):
    """One provision of the order: its name, its sign in the strip, its states, its places, the reasons given."""

    id: str
    name: str
    is_recital: bool
    sign: str
    states: tuple[str, ...]
    at: "tuple[tuple[Spot, Unit], ...]"
    reasons: tuple[str, ...]


# The sign of a cell, by the state that matters most; the first that holds is shown.
_SIGNS = (
    (State.DROPPED, "gone"),
    (State.SUSPECT, "suspect"),
    (State.PARTLY, "partly"),
    (State.NOT_CODIFIED, "left"),
    (State.WEAKENED, "weaker"),
    (State.NARROWED, "weaker"),
    (State.POLICY, "weaker"),
    (State.RECITAL, "weaker"),
    (State.BLANK, "suspect"),
    (State.STRENGTHENED, "stronger"),
    (State.WIDENED, "stronger"),
    (State.CHANGED, "changed"),
    (State.REWORDED, "changed"),
)
# What is weaker and one of these is both.
_STRONGER = frozenset((State.STRENGTHENED, State.WIDENED))


def order_cells(coverage: "Coverage") -> tuple[Cell, ...]:
    """Return a cell for each recital and provision of the order, in its order."""
    return tuple(_cell(it, coverage) for it in coverage.order)


def told_states(states: tuple[str, ...]) -> tuple[str, ...]:
    """Return the states that a cell says: that it stands in the bill goes without saying where there is another."""
    return tuple(state for state in states if state != _STANDS) or states


_STANDS = State.CODIFIED.name.lower()


def _cell(it: "Covered", coverage: "Coverage") -> Cell:
    sign = next((name for state, name in _SIGNS if state in it.states), "stands")
    if sign == "weaker" and not _STRONGER.isdisjoint(it.states):
        sign = "mixed"
    return Cell(
        id=it.demand.id,
        name=it.demand.heading or _beginning(it.demand.text),
        is_recital=it.demand.is_recital,
        sign=sign,
        states=tuple(state.name.lower() for state in it.states),
        at=tuple(_places(it, coverage)),
        reasons=tuple(reason.text for reason in it.reasons),
    )


def _places(it: "Covered", coverage: "Coverage") -> "list[tuple[Spot, Unit]]":
    """Return where a provision stands, without what only completes a sentence of it."""
    out = []
    for at in it.at:
        row = coverage.draft[at]
        assert isinstance(row, Sourced)
        link = next(link for link in row.links if link.id == it.demand.id)
        if link.way is not Way.INSIDE:
            out.append((spot(row.unit), row.unit))
    return out


# So much of a recital tells which it is.
_LONGEST = 70


def _beginning(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"
