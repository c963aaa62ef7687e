"""Chains through pairs of positions: the order that two sequences have in common."""

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def heaviest_chain(links: "Sequence[tuple[int, int, float]]") -> list[int]:
    """Return the indices of the links that rise in both positions and weigh most together.

    A link is (position in old, position in new, weight above 0).  Both positions rise
    strictly along the chain.  Of two chains of one weight, the one that ends earlier in
    the new sequence is taken.  Costs n log n (a Fenwick tree over the old positions
    keeps the best chain that ends at or before each).

    >>> heaviest_chain([(0, 0, 1), (5, 1, 1), (1, 2, 1), (2, 3, 1)])
    [0, 2, 3]
    """
    if all(one[0] < other[0] and one[1] < other[1] for one, other in pairwise(links)):
        return list(range(len(links)))
    rank = sorted({old for old, _, _ in links})
    best: list[tuple[float, int]] = [(0.0, -1)] * (len(rank) + 1)
    before = [-1] * len(links)
    order = sorted(range(len(links)), key=lambda at: (links[at][1], -links[at][0]))
    top = (0.0, -1)
    for at in order:
        old, _, weight = links[at]
        place = bisect_left(rank, old)
        reached, before[at] = _best_up_to(best, place)
        total = reached + weight
        if total > top[0]:
            top = (total, at)
        _raise_from(best, place + 1, (total, at))
    chain = []
    at = top[1]
    while at >= 0:
        chain.append(at)
        at = before[at]
    return chain[::-1]


def _best_up_to(tree: list[tuple[float, int]], count: int) -> tuple[float, int]:
    found = (0.0, -1)
    while count > 0:
        if tree[count][0] > found[0]:
            found = tree[count]
        count -= count & -count
    return found


def _raise_from(tree: list[tuple[float, int]], at: int, value: tuple[float, int]) -> None:
    while at < len(tree):
        if value[0] > tree[at][0]:
            tree[at] = value
        at += at & -at
