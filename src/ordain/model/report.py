"""A report: what is read as a page of headings, paragraphs and tables, and is no redline.

Ledger, coverage, concordance and provenance are reports; each form of output has one
writer for all of them.
"""

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import TypeAlias
from unicodedata import category

from msgspec import Struct, field

# What a cell or a fact holds for programs.
Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"

# Stands for readers where a cell is empty: a blank could be taken for an oversight.
NOTHING = "\u2013"

# With more columns than this a page of paper lies on its side.
_MOST_UPRIGHT = 4

# The keys of a report for programs that no fact and no table may have.
_TAKEN = ("schema", "title")


class Tone(Enum):
    """How a cell is set off; its words say the same, so nothing rests on a color."""

    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"
    GOOD = "good"
    BAD = "bad"


class Cell(Struct, frozen=True):
    """A cell of a table: its lines for readers, and its value for programs where that is not the text.

    An empty cell is a dash for readers and null for programs.
    """

    text: str = ""
    tone: Tone = Tone.PLAIN
    value: Json = None

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines that a reader is shown; there is at least one."""
        return shown(self.text) if self.text else (NOTHING,)

    @property
    def told(self) -> Json:
        """What a program is told."""
        return (self.text or None) if self.value is None else self.value


class Column(Struct, frozen=True):
    """A column: its key for programs, its title for readers, and its share of the width."""

    key: str
    title: str
    share: float = 1.0


class Table(Struct, frozen=True, kw_only=True):
    """A table: each row has a cell for each column, and the columns stand above it on every page.

    The first cell of a row names the row.
    """

    key: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    title: str = ""

    def __post_init__(self) -> None:
        assert all(len(row) == len(self.columns) for row in self.rows)
        assert len({column.key for column in self.columns}) == len(self.columns)

    def widths(self, room: int, around: int = 0) -> tuple[int, ...]:
        """Return the width of each column in signs, with the `around` signs that part it from the next.

        Together they are no more than `room`.  A column gets what its longest line needs
        and no more; those that need more than their share divide what is left by their shares.
        """
        needed = [longest + around for longest in self.longest()]
        widths: dict[int, int] = {}
        while len(widths) < len(needed):
            open_ = [at for at in range(len(needed)) if at not in widths]
            left = room - sum(widths.values())
            share = left / sum(self.columns[at].share for at in open_)
            short = {at: needed[at] for at in open_ if needed[at] <= share * self.columns[at].share}
            widths |= short or {at: int(share * self.columns[at].share) for at in open_}
        return tuple(widths[at] for at in range(len(needed)))

    def longest(self) -> tuple[int, ...]:
        """Return how long the longest line of each column is, its title among them."""
        longest = [max(map(len, shown(column.title))) for column in self.columns]
        for row in self.rows:
            longest = [max(it, *map(len, cell.lines)) for it, cell in zip(longest, row, strict=True)]
        return tuple(longest)


class Heading(Struct, frozen=True):
    """A heading below the title of the report."""

    text: str


class Paragraph(Struct, frozen=True):
    """A paragraph of plain words."""

    text: str


Part: TypeAlias = Heading | Paragraph | Table


class Report(Struct, frozen=True, kw_only=True):
    """A report: `name` says of what kind, `facts` are what programs are told beside the tables.

    `language` is that of its own words, `en` or `es`.
    """

    name: str
    title: str
    parts: tuple[Part, ...]
    language: str = "en"
    facts: Mapping[str, Json] = field(default_factory=dict)

    def __post_init__(self) -> None:
        keys = [*_TAKEN, *self.facts, *(table.key for table in self.tables)]
        assert len(set(keys)) == len(keys)

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables, in the order of the parts."""
        return tuple(part for part in self.parts if isinstance(part, Table))

    @property
    def sideways(self) -> bool:
        """Whether a page of paper lies on its side, for a table of many columns."""
        return any(len(table.columns) > _MOST_UPRIGHT for table in self.tables)


def shown(text: str) -> tuple[str, ...]:
    r"""Return the lines of a text without the signs that a terminal would obey and a Word file cannot hold.

    >>> shown("shall\u00a0file\x1b[31m\nmay\u00adbe")
    ('shall file?[31m', 'maybe')
    """
    return tuple("".join(map(_visible, line)) for line in text.split("\n"))


def _visible(sign: str) -> str:
    if sign.isprintable():
        return sign
    if sign.isspace():
        return " "
    # What is invisible in every form, such as a soft hyphen.
    return "" if category(sign) == "Cf" else "?"
