"""The number that a reader sees in front of each automatically numbered paragraph.

A file holds no such number, only how to count.  Here the paragraphs of a story are
counted as Word counts them, and each number is written as its level says.
"""

from typing import TYPE_CHECKING

from ordain.word.reading.numbering import LEVELS, Lists, hidden
from ordain.word.reading.numerals import numeral

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ordain.word.parts.names import Element
    from ordain.word.parts.package import Package
    from ordain.word.reading.numbering import NumberedList


def list_labels(package: "Package", paragraphs: "Iterable[Element]") -> list[str]:
    """Return the label in front of each of `paragraphs`, "" where none is shown.

    `paragraphs` are all `w:p` of one story, in their order: each counts for those below it.
    A label is the text alone, without the tab or the blank behind it.
    """
    lists = Lists(package)
    counts: dict[str, _Count] = {}
    labels = []
    for paragraph in paragraphs:
        place = lists.place(paragraph)
        if place is None:
            labels.append("")
            continue
        numbered, level = place
        count = counts.setdefault(numbered.key, _Count())
        count.advance(numbered, level)
        labels.append("" if hidden(paragraph) else _label(numbered, level, count.numbers))
    return labels


class _Count:
    """The numbers that the lists of one definition have reached; None at a level that begins anew."""

    def __init__(self) -> None:
        self.numbers: list[int | None] = [None] * LEVELS
        self._begun: set[tuple[NumberedList, int]] = set()

    def advance(self, numbered: "NumberedList", level: int) -> None:
        """Count one paragraph of `numbered` at `level`."""
        # A level that was left out counts as begun: the next paragraph there has the second number.
        for outer in range(level):
            if self.numbers[outer] is None and outer in numbered.levels:
                self.numbers[outer] = numbered.levels[outer].start
        first = (numbered, level) not in self._begun
        self._begun.add((numbered, level))
        reached = self.numbers[level]
        if reached is None or (first and level in numbered.starts):
            self.numbers[level] = numbered.starts.get(level, numbered.levels[level].start)
        else:
            self.numbers[level] = reached + 1
        for inner, inside in numbered.levels.items():
            if inner > level and level < inside.limit:
                self.numbers[inner] = None


def _label(numbered: "NumberedList", level: int, numbers: list[int | None]) -> str:
    shown = numbered.levels[level]
    return "".join(
        piece if isinstance(piece, str) else _numeral(numbered, piece, numbers[piece], legal=shown.legal)
        for piece in shown.pieces
    )


def _numeral(numbered: "NumberedList", level: int, number: int | None, *, legal: bool) -> str:
    if number is None:
        return ""
    written = numbered.levels[level].format
    # Legal numbering shows Arabic numbers at every level, whatever the levels say.
    return numeral(number, "decimal" if legal and written not in ("none", "bullet", "decimalZero") else written)
