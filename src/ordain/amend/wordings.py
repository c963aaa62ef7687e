"""How a change of words is said: the shortest quotation that fits in one place, and not a line or a page off it."""

from typing import TYPE_CHECKING, TypeAlias

from msgspec.structs import replace

from ordain.amend.find import UnfitError, occurrences
from ordain.amend.instructions import Insert, Lines, Named, Quote, Side, Strike, StrikeThrough
from ordain.amend.locate import locate
from ordain.amend.quoting import can_quote
from ordain.amend.splices import Words
from ordain.amend.standing import spliced, touch
from ordain.model.linemap import Line
from ordain.model.numbering import Level
from ordain.text.tokens import is_word, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ordain.amend.bill import Bill
    from ordain.amend.instructions import Where

# How a change of words is said.
Saying: TypeAlias = Strike | Insert | StrikeThrough

# With more words on each side than this a quotation is not made clearer.
_WIDEST = 6
# Of a longer stretch that is struck, only the first and the last words are quoted.
_LONG = 20
_ENDS = 3


def instruct_words(bill: "Bill", wanted: Words, following: "Sequence[Words]" = ()) -> "Saying":
    """Return an instruction that makes one splice and nothing else; raises UnfitError where none can be said.

    `following` are the numbers of the paragraph that follow by themselves: words that are
    struck and inserted again would hold them back.
    """
    first = None
    for candidate in _candidates(bill, _trimmed(bill, wanted)):
        if not _makes(bill, candidate, wanted, following):
            continue
        if _is_certain(bill, candidate):
            return candidate
        first = first or candidate
    if first is None:
        line = bill.paragraphs[wanted.paragraph].line
        raise UnfitError(
            f"no words name the place of this change: “{line[wanted.start : wanted.end] or wanted.text}”",
            "write the provision in other words, or strike it and insert it anew",
        )
    return first


def _trimmed(bill: "Bill", wanted: Words) -> Words:
    """Return a splice without the blanks at its ends that stay."""
    line = bill.paragraphs[wanted.paragraph].line
    start, end, text = wanted.start, wanted.end, wanted.text
    while start < end and text and line[start] == text[0] == " ":
        start, text = start + 1, text[1:]
    while start < end and text and line[end - 1] == text[-1] == " ":
        end, text = end - 1, text[:-1]
    return replace(wanted, start=start, end=end, text=text)


def _makes(bill: "Bill", candidate: "Saying", wanted: Words, following: "Sequence[Words]") -> bool:
    """Whether an instruction makes what is wanted, seen in the line, and holds no number back."""
    made = locate(bill, candidate)
    line = bill.paragraphs[wanted.paragraph].line
    words = [splice for splice in made if isinstance(splice, Words) and splice.paragraph == wanted.paragraph]
    if len(words) != len(made) or spliced(line, words) != spliced(line, (wanted,)):
        return False
    return all(touch(wanted, number) or not touch(splice, number) for splice in words for number in following)


def _is_certain(bill: "Bill", candidate: "Saying") -> bool:
    """Whether an instruction fits nowhere on the next lines and pages, so that a slip in a number is found."""
    where = candidate.where
    if not isinstance(where, Lines):
        return True
    for page, line in ((0, 1), (0, -1), (1, 0), (-1, 0)):
        other = replace(where, first=_shifted(where.first, page, line), last=_shifted(where.last, page, line))
        try:
            locate(bill, replace(candidate, where=other))
        except UnfitError:
            continue
        return False
    return True


def _shifted(at: Line, pages: int, lines: int) -> Line:
    return Line(at.page + pages, at.number + lines)


def _candidates(bill: "Bill", wanted: Words) -> "Iterator[Saying]":
    line = bill.paragraphs[wanted.paragraph].line
    start, end, text = wanted.start, wanted.end, wanted.text
    struck = line[start:end]
    loose: list[Saying] = []
    for more in range(_WIDEST + 1):
        if not struck.strip() and text.strip():
            yield from _insertions(bill, wanted, more)
        if not more and struck.strip() and not text.strip():
            low, high = start + len(struck) - len(struck.lstrip()), end - len(struck) + len(struck.rstrip())
            yield from _struck(bill, wanted, low, high, None)
        if struck.strip() or more:
            low, high = widened(line, start, end, more)
            by = line[low:start] + text + line[end:high]
            said = list(_struck(bill, wanted, low, high, by))
            if by == by.strip() and line[low:high] == line[low:high].strip():
                yield from said
            else:
                loose += said
    yield from loose


def _insertions(bill: "Bill", wanted: Words, more: int) -> "Iterator[Saying]":
    line = bill.paragraphs[wanted.paragraph].line
    left = len(line[: wanted.start].rstrip(" "))
    right = len(line) - len(line[wanted.end :].lstrip(" "))
    low, high = widened(line, left, left, more + 1)[0], widened(line, right, right, more + 1)[1]
    for side, start, end in ((Side.AFTER, low, left), (Side.BEFORE, right, high)):
        for where, quote in _quoted(bill, wanted.paragraph, start, end):
            yield Insert(where, side, quote, wanted.text.strip(" "))


def _struck(bill: "Bill", wanted: Words, low: int, high: int, by: str | None) -> "Iterator[Saying]":
    line = bill.paragraphs[wanted.paragraph].line
    tokens = tokenize(line[low:high])
    if sum(map(is_word, tokens)) > _LONG or not can_quote(line[low:high]):
        yield from _through(bill, wanted.paragraph, low, high, by)
    for where, quote in _quoted(bill, wanted.paragraph, low, high):
        yield Strike(where, quote, by)


def _through(bill: "Bill", paragraph: int, low: int, high: int, by: str | None) -> "Iterator[Saying]":
    """Yield an instruction that quotes only the first and the last words of what is struck."""
    line = bill.paragraphs[paragraph].line
    if by is not None and not can_quote(by):
        return
    for many in (_ENDS, 1, 2 * _ENDS):
        opening = widened(line, low, low, many)[1]
        closing = widened(line, high, high, many)[0]
        firsts, lasts = (list(_quoted(bill, paragraph, *it)) for it in ((low, opening), (closing, high)))
        for (first, one), (last, other) in zip(firsts, lasts, strict=False):
            where = _from_through(first, last)
            if where is not None:
                yield StrikeThrough(where, one, other, by)


def _from_through(first: "Where", last: "Where") -> "Where | None":
    """Return the place that begins with one and ends with another, where each of them is on one line."""
    if not isinstance(first, Lines) or not isinstance(last, Lines):
        return first
    return replace(first, last=last.last) if first.first == first.last and last.first == last.last else None


def _quoted(bill: "Bill", paragraph: int, start: int, end: int) -> "Iterator[tuple[Where, Quote]]":
    """Yield the place and the quotation of the letters from `start` up to `end` of a paragraph, if there is one."""
    text = bill.paragraphs[paragraph].line[start:end]
    where = _where(bill, paragraph, start, end)
    if not text.strip() or not can_quote(text) or where is None:
        return
    places = occurrences(bill, where, text)
    if (paragraph, start, end) in places:
        turn = None if len(places) == 1 else places.index((paragraph, start, end)) + 1
        yield where, Quote(text, turn)


def _where(bill: "Bill", paragraph: int, start: int, end: int) -> "Where | None":
    if bill.print is None:
        name = bill.name_of(paragraph)
        return None if name is None else Named(name)
    first, last = bill.print.line(paragraph, start), bill.print.line(paragraph, max(start, end - 1))
    return Lines(first, last, "Title" if bill.paragraphs[paragraph].level is Level.TITLE else "")


def widened(line: str, start: int, end: int, more: int) -> tuple[int, int]:
    """Return a stretch with so many words more on either side, and the signs that stand close to them."""
    if not more:
        return start, end
    before, after = tokenize(line[:start]), tokenize(line[end:])
    low = start - sum(map(len, _words(before[::-1], more)))
    high = end + sum(map(len, _words(after, more)))
    return low, high


def _words(tokens: tuple[str, ...], many: int) -> tuple[str, ...]:
    """Return the first tokens that hold so many words or signs; at the end of a paragraph there may be fewer."""
    found = 0
    for at, token in enumerate(tokens):
        found += not token.isspace()
        if found == many:
            return tokens[: at + 1]
    return tokens
