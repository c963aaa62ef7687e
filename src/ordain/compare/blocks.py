"""Blocks: the paragraphs that show a change, with the marks of label, words and end."""

from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from ordain.compare.changes import (
    Altered,
    Change,
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
from ordain.compare.diff import word_changes
from ordain.compare.weight import weighed_label
from ordain.model.unit import Unit
from ordain.text.segments import Mark, whole
from ordain.text.tokens import tokenize


class Block(Struct, frozen=True, kw_only=True):
    """One paragraph of the redline.

    `old` and `new` are the paragraphs it shows, `label` and `words` their marks, `end`
    the mark of the paragraph's end.  `number` is the change it belongs to, or None;
    `moved` says that it is one end of a move.  A table has `rows`, whose words are its
    words, and `end` says whether it is there at all.
    """

    old: Unit | None
    new: Unit | None
    label: Words
    words: Words
    end: Mark
    number: int | None = None
    kind: str = "kept"
    moved: bool = False
    rows: "tuple[RowBlock, ...]" = ()

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
        return self.label if blank is None else (*self.label, replace(self.label[0], mark=blank, tokens=(" ",)))


class RowBlock(Struct, frozen=True):
    """One row of a table in the redline: kept, struck or added, and the blocks of each cell.

    `old` and `new` are the positions of the row in the tables of both sides.
    """

    mark: Mark
    old: int | None
    new: int | None
    cells: tuple[tuple[Block, ...], ...]


def blocks_of(change: Change, number: int | None) -> list[Block]:
    """Return the paragraphs that show a change where the new text stands; of a move, the place it went to."""
    kind = kind_of(change)
    match change:
        case Kept(old, new) | Renumbered(old, new, ()):
            return [_paired(old, new, whole(Mark.KEPT, new.tokens), number, kind)]
        case Altered(old, new, words) | Renumbered(old, new, words):
            return [_paired(old, new, words, number, kind)]
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
        case _:
            assert_never(change)


def departure(move: Moved, number: int) -> Block:
    """Return the block of the place that a moved provision left."""
    left = tuple(part for part in move.words if part.mark is not Mark.ADDED)
    return _moving(_one_sided(Mark.STRUCK, move.old, left, number, kind_of(move)), move)


def _paired(old: Unit, new: Unit, words: Words, number: int | None, kind: str) -> Block:
    return Block(old=old, new=new, label=_label(old, new), words=words, end=Mark.KEPT, number=number, kind=kind)


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
    label = whole(Mark.KEPT, tokenize(move.new.label)) if same else weighed_label(block.label)
    return replace(block, label=label, moved=True)


def _label(old: Unit | None, new: Unit | None) -> Words:
    """Return the marks of the label, compared by tokens."""
    if not (old and old.label) and not (new and new.label):
        return ()
    before = tokenize(old.label) if old else ()
    after = tokenize(new.label) if new else ()
    label = word_changes(before, after)
    return weighed_label(label) if old and new else label
