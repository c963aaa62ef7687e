"""Write a redline for the terminal: the changed paragraphs, with what is kept folded between them."""

from collections import Counter
from typing import TYPE_CHECKING

from ordain.compare.changes import Entry
from ordain.compare.redline import same
from ordain.compare.weight import without_numbering
from ordain.markup.marks import shown
from ordain.model.force import Direction
from ordain.model.heading import PAGE
from ordain.text.segments import Mark, Weight, merged

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from ordain.compare.blocks import Block
    from ordain.compare.redline import Redline
    from ordain.model.force import Signal

# Select Graphic Rendition codes: red and struck through, green and underlined, dim.
_CODES = {Mark.STRUCK: "31;9", Mark.ADDED: "32;4"}
_DIM = "2"
# Stands for the number of the page.
_PAGE_SIGN = "#"
# Stands for an image, a field, an equation.
_THING_SIGN = "\u25a3"
_SIGNS = {Mark.STRUCK: ("[-", "-]"), Mark.ADDED: ("{+", "+}")}


def write_terminal(
    redline: "Redline",
    *,
    color: bool,
    weights: "Collection[Weight]" = tuple(Weight),
    forces: "Mapping[int, Sequence[Signal]] | None" = None,
) -> str:
    """Return the changes as lines of text; without color every mark is a textual one.

    A struck word must never lose its mark: in a pipe it would read as law.  A provision
    that only has another number is one line without its text.  Changes of other `weights`
    are counted, and not shown.  `forces` are the signals of each change by its number.
    """
    if same(redline):
        return "no differences\n"
    paint = _colored if color else _plain
    entries = {entry.number: entry for entry in redline.entries()}
    untold = dict(forces or {})
    lines: list[str] = []
    kept = 0
    for block in (*_changed_around(redline), *redline.blocks):
        entry = None if block.number is None else entries[block.number]
        if block.kind == "kept" or (entry is not None and entry.weight not in weights):
            kept += block.kind == "kept"
            continue
        lines += _folded(kept, color=color)
        kept = 0
        if entry is not None and entry.kind == "renumbered":
            lines = [*_closed(lines), _renumbered(block, entry, color=color), ""]
        else:
            lines += _change(block, paint, color=color)
            # What is moved or split stands in several places; its force is told at the first that is new.
            signals = untold.pop(block.number or 0, ()) if block.new is not None or not block.moved else ()
            lines = _with_force(lines, signals, color=color)
    lines += [*_folded(kept, color=color), *_hidden(entries, weights, color=color)]
    return "\n".join(lines) + "\n"


def _changed_around(redline: "Redline") -> "list[Block]":
    return [block for block in redline.heading if block.kind != "kept" and shown(block)]


def _change(block: "Block", paint: "Callable[[str, Mark], str]", *, color: bool) -> list[str]:
    title = _title(block) + ":"
    arrived = block.moved and block.new is not None
    parts = (*block.numbering(), *block.words) if arrived else shown(block)
    text = "".join(paint(part.text, part.mark) for part in merged(without_numbering(parts)))
    sign = _PAGE_SIGN if block.number is None else _THING_SIGN
    return [_dim(title) if color else title, text.replace(PAGE.shown, sign), ""]


def _renumbered(block: "Block", entry: Entry, *, color: bool) -> str:
    """Return the one line of a provision that has other numbers and no other words."""
    assert block.old is not None
    assert block.new is not None
    said = [f"now cites {new}, not {old}" for old, new in dict.fromkeys(entry.followed)]
    if entry.weight is Weight.TYPOGRAPHY:
        said = [f"{block.old.label} is now {block.new.label}"]
    line = ": ".join((_title(block), *(["; ".join(said)] if said else [])))
    return _dim(line) if color else line


_TOLD = {Direction.STRICTER: "stricter", Direction.LOOSER: "weaker", Direction.DIFFERENT: "other"}


def _with_force(lines: list[str], signals: "Sequence[Signal]", *, color: bool) -> list[str]:
    """Return lines with what a change does to the force of its provision, where a rule tells."""
    told = [f"  {_TOLD[it.direction]}, {it.aspect.value}: {it.said}" for it in signals if it.direction in _TOLD]
    return [*lines[:-1], *(_dim(line) if color else line for line in dict.fromkeys(told)), lines[-1]]


def _closed(lines: list[str]) -> list[str]:
    """Return lines without the blank one between two provisions that were only renumbered."""
    is_list = len(lines) > 1 and not lines[-1] and ", renumbered" in lines[-2]
    return lines[:-1] if is_list else lines


def _title(block: "Block") -> str:
    unit = block.unit
    if block.number is None:
        return unit.address
    where = unit.address
    if block.old and block.new and block.old.address != block.new.address:
        where = f"{block.old.address} \u2192 {block.new.address}"
    if block.new is None:
        where = f"old {where}"
    if block.moved:
        where += " (moved to here; its own changes are marked)" if block.new else " (moved from here)"
    return f"Change {block.number}, {where}, {block.kind}"


def _folded(count: int, *, color: bool) -> list[str]:
    if not count:
        return []
    text = f"  ... {count} provision{'s' if count > 1 else ''} unchanged"
    return [_dim(text) if color else text, ""]


def _hidden(entries: "Mapping[int, Entry]", weights: "Collection[Weight]", *, color: bool) -> list[str]:
    """Return the line that counts the changes that are not shown."""
    counts = Counter(entry.weight for entry in entries.values() if entry.weight not in weights)
    if not counts:
        return []
    said = ", ".join(f"{counts[weight]} of {weight.value}" for weight in Weight if counts[weight])
    text = f"  not shown: {said}"
    return [_dim(text) if color else text, ""]


def _plain(text: str, mark: Mark) -> str:
    before, after = _SIGNS.get(mark, ("", ""))
    return f"{before}{text}{after}"


def _colored(text: str, mark: Mark) -> str:
    return f"\x1b[{_CODES[mark]}m{text}\x1b[0m" if mark in _CODES else text


def _dim(text: str) -> str:
    return f"\x1b[{_DIM}m{text}\x1b[0m"
