"""The result of comparing two texts: runs of tokens that are kept, struck or added."""

from enum import Enum
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.text.tokens import Token, join

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Mark(Enum):
    """What became of a run of words, or of the end of a paragraph."""

    KEPT = "kept"
    STRUCK = "struck"
    ADDED = "added"


class Weight(Enum):
    """What a change, or a run of marked words, amounts to.

    Numbering: only the number of a provision, or a reference that follows it.  Place: a
    pure move.  Typography: case of a label, quotes, dashes, blanks.  Wording is all else.
    """

    WORDING = "wording"
    NUMBERING = "numbering"
    PLACE = "place"
    TYPOGRAPHY = "typography"


class Segment(Struct, frozen=True):
    """A run of tokens with one mark, and what it amounts to where it is not kept."""

    mark: Mark
    tokens: tuple[Token, ...]
    weight: Weight = Weight.WORDING

    @property
    def text(self) -> str:
        """The words of the run."""
        return join(self.tokens)


def segments(parts: "Iterable[tuple[Mark, Iterable[Token]]]") -> tuple[Segment, ...]:
    """Return `parts` as segments: empty ones left out, neighbors of one mark joined."""
    return merged(Segment(mark, tuple(tokens)) for mark, tokens in parts)


def merged(parts: "Iterable[Segment]") -> tuple[Segment, ...]:
    """Return `parts`: empty ones left out, neighbors of one mark and one weight joined."""
    out: list[Segment] = []
    run: list[Segment] = []
    for part in parts:
        if not part.tokens:
            continue
        if run and (run[0].mark is not part.mark or run[0].weight is not part.weight):
            out.append(_joined(run))
            run = []
        run.append(part)
    return (*out, _joined(run)) if run else ()


def _joined(run: "Sequence[Segment]") -> Segment:
    first = run[0]
    if len(run) == 1:
        return first
    return Segment(first.mark, tuple(chain.from_iterable([part.tokens for part in run])), first.weight)


def whole(mark: Mark, tokens: "Iterable[Token]") -> tuple[Segment, ...]:
    """Return all of `tokens` under one mark; nothing for no tokens."""
    held = tuple(tokens)
    return (Segment(mark, held),) if held else ()


def side(parts: "Iterable[Segment]", mark: Mark) -> tuple[Token, ...]:
    """Return the tokens that are kept or have `mark`: ADDED gives the new text, STRUCK the old.

    >>> side((Segment(Mark.KEPT, ("a",)), Segment(Mark.STRUCK, ("b",))), Mark.ADDED)
    ('a',)
    """
    return tuple(chain.from_iterable([part.tokens for part in parts if part.mark is Mark.KEPT or part.mark is mark]))


def marked(parts: "Iterable[Segment]", mark: Mark) -> str:
    """Return the text that has `mark`, and nothing that is kept."""
    return "".join(part.text for part in parts if part.mark is mark)
