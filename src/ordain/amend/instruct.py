"""From what is to be done to how it is said: an instruction for each splice, in the order of the bill."""

from typing import TYPE_CHECKING, assert_never

from ordain.amend.ends import gap_of, provisions_in, stretch_of
from ordain.amend.find import UnfitError, occurrences
from ordain.amend.instructions import (
    InsertProvision,
    Instruction,
    Move,
    Named,
    Quote,
    Renumber,
    StrikeThrough,
)
from ordain.amend.outcome import outcome
from ordain.amend.quoting import can_quote
from ordain.amend.splices import Come, Gone, Numbered, Splice, Went, Words
from ordain.amend.wordings import instruct_words, widened
from ordain.model.numbering import Level

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ordain.amend.bill import Bill
    from ordain.amend.sheet import Names

Instructed = tuple[Instruction, "Names"]


def instruct(bill: "Bill", splices: "Sequence[Splice]") -> "tuple[Instructed, ...]":
    """Return an instruction for each splice, with the names of the paragraphs that it inserts.

    Raises UnfitError where a place cannot be named so that nothing else fits.
    """
    following: dict[int, tuple[Words, ...]] = {}
    if any(isinstance(splice, Numbered) for splice in splices):
        following = {it.origin: it.followed for it in outcome(bill, splices) if it.origin is not None}
    order = sorted(enumerate(_with_replaced(splices)), key=lambda it: (_place(it[1][0]), it[0]))
    return tuple(said for _, both in order for said in _instructed(bill, *both, following))


_Both = tuple[Splice, Come | None]


def _with_replaced(splices: "Sequence[Splice]") -> "Iterator[_Both]":
    """Yield the splices in their order, those that put paragraphs in the place of others as one."""
    gone = {splice.first: splice for splice in splices if isinstance(splice, Gone)}
    replaced = {}
    for splice in splices:
        if isinstance(splice, Come) and splice.gap in gone:
            replaced[splice.gap] = gone.pop(splice.gap)
            yield replaced[splice.gap], splice
        elif not isinstance(splice, Gone):
            yield splice, None
    for left in gone.values():
        yield left, None


# Behind every paragraph.
_LAST = 1 << 60


def _place(splice: Splice) -> tuple[int, int]:
    match splice:
        case Words(paragraph, start):
            return paragraph, start + 1
        case Gone(first):
            return first, 0
        case Come(gap) | Went(gap=gap):
            return gap, 0
        case Numbered():
            return _LAST, 0
        case _:
            assert_never(splice)


def _instructed(
    bill: "Bill", splice: Splice, come: Come | None, following: "Mapping[int, tuple[Words, ...]]"
) -> "Iterator[Instructed]":
    lines, names = (come.lines, come.names) if come else ((), ())
    match splice:
        case Words():
            yield instruct_words(bill, splice, following.get(splice.paragraph, ())), ()
        case Come(gap, inserted, its):
            yield InsertProvision(gap_of(bill, gap), inserted), its
        case Numbered(levels, references):
            yield Renumber(levels, references), ()
        case Gone(first, last) if bill.print is not None:
            where, opening, ending = stretch_of(bill, first, last)
            yield StrikeThrough(where, opening, ending, None, lines), names
        case Gone(first, last):
            yield from _strike_named(bill, first, last, come)
        case Went(first, last, gap) if bill.print is not None:
            where, opening, ending = stretch_of(bill, first, last)
            yield Move(where, gap_of(bill, gap), opening, ending), ()
        case Went(first, last, gap):
            for at, _ in provisions_in(bill, first, last):
                name = bill.name_of(at)
                if name is None:
                    raise UnfitError("a provision that moves has no name", "give it a label that stands once")
                yield Move(Named(name), gap_of(bill, gap)), ()
        case _:
            assert_never(splice)


def _strike_named(bill: "Bill", first: int, last: int, come: Come | None) -> "Iterator[Instructed]":
    """Yield the instructions that strike paragraphs of a bill without numbered lines, provision by provision."""
    lines, names = (come.lines, come.names) if come else ((), ())
    for at, end in provisions_in(bill, first, last):
        name = bill.name_of(at)
        if name is None:
            raise UnfitError("a provision that is struck has no name", "give it a label that stands once")
        if bill.paragraphs[at].level is not Level.FURTHER and end == bill.last_inside(at):
            yield StrikeThrough(Named(name), lines=lines), names
        else:
            yield StrikeThrough(Named(name), *_whole_line(bill, at), lines=lines), names
        lines, names = (), ()


def _whole_line(bill: "Bill", at: int) -> tuple[Quote, Quote]:
    """Return the words that open and end a paragraph, told from others of its provision."""
    line = bill.paragraphs[at].line
    name = bill.name_of(at)
    assert name is not None
    where = Named(name)
    for many in (3, 6, 12, len(line)):
        opening, ending = line[: widened(line, 0, 0, many)[1]], line[widened(line, len(line), len(line), many)[0] :]
        found = [occurrences(bill, where, text) for text in (opening, ending)]
        if can_quote(opening) and can_quote(ending) and all(len(its) == 1 for its in found):
            return Quote(opening), Quote(ending)
    raise UnfitError("a paragraph that is struck cannot be told from another", "write it in other words")
