"""What a marked print shows: every paragraph of both texts in one reading order, with what stands beside it."""

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from ordain.compare.changes import Moved
from ordain.compare.sidebyside import note_of
from ordain.compare.weight import weight_of, without_numbering
from ordain.markup.marks import shown
from ordain.model.unit import Story
from ordain.print.margin import Begun, beginnings, letters
from ordain.text.segments import Mark, Weight, segments, side, whole

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from ordain.compare.blocks import Block
    from ordain.compare.changes import Change, Words
    from ordain.compare.redline import Redline
    from ordain.model.draft import Draft
    from ordain.model.house import House
    from ordain.model.linemap import LineMap
    from ordain.model.unit import Unit


class Sides(Struct, frozen=True, kw_only=True):
    """What a marked print is of: two texts, the redline between them, and what of it is shown.

    Changes of other `weights` are counted, and stand unmarked as they read now.
    """

    old: "Draft"
    new: "Draft"
    house: "House"
    redline: "Redline"
    weights: "Collection[Weight]" = tuple(Weight)


class Marked(Struct, frozen=True, kw_only=True):
    """A paragraph of the marked print: its label, its words and its end, and what stands beside it.

    `number` is the change that it shows, `note` what happened, `lines` are those of the
    official print of the new text that begin in its label and words.
    """

    unit: "Unit"
    label: "Words"
    words: "Words"
    end: "Words" = ()
    number: int | None = None
    note: str = ""
    lines: tuple[Begun, ...] = ()

    @property
    def line(self) -> str:
        """Page and line on which it begins, or nothing where it is not in the new text."""
        return self.lines[0].text if self.lines and not self.lines[0].at else ""


def marked_paragraphs(sides: Sides, lines: "LineMap") -> tuple[Marked, ...]:
    """Return the paragraphs in reading order: the block above the bill, the text, and what differs at head and foot."""
    redline = sides.redline
    changes = dict(redline.changes)
    begun = beginnings(lines, [block.new for block in (*redline.top, *redline.blocks) if block.new is not None])
    around = [block for block in redline.heading if block.unit.story is not Story.HEADING and block.kind != "kept"]
    out: list[Marked] = []
    for block in (*redline.top, *redline.blocks, *around):
        change = None if block.number is None else changes[block.number]
        if change is not None and weight_of(change) not in sides.weights:
            _add_unmarked(out, block, begun.get(id(block.new), ()))
            continue
        found = _marked(block, change, begun.get(id(block.new), ()))
        out += [found] if any(part.text.strip() for part in (*found.label, *found.words)) else []
    return tuple(_spread(out))


def _spread(paragraphs: "Iterable[Marked]") -> "Iterator[Marked]":
    """Yield the paragraphs, each with the lines that begin in it: one that was joined has its lines from the first."""
    pending: tuple[Begun, ...] = ()
    for it in paragraphs:
        pending = it.lines or pending
        count = sum(letters(part.text) for part in (*it.label, *it.words) if part.mark is not Mark.STRUCK)
        yield replace(it, lines=tuple(begun for begun in pending if begun.at < count))
        pending = tuple(Begun(begun.at - count, begun.text) for begun in pending if begun.at >= count)


def _add_unmarked(out: list[Marked], block: "Block", lines: tuple[Begun, ...]) -> None:
    """Add what a change that is not shown left: a paragraph as it reads now, or the end of the one before it."""
    words = whole(Mark.KEPT, side(block.words, Mark.ADDED))
    if block.new is not None:
        out.append(Marked(unit=block.new, label=_label_now(block.new), words=words, lines=lines))
    elif words and not block.moved:
        last = out.pop()
        out.append(
            Marked(
                unit=last.unit,
                label=last.label,
                words=segments((it.mark, it.tokens) for it in (*last.words, *words)),
                lines=last.lines,
            )
        )


def _marked(block: "Block", change: "Change | None", lines: tuple[Begun, ...]) -> Marked:
    changed_around = block.unit.address if block.kind != "kept" else ""
    note = changed_around if change is None else note_of(block, change)
    if block.kind == "renumbered" and block.new is not None:
        return Marked(
            unit=block.new,
            label=_label_now(block.new),
            words=whole(Mark.KEPT, block.new.tokens),
            number=block.number,
            note=note,
            lines=lines,
        )
    if isinstance(change, Moved):
        return _moved(block, change, note, lines)
    return Marked(
        unit=block.unit,
        label=without_numbering(block.label),
        words=without_numbering(block.words),
        end=_end(block),
        number=block.number,
        note=note,
        lines=lines,
    )


def _moved(block: "Block", change: Moved, note: str, lines: tuple[Begun, ...]) -> Marked:
    """Return one end of a move: where it stood it is struck whole, where it stands its own changes are marked."""
    if block.new is None:
        label, words = (whole(Mark.STRUCK, side(parts, Mark.STRUCK)) for parts in (block.label, block.words))
        return Marked(unit=block.unit, label=label, words=words, number=block.number, note=note)
    return Marked(
        unit=block.new,
        label=_label_now(block.new),
        words=without_numbering(change.words),
        number=block.number,
        note=note,
        lines=lines,
    )


def _end(block: "Block") -> "Words":
    """Return the pilcrow of an end that came or went without the whole paragraph."""
    parts = shown(block)
    return parts[-1:] if len(parts) > len((*block.label, *block.words)) + bool(block.label and block.words) else ()


def _label_now(unit: "Unit") -> "Words":
    return whole(Mark.KEPT, (unit.label,) if unit.label else ())
