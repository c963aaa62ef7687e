"""The words by which the ends of paragraphs are told, and the places between paragraphs."""

from typing import TYPE_CHECKING

from ordain.amend.find import UnfitError, occurrences
from ordain.amend.instructions import Gap, Lines, Named, Quote, Side
from ordain.amend.quoting import can_quote
from ordain.model.numbering import Level
from ordain.text.tokens import is_word, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.amend.bill import Bill
    from ordain.amend.pages import Row

# So many words tell the end of a paragraph.
_WORDS = 3


def stretch_of(bill: "Bill", first: int, last: int) -> "tuple[Lines, Quote, Quote]":
    """Return the lines of whole paragraphs, and the words that open and end them."""
    assert bill.print is not None
    top, bottom = bill.print.rows_of[first][0], bill.print.rows_of[last][-1]
    where = Lines(top.line, bottom.line)
    return where, _opening(bill, top), _ending(bill, bottom)


def gap_of(bill: "Bill", gap: int) -> Gap:
    """Return the name of the place in front of paragraph number `gap`."""
    if bill.print is None:
        return _named_gap(bill, gap)
    if gap == 0:
        row = bill.print.rows_of[0][0]
        return Gap(Lines(row.line, row.line), Side.BEFORE, _opening(bill, row).text)
    above = bill.print.rows_of[gap - 1][-1]
    ending = _ending(bill, above).text
    if gap < len(bill.paragraphs):
        below = bill.print.rows_of[gap][0]
        if below.line.page == above.line.page:
            return Gap(Lines(above.line, below.line), Side.BETWEEN, ending)
    return Gap(Lines(above.line, above.line), Side.AFTER, ending)


def provisions_in(bill: "Bill", first: int, last: int) -> "Iterator[tuple[int, int]]":
    """Yield the outermost provisions of which paragraphs consist, each by its first and last."""
    at = first
    while at <= last:
        end = bill.last_inside(at)
        yield (at, end) if end <= last else (at, at)
        at = end + 1 if end <= last else at + 1


def _named_gap(bill: "Bill", gap: int) -> Gap:
    """Return the name of a gap in a bill without numbered lines: behind a provision, or in front of one."""
    for at in range(gap):
        name = bill.name_of(at)
        if bill.paragraphs[at].level is not Level.FURTHER and bill.last_inside(at) == gap - 1 and name:
            return Gap(Named(name), Side.AFTER)
    if gap < len(bill.paragraphs) and bill.paragraphs[gap].level is not Level.FURTHER and (name := bill.name_of(gap)):
        return Gap(Named(name), Side.BEFORE)
    raise UnfitError("a paragraph comes to a place that no provision names", "give the provision above it a label")


def _opening(bill: "Bill", row: "Row") -> Quote:
    """Return the words that open a line, as they are quoted."""
    tokens = tokenize(bill.paragraphs[row.paragraph].line[row.start : row.end])
    text = _quotable("".join(tokens[:many]).rstrip() for many in range(_enough(tokens), 0, -1))
    several = len(occurrences(bill, Lines(row.line, row.line), text)) > 1
    return Quote(text, 1 if several else None)


def _ending(bill: "Bill", row: "Row") -> Quote:
    """Return the words that end a line, as they are quoted."""
    tokens = tokenize(bill.paragraphs[row.paragraph].line[row.start : row.end])
    many = _enough(tokens[::-1])
    text = _quotable("".join(tokens[at:]).lstrip() for at in range(len(tokens) - many, len(tokens)))
    places = occurrences(bill, Lines(row.line, row.line), text)
    return Quote(text, len(places) if len(places) > 1 else None)


def _quotable(texts: "Iterator[str]") -> str:
    """Return the first of some texts that can stand in quotation marks, as a single word or sign always can."""
    return next(text for text in texts if text and can_quote(text))


def _enough(tokens: tuple[str, ...]) -> int:
    """Return how many tokens hold so many words that a reader knows them."""
    words = 0
    for at, token in enumerate(tokens):
        words += is_word(token)
        if words == _WORDS:
            return at + 1
    return len(tokens)
