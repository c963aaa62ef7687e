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


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of tokens with one mark."""

    mark: Mark
    tokens: tuple[Token, ...]

    @property
    def text(self) -> str:
        """The words of the run."""
        return join(self.tokens)


def segments(parts: "Iterable[tuple[Mark, Iterable[Token]]]") -> tuple[Segment, ...]:
    """Return `parts` as segments: empty ones left out, neighbors of one mark joined."""
    loose = [(mark, token) for mark, tokens in parts for token in tokens]
    return tuple(
        Segment(mark, tuple(token for _, token in run)) for mark, run in groupby(loose, key=lambda part: part[0])
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
