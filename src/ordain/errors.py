"""What went wrong, where, and how to mend it: the errors that a user can cause.

A user of Ordain is a city attorney or a clerk.  An error therefore names the file,
line and column, shows the line, and says what to write instead.
"""

from typing import TYPE_CHECKING
from unicodedata import combining, east_asian_width

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable


class Place(Struct, frozen=True):
    """A place in a file: lines and columns count from 1; `excerpt` is the line itself."""

    file: str
    line: int | None = None
    column: int | None = None
    excerpt: str = ""
    width: int = 1

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)


class Problem(Struct, frozen=True):
    """One thing that is wrong, with the remedy in a sentence; `code` names the rule of a check."""

    message: str
    remedy: str = ""
    place: Place | None = None
    code: str = ""

    def __str__(self) -> str:
        """Return the problem as shown to a user, with its line and a caret.

        >>> print(Problem("the id is used twice", "give one of them another id", Place("a.txt", 3, 1, "X")))
        a.txt:3:1: the id is used twice; give one of them another id
            3 | X
              | ^
        """
        said = _visible(f"{self.message}; {self.remedy}" if self.remedy else self.message)
        said = f"{self.code} {said}" if self.code else said
        if self.place is None:
            return said
        lines = [f"{self.place}: {said}"]
        if self.place.excerpt and self.place.line is not None:
            lines += _pointed(self.place, self.place.line)
        return "\n".join(lines)


class OrdainError(Exception):
    """Something that a user can cause and mend; holds every problem found, not only the first."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


def refuse(message: str, remedy: str = "", place: Place | None = None) -> OrdainError:
    """Return an error of one problem, to be raised."""
    return OrdainError(Problem(message, remedy, place))


def nearest(word: str, known: "Iterable[str]") -> str:
    """Return ``did you mean 'x'?`` for a misspelled word, or what may stand there.

    >>> nearest("dedline", ["deadline", "actor"])
    "did you mean 'deadline'?"
    >>> nearest("xyz", ["deadline", "actor"])
    'known are: actor, deadline'
    """
    options = sorted(known)
    match = closest(word, options)
    return f"did you mean '{match}'?" if match else f"known are: {', '.join(options)}"


def closest(word: str, known: "Iterable[str]") -> str | None:
    """Return the known word that a misspelled one was meant to be, or None."""
    from difflib import get_close_matches  # noqa: PLC0415 - most runs misspell nothing

    return next(iter(get_close_matches(word, sorted(known), n=1)), None)


# A message quotes a value; a whole paragraph in it would bury what is wrong.
_QUOTED = 60


def quoted(value: str) -> str:
    """Return a value as a message shows it: in quotes, and cut where it is long.

    >>> quoted("January 5, 2026")
    "'January 5, 2026'"
    """
    return f"'{value}'" if len(value) <= _QUOTED else f"'{value[:_QUOTED]}…'"


# So much of a line is shown: a paragraph of a bill is one line, and may be a page long.
_SHOWN = 100
# Of a longer line, so much is shown before the place.
_BEFORE = 60


def _pointed(place: Place, line: int) -> list[str]:
    """Return the line, or the stretch of it round the place, and a caret below the place."""
    at = (place.column or 1) - 1
    first = max(0, at - _BEFORE) if at + place.width > _SHOWN else 0
    last = first + _SHOWN
    shown = _visible("…" * (first > 0) + place.excerpt[first:last] + "…" * (last < len(place.excerpt)))
    lines = [f"{line:5} | {shown}"]
    if place.column is not None:
        before = shown[: at - first + (first > 0)]
        width = max(1, min(place.width, _SHOWN - at + first))
        lines.append(" " * 6 + "| " + " " * sum(map(_columns, before)) + "^" * width)
    return lines


def _visible(text: str) -> str:
    """Return a text with blanks for what only makes space, and ? for what a terminal would obey."""
    return "".join(sign if sign.isprintable() else " " if sign.isspace() else "?" for sign in text)


def _columns(sign: str) -> int:
    """Return how many columns a sign takes on a terminal."""
    if combining(sign):
        return 0
    return 2 if east_asian_width(sign) in ("W", "F") else 1
