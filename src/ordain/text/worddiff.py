"""Diff two sequences of words.

The library compares strings letter by letter, so each distinct word is given a letter of
its own, and the letters are compared.
"""

from typing import TYPE_CHECKING

from ordain.text.segments import Mark, Segment, segments

try:
    from fast_diff_match_patch import diff as _compiled
except ImportError:
    from ordain.text import plaindiff

    steps = plaindiff.steps
else:

    def steps(old: str, new: str) -> list[tuple[str, int]]:
        """Return what `plaindiff.steps` does, by its compiled twin; without a time limit, for the same reason."""
        found: list[tuple[str, int]] = _compiled(old, new, timelimit=0, checklines=False, cleanup="No")
        return found


if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ordain.text.tokens import Token

# Letters start above the ASCII range, where the library sees neither blank nor line
# end, and jump over the surrogates, which cannot stand alone.
_FIRST_LETTER = 0x100
_SURROGATES = range(0xD800, 0xE000)

_MARKS = {"=": Mark.KEPT, "-": Mark.STRUCK, "+": Mark.ADDED}


def diff(old: "Sequence[Token]", new: "Sequence[Token]") -> tuple[Segment, ...]:
    """Return the fewest struck and added tokens that turn `old` into `new`.

    >>> [(part.mark.value, part.text) for part in diff(("a", " ", "b"), ("a", " ", "c"))]
    [('kept', 'a '), ('struck', 'b'), ('added', 'c')]
    """
    letters: dict[Token, str] = {}
    for token in (*old, *new):
        if token not in letters:
            letters[token] = _letter(len(letters))
    spelled = ["".join([letters[token] for token in side]) for side in (old, new)]
    return segments(_parts(steps(*spelled), old, new))


def _parts(
    found: "Sequence[tuple[str, int]]", old: "Sequence[Token]", new: "Sequence[Token]"
) -> "Iterator[tuple[Mark, Sequence[Token]]]":
    i = j = 0
    for sign, count in found:
        yield _MARKS[sign], new[j : j + count] if sign == "+" else old[i : i + count]
        i += count if sign != "+" else 0
        j += count if sign != "-" else 0


def _letter(index: int) -> str:
    code = _FIRST_LETTER + index
    return chr(code if code < _SURROGATES.start else code + len(_SURROGATES))
