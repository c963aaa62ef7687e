"""Sayings: what the page says of a change, as the name of a sentence and what stands in its blanks.

The sentence itself stands in the table of words, in each language of the page.
"""

from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

if TYPE_CHECKING:
    from ordain.page.place import Spot


class Saying(Struct, frozen=True):
    """One phrase or sentence: its name in the table of words, and its blanks by name.

    A blank is filled with words of the bill, a number, a place, another saying, or several.
    """

    key: str
    blanks: "tuple[tuple[str, Blank], ...]" = ()


Blank: TypeAlias = "str | int | Spot | Saying | tuple[Saying, ...]"


def say(key: str, **blanks: Blank) -> Saying:
    """Return a saying with its blanks."""
    return Saying(key, tuple(blanks.items()))


def counted(key: str, count: int, **blanks: Blank) -> Saying:
    """Return a saying in the number of what it counts.

    >>> counted("moved", 1).key
    'moved.one'
    """
    return say(f"{key}.{'one' if count == 1 else 'many'}", count=count, **blanks)
