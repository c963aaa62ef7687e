"""Paragraphs that were split or joined: the words of one, in order, in several."""

from typing import TYPE_CHECKING

from ordain.compare.likeness import Words, alike, held_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

# So much of each part must stand in the whole, and so many words must it have, before a
# reader is told of a split and not of new text.
_HELD = 0.8
_WORDS = 4
# The parts together must be so much nearer to the whole than the nearest part alone.
_GAIN = 0.15
# In a stretch rewritten from end to end, with more wholes and runs than this to try, a
# split could not be told from chance.
_TRIED = 400


def split(
    whole: "Callable[[int], Words]",
    part: "Callable[[int], Words]",
    left_whole: "Sequence[int]",
    left_part: "Sequence[int]",
    paired: "Mapping[int, int]",
) -> "Iterator[tuple[int, tuple[int, ...]]]":
    """Yield (position of the whole, positions of its parts) for each split in one stretch.

    `left_whole` and `left_part` are the positions without a partner.  `paired` gives the
    whole by its part, where it has a partner: a paragraph may have kept its pair and lost
    its end to the next, or have lost its pair because no single part is like it.  With
    the sides exchanged, the same finds joins.
    """
    runs = _runs(left_part)
    for run in runs:
        for near, stretch in ((run[0] - 1, [run[0] - 1, *run]), (run[-1] + 1, [*run, run[-1] + 1])):
            if near in paired and (found := _parts(whole(paired[near]), stretch, part, near)):
                yield paired[near], found
                break
    if len(left_whole) * len(runs) > _TRIED:
        return
    for at in left_whole:
        for run in runs:
            if found := _parts(whole(at), run, part, None):
                yield at, found
                break


def _runs(positions: "Sequence[int]") -> list[list[int]]:
    out: list[list[int]] = []
    for at in positions:
        if out and out[-1][-1] == at - 1:
            out[-1].append(at)
        else:
            out.append([at])
    return out


def _parts(
    whole: Words, run: "Sequence[int]", part: "Callable[[int], Words]", kept: int | None
) -> tuple[int, ...] | None:
    """Return the stretch of `run` whose parts stand in `whole`, or None; it must hold `kept`."""
    fits = [at for at in run if at == kept or (len(part(at)) >= _WORDS and held_in(part(at), whole) >= _HELD)]
    stretch: list[int] = max(_runs(fits), key=len, default=[])
    if len(stretch) == 1 or not stretch or (kept is not None and kept not in stretch):
        return None
    together = tuple(word for at in stretch for word in part(at))
    alone = max(alike(whole, part(at)) for at in stretch)
    return tuple(stretch) if alike(whole, together) >= alone + _GAIN else None
