"""Diff two strings letter by letter, in plain Python: for machines that no compiled library is built for."""

from diff_match_patch import diff_match_patch

# With a time limit the library gives up early on a busy machine, and the same two
# texts would get two answers.
_NO_TIME_LIMIT = 0

_SIGNS = {0: "=", -1: "-", 1: "+"}


def steps(old: str, new: str) -> list[tuple[str, int]]:
    """Return the fewest letters kept (`=`), struck (`-`) and added (`+`) that turn `old` into `new`, as counts.

    >>> steps("abc", "abd")
    [('=', 2), ('-', 1), ('+', 1)]
    """
    engine = diff_match_patch()
    engine.Diff_Timeout = _NO_TIME_LIMIT
    return [(_SIGNS[sign], len(letters)) for sign, letters in engine.diff_main(old, new, checklines=False)]
