"""What a marked print shows: every paragraph of both texts in one reading order, with what stands beside it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ordain.compare.changes import Moved
from ordain.compare.sidebyside import note_of
from ordain.compare.weight import weight_of, without_numbering
from ordain.markup.marks import shown
from ordain.model.unit import Story
from ordain.text.segments import Mark, Weight, segments, side, whole

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from ordain.compare.blocks import Block
    from ordain.compare.changes import Change, Words
    from ordain.compare.redline import Redline
    from ordain.model.draft import Draft
    from ordain.model.force import Signal
    from ordain.model.house import House
    from ordain.model.linemap import LineMap
    from ordain.model.unit import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """What a marked print is of: two texts, the redline between them, and what of it is shown.

    Changes of other `weights` are counted, and stand unmarked as they read now.  `forces`
    are the signals of each change by its number.
    """

    old: "Draft"
    new: "Draft"
    house: "House"
    redline: "Redline"
    weights: "Collection[Weight]" = tuple(Weight)
    forces: "Mapping[int, Sequence[Signal]] | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A paragraph of the marked print: its label, its words and its end, and what stands beside it.

    `number` is the change that it shows, `note` what happened, `line` the page and line
    of the new print on which it begins.
    """

    unit: "Unit"
    label: "Words"
    words: "Words"
    end: "Words" = ()
    number: int | None = None
    note: str = ""
    line: str = ""


def marked_paragraphs(sides: Sides, lines: "LineMap") -> tuple[Marked, ...]:
    """Return the paragraphs in reading order: the block above the bill, the text, and what differs at head and foot."""
    redline = sides.redline
    changes = dict(redline.changes)
    begun = _beginnings(lines, [block.new for block in (*redline.top, *redline.blocks) if block.new is not None])
    around = [block for block in redline.heading if block.unit.story is not Story.HEADING and block.kind != "kept"]
    out: list[Marked] = []
    for block in (*redline.top, *redline.blocks, *around):
        change = None if block.number is None else changes[block.number]
        if change is not None and weight_of(change) not in sides.weights:
            _add_unmarked(out, block, begun.get(id(block.new), ""))
            continue
        found = _marked(block, change, begun.get(id(block.new), ""))
        out += [found] if any(part.text.strip() for part in (*found.label, *found.words)) else []
    return tuple(out)


def _beginnings(lines: "LineMap", units: "Iterable[Unit]") -> "dict[int, str]":
    """Return page and line where each unit begins, by its identity; what has no number is left out.

    Both lists are in reading order.
    """
    first: dict[int, str] = {}
    rows = {row.span.unit: row.line for row in reversed(lines.rows)}
    at = 0
    for unit in units:
        if at < len(lines.units) and lines.units[at].line == unit.line:
            line = rows[at]
            first[id(unit)] = f"{line.page}:{line.number}" if lines.numbered else f"page {line.page}"
            at += 1
    assert at == len(lines.units)
    return first


def _add_unmarked(out: list[Marked], block: "Block", line: str) -> None:
    """Add what a change that is not shown left: a paragraph as it reads now, or the end of the one before it."""
    words = whole(Mark.KEPT, side(block.words, Mark.ADDED))
    if block.new is not None:
        out.append(Marked(unit=block.new, label=_label_now(block.new), words=words, line=line))
    elif words and not block.moved:
        last = out.pop()
        out.append(
            Marked(
                unit=last.unit,
                label=last.label,
                words=segments((it.mark, it.tokens) for it in (*last.words, *words)),
                line=last.line,
            )
        )


def _marked(block: "Block", change: "Change | None", line: str) -> Marked:
    changed_around = block.unit.address if block.kind != "kept" else ""
    note = changed_around if change is None else note_of(block, change)
    if block.kind == "renumbered" and block.new is not None:
        return Marked(
            unit=block.new,
            label=_label_now(block.new),
            words=whole(Mark.KEPT, block.new.tokens),
            number=block.number,
            note=note,
            line=line,
        )
    if isinstance(change, Moved):
        return _moved(block, change, note, line)
    return Marked(
        unit=block.unit,
        label=without_numbering(block.label),
        words=without_numbering(block.words),
        end=_end(block),
        number=block.number,
        note=note,
        line=line,
    )


def _moved(block: "Block", change: Moved, note: str, line: str) -> Marked:
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
        line=line,
    )


def _end(block: "Block") -> "Words":
    """Return the pilcrow of an end that came or went without the whole paragraph."""
    parts = shown(block)
    return parts[-1:] if len(parts) > len((*block.label, *block.words)) + bool(block.label and block.words) else ()


def _label_now(unit: "Unit") -> "Words":
    return whole(Mark.KEPT, (unit.label,) if unit.label else ())
