"""Cards: what stands beside a change on the page, and what the filters ask of it."""

from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.compare.changes import kind_of
from ordain.compare.weight import weight_of
from ordain.model.force import Direction
from ordain.page.fingerprint import fingerprints
from ordain.page.first import effects, sides, signals_of, verdict
from ordain.page.place import Spot, spot

if TYPE_CHECKING:
    from ordain.model.force import Signal
    from ordain.model.vocabulary import Vocabulary
    from ordain.page.review import Turn
    from ordain.page.saying import Saying
    from ordain.text.segments import Weight


class Card(Struct, frozen=True, kw_only=True):
    """One change: where it is and was, its kind and weight, what rules say of it, and the reason given.

    `verdict` is the group of the first screen that names it best, or nothing.
    """

    number: int
    kind: str
    weight: "Weight"
    fingerprint: str
    spot: Spot
    was: Spot | None
    verdict: str
    forces: tuple[str, ...]
    sayings: "tuple[Saying, ...]"
    reason: str | None


def cards(turn: "Turn", vocabulary: "Vocabulary") -> tuple[Card, ...]:
    """Return the card of each change, by number."""
    names = fingerprints(turn.redline.entries())
    out = []
    for number, change in turn.redline.changes:
        told = signals_of(change, turn.forces.get(number, ()))
        old, new = sides(change)
        group = verdict(change, told)
        now, before = spot((new or old)[0]), spot((old or new)[0])
        out.append(
            Card(
                number=number,
                kind=kind_of(change),
                weight=weight_of(change),
                fingerprint=names[number],
                spot=now,
                was=before if before.address != now.address else None,
                verdict="" if group is None else group.value,
                forces=forces_of(told),
                sayings=effects(change, told, vocabulary),
                reason=turn.reasons.get(number),
            )
        )
    return tuple(out)


def forces_of(signals: "tuple[Signal, ...]") -> tuple[str, ...]:
    """Return what the signals of a change amount to for a filter: weaker, stronger, other, or none."""
    found = {_FORCES[signal.direction] for signal in signals}
    return tuple(sorted(found)) or ("none",)


_FORCES = {
    Direction.LOOSER: "weaker",
    Direction.STRICTER: "stronger",
    Direction.DIFFERENT: "other",
    Direction.UNKNOWN: "other",
}
