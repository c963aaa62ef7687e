"""Which numbers in references were set anew because what they cite has another number."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ordain.compare.changes import Change
    from ordain.compare.weight import Follows, Spans
    from ordain.model.unit import Unit


def follow(changes: "Sequence[Change]") -> "Follows":
    """Return a function that tells it of a pair of provisions."""

    def spans(old: "Unit", new: "Unit") -> "Spans":
        return ()

    return spans
