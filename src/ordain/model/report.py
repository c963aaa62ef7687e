"""A report: what is read as a page of headings, paragraphs and tables, and is no redline.

Ledger, coverage, concordance and provenance are reports; each form of output has one
writer for all of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias

# What a cell holds for programs.
Json: TypeAlias = "None | bool | int | float | str | Sequence[Json] | dict[str, Json]"


class Tone(Enum):
    """How a cell is set off; its words say the same, so nothing rests on a color."""

    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"
    GOOD = "good"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its lines for readers, and its value for programs where that is not the text."""

    text: str = ""
    tone: Tone = Tone.PLAIN
    value: Json | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key for programs, its title for readers, and its share of the width."""

    key: str
    title: str
    share: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: each row has a cell for each column, and the columns stand above it on every page."""

    key: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading below the title of the report."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of plain words."""

    text: str


Part: TypeAlias = Heading | Paragraph | Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report: `name` says of what kind, `facts` are what programs are told beside the tables."""

    name: str
    title: str
    parts: tuple[Part, ...]
    facts: dict[str, Json] = field(default_factory=dict)
