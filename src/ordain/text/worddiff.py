"""Diff two sequences of words.

The only module that knows the diff library.  The library compares strings letter by
letter, so each distinct word is given a letter of its own, and the letters are compared.
"""

from typing import TYPE_CHECKING

from diff_match_patch import diff_match_patch

from ordain.text.segments import Mark, Segment, segments

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordain.text.tokens import Token

# With a time limit the library gives up early on a busy machine, and the same two
# texts would get two answers.
_NO_TIME_LIMIT = 0

# Letters start above the ASCII range, where the library sees neither blank nor line
# end, and jump over the surrogates, which cannot stand alone.
_FIRST_LETTER = 0x100
_SURROGATES = range(0xD800, 0xE000)

_MARKS = {0: Mark.KEPT, -1: Mark.STRUCK, 1: Mark.ADDED}


def diff(old: "Sequence[Token]", new: "Sequence[Token]") -> tuple[Segment, ...]:
    """Return the fewest struck and added tokens that turn `old` into `new`.

    >>> [(part.mark.value, part.text) for part in diff(("a", " ", "b"), ("a", " ", "c"))]
    [('kept', 'a '), ('struck', 'b'), ('added', 'c')]
    """
    letters: dict[Token, str] = {}
    for token in (*old, *new):
        if token not in letters:
            letters[token] = _letter(len(letters))
    words = {letter: token for token, letter in letters.items()}
    engine = diff_match_patch()
    engine.Diff_Timeout = _NO_TIME_LIMIT
    found = engine.diff_main(
        "".join(letters[token] for token in old), "".join(letters[token] for token in new), checklines=False
    )
    return segments((_MARKS[sign], [words[letter] for letter in run]) for sign, run in found)


def _letter(index: int) -> str:
    code = _FIRST_LETTER + index
    return chr(code if code < _SURROGATES.start else code + len(_SURROGATES))
