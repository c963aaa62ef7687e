"""The signals of force of every wording change of a redline."""

from typing import TYPE_CHECKING, assert_never

from ordain.compare.changes import Altered, Inserted, Joined, Kept, Moved, Removed, Renumbered, Split
from ordain.compare.weight import weight_of
from ordain.force.between import force
from ordain.model.force import Aspect
from ordain.model.numbering import Level
from ordain.text.segments import Weight

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ordain.compare.changes import Change
    from ordain.compare.redline import Redline
    from ordain.model.force import Signal
    from ordain.model.unit import Unit
    from ordain.model.vocabulary import Vocabulary


def signals(redline: "Redline", vocabulary: "Vocabulary") -> "dict[int, tuple[Signal, ...]]":
    """Return the signals of each change by its number; a change that is not wording has none.

    Nor have the title, the recitals and the enacting clause, which bind nobody.  Of a
    provision that came or went as a whole, its duties, exceptions and penalties are told.
    """
    return {number: tuple(_signals(change, vocabulary)) for number, change in redline.changes}


_BIND_NOBODY = (Level.TITLE, Level.RECITAL, Level.ENACTING)
_OF_A_WHOLE = (Aspect.DUTY, Aspect.EXCEPTION, Aspect.PENALTY)


def _signals(change: "Change", vocabulary: "Vocabulary") -> "Iterator[Signal]":
    if weight_of(change) is not Weight.WORDING or _level(change) in _BIND_NOBODY:
        return
    old, new = _texts(change)
    for signal in force(old, new, vocabulary):
        if (old and new) or signal.aspect in _OF_A_WHOLE:
            yield signal


def _level(change: "Change") -> Level | None:
    match change:
        case Inserted(new) | Joined(new=new):
            return new.level
        case Removed(old) | Split(old=old) | Kept(old) | Renumbered(old) | Moved(old) | Altered(old):
            return old.level
        case _:
            assert_never(change)


def _texts(change: "Change") -> tuple[str, str]:
    """Return what the provisions of a change said, and what they say."""
    match change:
        case Inserted(new):
            return "", new.text
        case Removed(old):
            return old.text, ""
        case Split(old, parts):
            return old.text, _joined(parts)
        case Joined(parts, new):
            return _joined(parts), new.text
        case Kept(old, new) | Renumbered(old, new) | Moved(old, new) | Altered(old, new):
            return old.text, new.text
        case _:
            assert_never(change)


def _joined(parts: "Iterable[Unit]") -> str:
    return " ".join(part.text for part in parts)
