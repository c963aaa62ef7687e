"""Cut a text into tokens: words, numbers, single signs and single blanks.

A token is what a reader sees as one thing.  A number keeps its commas, its section
hyphens and its sign of money or percent ("$400,000", "9-6-1-2", "16%"), so that no
redline strikes half a number.
"""

import re
import sys
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable


class Opaque(Struct, frozen=True, eq=False):
    """Something in a text that is more than its letters: an image, a field, a note's reference, a word of a link.

    Two are the same where their keys are.  `places` name the stories that hang on it: a
    note, the text boxes of a drawing.  What `fills` its paragraph, as an equation on lines
    of its own does, comes and goes with the paragraph; a `picture` does where its paragraph
    holds nothing but pictures.
    """

    key: str
    shown: str = "\ufffc"
    places: tuple[str, ...] = ()
    fills: bool = False
    picture: bool = False

    def __eq__(self, other: object) -> bool:
        """Whether the keys are the same, and what stands for the thing; not what hangs on it."""
        return isinstance(other, Opaque) and self.key == other.key and self.shown == other.shown

    __ne__ = object.__ne__  # a Struct brings one of its own, which would not ask `__eq__`

    def __hash__(self) -> int:
        return hash(self.key)

    def __str__(self) -> str:
        return self.shown


Token: TypeAlias = str | Opaque

# What stands between two cells, and between two rows, where a table is read as a text.
CELL, ROW = " | ", "\n"

_TOKEN = re.compile(
    r"""
      [ ]|[A-Za-z]+(?=[ ,.;:)])                            # most of a text; the rest only costs time there
    | \$?\d+(?:[.,:/\-\u2011\u2013]\d+)*(?:%|[^\W\d_]+)?   # $400,000  9-6-1-2  16%  14th  2A
    | [^\W\d_]+(?:['\u2019][^\W\d_]+)*                     # words, Mayor's
    | _+                                                   # a blank to be filled
    | .                                                    # one sign, one blank
    """,
    re.VERBOSE | re.DOTALL,
)


@lru_cache(maxsize=1 << 16)
def tokenize(text: str) -> tuple[str, ...]:
    """Return the words, spaces and signs of `text`; joined, they are `text` again.

    >>> tokenize("subsection (B)(2)")
    ('subsection', ' ', '(', 'B', ')', '(', '2', ')')
    """
    return tuple(map(sys.intern, _TOKEN.findall(text)))


def join(tokens: "Iterable[Token]") -> str:
    """Return the text of `tokens`, each opaque one as the sign that stands for it."""
    held = tuple(tokens)
    try:
        return "".join(held)  # type: ignore[arg-type]
    except TypeError:  # not all are letters
        return "".join(map(str, held))


@lru_cache(maxsize=1 << 16)
def is_word(token: Token) -> bool:
    """Tell words and numbers from signs and blanks; what has no letters counts as a word."""
    if isinstance(token, Opaque):
        return token.shown[:1].isalnum() or token.shown[:1] == "$" or not token.shown.isascii()
    return token[:1].isalnum() or token[:1] == "$"
