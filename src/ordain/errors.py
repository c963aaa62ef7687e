"""What went wrong, where, and how to mend it: the errors that a user can cause.

A user of Ordain is a city attorney or a clerk.  An error therefore names the file,
line and column, shows the line, and says what to write instead.
"""

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file: lines and columns count from 1; `excerpt` is the line itself."""

    file: str
    line: int | None = None
    column: int | None = None
    excerpt: str = ""
    width: int = 1

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, with the remedy in a sentence."""

    message: str
    remedy: str = ""
    place: Place | None = None

    def __str__(self) -> str:
        """Return the problem as shown to a user, with its line and a caret.

        >>> print(Problem("the id is used twice", "give one of them another id", Place("a.txt", 3, 1, "X")))
        a.txt:3:1: the id is used twice; give one of them another id
            3 | X
              | ^
        """
        said = f"{self.message}; {self.remedy}" if self.remedy else self.message
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
    match = get_close_matches(word, options, n=1)
    return f"did you mean '{match[0]}'?" if match else f"known are: {', '.join(options)}"


# A longer line is shown from its start; the caret may then fall outside and is left out.
_SHOWN = 100


def _pointed(place: Place, line: int) -> list[str]:
    shown = place.excerpt[:_SHOWN]
    lines = [f"{line:5} | {shown}"]
    if place.column is not None and place.column <= len(shown) + 1:
        lines.append(" " * 6 + "| " + " " * (place.column - 1) + "^" * max(1, min(place.width, _SHOWN)))
    return lines
