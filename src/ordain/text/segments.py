"""The result of comparing two texts: runs of tokens that are kept, struck or added."""

from dataclasses import dataclass
from enum import Enum
from itertools import groupby
from typing import TYPE_CHECKING

from ordain.text.tokens import Token, join

if TYPE_CHECKING:
    from collections.abc import Iterable


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


@dataclass(frozen=True, slots=True)
class Segment:
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
    held = [part for part in parts if part.tokens]
    return tuple(
        Segment(mark, tuple(token for part in run for token in part.tokens), weight)
        for (mark, weight), run in groupby(held, key=lambda part: (part.mark, part.weight))
    )


def whole(mark: Mark, tokens: "Iterable[Token]") -> tuple[Segment, ...]:
    """Return all of `tokens` under one mark; nothing for no tokens."""
    held = tuple(tokens)
    return (Segment(mark, held),) if held else ()


def side(parts: "Iterable[Segment]", mark: Mark) -> tuple[Token, ...]:
    """Return the tokens that are kept or have `mark`: ADDED gives the new text, STRUCK the old.

    >>> side((Segment(Mark.KEPT, ("a",)), Segment(Mark.STRUCK, ("b",))), Mark.ADDED)
    ('a',)
    """
    return tuple(token for part in parts if part.mark in (Mark.KEPT, mark) for token in part.tokens)


def marked(parts: "Iterable[Segment]", mark: Mark) -> str:
    """Return the text that has `mark`, and nothing that is kept."""
    return "".join(part.text for part in parts if part.mark is mark)
