"""What changes amount to: wording is told from numbering, place and typography.

Each stretch of marked words is weighed by itself, between the kept words round it; a
change weighs as much as the heaviest of its words.
"""

from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias, assert_never

from msgspec.structs import replace

from ordain.compare.changes import (
    Altered,
    Change,
    Inserted,
    Joined,
    Kept,
    Moved,
    Removed,
    Renumbered,
    Split,
    Words,
)
from ordain.compare.openings import typed_label
from ordain.text.segments import Mark, Segment, Weight, marked, segments, side
from ordain.text.tokens import Opaque, join
from ordain.text.typography import QUOTES, plain, plain_opening

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from ordain.compare.repointing import Spans
    from ordain.model.unit import Unit
    from ordain.text.tokens import Token

    Follows: TypeAlias = Callable[[Unit, Unit], Spans]


# So many kept tokens beside a stretch show whether blanks, quotes and joins are the same.
_BESIDE = 3


def weighed(change: Change, follows: "Follows") -> Change:
    """Return a change whose words are weighed; one in which nothing but references follows a number is renumbered.

    `follows` tells which numbers in the references of a pair of provisions were set anew
    because what they cite has another number.
    """
    match change:
        case Altered(old, new, words):
            words = _weighed(words, [*follows(old, new), *_typed_labels(old, new)])
            kinds = {part.weight for part in words if part.mark is not Mark.KEPT}
            return Renumbered(old, new, words) if kinds == {Weight.NUMBERING} else Altered(old, new, words)
        case Moved(old, new, words):
            return Moved(old, new, _weighed(words, [*follows(old, new), *_typed_labels(old, new)]))
        case Split(old, parts, words):
            return Split(old, parts, tuple(_weighed(its, ()) for its in words))
        case Joined(parts, new, words):
            return Joined(parts, new, tuple(_weighed(its, ()) for its in words))
        case Kept() | Renumbered() | Inserted() | Removed():
            return change
        case _:
            assert_never(change)


def weight_of(change: Change) -> Weight:
    """Return what a change amounts to as a whole."""
    match change:
        case Renumbered(old, new):
            return Weight.NUMBERING if _has_new_number(old, new, change.words) else Weight.TYPOGRAPHY
        case Altered(old, new, words):
            weights = {part.weight for part in words if part.mark is not Mark.KEPT}
            if not weights or Weight.WORDING in weights or _shape(old) != _shape(new):
                return Weight.WORDING
            return Weight.NUMBERING if _has_new_number(old, new, words) else Weight.TYPOGRAPHY
        case Moved(words=words):
            heavy = any(part.weight is Weight.WORDING for part in words if part.mark is not Mark.KEPT)
            return Weight.WORDING if heavy else Weight.PLACE
        case Kept() | Split() | Joined() | Inserted() | Removed():
            return Weight.WORDING
        case _:
            assert_never(change)


def weighed_label(label: Words) -> Words:
    """Return the marks of a label that changed: its case is typography, all else numbering."""
    same = marked_plain(label, Mark.STRUCK) == marked_plain(label, Mark.ADDED)
    weight = Weight.TYPOGRAPHY if same else Weight.NUMBERING
    return tuple(part if part.mark is Mark.KEPT else replace(part, weight=weight) for part in label)


def marked_plain(label: Words, mark: Mark) -> str:
    """Return one side of a label as it reads but for its typography."""
    return plain(join(side(label, mark))).casefold()


def without_numbering(words: Words) -> Words:
    """Return words, or a label, in which numbers and references that follow them stand unmarked, as they read now."""
    if all(part.weight is not Weight.NUMBERING for part in words):
        return words
    return segments(
        (Mark.KEPT if part.weight is Weight.NUMBERING else part.mark, part.tokens)
        for part in words
        if part.weight is not Weight.NUMBERING or part.mark is not Mark.STRUCK
    )


def followed(words: Words) -> tuple[tuple[str, str], ...]:
    """Return the references that only follow a number, each as it was and as it is."""
    return tuple(
        (marked(run, Mark.STRUCK), marked(run, Mark.ADDED))
        for run in _runs(words)
        if run[0].mark is not Mark.KEPT and run[0].weight is Weight.NUMBERING
    )


def _has_new_number(old: "Unit", new: "Unit", words: Words) -> bool:
    following = any(part.weight is Weight.NUMBERING for part in words if part.mark is not Mark.KEPT)
    return following or plain(old.label).casefold() != plain(new.label).casefold()


def _typed_labels(old: "Unit", new: "Unit") -> "Spans":
    """Return where two paragraphs of Word files have labels that somebody typed; drafts know theirs."""
    if old.level is not None or new.level is not None:
        return []
    labels = typed_label(join(old.tokens)), typed_label(join(new.tokens))
    return [(0, labels[0], 0, labels[1])] if all(labels) else []


def _shape(unit: "Unit") -> "list[Hashable]":
    return [row.shape for row in unit.rows]


def _runs(words: Words) -> list[list[Segment]]:
    """Cut words into kept segments and the stretches of marked ones between them."""
    return [list(run) for _, run in groupby(words, key=lambda part: part.mark is Mark.KEPT)]


def _weighed(words: Words, follows: "Spans") -> Words:
    runs = _runs(words)
    out: list[Segment] = []
    last_followed = max((span[1] for span in follows), default=0)
    old_at = new_at = 0
    for at, run in enumerate(runs):
        # Nobody asks where a stretch stands behind the last number that follows.
        may_follow = old_at < last_followed
        ends = (old_at + _length(run, Mark.STRUCK), new_at + _length(run, Mark.ADDED)) if may_follow else (old_at, 0)
        if run[0].mark is Mark.KEPT:
            out += run
        else:
            if _is_typography(runs, at):
                weight = Weight.TYPOGRAPHY
            elif may_follow and _is_following(words, (old_at, ends[0]), (new_at, ends[1]), follows):
                weight = Weight.NUMBERING
            else:
                weight = Weight.WORDING
            out += [Segment(part.mark, part.tokens, weight) for part in run]
        old_at, new_at = ends
    return tuple(out)


def _length(run: "Sequence[Segment]", mark: Mark) -> int:
    return len(join(side(run, mark)))


def _is_typography(runs: "Sequence[Sequence[Segment]]", at: int) -> bool:
    """Whether a stretch reads the same on both sides, between what stands beside it."""
    struck, added = side(runs[at], Mark.STRUCK), side(runs[at], Mark.ADDED)
    same_letters = _letters(struck) == _letters(added)
    if not same_letters and max(len(struck), len(added)) > _SHORT:
        return False
    before = [part for run in runs[:at] for part in run] if at <= _OPENING_RUNS else []
    opens = at <= _OPENING_RUNS and sum(len(part.tokens) for part in before) <= _OPENING
    # Typography keeps the letters: where they differ here, they must have differed before.
    if not same_letters and (not opens or all(part.mark is Mark.KEPT for part in before)):
        return False
    if not opens:
        before = list(runs[at - 1])
    after = runs[at + 1][0].tokens[:_BESIDE] if at + 1 < len(runs) else ()
    form = plain_opening if opens else plain
    old, new = (
        form(_text((*(side(before, mark)[0 if opens else -_BESIDE :]), *its, *after)))
        for mark, its in ((Mark.STRUCK, struck), (Mark.ADDED, added))
    )
    return old == new


# A label and "WHEREAS," are no longer than this, in tokens, and in runs of kept and marked ones.
_OPENING = 16
_OPENING_RUNS = 4
# Spellings of a bill's number are no longer than this.
_SHORT = 5


@lru_cache(maxsize=1 << 12)
def _letters(tokens: "tuple[Token, ...]") -> str:
    return "".join(filter(str.isalnum, _text(tokens).translate(QUOTES).casefold()))


def _text(tokens: "Sequence[Token]") -> str:
    """Return tokens as text, what has no letters by its identity."""
    return "".join(f"\ufffc{token.key}\ufffc" if isinstance(token, Opaque) else token for token in tokens)


def _is_following(words: Words, old: tuple[int, int], new: tuple[int, int], follows: "Spans") -> bool:
    """Whether two stretches, given by their first and last position, differ in nothing but numbers that follow."""
    held = [span for span in follows if span[0] < old[1] and old[0] < span[1] and span[2] < new[1] and new[0] < span[3]]
    if not held:
        return False
    texts = join(side(words, Mark.STRUCK)), join(side(words, Mark.ADDED))
    first = _without(texts[0], old, [span[:2] for span in held])
    return first == _without(texts[1], new, [span[2:] for span in held])


def _without(text: str, stretch: tuple[int, int], spans: "Sequence[tuple[int, int]]") -> list[str]:
    """Return what stands in a stretch between the spans."""
    out = []
    at = stretch[0]
    for first, last in spans:
        out.append(text[at : max(at, first)])
        at = max(at, min(last, stretch[1]))
    return [*out, text[at : stretch[1]]]
