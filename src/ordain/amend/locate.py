"""Where an instruction fits in a bill: exactly one place, or none."""

import re
from typing import TYPE_CHECKING, assert_never

from ordain.amend.find import UnfitError, named, occurrences, rows_of
from ordain.amend.instructions import (
    Gap,
    Insert,
    InsertProvision,
    Lines,
    Move,
    Named,
    Quote,
    Relabel,
    Renumber,
    Side,
    Strike,
    StrikeThrough,
)
from ordain.amend.spacing import inserted_after, inserted_before, struck
from ordain.amend.splices import Come, Gone, Numbered, Splice, Went, Words

if TYPE_CHECKING:
    from ordain.amend.bill import Bill
    from ordain.amend.instructions import Instruction, Where
    from ordain.model.linemap import Line


def locate(bill: "Bill", instruction: "Instruction") -> tuple[Splice, ...]:
    """Return what an instruction does to a bill.

    Raises UnfitError where the words do not stand where it says, or stand there twice.
    """
    match instruction:
        case Strike(where, words, by):
            return (_strike(bill, where, words, by),)
        case Insert(where, side, beside, text):
            at, start, end = _one(bill, where, beside)
            line = bill.paragraphs[at].line
            if side is Side.AFTER:
                return (Words(at, end, end, inserted_after(line, end, text)),)
            return (Words(at, start, start, inserted_before(line, start, text)),)
        case StrikeThrough():
            return _strike_through(bill, instruction)
        case InsertProvision(gap, lines):
            return (Come(_gap(bill, gap), lines),)
        case Move(where, gap, first, last):
            start, end = _whole(bill, _stretch(bill, where, first, last))
            to = _gap(bill, gap)
            if start < to <= end:
                raise UnfitError("a provision cannot be moved into itself", "name a place outside it")
            return (Went(start, end, to),)
        case Renumber(levels, references):
            return (Numbered(levels, references),)
        case Relabel(name, label):
            at = named(bill, name)[0]
            was = bill.paragraphs[at].label
            return (Words(at, 0, len(was), _relabelled(was, label)),)
        case _:
            assert_never(instruction)


_NUMBER = re.compile(r"[0-9A-Za-z\-]+(?=[).]*$)")


def _relabelled(was: str, label: str) -> str:
    """Return a label with the number of another, in its own form.

    >>> _relabelled("SECTION 5.", "Section 6"), _relabelled("(B)", "Section 4(C)")
    ('SECTION 6.', '(C)')
    """
    number = _NUMBER.search(label.rstrip())
    if number is None or not was:
        raise UnfitError(f"“{label}” is no number for it", "write it as in “Renumber Section 5 as Section 6”")
    return _NUMBER.sub(number[0], was)


def _strike(bill: "Bill", where: "Where", words: Quote, by: str | None) -> Splice:
    at, start, end = _one(bill, where, words)
    line = bill.paragraphs[at].line
    if by is not None:
        return Words(at, start, end, by)
    start, end = struck(line, start, end)
    return Gone(at, at) if end - start == len(line) else Words(at, start, end, "")


def _strike_through(bill: "Bill", it: StrikeThrough) -> tuple[Splice, ...]:
    stretch = _stretch(bill, it.where, it.first, it.last)
    (first, start), (last, end) = stretch
    is_whole = not start and end == len(bill.paragraphs[last].line)
    if it.lines or (is_whole and it.by is None) or (it.first is None and it.last is None):
        first, last = _whole(bill, stretch)
        return (Gone(first, last), *([Come(first, it.lines)] if it.lines else []))
    if first != last:
        raise UnfitError(
            "this begins in one paragraph and ends in another", "strike whole paragraphs, or words of one at a time"
        )
    if it.by is not None:
        return (Words(first, start, end, it.by),)
    return (Words(first, *struck(bill.paragraphs[first].line, start, end), ""),)


# A place among the letters of a bill: the paragraph, and where in it.
_Point = tuple[int, int]


def _stretch(bill: "Bill", where: "Where", first: Quote | None, last: Quote | None) -> tuple[_Point, _Point]:
    """Return where a stretch of the bill begins and ends."""
    start, end = _bounds(bill, where)
    if first is not None:
        at, begin, _ = _one(bill, _edge(where, end=False), first)
        start = (at, begin)
    if last is not None:
        at, _, stop = _one(bill, _edge(where, end=True), last)
        end = (at, stop)
    if end <= start:
        raise UnfitError("this ends before it begins", "name the first words first")
    return start, end


def _edge(where: "Where", *, end: bool) -> "Where":
    """Return the line on which a stretch begins, or ends."""
    match where:
        case Lines(first, last):
            return Lines(last, last) if end else Lines(first, first)
        case Named():
            return where
        case _:
            assert_never(where)


def _bounds(bill: "Bill", where: "Where") -> tuple[_Point, _Point]:
    match where:
        case Lines():
            first, last = rows_of(bill, where)
            return (first.paragraph, first.start), (last.paragraph, last.end)
        case Named(name):
            start, stop = named(bill, name)
            return (start, 0), (stop, len(bill.paragraphs[stop].line))
        case _:
            assert_never(where)


def _whole(bill: "Bill", stretch: tuple[_Point, _Point]) -> tuple[int, int]:
    (first, start), (last, end) = stretch
    if start or end != len(bill.paragraphs[last].line):
        raise UnfitError("these are no whole paragraphs", "name the lines on which they begin and end")
    return first, last


def _gap(bill: "Bill", gap: Gap) -> int:
    """Return the number of the paragraph in front of which a gap is."""
    match gap.where:
        case Named(name):
            first, last = named(bill, name)
            at = first if gap.side is Side.BEFORE else last + 1
        case Lines(first, last):
            at = _between(bill, first, last, gap.side)
        case _:
            assert_never(gap.where)
    if gap.words is not None:
        _check_neighbor(bill, at, gap.words, gap.side)
    return at


def _between(bill: "Bill", first: "Line", last: "Line", side: Side) -> int:
    if side is Side.BETWEEN and (first.page, first.number + 1) != (last.page, last.number):
        raise UnfitError("these lines do not follow each other", "name two lines that do")
    assert bill.print is not None or not bill.paragraphs
    rows = [None if bill.print is None else bill.print.row(line) for line in (first, last)]
    if side is Side.AFTER:
        after = rows[0]
        if after is not None and after.end == len(bill.paragraphs[after.paragraph].line):
            return after.paragraph + 1
    else:
        before = rows[1]
        if before is not None and not before.start:
            return before.paragraph
    raise UnfitError("no paragraph begins or ends there", "name lines between which one ends and the next begins")


def _check_neighbor(bill: "Bill", at: int, words: str, side: Side) -> None:
    """Raise UnfitError where other words stand beside a gap than an instruction says."""
    beside = at if side is Side.BEFORE else at - 1
    line = bill.paragraphs[beside].line if 0 <= beside < len(bill.paragraphs) else ""
    if not (line.startswith(words) if side is Side.BEFORE else line.endswith(words)):
        verb = "begins" if side is Side.BEFORE else "ends"
        raise UnfitError(f"no paragraph {verb} there with “{words}”", missed=words)


def _one(bill: "Bill", where: "Where", words: Quote) -> tuple[int, int, int]:
    """Return the one place where quoted words stand."""
    if not words.text:
        raise UnfitError("nothing stands between the quotation marks", "quote the words")
    found = occurrences(bill, where, words.text)
    if not found:
        raise UnfitError(f"“{words.text}” does not stand there", missed=words.text, where=where)
    if words.turn is None:
        if len(found) > 1:
            raise UnfitError(
                f"“{words.text}” stands there {len(found)} times", "say which, as in “the second”, or quote more words"
            )
        return found[0]
    at = words.turn if words.turn < 0 else words.turn - 1
    if not -len(found) <= at < len(found):
        raise UnfitError(f"“{words.text}” stands there only {_times(len(found))}", "say which of them is meant")
    return found[at]


def _times(many: int) -> str:
    return "once" if many == 1 else f"{many} times"
