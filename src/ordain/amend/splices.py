"""What an instruction does to a bill, by position: words, paragraphs that go and come, and numbers.

Every splice is told of the bill as it was printed, so that all those of a sheet are made at once.
"""

from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

if TYPE_CHECKING:
    from ordain.model.numbering import Level


class Words(Struct, frozen=True):
    """The letters from `start` up to `end` of a paragraph become `text`."""

    paragraph: int
    start: int
    end: int
    text: str


class Gone(Struct, frozen=True):
    """The paragraphs from `first` through `last` are struck."""

    first: int
    last: int


class Come(Struct, frozen=True):
    """Paragraphs are inserted in front of the one number `gap`; `names` are their ids and sources, if known."""

    gap: int
    lines: tuple[str, ...]
    names: "tuple[tuple[str | None, tuple[str, ...]], ...]" = ()


class Went(Struct, frozen=True):
    """The paragraphs from `first` through `last` stand in front of the one number `gap` now."""

    first: int
    last: int
    gap: int


class Numbered(Struct, frozen=True):
    """The provisions of these levels that follow a change are numbered on; references follow or do not."""

    levels: "tuple[Level, ...]"
    references: bool = False


Splice: TypeAlias = Words | Gone | Come | Went | Numbered
