"""Write a redline for the terminal: the changed paragraphs, with what is kept folded between them."""

from typing import TYPE_CHECKING

from ordain.compare.redline import same
from ordain.markup.marks import shown
from ordain.model.heading import PAGE
from ordain.text.segments import Mark, segments

if TYPE_CHECKING:
    from collections.abc import Callable

    from ordain.compare.blocks import Block
    from ordain.compare.redline import Redline

# Select Graphic Rendition codes: red and struck through, green and underlined, dim.
_CODES = {Mark.STRUCK: "31;9", Mark.ADDED: "32;4"}
_DIM = "2"
# Stands for the number of the page.
_PAGE_SIGN = "#"
# Stands for an image, a field, an equation.
_THING_SIGN = "\u25a3"
_SIGNS = {Mark.STRUCK: ("[-", "-]"), Mark.ADDED: ("{+", "+}")}


def write_terminal(redline: "Redline", *, color: bool) -> str:
    """Return the changes as lines of text; without color every mark is a textual one.

    A struck word must never lose its mark: in a pipe it would read as law.
    """
    if same(redline):
        return "no differences\n"
    paint = _colored if color else _plain
    lines: list[str] = []
    kept = 0
    around = [block for block in redline.heading if block.kind != "kept" and shown(block)]
    for block in (*around, *redline.blocks):
        if block.kind == "kept":
            kept += 1
            continue
        lines += [*_folded(kept, color=color), *_change(block, paint, color=color)]
        kept = 0
    lines += _folded(kept, color=color)
    return "\n".join(lines) + "\n"


def _change(block: "Block", paint: "Callable[[str, Mark], str]", *, color: bool) -> list[str]:
    title = _title(block)
    arrived = block.moved and block.new is not None
    parts = (*block.numbering(), *block.words) if arrived else shown(block)
    line = segments((part.mark, part.tokens) for part in parts)
    text = "".join(paint(part.text, part.mark) for part in line)
    sign = _PAGE_SIGN if block.number is None else _THING_SIGN
    return [_dim(title) if color else title, text.replace(PAGE.shown, sign), ""]


def _title(block: "Block") -> str:
    unit = block.unit
    if block.number is None:
        return f"{unit.address}:"
    where = unit.address
    if block.old and block.new and block.old.address != block.new.address:
        where = f"{block.old.address} \u2192 {block.new.address}"
    if block.new is None:
        where = f"old {where}"
    if block.moved:
        where += " (moved to here; its own changes are marked)" if block.new else " (moved from here)"
    return f"Change {block.number}, {where}, {block.kind}:"


def _folded(count: int, *, color: bool) -> list[str]:
    if not count:
        return []
    text = f"  ... {count} provision{'s' if count > 1 else ''} unchanged"
    return [_dim(text) if color else text, ""]


def _plain(text: str, mark: Mark) -> str:
    before, after = _SIGNS.get(mark, ("", ""))
    return f"{before}{text}{after}"


def _colored(text: str, mark: Mark) -> str:
    return f"\x1b[{_CODES[mark]}m{text}\x1b[0m" if mark in _CODES else text


def _dim(text: str) -> str:
    return f"\x1b[{_DIM}m{text}\x1b[0m"
