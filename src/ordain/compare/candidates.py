"""Which provisions could be whose successor: pairs that share words worth sharing.

Comparing all with all costs the square of the bill.  A word that stands in few
provisions points to them at once; only those are compared.
"""

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from ordain.compare.likeness import Words, alike

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# A word that stands in more provisions than this says little about which is which.
_RARE = 24
# For a short stretch every pair is looked at, so that nothing is missed.
_FEW = 64
# So many of the most likely are compared word by word.
_TRIED = 6


def candidates(
    old: "Sequence[tuple[int, Words]]", new: "Sequence[tuple[int, Words]]", least: float
) -> "Iterator[tuple[int, int, float]]":
    """Yield (old position, new position, likeness) of the pairs that are alike by `least` or more."""
    if len(old) * len(new) <= _FEW:
        tried: Iterable[tuple[int, int]] = ((i, j) for j in range(len(new)) for i in range(len(old)))
    else:
        tried = _likely(old, new)
    for i, j in tried:
        likeness = alike(old[i][1], new[j][1], least)
        if likeness >= least:
            yield old[i][0], new[j][0], likeness


def _likely(old: "Sequence[tuple[int, Words]]", new: "Sequence[tuple[int, Words]]") -> "Iterator[tuple[int, int]]":
    where: dict[str, list[int]] = defaultdict(list)
    for i, (_, held) in enumerate(old):
        for word in set(held):
            where[word].append(i)
    for j, (_, held) in enumerate(new):
        shared: Counter[int] = Counter()
        for word in set(held):
            places = where.get(word, ())
            if len(places) <= _RARE:
                for i in places:
                    shared[i] += 1
        if not shared:
            # Nothing rare: a short formula.  Its own place is the best guess.
            near = min(j * len(old) // len(new), len(old) - 1)
            shared.update(i for i in (near - 1, near, near + 1) if 0 <= i < len(old))
        ranked = sorted(shared, key=lambda i: (-shared[i], abs(i - j), i))
        for i in ranked[:_TRIED]:
            yield i, j
