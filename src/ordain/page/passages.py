"""Passages: the paragraphs of a redline as the page shows them, under headings of their own."""

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from ordain.compare.changes import Moved
from ordain.compare.weight import weight_of
from ordain.model.numbering import Level
from ordain.model.provision import heading_of
from ordain.model.unit import Story
from ordain.page.grid import grid
from ordain.text.segments import Mark, Segment, Weight, merged
from ordain.text.tokens import CELL, ROW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.compare.blocks import Block
    from ordain.compare.changes import Words
    from ordain.compare.redline import Redline
    from ordain.model.unit import Unit
    from ordain.page.grid import GridRow


class Passage(Struct, frozen=True, kw_only=True):
    """One paragraph: its label, the heading that opens it and its words, each with marks.

    A moved provision stands twice: `move` is `from` where it stood, and `to` where it
    stands now, with its own changes marked there.  A table has `rows`, and its words are
    theirs.
    """

    old: "Unit | None"
    new: "Unit | None"
    label: "Words"
    heading: "Words"
    words: "Words"
    end: Mark
    number: int | None
    kind: str
    weight: Weight | None
    move: str = ""
    rows: "tuple[GridRow, ...]" = ()

    @property
    def unit(self) -> "Unit":
        """The paragraph shown: the new one, or the old one where there is none."""
        shown = self.new or self.old
        assert shown is not None
        return shown


class Part(Struct, frozen=True):
    """A part of the bill under one heading: `sort` is title, recitals, enacting, section, text or notes."""

    sort: str
    passages: tuple[Passage, ...]


def parts(redline: "Redline") -> tuple[Part, ...]:
    """Return the bill in reading order, cut where a section begins."""
    out: list[tuple[str, list[Passage]]] = []
    for passage in _passages(redline):
        sort, opens = _sort(passage.unit, out[-1][0] if out else "")
        if opens:
            out.append((sort, []))
        out[-1][1].append(passage)
    return tuple(Part(sort, tuple(held)) for sort, held in out)


def is_folded(passage: Passage, hidden: "tuple[Weight, ...]") -> bool:
    """Whether a passage counts as unchanged where changes of some weights are not shown."""
    return passage.number is None or passage.weight in hidden


_SORTS = {Level.TITLE: "title", Level.RECITAL: "recitals", Level.ENACTING: "enacting", Level.SECTION: "section"}


def _sort(unit: "Unit", before: str) -> tuple[str, bool]:
    """Return of what sort the part is to which a unit belongs, and whether the unit opens it."""
    if unit.story is not Story.BODY:
        return "notes", before != "notes"
    if unit.level in _SORTS:
        sort = _SORTS[unit.level]
        return sort, sort == "section" or sort != before
    if unit.level is None and unit.label and unit.depth == 0:
        return "section", True
    return before or "text", not before or before == "notes"


def _passages(redline: "Redline") -> "Iterator[Passage]":
    changes = dict(redline.changes)
    for block in redline.blocks:
        change = None if block.number is None else changes[block.number]
        words = block.words
        move = ""
        if isinstance(change, Moved):
            move = "to" if block.new is not None else "from"
            words = change.words if move == "to" else words
        heading, rest = _cut(words, block)
        yield Passage(
            old=block.old,
            new=block.new,
            label=block.label,
            heading=heading,
            words=rest,
            end=_end(block, words),
            number=block.number,
            kind=block.kind,
            weight=None if change is None else weight_of(change),
            move=move,
            rows=grid(block),
        )


def _end(block: "Block", words: "Words") -> Mark:
    """Return what became of the end of a paragraph, where that does not go with the whole of it."""
    parts = (*block.label, *words)
    whole = all(part.mark is block.end or {*part.tokens} <= {CELL, ROW} for part in parts)
    return Mark.KEPT if whole or block.moved else block.end


def _cut(words: "Words", block: "Block") -> tuple["Words", "Words"]:
    """Cut words behind the capitals that open a provision, on the side or sides that have them."""
    if block.rows:
        return (), words
    left = {
        Mark.STRUCK: len(heading_of(block.old.text)) if block.old else 0,
        Mark.ADDED: len(heading_of(block.new.text)) if block.new else 0,
    }
    if block.kind in ("split", "joined") and not (block.old and block.new):
        left = {side: length if _opens(block) else 0 for side, length in left.items()}
    heading: list[Segment] = []
    for at, part in enumerate(words):
        taken = _taken(part, left)
        heading.append(replace(part, tokens=part.tokens[:taken]))
        if taken < len(part.tokens):
            return merged(heading), merged((replace(part, tokens=part.tokens[taken:]), *words[at + 1 :]))
    return merged(heading), ()


def _taken(part: Segment, left: dict[Mark, int]) -> int:
    """Return how many tokens of a segment belong to the heading; what is `left` of it grows less."""
    sides = (Mark.STRUCK, Mark.ADDED) if part.mark is Mark.KEPT else (part.mark,)
    for at, token in enumerate(part.tokens):
        if all(left[side] <= 0 for side in sides):
            return at
        for side in sides:
            left[side] -= len(str(token))
    return len(part.tokens)


def _opens(block: "Block") -> bool:
    """Whether a part of a provision that was split or joined begins with its own heading."""
    text = "".join(part.text for part in block.words)
    return bool(heading_of(text.lstrip()))
