"""What a bill becomes when splices are made in it, all at once and each where it was printed."""

from collections import defaultdict
from typing import TYPE_CHECKING, assert_never

from msgspec import Struct

from ordain.amend.numbered import number_on
from ordain.amend.splices import Come, Gone, Numbered, Splice, Went, Words
from ordain.amend.standing import Left, Standing, spliced

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ordain.amend.bill import Bill


def outcome(bill: "Bill", splices: "Sequence[Splice]") -> tuple[Standing, ...]:
    """Return the paragraphs of the bill with the splices made; those that do not fit together are not told here.

    What comes to one gap stands in the order of the splices.  All that is numbered on is
    numbered on together, at the end.
    """
    order = tuple(_Order(bill, _sorted(splices)).all())
    numbered = [splice for splice in splices if isinstance(splice, Numbered)]
    if not numbered:
        return tuple(it for it in order if isinstance(it, Standing))
    levels = tuple(sorted({level for splice in numbered for level in splice.levels}))
    return number_on(bill, order, Numbered(levels, any(splice.references for splice in numbered)))


class _Sorted(Struct, frozen=True):
    """Splices by what they touch."""

    words: dict[int, list[Words]]
    gone: frozenset[int]
    went: dict[int, Went]
    arrivals: dict[int, list[Come | Went]]


def _sorted(splices: "Sequence[Splice]") -> _Sorted:
    words: dict[int, list[Words]] = defaultdict(list)
    arrivals: dict[int, list[Come | Went]] = defaultdict(list)
    gone: set[int] = set()
    went: dict[int, Went] = {}
    for splice in splices:
        match splice:
            case Words():
                words[splice.paragraph].append(splice)
            case Gone():
                gone |= set(range(splice.first, splice.last + 1))
            case Come():
                arrivals[splice.gap].append(splice)
            case Went():
                arrivals[splice.gap].append(splice)
                went |= dict.fromkeys(range(splice.first, splice.last + 1), splice)
            case Numbered():
                pass
            case _:
                assert_never(splice)
    return _Sorted(words, frozenset(gone), went, arrivals)


class _Order(Struct, frozen=True):
    """Puts the paragraphs in their order; a place that was left is told too, for the numbers behind it."""

    bill: "Bill"
    made: _Sorted

    def all(self) -> "Iterator[Standing | Left]":
        for at in range(len(self.bill.paragraphs) + 1):
            if not self._is_inside(at):
                yield from self._arrived(at)
            if at in self.made.gone or at in self.made.went:
                yield Left(self.bill.paragraphs[at].level)
            elif at < len(self.bill.paragraphs):
                yield self._standing(at, moved=False)

    def _is_inside(self, gap: int) -> bool:
        """Whether a gap is between two paragraphs that go elsewhere together, and goes with them."""
        move = self.made.went.get(gap)
        return move is not None and gap > move.first

    def _arrived(self, gap: int) -> "Iterator[Standing | Left]":
        for splice in self.made.arrivals.get(gap, ()):
            if isinstance(splice, Come):
                names = splice.names or ((None, ()),) * len(splice.lines)
                for line, (name, sources) in zip(splice.lines, names, strict=True):
                    yield Standing(line=line, id=name, sources=sources)
                continue
            for at in range(splice.first, splice.last + 1):
                if at > splice.first:
                    yield from self._arrived(at)
                yield self._standing(at, moved=True)

    def _standing(self, at: int, *, moved: bool) -> Standing:
        paragraph = self.bill.paragraphs[at]
        words = tuple(self.made.words.get(at, ()))
        return Standing(
            line=spliced(paragraph.line, words),
            origin=at,
            words=words,
            moved=moved,
            id=paragraph.id,
            sources=paragraph.sources,
        )
