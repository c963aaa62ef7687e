"""Find quoted words in a bill: where a place says, or, for a message, anywhere else."""

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, TypeAlias, assert_never

from ordain.amend.bill import edges, plain_name
from ordain.amend.instructions import Lines, Named
from ordain.amend.places import write_place
from ordain.text.tokens import is_word, tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ordain.amend.bill import Bill
    from ordain.amend.instructions import Where
    from ordain.amend.pages import Row
    from ordain.model.linemap import Line

    Form: TypeAlias = Callable[[str], str]


class UnfitError(Exception):
    """An instruction that does not fit a bill: why, and what would.

    Where words were missed, `missed` are these: what is like them is looked for when
    somebody is told.
    """

    def __init__(self, message: str, remedy: str = "", missed: str = "", where: "Where | None" = None) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.missed = missed
        self.where = where


def remedy(bill: "Bill", error: UnfitError) -> str:
    """Return what would mend an instruction that does not fit."""
    return elsewhere(bill, error.missed, error.where) if error.missed else error.remedy


def occurrences(bill: "Bill", where: "Where", text: str) -> list[tuple[int, int, int]]:
    """Return where words stand in a place, each as paragraph, start and end, in reading order.

    Whole words are meant: “City” does not stand in “Cityhood”.  Where the words stand
    nowhere as they are quoted, other quotation marks are taken for the same.
    """
    for form in (_as_it_is, _without_curls):
        found = list(_matches(bill, where, text, form))
        if found:
            return found
    return []


def rows_of(bill: "Bill", where: Lines) -> "tuple[Row, Row]":
    """Return the first and the last line of a place; raises UnfitError where the print has none of that number."""
    if bill.print is None:
        raise UnfitError("the bill has no print with numbered lines", "name the provision, as in “In Section 4”")
    rows = []
    for line in (where.first, where.last):
        row = bill.print.row(line)
        if row is None:
            raise UnfitError(f"no words of the bill stand on {line}", _last_line(bill, line))
        rows.append(row)
    return rows[0], rows[1]


def named(bill: "Bill", name: str) -> tuple[int, int]:
    """Return the first and last paragraph of a provision; raises UnfitError where none or several have the name."""
    spans = bill.spans.get(plain_name(name), [])
    if len(spans) != 1:
        what = "the bill has no" if not spans else "the bill has more than one"
        raise UnfitError(f"{what} {name}", "name a provision of this bill by its number")
    return spans[0]


def elsewhere(bill: "Bill", text: str, where: "Where | None" = None) -> str:
    """Return where words stand in the whole bill, or what stands there that is most like them."""
    whole = [
        (at, *span)
        for at, paragraph in enumerate(bill.paragraphs)
        for span in _in_line(paragraph.line, text, _as_it_is)
    ]
    if whole:
        places = list(dict.fromkeys(_said(bill, *it) for it in whole))
        return f"these words stand {', '.join(places[:_SHOWN])}" + (", and elsewhere" if places[_SHOWN:] else "")
    near = _nearest(bill, text, where)
    return f"most like it is “{near}”" if near else "quote words that the bill has"


def _as_it_is(text: str) -> str:
    return text


_STRAIGHT = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u00a0": " "})


def _without_curls(text: str) -> str:
    return text.translate(_STRAIGHT)


def _matches(bill: "Bill", where: "Where", text: str, form: "Form") -> "Iterator[tuple[int, int, int]]":
    match where:
        case Lines():
            first, last = rows_of(bill, where)
            if where.inside and not _is_inside(bill, where.inside, first.paragraph):
                raise UnfitError(f"{where.first} is not in the {where.inside.casefold()}", "name the line alone")
            if first.paragraph == last.paragraph:
                for start, end in _in_line(bill.paragraphs[first.paragraph].line, text, form):
                    if first.start <= start < first.end and last.start < end <= last.end:
                        yield first.paragraph, start, end
        case Named(name):
            low, high = named(bill, name)
            for at in range(low, high + 1):
                for start, end in _in_line(bill.paragraphs[at].line, text, form):
                    yield at, start, end
        case _:
            assert_never(where)


def _is_inside(bill: "Bill", name: str, at: int) -> bool:
    return any(low <= at <= high for low, high in bill.spans.get(plain_name(name), ()))


def _in_line(line: str, text: str, form: "Form") -> "Iterator[tuple[int, int]]":
    """Yield where whole words stand in a line."""
    line, text = form(line), form(text)
    at = line.find(text) if text else -1
    if at < 0:
        return
    starts, ends = edges(line)
    while at >= 0:
        if at in starts and at + len(text) in ends:
            yield at, at + len(text)
        at = line.find(text, at + 1)


# So many places are named to somebody who named a wrong one.
_SHOWN = 3


def _said(bill: "Bill", at: int, start: int, end: int) -> str:
    if bill.print is None:
        return f"in {bill.name_of(at) or 'a provision without a name'}"
    return write_place(Lines(bill.print.line(at, start), bill.print.line(at, end - 1)))


def _last_line(bill: "Bill", line: "Line") -> str:
    assert bill.print is not None
    lines = [row.line.number for row in bill.print.rows if row.line.page == line.page]
    if not lines:
        return f"the print has {max((row.line.page for row in bill.print.rows), default=0)} pages"
    return f"on page {line.page} they stand on lines {min(lines)} to {max(lines)}"


# Below this share of equal letters, words are not worth showing as a guess.
_ALIKE = 0.6


def _nearest(bill: "Bill", text: str, where: "Where | None") -> str:
    """Return the words of a place, or of the whole bill, that are most like `text`, or nothing."""
    count = max(1, sum(map(is_word, tokenize(text))))
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(text)
    best, found = _ALIKE, ""
    for line in _lines(bill, where):
        words = [(start, start + len(token)) for start, token in _placed(line) if is_word(token)]
        for at in range(len(words) - count + 1):
            window = line[words[at][0] : words[at + count - 1][1]]
            matcher.set_seq1(window)
            if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and matcher.ratio() > best:
                best, found = matcher.ratio(), window
    return found


def _lines(bill: "Bill", where: "Where | None") -> "Iterator[str]":
    """Yield the text of the lines of a place, and then of the whole bill."""
    if isinstance(where, Lines):
        first, last = rows_of(bill, where)
        yield from (bill.paragraphs[row.paragraph].line[row.start : row.end] for row in {first, last})
    yield from (paragraph.line for paragraph in bill.paragraphs)


def _placed(line: str) -> "Iterator[tuple[int, str]]":
    at = 0
    for token in tokenize(line):
        yield at, token
        at += len(token)
