"""Paragraphs that were split or joined: the words of one, in order, in several."""

from typing import TYPE_CHECKING

from ordain.compare.likeness import Words, alike, held_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from ordain.compare.likeness import Lexicon

# So much of each part must stand in the whole, and so many words must it have, before a
# reader is told of a split and not of new text.
_HELD = 0.8
_WORDS = 4
# In a Word file a part between two such parts may have been reworded; and a heading that was
# run in, word for word at the edge of the whole, may be as short as "Section 1".
_HELD_BETWEEN = 0.5
_WORDS_AT_EDGE = 2
# The parts together must be so much nearer to the whole than the nearest part alone.
_GAIN = 0.15
# In a stretch rewritten from end to end, with more wholes and runs than this to try, a
# split could not be told from chance.
_TRIED = 400


def split(
    whole: "Callable[[int], Words]",
    part: "Lexicon",
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
        after = run[-1] + 1
        for near, stretch in (
            (run[0] - 1, [run[0] - 1, *run]),
            (after, [*run, after, *_unpaired(after + 1, part, paired)]),
        ):
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


def _unpaired(at: int, part: "Lexicon", paired: "Mapping[int, int]") -> "Iterator[int]":
    """Yield the positions from `at` on that have no partner, up to the next that has one."""
    while part.is_typed and at < len(part) and at not in paired:
        yield at
        at += 1


def _runs(positions: "Sequence[int]") -> list[list[int]]:
    out: list[list[int]] = []
    for at in positions:
        if out and out[-1][-1] == at - 1:
            out[-1].append(at)
        else:
            out.append([at])
    return out


def _parts(whole: Words, run: "Sequence[int]", part: "Lexicon", kept: int | None) -> tuple[int, ...] | None:
    """Return the stretch of `run` whose parts stand in `whole`, or None; it must hold `kept`."""
    edges = {at for at in run if at != kept and _is_edge(whole, part, at, kept if kept is not None else run[0])}
    fits = {at for at in run if at in edges or at == kept or _holds(whole, part(at))}
    between = {at for at in run if part.is_typed and {at - 1, at + 1} <= fits and _is_held(whole, part(at))}
    stretch: list[int] = max(_runs(sorted(fits | between)), key=len, default=[])
    if len(stretch) == 1 or not stretch or (kept is not None and kept not in stretch):
        return None
    together = alike(whole, tuple(word for at in stretch for word in part(at)))
    alone = max(alike(whole, part(at)) for at in stretch)
    gain = 0.0 if kept is not None and edges & set(stretch) else _GAIN
    return tuple(stretch) if together > alone and together >= alone + gain else None


def _holds(whole: Words, part: Words) -> bool:
    return len(part) >= _WORDS and held_in(part, whole) >= _HELD


def _is_held(whole: Words, part: Words) -> bool:
    return held_in(part, whole) >= _HELD_BETWEEN


def _is_edge(whole: Words, part: "Lexicon", at: int, kept: int) -> bool:
    """Whether the whole opens, or ends, with just the words of a part, and the paragraph that it kept does not."""
    words = part(at)
    size = len(words)
    if size < _WORDS_AT_EDGE or not part.is_typed:
        return False
    if at <= kept:
        return whole[:size] == words and (at == kept or part(kept)[:size] != words)
    return whole[-size:] == words and part(kept)[-size:] != words
