"""Provenance: in which version each provision came in, and which versions changed its words."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, assert_never

from msgspec import Struct

from ordain.compare.align import align
from ordain.compare.changes import Altered, Inserted, Joined, Kept, Moved, Removed, Renumbered, Split
from ordain.compare.diff import diff
from ordain.compare.follow import follow
from ordain.compare.weight import weighed, weight_of
from ordain.text.segments import Weight

if TYPE_CHECKING:
    from ordain.compare.changes import Change
    from ordain.model.unit import Unit


class History(Struct, frozen=True):
    """The version in which a provision came in, and those that changed its words, counted from 0.

    A new number, a new place and another spelling of the same words change no words.
    """

    came: int
    changed: tuple[int, ...] = ()


def histories(chain: "Sequence[Sequence[Unit]]") -> tuple[History, ...]:
    """Return the history of each unit of the last version of a chain, first to last.

    What was split or joined came in with the oldest of what it was made from.
    """
    held = tuple(History(0) for _ in chain[0]) if chain else ()
    for version in range(1, len(chain)):
        held = _carried(chain[version - 1], chain[version], held, version)
    return held


def _carried(
    old: "Sequence[Unit]", new: "Sequence[Unit]", held: Sequence[History], version: int
) -> tuple[History, ...]:
    before = {id(unit): history for unit, history in zip(old, held, strict=True)}
    now: dict[int, History] = {}
    changes = diff(old, new, align(old, new))
    follows = follow(changes, old, new)
    for change in changes:
        sources, results = _ends(change)
        found = [before[id(unit)] for unit in sources]
        changed = not isinstance(change, Kept) and weight_of(weighed(change, follows)) is Weight.WORDING
        history = _one_history(found, version, changed=changed)
        now |= {id(unit): history for unit in results}
    return tuple(now[id(unit)] for unit in new)


def _ends(change: "Change") -> "tuple[Sequence[Unit], Sequence[Unit]]":
    """Return what a change was made from, and what it made."""
    match change:
        case Inserted(new):
            return (), (new,)
        case Removed(old):
            return (old,), ()
        case Split(old, parts):
            return (old,), parts
        case Joined(parts, new):
            return parts, (new,)
        case Kept(old, new) | Renumbered(old, new) | Moved(old, new) | Altered(old, new):
            return (old,), (new,)
        case _:
            assert_never(change)


def _one_history(found: Sequence[History], version: int, *, changed: bool) -> History:
    if not found:
        return History(version)
    versions = {at for history in found for at in history.changed} | ({version} if changed else set())
    return History(min(history.came for history in found), tuple(sorted(versions)))
