"""A paragraph of the amended bill, and the place that one left."""

from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.amend.splices import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordain.model.numbering import Level


class Standing(Struct, frozen=True, kw_only=True):
    """A paragraph of the amended bill.

    `origin` is the number of the paragraph that it was, or None where it was inserted.
    `words` are the splices that an instruction made in it, `followed` those that
    numbering on made: its label, and numbers in its references.
    """

    line: str
    origin: int | None = None
    words: tuple[Words, ...] = ()
    followed: tuple[Words, ...] = ()
    moved: bool = False
    id: str | None = None
    sources: tuple[str, ...] = ()


class Left(Struct, frozen=True):
    """The place of a paragraph that was struck or moved away: what follows it is numbered on."""

    level: "Level"


def spliced(line: str, words: "Sequence[Words]") -> str:
    """Return a line with words made in it; of two at one place, the first stands first."""
    order = sorted(enumerate(words), key=lambda it: (it[1].start, it[1].end, it[0]), reverse=True)
    for _, splice in order:
        line = line[: splice.start] + splice.text + line[splice.end :]
    return line


def touch(one: Words, other: Words) -> bool:
    """Whether two splices of a paragraph have letters in common."""
    return one.start < other.end and other.start < one.end
