"""The one reading order of both sides: struck text stands before the text that came in its stead."""

from typing import TYPE_CHECKING, assert_never

from msgspec import Struct

from ordain.compare.changes import Altered, Change, Inserted, Joined, Kept, Moved, Removed, Renumbered, Split

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordain.model.unit import Unit


class Departure(Struct, frozen=True):
    """The place that a moved provision left."""

    move: Moved


def reading_order(changes: "Sequence[Change]", old: "Sequence[Unit]") -> "list[Change | Departure]":
    """Put what was struck, and what moved away, behind what stood before it in the old text."""
    place = {id(unit): at for at, unit in enumerate(old)}
    staying: list[Change] = []
    gone: list[tuple[int, Removed | Departure]] = []
    for change in changes:
        match change:
            case Removed(unit):
                gone.append((place[id(unit)], change))
            case Moved(unit):
                gone.append((place[id(unit)], Departure(change)))
                staying.append(change)
            case _:
                staying.append(change)
    gone.sort(key=lambda it: it[0])
    out: list[Change | Departure] = []
    at = 0
    for change in staying:
        first = _first_old(change, place)
        if first is not None:
            begin = at
            while at < len(gone) and gone[at][0] < first:
                at += 1
            _insert_struck(out, [it for _, it in gone[begin:at]])
        out.append(change)
    _insert_struck(out, [it for _, it in gone[at:]])
    return out


def _insert_struck(out: "list[Change | Departure]", struck: "Sequence[Removed | Departure]") -> None:
    """Put struck text before the text that was added in its stead, but not between a provision and its new parts."""
    if not struck:
        return
    depth = min(_left(it).depth for it in struck)
    place = at = len(out)
    while at and isinstance(change := out[at - 1], Inserted | Moved):
        at -= 1
        if change.new.depth <= depth:
            place = at
    out[place:place] = struck


def _left(change: "Removed | Departure") -> "Unit":
    """Return the old unit of what was struck or moved away."""
    return change.move.old if isinstance(change, Departure) else change.old


def _first_old(change: Change, place: dict[int, int]) -> int | None:
    """Return where a change that keeps its place stands in the old text, or None for one that has no place there."""
    match change:
        case Inserted() | Moved():
            return None
        case Joined(old=parts):
            return place[id(parts[0])]
        case Kept(old) | Renumbered(old) | Altered(old) | Split(old) | Removed(old):
            return place[id(old)]
        case _:
            assert_never(change)
