"""Where a sign of a text stands: line, column, and the line itself.

Lines end where editors end them, at a line feed only; YAML ends them at other signs too.
"""

from bisect import bisect_right

from ordain.errors import Place


class Lines:
    """The lines of a text that starts in line `first_line` of a file."""

    def __init__(self, text: str, file: str, first_line: int = 1) -> None:
        self._file = file
        self._first_line = first_line
        self._lines = text.split("\n")
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line) + 1)

    def number(self, index: int) -> int:
        """Return the line of the sign number `index`, counted from 0, as the file counts lines."""
        return self._at(index) + self._first_line

    def place(self, index: int, end: int | None = None) -> Place:
        """Return the place of a sign, or of the run of signs before `end` where it is in one line.

        >>> Lines("a: b", "x.yaml", first_line=2).place(3, 4)
        Place(file='x.yaml', line=2, column=4, excerpt='a: b', width=1)
        """
        at = self._at(index)
        line = self._lines[at]
        start = self._starts[at]
        width = end - index if end is not None and end - start <= len(line) else 1
        return Place(self._file, at + self._first_line, index - start + 1, line.rstrip("\r"), max(1, width))

    def before(self, index: int) -> str:
        """Return what stands before a sign in its line."""
        return self._lines[self._at(index)][: index - self._starts[self._at(index)]]

    def behind(self, index: int) -> str:
        """Return a sign and what stands behind it in its line."""
        return self._lines[self._at(index)][index - self._starts[self._at(index)] :]

    def _at(self, index: int) -> int:
        return min(bisect_right(self._starts, index), len(self._lines)) - 1
