"""What became of a provision of an order: its states, read from what the order says and what the draft says."""

import re
from collections.abc import Sequence
from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.chain.effects import Force, effects, plainly
from ordain.chain.holding import missing, share
from ordain.chain.phrases import reworded, said
from ordain.model.force import Aspect, Direction, Signal

if TYPE_CHECKING:
    from ordain.chain.sites import Demand


class State(Enum):
    """What became of a provision; several may hold of one."""

    CODIFIED = "codified"
    POLICY = "moved to a policy statement"
    RECITAL = "moved to a recital"
    STRENGTHENED = "strengthened"
    WEAKENED = "weakened"
    WIDENED = "widened in scope"
    NARROWED = "narrowed in scope"
    CHANGED = "changed"
    REWORDED = "reworded"
    SPLIT = "split"
    BLANK = "left blank"
    SUSPECT = "suspect"
    PARTLY = "dropped in part"
    DROPPED = "dropped"
    NOT_CODIFIED = "not codified"


class Verdict(Struct, frozen=True):
    """The states that the words show, what shows them, and the share of the order's words that stand there."""

    states: tuple[State, ...]
    shown: tuple[str, ...]
    signals: tuple[Signal, ...]
    share: float


class Stand(Struct, frozen=True, kw_only=True):
    """What a draft says where a provision of the order stands.

    `text` is what binds there; `around` adds what it brings in: definitions of its words
    and provisions that it cites.
    """

    text: str
    around: str
    places: int
    in_recitals: bool
    likeness: float | None = None


def verdict(demand: "Demand", stand: Stand, force: Force) -> Verdict:
    """Return what became of a provision of the order that stands somewhere in a draft.

    Where hardly a word of it is left, nothing is said of its force: it may be another provision.
    """
    held = share(demand.text, stand.around)
    lost = () if demand.is_recital else missing(demand.text, stand.around)
    is_other = held < _HELD or (stand.likeness is not None and stand.likeness < _ALIKE)
    is_policy = bool(_POLICY.search(stand.text)) and not _POLICY.search(demand.text)
    is_silent = demand.is_recital or is_other or _BLANK.search(demand.text) is not None
    signals = () if is_silent else effects(demand.text, stand.text, stand.around, force)
    # A policy binds nobody: that shall became should is what makes it one.
    signals = tuple(it for it in signals if not (is_policy and it.aspect is Aspect.DUTY))
    words = _words(demand.text, stand.text)
    states = [
        *([State.SUSPECT] if is_other or lost else []),
        *([State.POLICY] if is_policy else []),
        *([State.RECITAL] if stand.in_recitals and not demand.is_recital else []),
        *(() if is_silent and not demand.is_recital else _amount(signals, () if is_policy else words)),
        *([State.SPLIT] if stand.places > 1 else []),
        *([State.BLANK] if _BLANK.search(stand.text) else []),
    ]
    if not {State.SUSPECT, State.POLICY, State.RECITAL} & set(states):
        states.insert(0, State.CODIFIED)
    shown = [*_opening(stand.text, is_policy=is_policy), *map(said, signals), *(f"not found: '{it}'" for it in lost)]
    return Verdict(tuple(states), tuple(shown) or words, signals, held)


# Below this share of the order's words a provision may be another one under the same name.
_HELD = 0.6
# A bill without ids is taken at its words: below this likeness the counterpart is a guess.
_ALIKE = 0.5

_POLICY = re.compile(r"\bit is the policy of\b", re.IGNORECASE)
_BLANK = re.compile(r"_{4,}")


def _words(wanted: str, text: str) -> tuple[str, ...]:
    """Return how the draft's words differ from the order's, which may have left a blank."""
    if _BLANK.search(wanted):
        return () if _BLANK.search(text) else ("the order's words are not known: the draft fills the blank",)
    return reworded(plainly(wanted), plainly(text))


def _opening(text: str, *, is_policy: bool) -> list[str]:
    found = _POLICY.search(text) if is_policy else None
    return [f"the draft says '{found[0]} …'"] if found else []


def _amount(signals: Sequence[Signal], words: Sequence[str]) -> list[State]:
    """Return what the signals amount to; where none has a direction, that something changed."""
    found = {_effect(signal) for signal in signals}
    directed = [state for state in _DIRECTED if state in found]
    if found:
        return directed or [State.CHANGED]
    return [State.REWORDED] if words else []


_DIRECTED = (State.STRENGTHENED, State.WEAKENED, State.WIDENED, State.NARROWED)
# For whom and for what a provision holds is its scope; all else is how it binds.
_SCOPE = (Aspect.SCOPE, Aspect.ACTOR)


def _effect(signal: Signal) -> State:
    stricter, looser = _ON_SCOPE if signal.aspect in _SCOPE else _ON_FORCE
    return {Direction.STRICTER: stricter, Direction.LOOSER: looser}.get(signal.direction, State.CHANGED)


_ON_SCOPE = State.WIDENED, State.NARROWED
_ON_FORCE = State.STRENGTHENED, State.WEAKENED
