"""Which paragraph of a bill becomes which of another: one for one, as a sheet can tell it."""

from collections import Counter
from typing import TYPE_CHECKING

from ordain.compare.align import align
from ordain.text.segments import Mark
from ordain.text.tokens import is_word
from ordain.text.worddiff import diff

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ordain.model.unit import Unit

# Below this share of words that stay, everything is struck and set anew: of a paragraph, or of the bill.
STAYING = 0.2


def successors(old: "Sequence[Unit]", new: "Sequence[Unit]") -> dict[int, int]:
    """Return where each unit of `old` that stays stands in `new`.

    Of a paragraph that was split, the part of its id or else the one that has most of its
    words is its successor; the others are new.  What has an id that another provision has
    now is struck, since it would keep it, and what keeps its id stays, in whatever words.
    Where fewer than a fifth of all words stay, nothing does.
    """
    became: dict[int, int] = {}
    names = {unit.id for unit in new if unit.id}
    kept = 0
    for pair in align(old, new):
        links = [
            (old[one].id == new[other].id, _common(old[one], new[other]), -one, -other)
            for one in pair.old
            for other in pair.new
            if old[one].id == new[other].id or old[one].id not in names
        ]
        if not links:
            continue
        _, words, one, other = max(links)
        before, after = old[-one], new[-other]
        counts = _count(before), _count(after)
        if words >= STAYING * max(counts) or not min(counts) or (before.id is not None and before.id == after.id):
            became[-one] = -other
            kept += words
    for one, other in _left_in_place(old, new, became):
        words = _common(old[one], new[other])
        if words >= STAYING * max(_count(old[one]), _count(new[other])):
            became[one] = other
            kept += words
    whole = max(sum(map(_count, old)), sum(map(_count, new)))
    return became if kept >= STAYING * whole else {}


def _left_in_place(
    old: "Sequence[Unit]", new: "Sequence[Unit]", became: "Mapping[int, int]"
) -> "Iterator[tuple[int, int]]":
    """Yield the units of either side that have no counterpart and stand under one address."""
    taken = set(became.values())
    names = {unit.id for unit in new if unit.id}
    places = {unit.address: at for at, unit in enumerate(new) if at not in taken}
    for at, unit in enumerate(old):
        if at not in became and unit.id not in names and unit.address in places:
            yield at, places.pop(unit.address)


def _common(old: "Unit", new: "Unit") -> int:
    """Return how many words of one unit stay in the other, in their order."""
    if old.tokens == new.tokens:
        return _count(old)
    least = min(_count(old), _count(new))
    if sum((Counter(_words(old)) & Counter(_words(new))).values()) < STAYING * least:
        return 0
    kept = (part.tokens for part in diff(old.tokens, new.tokens) if part.mark is Mark.KEPT)
    return sum(is_word(token) for tokens in kept for token in tokens)


def _count(unit: "Unit") -> int:
    return len(_words(unit))


def _words(unit: "Unit") -> list[object]:
    return [token for token in unit.tokens if is_word(token)]
