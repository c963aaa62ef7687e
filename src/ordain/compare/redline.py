"""The redline: a comparison as a value, from which every output is written.

Its blocks are the paragraphs of both sides in one reading order.  A block's `end` is what
became of the end of the paragraph: an added end goes away when changes are rejected, and
joins what stands before it to the next block; a struck one when they are accepted.
"""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, assert_never

from ordain.compare.align import align
from ordain.compare.blocks import Block, blocks_of, departure
from ordain.compare.changes import (
    Altered,
    Change,
    Entry,
    Inserted,
    Joined,
    Kept,
    Moved,
    Removed,
    Renumbered,
    Split,
    kind_of,
)
from ordain.compare.diff import diff
from ordain.compare.reading import Departure, reading_order
from ordain.model.unit import Story, Unit
from ordain.text.segments import Mark, side, whole
from ordain.text.tokens import join

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ordain.text.tokens import Token


@dataclass(frozen=True, slots=True)
class Redline:
    """A comparison: blocks in reading order, and what changed around the text.

    `heading` holds the blocks of what is printed of the front matter, without numbers.
    """

    blocks: tuple[Block, ...]
    changes: tuple[tuple[int, Change], ...]
    heading: tuple[Block, ...] = ()

    @property
    def top(self) -> tuple[Block, ...]:
        """The blocks of the lines above the bill."""
        return tuple(block for block in self.heading if block.unit.story is Story.HEADING)

    def entries(self) -> tuple[Entry, ...]:
        """Return the list of changes in the order of the new text; what is kept is left out."""
        return tuple(entry for number, change in self.changes for entry in _entries(number, change))

    def accepted(self) -> tuple[Unit, ...]:
        """Return the new text, rebuilt from the marks."""
        return _rebuilt(self.blocks, Mark.ADDED, lambda block: block.new)

    def rejected(self) -> tuple[Unit, ...]:
        """Return the old text, rebuilt from the marks."""
        return _rebuilt(self.blocks, Mark.STRUCK, lambda block: block.old)


def compare(old: "Sequence[Unit]", new: "Sequence[Unit]") -> Redline:
    """Return the redline that turns `old` into `new`.

    The body is aligned and numbered; heading and footer lines are compared in a list of
    their own, without numbers.
    """
    old_body, new_body = _of(old, Story.BODY), _of(new, Story.BODY)
    pairs = align(old_body, new_body)
    order = reading_order(diff(old_body, new_body, pairs), old_body)
    changes: list[tuple[int, Change]] = []
    numbers: dict[int, int] = {}
    for at, change in enumerate(order):
        if not isinstance(change, Kept | Departure):
            numbers[at] = len(changes) + 1
            changes.append((len(changes) + 1, change))
    arrivals = {id(change): number for number, change in changes}
    blocks: list[Block] = []
    for at, change in enumerate(order):
        if isinstance(change, Departure):
            blocks.append(departure(change.move, arrivals[id(change.move)]))
        else:
            blocks += blocks_of(change, numbers.get(at))
    return Redline(tuple(blocks), tuple(changes), _around(old, new))


def _of(units: "Sequence[Unit]", story: Story) -> tuple[Unit, ...]:
    return tuple(unit for unit in units if unit.story is story)


def _entries(number: int, change: Change) -> tuple[Entry, ...]:
    kind = kind_of(change)
    match change:
        case Kept():
            return ()
        case Inserted(new):
            return (Entry(number, kind, None, new, whole(Mark.ADDED, new.tokens)),)
        case Removed(old):
            return (Entry(number, kind, old, None, whole(Mark.STRUCK, old.tokens)),)
        case Renumbered(old, new):
            return (Entry(number, kind, old, new, whole(Mark.KEPT, new.tokens)),)
        case Moved(old, new, words) | Altered(old, new, words):
            return (Entry(number, kind, old, new, words),)
        case Split(old, parts, words):
            return tuple(Entry(number, kind, old, part, its) for part, its in zip(parts, words, strict=True))
        case Joined(parts, new, words):
            return tuple(Entry(number, kind, part, new, its) for part, its in zip(parts, words, strict=True))
        case _:
            assert_never(change)


def _rebuilt(blocks: "Iterable[Block]", mark: Mark, shown: "Callable[[Block], Unit | None]") -> tuple[Unit, ...]:
    """Apply every mark: keep the words of one side, and join paragraphs whose end goes."""
    out: list[Unit] = []
    unit: Unit | None = None
    label: list[Token] = []
    tokens: list[Token] = []
    for block in blocks:
        unit = unit or shown(block)
        if not block.moved or block.end is mark:
            label += side(block.label, mark)
            tokens += side(block.words, mark)
        if block.end in (Mark.KEPT, mark):
            assert unit is not None
            out.append(replace(unit, label=join(label), tokens=tuple(tokens)))
            unit, label, tokens = None, [], []
    return tuple(out)


def _around(old: "Sequence[Unit]", new: "Sequence[Unit]") -> tuple[Block, ...]:
    """Compare heading, head and foot: a line that stands elsewhere is one struck and one added."""
    out: list[Block] = []
    for story in (Story.HEADING, Story.HEADER, Story.FOOTER):
        olds, news = _of(old, story), _of(new, story)
        changes = diff(olds, news, align(olds, news))
        plain = [part for change in changes for part in _unmoved(change)]
        for change in reading_order(plain, olds):
            assert not isinstance(change, Departure)
            out += blocks_of(change, None)
    return tuple(out)


def _unmoved(change: Change) -> tuple[Change, ...]:
    return (Inserted(change.new), Removed(change.old)) if isinstance(change, Moved) else (change,)


def same(redline: Redline) -> bool:
    """Whether nothing changed at all, heading included."""
    return not redline.changes and all(block.kind == "kept" for block in redline.heading)
