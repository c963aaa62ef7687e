"""Where many texts use terms, all texts searched at once: one search a text would read the terms anew each time."""

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from ordain.norms.terms import Use, uses

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# Stands between texts; no term reaches across it.
_BETWEEN = "\n|\n"


def uses_in(terms: "Iterable[str]", texts: "Sequence[str]") -> "Iterator[tuple[int, Use]]":
    """Yield each use of a term with the position of its text, and where it begins there.

    >>> [(at, use.words, use.start) for at, use in uses_in(["lot"], ["A lot.", "Two lots."])]
    [(0, 'lot', 2), (1, 'lots', 4)]
    """
    starts = list(accumulate((len(text) + len(_BETWEEN) for text in texts), initial=0))
    for use in uses(terms, _BETWEEN.join(texts)):
        at = bisect_right(starts, use.start) - 1
        yield at, Use(use.term, use.words, use.start - starts[at])
