"""The two sides of a redline beside each other: a row for each provision, and each side with its own marks."""

from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.compare.changes import Moved
from ordain.compare.weight import weight_of
from ordain.text.segments import Mark, Weight, segments, whole

if TYPE_CHECKING:
    from collections.abc import Collection

    from ordain.compare.blocks import Block
    from ordain.compare.changes import Change, Words
    from ordain.compare.redline import Redline


class Pairing(Struct, frozen=True, kw_only=True):
    """A row: what a provision said and says, label and words, with what is struck on one side and added on the other.

    `number` is the change that it shows, and None where nothing is marked; `note` says
    what happened.  Of what moved, the place that it left is a row of a note alone.
    """

    old: "Words"
    new: "Words"
    number: int | None = None
    note: str = ""

    @property
    def is_changed(self) -> bool:
        """Whether a word is marked, or a note says what happened."""
        return bool(self.note) or any(part.mark is not Mark.KEPT for part in (*self.old, *self.new))


def side_by_side(redline: "Redline", weights: "Collection[Weight]" = tuple(Weight)) -> tuple[Pairing, ...]:
    """Return the rows in reading order, the block above the bill first; changes of other `weights` are not marked."""
    changes = dict(redline.changes)
    rows = (
        _row(block, None if block.number is None else changes[block.number], weights)
        for block in (*redline.top, *redline.blocks)
    )
    return tuple(row for row in rows if row.note or any(part.text.strip() for part in (*row.old, *row.new)))


def note_of(block: "Block", change: "Change") -> str:
    """Return what happened to a provision: the kind of its change, and where it stood before, or went."""
    if isinstance(change, Moved):
        return f"moved from {change.old.address}" if block.new else f"moved to {change.new.address}"
    if block.old and block.new and block.old.address != block.new.address:
        return f"{block.kind}, was {block.old.address}"
    return block.kind


def unmarked(weights: "Collection[Weight]") -> tuple[str, ...]:
    """Return the sentence that says which changes are not marked; none where all are.

    >>> unmarked([Weight.WORDING, Weight.PLACE, Weight.NUMBERING])
    ('Not marked: changes of typography. The digest is that of all changes.',)
    """
    hidden = [weight.value for weight in Weight if weight not in weights]
    return (f"Not marked: changes of {', '.join(hidden)}. The digest is that of all changes.",) if hidden else ()


def _row(block: "Block", change: "Change | None", weights: "Collection[Weight]") -> Pairing:
    shown = change is None or weight_of(change) in weights
    note = note_of(block, change) if shown and change is not None else ""
    number = block.number if shown else None
    words, old = block.words, block.old
    if isinstance(change, Moved):
        if block.new is None:
            return Pairing(old=(), new=(), number=number, note=note)
        words, old = change.words, change.old
    # A label that stays with its provision is numbering: it stands as it reads on either side.
    is_one_sided = block.old is None or block.new is None
    labels = [
        whole(mark if is_one_sided and not block.moved else Mark.KEPT, (unit.label,) if unit and unit.label else ())
        for unit, mark in ((old, Mark.STRUCK), (block.new, Mark.ADDED))
    ]
    sides = [
        _line(label, _side(words, mark, shown=shown), shown=shown)
        for label, mark in zip(labels, (Mark.STRUCK, Mark.ADDED), strict=True)
    ]
    return Pairing(old=sides[0], new=sides[1], number=number, note=note)


def _side(words: "Words", mark: Mark, *, shown: bool) -> "Words":
    """Return one side of words: what only follows a number stands unmarked, as it reads there."""
    return segments(
        (part.mark if shown and part.weight is not Weight.NUMBERING else Mark.KEPT, part.tokens)
        for part in words
        if part.mark in (Mark.KEPT, mark)
    )


def _line(label: "Words", words: "Words", *, shown: bool) -> "Words":
    """Return label and words with a blank between them that is marked where both are."""
    marks = {part.mark for part in (*label, *words[:1])}
    blank = whole(marks.pop() if len(marks) == 1 else Mark.KEPT, (" ",)) if label and words else ()
    parts = (*label, *blank, *words)
    return segments((part.mark if shown else Mark.KEPT, part.tokens) for part in parts)
