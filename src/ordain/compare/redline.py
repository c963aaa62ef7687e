"""The redline: a comparison as a value, from which every output is written.

Its blocks are the paragraphs of both sides in one reading order.  A block's `end` is what
became of the end of the paragraph: an added end goes away when changes are rejected, and
joins what stands before it to the next block; a struck one when they are accepted.
"""

from typing import TYPE_CHECKING, assert_never

from msgspec import Struct
from msgspec.structs import replace

from ordain.compare.align import align
from ordain.compare.anchors import anchors_in
from ordain.compare.blocks import Block, RowBlock, blocks_of, departure
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
    Words,
    kind_of,
)
from ordain.compare.diff import diff
from ordain.compare.follow import follow
from ordain.compare.reading import Departure, reading_order
from ordain.compare.tables import cells_of, table_rows, words_in
from ordain.compare.weight import followed, weighed, weight_of, without_numbering
from ordain.model.unit import HANGING, Row, Story, Unit
from ordain.text.segments import Mark, side, whole
from ordain.text.tokens import join

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ordain.text.tokens import Token


class Redline(Struct, frozen=True):
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

    The body is aligned and numbered, then each note and text box whose reference is kept;
    heading, header and footer lines are compared in a list of their own, without numbers.
    """
    blocks, changes = _numbered(_of(old, Story.BODY), _of(new, Story.BODY), 1)
    waiting = list(_kept_places(blocks)) if any(unit.story in HANGING for unit in new) else []
    while waiting:
        place = waiting.pop(0)
        sides = [tuple(unit for unit in units if unit.place == place) for units in (old, new)]
        more, found = _numbered(sides[0], sides[1], len(changes) + 1, may_move=False)
        waiting += _kept_places(more)
        blocks += more
        changes += found
    return Redline(tuple(blocks), tuple(changes), _around(old, new))


def _numbered(
    old: "Sequence[Unit]", new: "Sequence[Unit]", first: int, *, may_move: bool = True
) -> tuple[list[Block], list[tuple[int, Change]]]:
    """Return the blocks and changes of one story, numbered from `first`."""
    order = _in_order(old, new, may_move=may_move)
    changes: list[tuple[int, Change]] = []
    numbers: dict[int, int] = {}
    for at, change in enumerate(order):
        if not isinstance(change, Kept | Departure):
            numbers[at] = first + len(changes)
            changes.append((numbers[at], change))
    arrivals = {id(change): number for number, change in changes}
    blocks: list[Block] = []
    for at, change in enumerate(order):
        if isinstance(change, Departure):
            blocks.append(departure(change.move, arrivals[id(change.move)]))
            continue
        held = _with_rows(blocks_of(change, numbers.get(at)))
        blocks += held
        if at in numbers and isinstance(change, Altered) and held[0].rows:
            changes[numbers[at] - first] = (numbers[at], replace(change, words=held[0].words))
    return blocks, changes


def _in_order(old: "Sequence[Unit]", new: "Sequence[Unit]", *, may_move: bool) -> "list[Change | Departure]":
    changes = diff(old, new, align(old, new))
    follows = follow(changes, old, new)
    changes = tuple(weighed(change, follows) for change in changes)
    if not may_move:
        changes = tuple(part for change in changes for part in _unmoved(change))
    return reading_order(changes, old)


def _with_rows(blocks: "Iterable[Block]") -> list[Block]:
    """Compare the rows of each table, and the cells of each row that stays."""
    out = []
    for block in blocks:
        rows = table_rows(block.old, block.new, lambda old, new, its=block: _cell(old, new, its))  # type: ignore[misc]
        out.append(replace(block, rows=rows, words=words_in(rows)) if rows else block)
    return out


def _cell(old: "Sequence[Unit]", new: "Sequence[Unit]", table: Block) -> list[Block]:
    """Return the blocks of a cell, which all belong to the change of their table."""
    held: list[Block] = []
    for change in _in_order(old, new, may_move=False):
        assert not isinstance(change, Departure)
        held += blocks_of(change, table.number)
    return _with_rows(held)


def _kept_places(blocks: "Iterable[Block]") -> "Iterator[str]":
    """Yield the notes and text boxes whose reference stands on both sides and in one place."""
    for block in blocks:
        for row in block.rows:
            for cell in row.cells:
                yield from _kept_places(cell)
        if block.rows or block.moved:
            continue
        for part in block.words:
            if part.mark is Mark.KEPT:
                yield from (place for anchor in anchors_in(part.tokens) for place in anchor.places)


def _of(units: "Sequence[Unit]", story: Story) -> tuple[Unit, ...]:
    return tuple(unit for unit in units if unit.story is story)


def _entries(number: int, change: Change) -> tuple[Entry, ...]:
    kind = kind_of(change)
    match change:
        case Kept():
            return ()
        case Inserted(new):
            return (Entry(number, kind, None, new, _all(new, Mark.ADDED)),)
        case Removed(old):
            return (Entry(number, kind, old, None, _all(old, Mark.STRUCK)),)
        case Renumbered(old, new, words):
            kept = whole(Mark.KEPT, new.tokens)
            return (Entry(number, kind, old, new, kept, weight_of(change), _followed(new, words)),)
        case Moved(old, new, words) | Altered(old, new, words):
            return (Entry(number, kind, old, new, without_numbering(words), weight_of(change), _followed(new, words)),)
        case Split(old, parts, words):
            return tuple(Entry(number, kind, old, part, its) for part, its in zip(parts, words, strict=True))
        case Joined(parts, new, words):
            return tuple(Entry(number, kind, part, new, its) for part, its in zip(parts, words, strict=True))
        case _:
            assert_never(change)


def _followed(new: Unit, words: Words) -> tuple[tuple[str, str], ...]:
    """Return the references of a draft that only follow a number; what follows in a Word file is a typed label."""
    return followed(words) if new.level is not None else ()


def _all(unit: Unit, mark: Mark) -> Words:
    return cells_of(unit, mark) if unit.rows else whole(mark, unit.tokens)


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
            tokens += () if block.rows else side(block.words, mark)
        if block.end in (Mark.KEPT, mark):
            assert unit is not None
            rows = _rebuilt_rows(block.rows, unit, mark, shown)
            tokens += [token for row in rows for cell in row.cells for held in cell for token in held.tokens]
            out.append(replace(unit, label=join(label), tokens=tuple(tokens), rows=rows))
            unit, label, tokens = None, [], []
    return tuple(out)


def _rebuilt_rows(
    rows: "Iterable[RowBlock]", table: Unit, mark: Mark, shown: "Callable[[Block], Unit | None]"
) -> tuple[Row, ...]:
    out = []
    for row in rows:
        at = row.new if mark is Mark.ADDED else row.old
        if row.mark in (Mark.KEPT, mark) and at is not None:
            cells = tuple(_rebuilt(cell, mark, shown) for cell in row.cells)
            out.append(replace(table.rows[at], cells=cells))
    return tuple(out)


def _around(old: "Sequence[Unit]", new: "Sequence[Unit]") -> tuple[Block, ...]:
    """Compare heading, head and foot: a line that stands elsewhere is one struck and one added."""
    out: list[Block] = []
    for story in (Story.HEADING, Story.HEADER, Story.FOOTER):
        olds, news = _of(old, story), _of(new, story)
        for place in dict.fromkeys(unit.place for unit in (*news, *olds)):
            here = [[unit for unit in units if unit.place == place] for units in (olds, news)]
            out += _unnumbered(here[0], here[1])
    waiting = list(_kept_places(out))
    while waiting:
        place = waiting.pop(0)
        more = _unnumbered(*([unit for unit in units if unit.place == place] for units in (old, new)))
        waiting += _kept_places(more)
        out += more
    return tuple(out)


def _unnumbered(old: "Sequence[Unit]", new: "Sequence[Unit]") -> list[Block]:
    out: list[Block] = []
    for change in _in_order(old, new, may_move=False):
        assert not isinstance(change, Departure)
        out += _with_rows(blocks_of(change, None))
    return out


def _unmoved(change: Change) -> tuple[Change, ...]:
    return (Inserted(change.new), Removed(change.old)) if isinstance(change, Moved) else (change,)


def same(redline: Redline) -> bool:
    """Whether nothing changed at all, heading included."""
    return not redline.changes and all(block.kind == "kept" for block in redline.heading)
