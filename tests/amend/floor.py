"""A judge of conflicts: sheets adopted one after the other, letter by letter.

It knows nothing of how `ordain.amend` tells conflicts: every letter of the bill carries its
place in the print, and a change fits where its letters still stand side by side.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ordain.amend.bill import Bill
from ordain.amend.splices import Come, Gone, Numbered, Splice, Went, Words


@dataclass
class Item:
    """A paragraph on the floor, or the place of one that is struck or moved: then `tag` says by what."""

    letters: list[tuple[str, int | None]]
    origin: int | None = None
    tag: int | None = None

    def text(self) -> str:
        return "".join(letter for letter, _ in self.letters)


@dataclass
class Floor:
    """The bill as amended so far."""

    bill: Bill
    items: list[Item]
    done: list[Splice] = field(default_factory=list)
    moved: dict[int, int] = field(default_factory=dict)
    tags: int = 0

    def lines(self) -> tuple[str, ...]:
        return tuple(item.text() for item in self.items if item.tag is None)

    def adopt(self, splices: Sequence[Splice]) -> bool:
        """Adopt a sheet; without effect, and False, where one of its changes no longer fits."""
        if not all(self._fits(splice) for splice in splices):
            return False
        for splice in splices:
            self._make(splice)
        self.done += splices
        return True

    def _fits(self, splice: Splice) -> bool:
        if splice in self.done or any(_is_same_come(splice, it) for it in self.done):
            return False
        match splice:
            case Words(at, start, end, _):
                item = self._live(at)
                if item is None:
                    return False
                places = [place for _, place in item.letters]
                if start == end:
                    beside = [place for place in (start - 1, start) if 0 <= place < len(self.bill.paragraphs[at].line)]
                    return all(place in places for place in beside)
                wanted = list(range(start, end))
                return wanted[0] in places and places[places.index(wanted[0]) :][: len(wanted)] == wanted
            case Gone(first, last) | Went(first, last):
                live = [self._live(at) for at in range(first, last + 1)]
                if None in live or any(at in self.moved for at in range(first, last + 1)):
                    return False
                if isinstance(splice, Gone):
                    between = self._between(first, last)
                    return [item.origin for item in between] == list(range(first, last + 1))
                arrived = [item for item in self._between(first, last) if item.origin in self.moved]
                return not arrived and self._is_open(splice.gap) and not self._goes_along(splice.gap)
            case Come(gap, _):
                return self._is_open(gap)
            case Numbered():
                return True

    def _make(self, splice: Splice) -> None:
        match splice:
            case Words(at, start, end, text):
                item = self._live(at)
                assert item is not None
                places = [place for _, place in item.letters]
                low = places.index(start) if start < end or start in places else len(places)
                item.letters[low : low + end - start] = [(letter, None) for letter in text]
            case Gone(first, last):
                self.tags += 1
                for at in range(first, last + 1):
                    item = self._live(at)
                    assert item is not None
                    item.tag = self.tags
            case Come(gap, lines):
                place = self._place(gap)
                self.items[place:place] = [Item([(letter, None) for letter in line]) for line in lines]
            case Went(first, last, gap):
                self.tags += 1
                block = self._between(first, last)
                low = self._at(block[0])
                self.items[low : low + len(block)] = [
                    Item([], item.origin, self.tags) for item in block if item.origin is not None
                ]
                place = self._place(gap)
                self.items[place:place] = block
                self.moved |= dict.fromkeys(range(first, last + 1), self.tags)
            case Numbered():
                pass

    def _at(self, wanted: Item) -> int:
        return next(at for at, item in enumerate(self.items) if item is wanted)

    def _live(self, origin: int) -> Item | None:
        return next((item for item in self.items if item.origin == origin and item.tag is None), None)

    def _between(self, first: int, last: int) -> list[Item]:
        ends = [self._live(at) for at in (first, last)]
        assert ends[0] is not None
        assert ends[1] is not None
        return self.items[self._at(ends[0]) : self._at(ends[1]) + 1]

    def _is_open(self, gap: int) -> bool:
        """Whether a gap is not between two paragraphs that one change struck."""
        tags = [
            item.tag
            for at in (gap - 1, gap)
            for item in self.items
            if item.origin == at and item.tag is not None and at not in self.moved
        ]
        return len(tags) < 2 or tags[0] != tags[1]

    def _goes_along(self, gap: int) -> bool:
        """Whether a gap is between two paragraphs that moved together."""
        return gap in self.moved and self.moved.get(gap - 1) == self.moved[gap]

    def _place(self, gap: int) -> int:
        """Return where in the list a gap is: in front of the paragraph, or of the place that it left."""
        here = [at for at, item in enumerate(self.items) if item.origin == gap]
        if not here:
            return len(self.items)
        ghosts = [at for at in here if self.items[at].tag is not None]
        live = [at for at in here if self.items[at].tag is None]
        if ghosts and live and self._goes_along(gap):
            return live[0]
        return ghosts[0] if ghosts else live[0]


def floor(bill: Bill) -> Floor:
    """Return the bill as it was printed."""
    return Floor(
        bill,
        [
            Item([(letter, at) for at, letter in enumerate(paragraph.line)], origin)
            for origin, paragraph in enumerate(bill.paragraphs)
        ],
    )


def _is_same_come(one: Splice, other: Splice) -> bool:
    return isinstance(one, Come) and isinstance(other, Come) and (one.gap, one.lines) == (other.gap, other.lines)
