"""From pairs to changes: what happened to each provision, word by word inside a pair."""

from collections import Counter
from typing import TYPE_CHECKING

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
from ordain.compare.openings import label_end, shared_opening
from ordain.model.unit import Form
from ordain.text.segments import Mark, Segment, merged, segments
from ordain.text.sequences import heaviest_chain
from ordain.text.tidy import tidy
from ordain.text.tokens import Opaque, is_word
from ordain.text.worddiff import diff as diff_words
from ordain.text.worddiff import diff_without_blanks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordain.compare.align import Pair
    from ordain.model.unit import Unit
    from ordain.text.tokens import Token


def diff(old: "Sequence[Unit]", new: "Sequence[Unit]", pairs: "Sequence[Pair]") -> tuple[Change, ...]:
    """Return what happened to each pair, in the order of the pairs.

    A pair that moved and kept hardly a word gives two changes: one inserted, one removed.
    """
    staying = _staying(old, pairs)
    found = [_change(old, new, pair, moved=at not in staying) for at, pair in enumerate(pairs)]
    return tuple(part for change in found for part in _told(change))


def _told(change: Change) -> tuple[Change, ...]:
    """Tell as one struck and one added what moved and kept hardly a word, and what no mark inside could show."""
    match change:
        case Moved(old, new, words) if new.form is not Form.PARAGRAPH or _share_kept(words) < _KEPT_TO_MOVE:
            return (Inserted(new), Removed(old))
        case Altered(old, new, words) if not new.rows and (_fills(words) or _are_pictures(old, new)):
            return (Inserted(new), Removed(old))
        case _:
            return (change,)


def _fills(words: Words) -> bool:
    """Whether something came or went that fills its paragraph."""
    changed = (token for part in words if part.mark is not Mark.KEPT for token in part.tokens)
    return any(isinstance(token, Opaque) and token.fills for token in changed)


def _are_pictures(old: "Unit", new: "Unit") -> bool:
    """Whether both paragraphs hold pictures and nothing else.

    LibreOffice would take such a paragraph away together with one of its pictures.
    """
    return bool(old.tokens and new.tokens) and all(
        isinstance(token, Opaque) and token.picture for token in (*old.tokens, *new.tokens)
    )


def _share_kept(words: Words) -> float:
    """Return the share of the words of the longer side that are kept; 1 for no words at all."""
    count = dict.fromkeys(Mark, 0)
    for part in words:
        count[part.mark] += sum(map(is_word, part.tokens))
    longer = count[Mark.KEPT] + max(count[Mark.STRUCK], count[Mark.ADDED])
    return count[Mark.KEPT] / longer if longer else 1.0


# Below this share of kept words nobody would call it the same provision elsewhere.
_KEPT_TO_MOVE = 0.4
# Below this share a mark on every word helps nobody: all is struck and all is added.
_KEPT_TO_MARK = 0.25
# Unless what is kept are phrases of so many words.
_PHRASE = 4


def word_changes(old: "Sequence[Token]", new: "Sequence[Token]") -> Words:
    """Return the words of a change, made readable; a typed label is compared with a typed label."""
    if tuple(old) == tuple(new):
        return segments([(Mark.KEPT, old)])
    words = _marked(old, new)
    i, j = label_end(old), label_end(new)
    if i and j and not _end_as_one(words, i, j):
        words = merged([*_marked(old[:i], new[:j]), *_marked(old[i:], new[j:])])
    readable = _share_kept(words) >= _KEPT_TO_MARK or _is_cut(words)
    return words if readable else segments([(Mark.STRUCK, old), (Mark.ADDED, new)])


def _is_cut(words: Words) -> bool:
    """Whether the shorter side is mostly whole phrases of the longer one: much was cut away, or put in."""
    count = dict.fromkeys(Mark, 0)
    phrases = 0
    for part in words:
        size = sum(map(is_word, part.tokens))
        count[part.mark] += size
        phrases += part.mark is Mark.KEPT and size > 0
    kept = count[Mark.KEPT]
    return kept > min(count[Mark.STRUCK], count[Mark.ADDED]) and kept >= _PHRASE * phrases


def _marked(old: "Sequence[Token]", new: "Sequence[Token]") -> Words:
    words = tidy(diff_words(old, new))
    if _is_scattered(words):
        words = min(words, tidy(diff_without_blanks(old, new)), key=_loudness)
    return words


def _end_as_one(words: Words, i: int, j: int) -> bool:
    """Whether two labels, of `i` old and `j` new tokens, end within words that are kept."""
    left: list[tuple[int, int]] = []
    for part in words:
        i -= 0 if part.mark is Mark.ADDED else len(part.tokens)
        j -= 0 if part.mark is Mark.STRUCK else len(part.tokens)
        left.append((i, j))
    return max(next(both for both in left if min(both) <= 0)) <= 0


def _words(old: "Unit", new: "Unit") -> Words:
    """Return the words of a change; what is set anew in a Word file keeps its opening and the sign at its end."""
    words = word_changes(old.tokens, new.tokens)
    is_typed = old.level is None and new.level is None and not new.rows
    return _all_anew(old.tokens, new.tokens) if is_typed and all(it.mark is not Mark.KEPT for it in words) else words


def _all_anew(old: "Sequence[Token]", new: "Sequence[Token]") -> Words:
    first = shared_opening(old, new)
    last = len(old) > first and len(new) > first and old[-1] == new[-1] and not is_word(new[-1])
    return segments(
        [
            (Mark.KEPT, new[:first]),
            (Mark.STRUCK, old[first : len(old) - last]),
            (Mark.ADDED, new[first : len(new) - last]),
            (Mark.KEPT, new[len(new) - last :]),
        ]
    )


def _is_scattered(words: Words) -> bool:
    """Whether many words are struck in one place and added in another, so that what is kept between may be chance."""
    if len(words) <= _FEW_SEGMENTS:
        return False
    struck, added = (
        Counter([token for part in words if part.mark is mark for token in part.tokens if is_word(token)])
        for mark in (Mark.STRUCK, Mark.ADDED)
    )
    return (struck & added).total() > _FEW_WORDS


def _loudness(words: Words) -> int:
    """Return how many letters are marked, and in how many places."""
    return sum(len(part.text) + 1 for part in words if part.mark is not Mark.KEPT)


# One that is struck, one that is added, and what is kept round them: there is no other way to mark that.
_FEW_SEGMENTS = 4
# So many words come and go in any change, if only "the" and "of".
_FEW_WORDS = 6


def _staying(old: "Sequence[Unit]", pairs: "Sequence[Pair]") -> set[int]:
    """Return which pairs keep their order; the rest moved, as few words as can be."""
    links = []
    at_link = []
    for at, pair in enumerate(pairs):
        if pair.old and pair.new:
            weight = 1.0 + sum(len(old[i].tokens) for i in pair.old)
            # What is split or joined stays, since no mark shows it moving as well.
            several = len(pair.old) + len(pair.new) > 2
            links.append((pair.old[0], pair.new[0], weight * 1000 if several else weight))
            at_link.append(at)
    return {at_link[link] for link in heaviest_chain(links)}


def _change(old: "Sequence[Unit]", new: "Sequence[Unit]", pair: "Pair", *, moved: bool) -> Change:
    before, after = tuple(old[i] for i in pair.old), tuple(new[j] for j in pair.new)
    if not before:
        return Inserted(after[0])
    if not after:
        return Removed(before[0])
    if len(after) > 1:
        return Split(before[0], after, _cut(before[0].tokens, [part.tokens for part in after]))
    if len(before) > 1:
        words = _cut(after[0].tokens, [part.tokens for part in before])
        return Joined(before, after[0], tuple(map(_turned, words)))
    return _same_provision(before[0], after[0], moved=moved)


def _same_provision(old: "Unit", new: "Unit", *, moved: bool) -> Change:
    if moved:
        return Moved(old, new, _words(old, new))
    if old.said != new.said:
        return Altered(old, new, _words(old, new))
    return Kept(old, new) if old.label == new.label else Renumbered(old, new)


_SEAM = Opaque("seam between two parts")


def _cut(whole: "Sequence[Token]", parts: "Sequence[Sequence[Token]]") -> tuple[Words, ...]:
    """Compare `whole` with the parts end to end, and cut the answer where one part ends."""
    line: list[Token] = []
    for at, part in enumerate(parts):
        line += [*([_SEAM] if at else []), *part]
    marked = [(part.mark, token) for part in diff_words(tuple(whole), tuple(line)) for token in part.tokens]
    cut: list[list[tuple[Mark, Token]]] = [[]]
    for mark, token in _seams_at_edges(marked):
        if token == _SEAM:
            cut.append([])
        else:
            cut[-1].append((mark, token))
    return tuple(tidy(segments((mark, (token,)) for mark, token in part)) for part in cut)


def _seams_at_edges(marked: list[tuple[Mark, "Token"]]) -> list[tuple[Mark, "Token"]]:
    """Slide each added run that holds a seam so that the seam stands at its edge, where a sentence ends.

    Otherwise the period of one part could be taken for that of the next.
    """
    for seam in [at for at, (_, token) in enumerate(marked) if token == _SEAM]:
        first = last = seam
        while first and marked[first - 1][0] is Mark.ADDED:
            first -= 1
        while last + 1 < len(marked) and marked[last + 1][0] is Mark.ADDED:
            last += 1
        while first < seam and last + 1 < len(marked) and marked[last + 1] == (Mark.KEPT, marked[first][1]):
            marked[first], marked[last + 1] = (Mark.KEPT, marked[first][1]), (Mark.ADDED, marked[first][1])
            first, last = first + 1, last + 1
        if first == seam:
            continue
        while last > seam and first and marked[first - 1] == (Mark.KEPT, marked[last][1]):
            marked[last], marked[first - 1] = (Mark.KEPT, marked[last][1]), (Mark.ADDED, marked[last][1])
            first, last = first - 1, last - 1
    return marked


_OTHER = {Mark.KEPT: Mark.KEPT, Mark.STRUCK: Mark.ADDED, Mark.ADDED: Mark.STRUCK}


def _turned(words: Words) -> Words:
    """Return the words as seen from the other side, struck before added."""
    return tidy([Segment(_OTHER[part.mark], part.tokens) for part in words])
