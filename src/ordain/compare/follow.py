"""Which numbers in references were set anew because what they cite has another number."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordain.compare.changes import Change
    from ordain.compare.repointing import Spans
    from ordain.compare.weight import Follows
    from ordain.model.unit import Unit


def follow(changes: "Sequence[Change]", old: "Sequence[Unit]", new: "Sequence[Unit]") -> "Follows":
    """Return a function that tells it of a pair of provisions.

    Only the numbers of drafts are known for certain: of Word files it tells of none.
    """
    if not all(any(unit.level is not None for unit in units) for units in (old, new)):
        return _none
    from ordain.compare.repointing import followed_numbers  # noqa: PLC0415 - Word files need no rules of citing
    from ordain.compare.successors import successors  # noqa: PLC0415 - the same

    known = successors(changes, old, new)
    if all(before == after for before, after in known.became.items()):
        return _none
    return lambda before, after: followed_numbers(before, after, known)


def _none(_old: "Unit", _new: "Unit") -> "Spans":
    return ()
