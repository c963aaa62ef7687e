"""What the page is written from: the versions of a bill, and the redline of every two of them."""

import datetime
from typing import TYPE_CHECKING

from msgspec import Struct, field

from ordain.model.draft import UNDATED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ordain.chain.coverage import Coverage
    from ordain.compare.redline import Redline
    from ordain.model.force import Signal
    from ordain.model.house import House, Marks
    from ordain.model.vocabulary import Vocabulary


class Edition(Struct, frozen=True, kw_only=True):
    """One version as the page names it; `digest` is the SHA-256 of its file, `date` is None where nobody gives it.

    `coverage` tells what of the order stands in it, where there is an order.
    """

    name: str
    file: str
    digest: str
    date: str | None = None
    is_order: bool = False
    coverage: "Coverage | None" = None

    @property
    def moment(self) -> datetime.datetime:
        """The moment of its date, for the properties of a file; never the clock."""
        if self.date is None:
            return UNDATED
        return datetime.datetime.combine(datetime.date.fromisoformat(self.date), datetime.time(), datetime.UTC)


class Turn(Struct, frozen=True, kw_only=True):
    """Two versions, by their positions, and what turns the old one into the new one.

    `forces` are the signals and `reasons` the rationale of each change by its number;
    `uncompared` is what differs and no redline shows.
    """

    old: int
    new: int
    redline: "Redline"
    forces: "Mapping[int, tuple[Signal, ...]]" = field(default_factory=dict)
    reasons: "Mapping[int, str]" = field(default_factory=dict)
    uncompared: tuple[str, ...] = ()


class Review(Struct, frozen=True, kw_only=True):
    """A bill, its versions first to last, and a turn for every two of them.

    `key` names the matter in the browser's own storage: it is the same for the page of
    its next draft.  What is not known of the bill is None.
    """

    key: str
    title: str
    house: "House | None" = None
    city: str | None = None
    council: str | None = None
    instrument: str | None = None
    bill: str | None = None
    sponsors: tuple[str, ...] = ()
    illustrative: bool = False
    editions: tuple[Edition, ...]
    turns: tuple[Turn, ...]
    marks: "Marks | None" = None
    vocabulary: "Vocabulary"

    @property
    def last(self) -> Turn:
        """The turn from the version before the last to the last, which the page opens with."""
        return next(turn for turn in self.turns if (turn.old, turn.new) == self.chosen)

    @property
    def chosen(self) -> tuple[int, int]:
        """The positions of the last two versions."""
        return len(self.editions) - 2, len(self.editions) - 1
