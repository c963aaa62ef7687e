"""The literal marks of a house: `[+new+]` and `[-deleted-]`, and what stands between them.

`compare` and `markup` know nothing of each other: a block is anything with a label, words
and an end.
"""

from typing import TYPE_CHECKING, Protocol, assert_never

from ordain.text.segments import Mark, Segment
from ordain.text.tokens import CELL, ROW

if TYPE_CHECKING:
    from ordain.model.house import Marks

# Shows the end of a paragraph that was added in a split, or struck in a join.
PILCROW = "\u00b6"


class Shown(Protocol):
    """A paragraph of a redline."""

    @property
    def label(self) -> tuple[Segment, ...]:
        """The marks of the label."""

    @property
    def words(self) -> tuple[Segment, ...]:
        """The marks of the words."""

    @property
    def end(self) -> Mark:
        """What became of the paragraph's end."""

    @property
    def moved(self) -> bool:
        """Whether this is one end of a move, all of whose words are struck or added here."""


def shown(block: Shown) -> tuple[Segment, ...]:
    """Return what a page shows of a paragraph: marks of the label, a blank, marks of the words.

    Of a moved paragraph every word is marked.  An end that came or went without the whole
    paragraph is shown by a pilcrow.
    """
    label, words = block.label, block.words
    if block.moved:
        label = tuple(Segment(block.end, part.tokens) for part in label)
        words = tuple(Segment(block.end, part.tokens) for part in words)
    blank = (Segment(Mark.KEPT, (" ",)),) if label and words else ()
    whole = all(part.mark is block.end or {*part.tokens} <= {CELL, ROW} for part in (*label, *words))
    end = () if block.end is Mark.KEPT or whole else (Segment(block.end, (PILCROW,)),)
    return (*label, *blank, *words, *end)


def marks_text(text: str, mark: Mark, marks: "Marks") -> str:
    """Return a text with the house's signs round it, or as it is where it is kept."""
    match mark:
        case Mark.ADDED:
            return f"{marks.added.open}{text}{marks.added.close}"
        case Mark.STRUCK:
            return f"{marks.struck.open}{text}{marks.struck.close}"
        case Mark.KEPT:
            return text
        case _:
            assert_never(mark)
