"""Instructions as they are said: a closed set of instruments, each with the place that it names.

Nothing here is looked up in a bill: an instruction may not fit.
"""

from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

if TYPE_CHECKING:
    from ordain.model.linemap import Line
    from ordain.model.numbering import Level


class Side(Enum):
    """On which side of what it names a place is."""

    AFTER = "after"
    BEFORE = "before"
    BETWEEN = "between"


class Lines(Struct, frozen=True):
    """One line of the print or several, both ends included; `inside` is the provision that they are said to be in."""

    first: "Line"
    last: "Line"
    inside: str = ""


class Named(Struct, frozen=True):
    """A provision by its name: `Section 4(B)`, `Title`, `Recital 3`, with all that stands inside it."""

    name: str


Where: TypeAlias = Lines | Named


class Quote(Struct, frozen=True):
    """Quoted words; `turn` says which of those that stand there, counted from 1, or from -1 for the last."""

    text: str
    turn: int | None = None


class Strike(Struct, frozen=True):
    """Words are struck; `by` stands instead of them where it is not None."""

    where: Where
    words: Quote
    by: str | None = None


class Insert(Struct, frozen=True):
    """Words are inserted beside others."""

    where: Where
    side: Side
    beside: Quote
    text: str


class StrikeThrough(Struct, frozen=True):
    """All is struck from the words `first` through the words `last`, or all that stands there.

    `by` stands instead of it in the same paragraph, `lines` are paragraphs instead of
    whole ones.
    """

    where: Where
    first: Quote | None = None
    last: Quote | None = None
    by: str | None = None
    lines: tuple[str, ...] = ()


class Gap(Struct, frozen=True):
    """A place between two paragraphs; `words` are those next to it, on the side that is named."""

    where: Where
    side: Side
    words: str | None = None


class InsertProvision(Struct, frozen=True):
    """Paragraphs are inserted at a gap."""

    gap: Gap
    lines: tuple[str, ...]


class Move(Struct, frozen=True):
    """Paragraphs go to another gap: all from the words `first` through the words `last`."""

    where: Where
    gap: Gap
    first: Quote | None = None
    last: Quote | None = None


class Renumber(Struct, frozen=True):
    """The provisions of some levels that follow a change are numbered on; references to them follow or do not."""

    levels: "tuple[Level, ...]"
    references: bool = False


class Relabel(Struct, frozen=True):
    """One provision gets another number."""

    name: str
    label: str


Instruction: TypeAlias = Strike | Insert | StrikeThrough | InsertProvision | Move | Renumber | Relabel
