"""Plan: which splices turn one bill into another, paragraph by paragraph and then word by word."""

from typing import TYPE_CHECKING

from ordain.amend.outcome import outcome
from ordain.amend.splices import Come, Gone, Numbered, Splice, Went, Words
from ordain.amend.wording import edits
from ordain.text.sequences import heaviest_chain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ordain.amend.bill import Bill
    from ordain.amend.paragraphs import Paragraph


def plan(
    bill: "Bill", new: "Sequence[Paragraph]", became: "Mapping[int, int]", numbered: Numbered | None
) -> tuple[Splice, ...] | None:
    """Return the splices that turn a bill into the paragraphs `new`, or None where numbering on gives other numbers.

    `became` leads from the paragraphs that stay to their places in `new`.
    """
    whole = [*_whole(bill, new, became), *([numbered] if numbered else [])]
    words: dict[int, tuple[Words, ...]] = {}
    for _ in range(_TURNS):
        made = [*(splice for its in words.values() for splice in its), *whole]
        standing = outcome(bill, made)
        wrong = [it for it in standing if it.origin is not None and it.line != new[became[it.origin]].line]
        if not wrong:
            return tuple(made)
        for it in wrong:
            assert it.origin is not None
            paragraph, wanted = bill.paragraphs[it.origin], new[became[it.origin]].line
            words[it.origin] = edits(it.origin, paragraph, it.followed, wanted)
    return None


# Words change what is numbered on, and the numbers change which words are to be set; most
# bills are settled in two turns.
_TURNS = 6


def _whole(bill: "Bill", new: "Sequence[Paragraph]", became: "Mapping[int, int]") -> "Iterator[Splice]":
    """Yield the splices of whole paragraphs: those that are struck, then what comes to each gap in its order."""
    staying = _staying(bill, became)
    for first, last in _runs([at for at in range(len(bill.paragraphs)) if at not in became]):
        yield Gone(first, last)
    was = {its: at for at, its in became.items()}
    gap, at = 0, 0
    while at < len(new):
        origin = was.get(at)
        if origin in staying:
            assert origin is not None
            gap, at = origin + 1, at + 1
            continue
        end = at + 1
        if origin is None:
            while end < len(new) and end not in was:
                end += 1
            come = new[at:end]
            yield Come(gap, tuple(it.line for it in come), tuple((it.id, it.sources) for it in come))
        else:
            while end < len(new) and was.get(end) == origin + end - at and was[end] not in staying:
                end += 1
            yield Went(origin, origin + end - at - 1, gap)
        at = end


def _staying(bill: "Bill", became: "Mapping[int, int]") -> set[int]:
    """Return the paragraphs that keep their order; the rest move, as few words as can be."""
    links = sorted((its, at) for at, its in became.items())
    chain = heaviest_chain([(at, its, 1.0 + len(bill.paragraphs[at].line)) for its, at in links])
    return {links[link][1] for link in chain}


def _runs(numbers: "Sequence[int]") -> "Iterator[tuple[int, int]]":
    """Yield runs of numbers that follow each other."""
    start = 0
    for at in range(1, len(numbers) + 1):
        if at == len(numbers) or numbers[at] != numbers[at - 1] + 1:
            yield numbers[start], numbers[at - 1]
            start = at
