"""Cut the words of a paragraph into pieces: what is raised, and what no line may part.

Typst ends a line wherever Unicode allows it, and a word processor does not: it never
parts words at a slash, nor `(a)(1)`, and it parts at a hyphen before a figure too.  Only
where the two differ, a word is cut into pieces that stay whole.
"""

import re
import unicodedata
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator


class Run(Struct, frozen=True):
    """A stretch of letters in one form; raised are those behind a number, as in 14th."""

    text: str
    raised: bool = False


class Piece(Struct, frozen=True):
    """A stretch of words: a whole one is never parted at the end of a line."""

    runs: tuple[Run, ...]
    whole: bool = False


def pieces_of(text: str, *, ordinals: bool) -> tuple[Piece, ...]:
    """Return the pieces of `text`, the letters of its ordinals raised where that is asked for.

    >>> [piece.runs[0].text for piece in pieces_of("a path/street of 2008-2009", ordinals=False)]
    ['a ', 'path/street', ' of ', '2008-', '2009']
    """
    return tuple(Piece(_runs(part, ordinals=ordinals), whole) for part, whole in _parts(_set(text)))


def running(text: str) -> str:
    """Return the text of a line that never ends inside, as at the head and foot of a page."""
    return _set(text).translate(_WITHOUT_END)


def composed(text: str) -> str:
    """Return the text with each letter and its accents as one letter, where there is one such."""
    return unicodedata.normalize("NFC", text)


def _set(text: str) -> str:
    """Return the text with its blanks as they are set."""
    return composed(_BLANKS.sub(lambda match: " " * len(match[0]), _OTHER_BLANK.sub(" ", text)))


# A tab, or the end of a line, inside a paragraph is a blank like any other.
_OTHER_BLANK = re.compile(r"[^\S \u00a0]")
# At a blank where no line ends nothing is kept together when a plain one stands beside it;
# but it could open a line, and be all that stands there.
_BLANKS = re.compile(r"\u00a0+ [ \u00a0]*| [ \u00a0]*\u00a0[ \u00a0]*")
_ORDINAL = re.compile(r"(?<=[0-9])(st|nd|rd|th)\b")

_WORD = re.compile(r"[^ ]+")
_DIFFERS = re.compile(r"/|-(?=[0-9])|\)\(|\u2011")
_HYPHENS = r"\-\u2010\u2012-\u2014"
_PART = re.compile(rf".+?(?:[{_HYPHENS}]+(?=[^{_HYPHENS}])|$)")
# A part without a blank that is longer could stand out over the edge of the narrowest
# column, where no line can end: it may be parted at any letter.
_LONGEST = 30

# No typeface of ours has the hyphen at which no line may end; a whole piece does the same.
_WITHOUT_END = str.maketrans({"\u2011": "-"})


def _parts(text: str) -> "Iterator[tuple[str, bool]]":
    """Yield the stretches of a text, and of each whether it must stay whole."""
    done = 0
    for word in _WORD.finditer(text):
        parts = [match[0] for match in _PART.finditer(word[0])]
        if not _DIFFERS.search(word[0]) and all(len(part) <= _LONGEST for part in parts):
            continue
        if done < word.start():
            yield text[done : word.start()], False
        for part in parts:
            letters = part if len(part) > _LONGEST else [part]
            yield from ((letter.translate(_WITHOUT_END), True) for letter in letters)
        done = word.end()
    if done < len(text):
        yield text[done:], False


def _runs(text: str, *, ordinals: bool) -> tuple[Run, ...]:
    if not ordinals:
        return (Run(text),)
    parts = _ORDINAL.split(text)
    return tuple(Run(part, raised=at % 2 == 1) for at, part in enumerate(parts) if part)
