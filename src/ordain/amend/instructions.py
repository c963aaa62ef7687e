"""Instructions as they are said: a closed set of instruments, each with the place that it names.

Nothing here is looked up in a bill: an instruction may not fit.
"""

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from ordain.model.linemap import Line
    from ordain.model.numbering import Level


class Side(Enum):
    """On which side of what it names a place is."""

    AFTER = "after"
    BEFORE = "before"
    BETWEEN = "between"


@dataclass(frozen=True, slots=True)
class Lines:
    """One line of the print or several, both ends included; `inside` is the provision that they are said to be in."""

    first: "Line"
    last: "Line"
    inside: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A provision by its name: `Section 4(B)`, `Title`, `Recital 3`, with all that stands inside it."""

    name: str


Where: TypeAlias = Lines | Named


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted words; `turn` says which of those that stand there, counted from 1, or from -1 for the last."""

    text: str
    turn: int | None = None


@dataclass(frozen=True, slots=True)
class Strike:
    """Words are struck; `by` stands instead of them where it is not None."""

    where: Where
    words: Quote
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Insert:
    """Words are inserted beside others."""

    where: Where
    side: Side
    beside: Quote
    text: str


@dataclass(frozen=True, slots=True)
class StrikeThrough:
    """All is struck from the words `first` through the words `last`, or all that stands there.

    `by` stands instead of it in the same paragraph, `lines` are paragraphs instead of
    whole ones.
    """

    where: Where
    first: Quote | None = None
    last: Quote | None = None
    by: str | None = None
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """A place between two paragraphs; `words` are those next to it, on the side that is named."""

    where: Where
    side: Side
    words: str | None = None


@dataclass(frozen=True, slots=True)
class InsertProvision:
    """Paragraphs are inserted at a gap."""

    gap: Gap
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """Paragraphs go to another gap: all from the words `first` through the words `last`."""

    where: Where
    gap: Gap
    first: Quote | None = None
    last: Quote | None = None


@dataclass(frozen=True, slots=True)
class Renumber:
    """The provisions of some levels that follow a change are numbered on; references to them follow or do not."""

    levels: "tuple[Level, ...]"
    references: bool = False


@dataclass(frozen=True, slots=True)
class Relabel:
    """One provision gets another number."""

    name: str
    label: str


Instruction: TypeAlias = Strike | Insert | StrikeThrough | InsertProvision | Move | Renumber | Relabel
