"""The first screen: what changed between two versions, in plain sentences made from weight and force.

Nothing is concluded: where a rule tells what a change does, the rule is named in words;
where none does, the words themselves are shown.
"""

from collections import Counter
from enum import Enum
from typing import TYPE_CHECKING, assert_never

from msgspec import Struct

from ordain.compare.changes import Altered, Inserted, Joined, Moved, Removed, Renumbered, Split
from ordain.compare.weight import weight_of
from ordain.model.force import Direction, Signal
from ordain.model.numbering import Level
from ordain.page.effect import adds, effects_of, worth_saying
from ordain.page.place import Spot, spot
from ordain.page.quote import quotes
from ordain.page.saying import Saying, counted, say
from ordain.text.segments import Mark, Weight

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ordain.compare.changes import Change, Words
    from ordain.model.unit import Unit
    from ordain.model.vocabulary import Vocabulary
    from ordain.page.review import Turn


class Group(Enum):
    """Under which heading of the first screen a change is named."""

    WEAKER = "weaker"
    MIXED = "mixed"
    GONE = "gone"
    STRONGER = "stronger"
    NEW = "new"
    OTHER = "other"
    WORDING = "wording"
    PLACE = "place"


class Item(Struct, frozen=True):
    """One line: the change by its number, where it is, and what is said of it."""

    group: Group
    number: int
    spot: Spot
    sayings: tuple[Saying, ...]


class First(Struct, frozen=True):
    """The first screen: how many changes of which sort, and a line for each change that is no mere number."""

    counts: tuple[Saying, ...]
    items: tuple[Item, ...]


def first(turn: "Turn", vocabulary: "Vocabulary") -> First:
    """Return the first screen of two versions; every change of wording or place is in at least one item."""
    changes = turn.redline.changes
    items = [
        item for number, change in changes for item in _items(number, change, turn.forces.get(number, ()), vocabulary)
    ]
    order = {group: at for at, group in enumerate(Group)}
    items.sort(key=lambda item: (order[item.group], item.number))
    return First(tuple(_counts([change for _, change in changes])), tuple(items))


def signals_of(change: "Change", signals: "Sequence[Signal]") -> tuple[Signal, ...]:
    """Return the signals of a change that tell something; recitals and titles bind nobody."""
    old, new = sides(change)
    if any(unit.level in _BINDS_NOBODY for unit in (*old, *new)):
        return ()
    return worth_saying(signals)


def verdict(change: "Change", told: "Sequence[Signal]") -> Group | None:
    """Return the one group that names a change best; none for numbering and typography.

    A change that rules find both weaker and stronger has a group of its own.
    """
    weight = weight_of(change)
    if weight in (Weight.NUMBERING, Weight.TYPOGRAPHY):
        return None
    match change:
        case Inserted():
            return Group.NEW
        case Removed():
            return Group.GONE
        case Moved() | Split() | Joined() if weight is Weight.PLACE or not (told or _is_worded(change)):
            return Group.PLACE
    ways = {signal.direction for signal in told}
    if {Direction.LOOSER, Direction.STRICTER} <= ways:
        return Group.MIXED
    if Direction.LOOSER in ways:
        return Group.WEAKER
    if Direction.STRICTER in ways:
        return Group.STRONGER
    return Group.OTHER if ways else Group.WORDING


def effects(change: "Change", signals: "Sequence[Signal]", vocabulary: "Vocabulary") -> tuple[Saying, ...]:
    """Return what rules say of a change, a line for each who is addressed; of what came or went, its duties."""
    old, new = sides(change)
    if not old or not new:
        return adds(signals, gone=not new)
    return effects_of(signals, (joined(old), joined(new)), vocabulary)


def joined(units: "Sequence[Unit]") -> str:
    """Return the text in which the signals of a change have their places."""
    return " ".join(unit.text for unit in units)


def sides(change: "Change") -> "tuple[tuple[Unit, ...], tuple[Unit, ...]]":
    """Return the provisions of a change as they were, and as they are."""
    match change:
        case Inserted(new):
            return (), (new,)
        case Removed(old):
            return (old,), ()
        case Split(old, news):
            return (old,), news
        case Joined(olds, new):
            return olds, (new,)
        case _:
            return (change.old,), (change.new,)


_BINDS_NOBODY = (Level.TITLE, Level.RECITAL, Level.ENACTING)


def _items(number: int, change: "Change", signals: "Sequence[Signal]", vocabulary: "Vocabulary") -> "Iterator[Item]":
    told = signals_of(change, signals)
    group = verdict(change, told)
    if group is None:
        return
    old, new = sides(change)
    where = spot((new or old)[0])
    if isinstance(change, Moved | Split | Joined):
        yield Item(Group.PLACE, number, where, (_place(change),))
    match group:
        case Group.PLACE:
            return
        case Group.WORDING:
            yield Item(group, number, where, quotes(_words(change)))
        case _:
            yield Item(group, number, where, effects(change, told, vocabulary))


def _place(change: Moved | Split | Joined) -> Saying:
    """Return what became of the place of a provision."""
    match change:
        case Moved(old):
            return say("moved.from", where=spot(old))
        case Split(new=parts):
            return counted("split.into", len(parts))
        case Joined(old=parts):
            return counted("joined.of", len(parts))
        case _:
            assert_never(change)


def _is_worded(change: "Change") -> bool:
    return any(part.mark is not Mark.KEPT for part in _words(change))


def _words(change: "Change") -> "Words":
    match change:
        case Altered(words=words) | Moved(words=words):
            return words
        case Split(words=parts) | Joined(words=parts):
            return tuple(part for words in parts for part in words)
        case _:
            return ()


def _counts(changes: "Sequence[Change]") -> "Iterator[Saying]":
    counts = Counter(_counted_as(change) for change in changes)
    for key in _COUNTED:
        if counts[key]:
            yield counted(f"count.{key}", counts[key])


_COUNTED = (
    "section.new", "section.gone", "paragraph.new", "paragraph.gone",
    "altered", "split", "joined", "moved", "renumbered", "typography",
)  # fmt: skip


def _counted_as(change: "Change") -> str:
    match change:
        case Inserted(unit) | Removed(unit):
            what = "section" if unit.level is Level.SECTION else "paragraph"
            return f"{what}.{'new' if isinstance(change, Inserted) else 'gone'}"
        case Moved():
            return "moved"
        case Split():
            return "split"
        case Joined():
            return "joined"
        case Renumbered() | Altered() if weight_of(change) is Weight.TYPOGRAPHY:
            return "typography"
        case Renumbered() | Altered() if weight_of(change) is Weight.NUMBERING:
            return "renumbered"
        case _:
            return "altered"
