"""The lines of a Word redline: blocks bound to the paragraphs that they show.

Where a paragraph's end is marked is free as long as both texts come out right, and the
readers of Word files differ in what they get right.  `place_ends` chooses: on the new or
deleted paragraph itself where another paragraph follows; else, at the end of the body or
before a table, on the paragraph before it (see docs/word/paragraph-ends.md).
"""

from collections import Counter
from enum import Enum
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from ordain.compare.anchors import anchors_in
from ordain.text.segments import Mark, Segment, Weight
from ordain.text.tokens import Token
from ordain.word.parts.names import property_of, w

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ordain.compare.blocks import Block, RowBlock
    from ordain.word.parts.names import Element
    from ordain.word.reading.read import Paragraph, TableRow
    from ordain.word.reading.side import Side


class Role(Enum):
    """What a mark stands on: the digest of the changes counts words; not labels, nor words that only moved."""

    LABEL = "label"
    WORDS = "words"
    MOVED = "moved"
    END = "end"
    FORMAT = "format"


# A change, and which of its parts: a split or joined provision has several.
Entry: TypeAlias = tuple[int, int]


class Part(Struct, frozen=True):
    """A run of tokens with its mark, what it stands on, the change it belongs to, and what it amounts to."""

    entry: Entry | None
    role: Role
    mark: Mark
    tokens: tuple[Token, ...]
    weight: Weight = Weight.WORDING

    def marked(self, mark: Mark) -> "Part":
        """Return the part under another mark; words that were only moved are remembered as such."""
        moved = self.mark is Mark.KEPT and self.role is Role.WORDS
        return replace(self, role=Role.MOVED if moved else self.role, mark=mark)


class Line(Struct, eq=False):
    """A paragraph of the redline, before it is written.

    `old` and `new` are the paragraphs whose end it is; its words come from `old_source`
    at token `old_at` and from `new_source` at `new_at`, since the words of a split
    paragraph stand in several lines.  `entry` is the change it shows, `moved` the number
    of the move of which it is one end, `end_entry` the change that took the mark of the
    end where it is another's.  A table has `rows`.
    """

    old: "Paragraph | None"
    new: "Paragraph | None"
    parts: list[Part]
    end: Mark
    entry: Entry | None
    moved: int | None = None
    end_entry: Entry | None = None
    old_source: "Paragraph | None" = None
    new_source: "Paragraph | None" = None
    old_at: int = 0
    new_at: int = 0
    element: "Element | None" = None
    rows: "list[RowLine]" = field(default_factory=list)

    @property
    def entries(self) -> list[Entry]:
        """The changes that the line shows, once each."""
        return list(dict.fromkeys(it for it in (self.entry, *(part.entry for part in self.parts)) if it is not None))

    @property
    def is_block(self) -> bool:
        """Whether either side is no paragraph: a table, or another block that is kept or not as a whole."""
        old, new = self.old, self.new
        return (old is not None and old.content is None) or (new is not None and new.content is None)

    @property
    def is_untouched(self) -> bool:
        """Whether the paragraph is the same in both files to the last letter of its XML."""
        return self.old is not None and self.new is not None and self.old.content is self.new.content is not None

    @property
    def parts_insertions(self) -> bool:
        """Whether two insertions on either side cannot meet: at a table, or where words stay as they were."""
        as_it_was = self.is_untouched and self.end is Mark.KEPT and all(it.mark is Mark.KEPT for it in self.parts)
        return self.is_block or (as_it_was and bool(self.parts))

    @property
    def hangs(self) -> bool:
        """Whether a note or a text box hangs on the paragraph, old or new."""
        return any(shown is not None and anchors_in(shown.unit.tokens) for shown in (self.old, self.new))

    @property
    def ends_section(self) -> bool:
        """Whether a section ends with the paragraph, on the side that shows it."""
        shown = self.new or self.old
        return shown is not None and property_of(shown.element, "sectPr") is not None


class RowLine(Struct, eq=False):
    """A row of a table of the redline: kept, struck or added, and the lines of its cells."""

    mark: Mark
    old: "TableRow | None"
    new: "TableRow | None"
    cells: list[list[Line]]
    entry: Entry | None


def lines(blocks: "Iterable[Block]", old: "Side", new: "Side", entry: Entry | None = None) -> list[Line]:
    """Return the lines of `blocks`, bound to the paragraphs of both sides.

    `entry` is given for the blocks of a cell: they all belong to the change of their table.
    """
    out: list[Line] = []
    shown: Counter[int] = Counter()
    for block in blocks:
        its = entry if entry is not None else _entry(block, shown)
        parts = [
            *(Part(its, Role.LABEL, part.mark, part.tokens, part.weight) for part in block.numbering()),
            *(Part(its, _role(part), part.mark, part.tokens, part.weight) for part in block.words),
        ]
        line = Line(
            old=old.paragraph(block.old),
            new=new.paragraph(block.new),
            parts=parts,
            end=block.end,
            entry=its,
            moved=block.number if block.moved else None,
        )
        line.old_source, line.new_source = line.old, line.new
        if out and block.kind == "split" and block.old is None:
            line.old_source, line.old_at = out[-1].old_source, out[-1].old_at + _count(out[-1], Mark.STRUCK)
        if out and block.kind == "joined" and block.new is None:
            line.new_source, line.new_at = out[-1].new_source, out[-1].new_at + _count(out[-1], Mark.ADDED)
        line.rows = [_row_line(row, line, old, new) for row in block.rows]
        out.append(line)
    return out


def _role(part: Segment) -> Role:
    """A reference that only follows a number counts as a label does."""
    return Role.LABEL if part.mark is not Mark.KEPT and part.weight is Weight.NUMBERING else Role.WORDS


def _entry(block: "Block", shown: "Counter[int]") -> Entry | None:
    if block.number is None:
        return None
    shown[block.number] += 1
    return block.number, shown[block.number] - 1 if block.kind in _PARTS else 0


def _row_line(row: "RowBlock", table: Line, old: "Side", new: "Side") -> RowLine:
    return RowLine(
        row.mark,
        None if row.old is None or table.old is None else table.old.rows[row.old],
        None if row.new is None or table.new is None else table.new.rows[row.new],
        [lines(cell, old, new, table.entry) for cell in row.cells],
        table.entry,
    )


# Kinds of change that stand in several paragraphs, each a part.
_PARTS = ("split", "joined")


def _count(line: Line, mark: Mark) -> int:
    """Return how many tokens of one side a line shows."""
    return sum(len(part.tokens) for part in line.parts if part.mark in (Mark.KEPT, mark))


def place_ends(story: list[Line], is_numbered: "Callable[[Line], bool]") -> list[Line]:
    """Return the lines of one story with their ends marked where every reader gets them right.

    `is_numbered` tells whether a line's paragraph shows an automatic number.
    """
    out: list[Line] = []
    stretch: list[Line] = []
    for line in _past_tables(story):
        if line.is_block:
            out += [*_placed(_within_controls(stretch)), line]
            stretch = []
        else:
            stretch.append(line)
    out += _placed(_within_controls(stretch))
    _unmove(out, is_numbered)
    return out


def _past_tables(story: list[Line]) -> list[Line]:
    """Bring paragraphs that come or go right before a table, and that no other is there to join, to where one is.

    What was struck may stand before or behind what was added, as long as each keeps its order: so such
    paragraphs go behind a table of the other side, or get the next paragraph of that side from
    behind a table of theirs.  One on which a note or a box hangs stays before the table: behind it,
    LibreOffice would leave an empty paragraph after accepting and after rejecting.
    """
    out = list(story)
    at = 0 if any(line.is_block for line in story) else len(out)
    while at < len(out):
        stop = next((place for place in range(at, len(out)) if out[place].is_block), len(out))
        marks = {_whole_mark(line) for line in out[at:stop]}
        behind = _first_unlike(out, stop, {Mark.STRUCK: Mark.ADDED, Mark.ADDED: Mark.STRUCK}.get(_one(marks)))
        if stop < behind < len(out) and not any(line.hangs for line in out[at:stop]):
            out[at:behind] = [*out[stop:behind], *out[at:stop]]
            at += behind - stop
            continue
        partner = _first_unlike(out, stop, _one(marks), blocks=False)
        if at < stop < partner < len(out) and _may_join(out, stop - 1, partner):
            out.insert(stop, out.pop(partner))
        at = stop + 1
    return out


def _one(marks: "set[Mark]") -> Mark:
    return next(iter(marks)) if len(marks) == 1 else Mark.KEPT


def _first_unlike(story: list[Line], start: int, mark: Mark | None, *, blocks: bool = True) -> int:
    """Return the first place from `start` whose line is not of `mark` as a whole, or is a paragraph where `blocks`."""
    if mark is None or mark is Mark.KEPT:
        return start
    unlike = (at for at in range(start, len(story)) if _whole_mark(story[at]) is not mark)
    paragraphs = (at for at in range(start, len(story)) if blocks and not story[at].is_block)
    return min(next(unlike, len(story)), next(paragraphs, len(story)))


def _whole_mark(line: Line) -> Mark:
    """Return the mark of a paragraph or table that only one side has, which did not move."""
    if line.moved is not None or (line.old is None) is (line.new is None):
        return Mark.KEPT
    mark = Mark.STRUCK if line.new is None else Mark.ADDED
    whole = line.is_block or (line.end is mark and all(part.mark is mark for part in line.parts))
    return mark if whole else Mark.KEPT


def _may_join(story: list[Line], last: int, partner: int) -> bool:
    """Whether two paragraphs can be one, and those beside the second do not need it themselves."""
    both = sorted((story[last], story[partner]), key=lambda line: line.end is Mark.ADDED)
    if {line.end for line in both} != {Mark.STRUCK, Mark.ADDED} or story[partner].is_block:
        return False
    start = next(at for at in range(partner, 0, -1) if story[at - 1].is_block)
    stop = next((at for at in range(partner, len(story)) if story[at].is_block), len(story))
    beside = [line.end for at, line in enumerate(story[start:stop], start) if at != partner]
    return _is_replacement(both[:1], both[1:]) and (not beside or {*beside} != {story[last].end})


def _within_controls(stretch: list[Line]) -> list[Line]:
    """Leave the last end in each content control unmarked, where it can be: readers join nothing across its border."""
    controls = [_control(line.new) for line in stretch]
    for at, line in enumerate(stretch):
        if line.new is None and _control(line.old) is not None:
            before = controls[at - 1] if at else None
            behind = next((it for other, it in zip(stretch[at:], controls[at:], strict=True) if other.new), None)
            controls[at] = behind if before is None else before
    out: list[Line] = []
    for control, places in groupby(range(len(stretch)), key=controls.__getitem__):
        held = [stretch[at] for at in places]
        out += held if control is None else _placed(held)
    return out


def _control(paragraph: "Paragraph | None") -> "Element | None":
    """Return the content of the control of blocks that a paragraph stands in, or None."""
    parent = None if paragraph is None else paragraph.element.getparent()
    return parent if parent is not None and parent.tag == w("sdtContent") else None


def _placed(stretch: list[Line]) -> list[Line]:
    """Leave the last end of a stretch of paragraphs unmarked: nothing follows to join it to."""
    stretch = _unhung(stretch)
    if not stretch or stretch[-1].end is Mark.KEPT:
        return stretch
    kept = max((at for at, line in enumerate(stretch) if line.end is Mark.KEPT), default=None)
    tail = stretch[0 if kept is None else kept + 1 :]
    struck = [line for line in tail if line.end is Mark.STRUCK]
    added = [line for line in tail if line.end is Mark.ADDED]
    if _is_replacement(struck, added):
        return [line for line in stretch if line not in (struck[-1], added[-1])] + [_in_place(struck[-1], added[-1])]
    if kept is not None and not (struck and added) and not (stretch[kept].ends_section or stretch[-1].ends_section):
        stretch[kept].end, stretch[-1].end = stretch[-1].end, Mark.KEPT
        stretch[kept].end_entry = stretch[kept + 1].entry
    return stretch


def _unhung(stretch: list[Line]) -> list[Line]:
    """Keep marks off the ends of paragraphs on which a note or a box hangs: LibreOffice would leave them."""
    out: list[Line] = []
    for is_kept, group in groupby(stretch, key=lambda line: line.end is Mark.KEPT):
        run = list(group)
        if not is_kept and any(line.hangs for line in run):
            struck = [line for line in run if line.end is Mark.STRUCK]
            added = [line for line in run if line.end is Mark.ADDED]
            before = out[-1] if out else None
            if _is_replacement(struck, added):
                run = [line for line in run if line not in (struck[-1], added[-1])] + [_in_place(struck[-1], added[-1])]
            elif _may_shift(before, run):
                assert before is not None
                before.end, before.end_entry, run[-1].end = run[-1].end, run[0].entry, Mark.KEPT
        out += run
    return out


def _is_replacement(struck: list[Line], added: list[Line]) -> bool:
    """Whether the last of the struck lines may lose its words where the last of the added ones gets its own.

    Neither may hold words that stay, as the parts of a split or joined paragraph do, and both end a section or neither.
    """
    if not struck or not added or struck[-1].ends_section is not added[-1].ends_section:
        return False
    return all(
        line.moved is not None or all(it.mark is line.end for it in line.parts) for line in (struck[-1], added[-1])
    )


def _may_shift(before: Line | None, run: list[Line]) -> bool:
    """Whether the mark of a run of paragraphs, on the last of which something hangs, may stand on the one before it."""
    if before is None or before.hangs or before.ends_section or run[-1].ends_section:
        return False
    return len({line.end for line in run}) == 1 and run[-1].hangs and not any(line.hangs for line in run[:-1])


def _in_place(struck: Line, added: Line) -> Line:
    """Return one paragraph that loses the words of one and gets those of the other."""
    return Line(
        old=struck.old,
        new=added.new,
        parts=[
            *(part.marked(Mark.STRUCK) for part in struck.parts),
            *(part.marked(Mark.ADDED) for part in added.parts),
        ],
        end=Mark.KEPT,
        entry=struck.entry,
        old_source=struck.old_source,
        new_source=added.new_source,
        old_at=struck.old_at,
        new_at=added.new_at,
    )


def _unmove(story: list[Line], is_numbered: "Callable[[Line], bool]") -> None:
    """Write as plain struck and added words a move that LibreOffice would not resolve.

    That is one whose other end was merged away, one on which something hangs, and one with
    an edit that touches other paragraphs that come or go, or an automatic number, which
    would be lost.
    """
    ends: dict[int, list[Line]] = {}
    plain: set[int] = set()
    for at, line in enumerate(story):
        if line.moved is None:
            continue
        ends.setdefault(line.moved, []).append(line)
        near = [other for other in (*story[max(at - 1, 0) : at], *story[at + 1 : at + 2]) if not other.is_block]
        is_edited = any(part.mark is not Mark.KEPT for part in line.parts)
        touches = any(other.end is not Mark.KEPT and not _moves_along(other, line) for other in near)
        if line.hangs or (is_edited and (touches or any(map(is_numbered, (line, *near))))):
            plain.add(line.moved)
    for number, both in ends.items():
        if len(both) == 1 or number in plain:
            for line in both:
                mark = Mark.ADDED if line.new else Mark.STRUCK
                line.moved = None
                line.parts = [part.marked(mark) for part in line.parts]


def _moves_along(one: Line, other: Line) -> bool:
    return one.moved is not None and (one.new is None) == (other.new is None)
