"""The redline: a comparison as a value, from which every output is written.

Its blocks are the paragraphs of both sides in one reading order.  A block's `end` is what
became of the end of the paragraph: an added end goes away when changes are rejected, and
joins what stands before it to the next block; a struck one when they are accepted.
"""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ordain.compare.align import align
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
from ordain.compare.diff import diff, word_changes
from ordain.model.unit import Story, Unit
from ordain.text.segments import Mark, side, whole
from ordain.text.tokens import join, tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ordain.text.tokens import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph of the redline.

    `old` and `new` are the paragraphs it shows, `label` and `words` their marks, `end`
    the mark of the paragraph's end.  `number` is the change it belongs to, or None;
    `moved` says that it is one end of a move.
    """

    old: Unit | None
    new: Unit | None
    label: Words
    words: Words
    end: Mark
    number: int | None = None
    kind: str = "kept"
    moved: bool = False

    @property
    def unit(self) -> Unit:
        """The paragraph shown: the new one, or the old one where there is none."""
        shown = self.new or self.old
        assert shown is not None
        return shown

    def numbering(self) -> Words:
        """Return the marks of the label and of the blank that stands behind it."""
        if not self.label or not self.words:
            return self.label
        sides = [
            any(part.mark in (Mark.KEPT, mark) for part in self.label)
            and any(part.mark in (Mark.KEPT, mark) for part in self.words)
            for mark in (Mark.STRUCK, Mark.ADDED)
        ]
        blank = {(True, True): Mark.KEPT, (True, False): Mark.STRUCK, (False, True): Mark.ADDED}.get(
            (sides[0], sides[1])
        )
        return self.label if blank is None else (*self.label, *whole(blank, (" ",)))


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
    order = _reading_order(diff(old_body, new_body, pairs), old_body)
    changes: list[tuple[int, Change]] = []
    numbers: dict[int, int] = {}
    for at, change in enumerate(order):
        if not isinstance(change, Kept | _From):
            numbers[at] = len(changes) + 1
            changes.append((len(changes) + 1, change))
    arrivals = {id(change): number for number, change in changes}
    blocks: list[Block] = []
    for at, change in enumerate(order):
        if isinstance(change, _From):
            blocks.append(_departure(change.move, arrivals[id(change.move)]))
        else:
            blocks += _blocks(change, numbers.get(at))
    return Redline(tuple(blocks), tuple(changes), _around(old, new))


@dataclass(frozen=True, slots=True)
class _From:
    """The place that a moved provision left."""

    move: Moved


def _of(units: "Sequence[Unit]", story: Story) -> tuple[Unit, ...]:
    return tuple(unit for unit in units if unit.story is story)


def _reading_order(changes: "Sequence[Change]", old: "Sequence[Unit]") -> "list[Change | _From]":
    """Put what was struck, and what moved away, behind what stood before it in the old text."""
    place = {id(unit): at for at, unit in enumerate(old)}
    staying: list[Change] = []
    gone: list[tuple[int, Change | _From]] = []
    for change in changes:
        match change:
            case Removed(unit):
                gone.append((place[id(unit)], change))
            case Moved(unit):
                gone.append((place[id(unit)], _From(change)))
                staying.append(change)
            case _:
                staying.append(change)
    gone.sort(key=lambda it: it[0])
    out: list[Change | _From] = []
    at = 0
    for change in staying:
        first = _first_old(change, place)
        if first is not None:
            held = [it for position, it in gone[at:] if position < first]
            at += len(held)
            _insert_struck(out, held)
        out.append(change)
    _insert_struck(out, [it for _, it in gone[at:]])
    return out


def _insert_struck(out: "list[Change | _From]", struck: "list[Change | _From]") -> None:
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


def _left(change: "Change | _From") -> Unit:
    """Return the old unit of what was struck or moved away."""
    match change:
        case Removed(old):
            return old
        case _From(move):
            return move.old
        case _:
            raise AssertionError(change)


def _first_old(change: Change, place: dict[int, int]) -> int | None:
    """Return where a change that keeps its place stands in the old text, or None for one that has no place there."""
    match change:
        case Inserted() | Moved():
            return None
        case Joined(old=parts):
            return place[id(parts[0])]
        case Kept(old) | Renumbered(old) | Altered(old) | Split(old) | Removed(old):
            return place[id(old)]


def _blocks(change: Change, number: int | None) -> list[Block]:
    kind = kind_of(change)
    match change:
        case Kept(old, new) | Renumbered(old, new):
            kept = whole(Mark.KEPT, new.tokens)
            return [
                Block(
                    old=old,
                    new=new,
                    label=_label(old, new),
                    words=kept,
                    end=Mark.KEPT,
                    number=number,
                    kind=kind,
                )
            ]
        case Altered(old, new, words):
            return [
                Block(
                    old=old,
                    new=new,
                    label=_label(old, new),
                    words=words,
                    end=Mark.KEPT,
                    number=number,
                    kind=kind,
                )
            ]
        case Inserted(new):
            return [_one_sided(Mark.ADDED, new, whole(Mark.ADDED, new.tokens), number, kind)]
        case Removed(old):
            return [_one_sided(Mark.STRUCK, old, whole(Mark.STRUCK, old.tokens), number, kind)]
        case Moved(new=new, words=words):
            arrived = tuple(part for part in words if part.mark is not Mark.STRUCK)
            return [_moving(_one_sided(Mark.ADDED, new, arrived, number, kind), change)]
        case Split(old, parts, words):
            last = len(parts) - 1
            return [
                Block(
                    old=old if at == 0 else None,
                    new=part,
                    label=_label(old, part) if at == 0 else _label(None, part),
                    words=words[at],
                    end=Mark.KEPT if at == last else Mark.ADDED,
                    number=number,
                    kind=kind,
                )
                for at, part in enumerate(parts)
            ]
        case Joined(parts, new, words):
            last = len(parts) - 1
            return [
                Block(
                    old=part,
                    new=new if at == 0 else None,
                    label=_label(part, new) if at == 0 else _label(part, None),
                    words=words[at],
                    end=Mark.KEPT if at == last else Mark.STRUCK,
                    number=number,
                    kind=kind,
                )
                for at, part in enumerate(parts)
            ]


def _departure(move: Moved, number: int) -> Block:
    """Return the block of the place that a moved provision left."""
    left = tuple(part for part in move.words if part.mark is not Mark.ADDED)
    return _moving(_one_sided(Mark.STRUCK, move.old, left, number, kind_of(move)), move)


def _one_sided(mark: Mark, unit: Unit, words: Words, number: int | None, kind: str) -> Block:
    gone = mark is Mark.STRUCK
    return Block(
        old=unit if gone else None,
        new=None if gone else unit,
        label=_label(unit, None) if gone else _label(None, unit),
        words=words,
        end=mark,
        number=number,
        kind=kind,
    )


def _moving(block: Block, move: Moved) -> Block:
    """Return one end of a move; a label that did not change moves with the words."""
    same = move.old.label == move.new.label
    label = whole(Mark.KEPT, tokenize(move.new.label)) if same else block.label
    return replace(block, label=label, moved=True)


def _label(old: Unit | None, new: Unit | None) -> Words:
    """Return the marks of the label, compared by tokens."""
    before = tokenize(old.label) if old else ()
    after = tokenize(new.label) if new else ()
    return word_changes(before, after)


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
        for change in _reading_order(plain, olds):
            assert not isinstance(change, _From)
            out += _blocks(change, None)
    return tuple(out)


def _unmoved(change: Change) -> tuple[Change, ...]:
    return (Inserted(change.new), Removed(change.old)) if isinstance(change, Moved) else (change,)


def same(redline: Redline) -> bool:
    """Whether nothing changed at all, heading included."""
    return not redline.changes and all(block.kind == "kept" for block in redline.heading)
