"""Pair the sentences of two texts of one provision."""

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from ordain.norms.words import stem
from ordain.text.sequences import heaviest_chain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ordain.norms.reading import Read

# Two sentences with so large a share of common words are one sentence, reworded.
_ALIKE = 0.4
# So far apart may they stand between two sentences that did not change.
_WINDOW = 6


class Pair(NamedTuple):
    """Sentences of old and new that are compared with each other; what has no counterpart stands alone."""

    old: "tuple[Read, ...]"
    new: "tuple[Read, ...]"


def paired(old: "Sequence[Read]", new: "Sequence[Read]") -> tuple[Pair, ...]:
    """Return the sentences that are not the same on both sides, each in one pair."""
    out: list[Pair] = []
    lo_old = lo_new = 0
    for i, j in [*_same(old, new), (len(old), len(new))]:
        out += _between(old[lo_old:i], new[lo_new:j])
        lo_old, lo_new = i + 1, j + 1
    return tuple(out)


def _same(old: "Sequence[Read]", new: "Sequence[Read]") -> list[tuple[int, int]]:
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j in range(len(new) - 1, -1, -1):
        places[_key(new[j])].append(j)
    links = []
    for i, read in enumerate(old):
        queue = places.get(_key(read))
        if queue:
            links.append((i, queue.pop(), float(len(read.sentence.words))))
    return [links[at][:2] for at in heaviest_chain(links)]


def _key(read: "Read") -> tuple[str, ...]:
    return tuple(word.form for word in read.sentence.words)


def _between(old: "Sequence[Read]", new: "Sequence[Read]") -> "Iterator[Pair]":
    if len(old) == len(new) == 1:
        yield Pair((old[0],), (new[0],))
        return
    olds, news = [_stems(read) for read in old], [_stems(read) for read in new]
    links = []
    for i, stems in enumerate(olds):
        for j in range(max(0, i - _WINDOW), min(len(new), i + _WINDOW + 1)):
            likeness = _likeness(stems, news[j])
            if likeness >= _ALIKE:
                links.append((i, j, likeness))
    chosen = [links[at][:2] for at in heaviest_chain(links)]
    for i, j in chosen:
        yield Pair((old[i],), (new[j],))
    old_left = tuple(read for i, read in enumerate(old) if i not in {i for i, _ in chosen})
    new_left = tuple(read for j, read in enumerate(new) if j not in {j for _, j in chosen})
    if old_left or new_left:
        yield Pair(old_left, new_left)


def _stems(read: "Read") -> Counter[str]:
    return Counter(stem(word.form) for word in read.sentence.words if word.form[0].isalnum())


def _likeness(old: Counter[str], new: Counter[str]) -> float:
    return 2 * (old & new).total() / max(1, old.total() + new.total())
