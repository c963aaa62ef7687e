"""The line map of a print: on which page and line each letter of a draft stands.

Every paragraph opens a line of its own.  So a line holds a stretch of one unit, and the
stretches of a unit, end to end, are the whole of it, blanks included.
"""

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.text.tokens import join, tokenize

if TYPE_CHECKING:
    from ordain.model.unit import Unit


class Line(Struct, frozen=True, order=True):
    """A line of a print as it is cited: the page, and the line on it, both counted from 1.

    >>> str(Line(3, 18))
    'page 3, line 18'
    """

    page: int
    number: int

    def __str__(self) -> str:
        return f"page {self.page}, line {self.number}"


class Span(Struct, frozen=True):
    """The letters from `start` to `end` of a paragraph: `unit` counts the units of the map."""

    unit: int
    start: int
    end: int


class Row(Struct, frozen=True):
    """A line with what stands on it: a stretch of one paragraph, and its words as they are read."""

    line: Line
    span: Span
    text: str


class LineMap(Struct, frozen=True):
    """The lines of a print in reading order, and the paragraphs that stand on them.

    A paragraph is the `line` of its unit: label and words.  Where the house numbers no
    lines, `numbered` is false, and they are counted from the top of the page.
    """

    units: "tuple[Unit, ...]"
    rows: tuple[Row, ...]
    numbered: bool = True

    def row(self, line: Line) -> Row | None:
        """Return a line with what stands on it, or None where the print has no such line."""
        at = bisect_left(self.rows, line, key=lambda row: row.line)
        return self.rows[at] if at < len(self.rows) and self.rows[at].line == line else None

    def rows_of(self, span: Span) -> tuple[Row, ...]:
        """Return the lines that hold a stretch of a paragraph; of an empty one the line where it would stand."""
        first, last = self._at(span.unit, span.start), self._at(span.unit, max(span.start, span.end - 1))
        return self.rows[first : last + 1]

    def line_of(self, unit: int, token: int) -> Line:
        """Return the line on which a token of a unit begins, counted in `Unit.tokens`, without the label."""
        tokens = self.units[unit].tokens
        before = self.whole(unit).end - len(join(tokens))
        return self.rows[self._at(unit, before + len(join(tokens[:token])))].line

    def whole(self, unit: int) -> Span:
        """Return the whole of a paragraph."""
        return Span(unit, 0, len(self.units[unit].line))

    def words(self, line: Line) -> tuple[Span, ...]:
        """Return the tokens that begin on a line, without blanks; none where there is no such line."""
        row = self.row(line)
        if row is None:
            return ()
        tokens = _tokens(row.span.unit, self.units[row.span.unit].line)
        return tuple(span for span, _ in tokens if row.span.start <= span.start < row.span.end)

    def occurrences(self, phrase: str, line: Line) -> tuple[Span, ...]:
        """Return where a phrase begins on a line, word for word, however wide the blanks between its words.

        It may end on a later line of its paragraph.
        """
        row = self.row(line)
        if row is None:
            return ()
        return tuple(it for it in self.found(phrase, row.span.unit) if row.span.start <= it.start < row.span.end)

    def found(self, phrase: str, unit: int) -> tuple[Span, ...]:
        """Return every place of a phrase in a paragraph, word for word, from left to right."""
        wanted = [token for token in tokenize(phrase) if not token.isspace()]
        tokens = _tokens(unit, self.units[unit].line)
        words = [word for _, word in tokens]
        starts = range(len(words) - len(wanted) + 1) if wanted else ()
        return tuple(
            Span(unit, tokens[at][0].start, tokens[at + len(wanted) - 1][0].end)
            for at in starts
            if words[at : at + len(wanted)] == wanted
        )

    def _at(self, unit: int, offset: int) -> int:
        """Return the index of the row that holds a letter; the end of a paragraph is on its last line."""
        return bisect_right(self.rows, (unit, offset), key=lambda row: (row.span.unit, row.span.start)) - 1


def _tokens(unit: int, text: str) -> list[tuple[Span, str]]:
    found = []
    at = 0
    for token in tokenize(text):
        if not token.isspace():
            found.append((Span(unit, at, at + len(token)), token))
        at += len(token)
    return found
