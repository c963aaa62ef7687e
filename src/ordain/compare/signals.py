"""The signals of force of every wording change of a redline."""

from typing import TYPE_CHECKING

from ordain.compare.changes import Altered, Inserted, Joined, Kept, Moved, Removed, Renumbered, Split
from ordain.compare.force import force
from ordain.compare.weight import weight_of
from ordain.text.segments import Weight

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ordain.compare.changes import Change
    from ordain.compare.redline import Redline
    from ordain.model.force import Signal
    from ordain.model.unit import Unit
    from ordain.model.vocabulary import Vocabulary


def signals(redline: "Redline", vocabulary: "Vocabulary") -> "dict[int, tuple[Signal, ...]]":
    """Return the signals of each change by its number; a change that is not wording has none."""
    return {
        number: force(*_texts(change), vocabulary) if weight_of(change) is Weight.WORDING else ()
        for number, change in redline.changes
    }


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


def _joined(parts: "Iterable[Unit]") -> str:
    return " ".join(part.text for part in parts)
