"""Diff two sequences of words.

The library compares strings letter by letter, so each distinct word is given a letter of
its own, and the letters are compared.
"""

from typing import TYPE_CHECKING

from ordain.text.segments import Mark, Segment, segments

try:
    from fast_diff_match_patch import diff as _compiled
except ImportError:
    from ordain.text import plaindiff

    steps = plaindiff.steps
else:

    def steps(old: str, new: str) -> list[tuple[str, int]]:
        """Return what `plaindiff.steps` does, by its compiled twin; without a time limit, for the same reason."""
        found: list[tuple[str, int]] = _compiled(old, new, timelimit=0, checklines=False, cleanup="No")
        return found


if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ordain.text.tokens import Token

# Letters start above the ASCII range, where the library sees neither blank nor line
# end, and jump over the surrogates, which cannot stand alone.
_FIRST_LETTER = 0x100
_SURROGATES = range(0xD800, 0xE000)

_MARKS = {"=": Mark.KEPT, "-": Mark.STRUCK, "+": Mark.ADDED}


def diff(old: "Sequence[Token]", new: "Sequence[Token]") -> tuple[Segment, ...]:
    """Return the fewest struck and added tokens that turn `old` into `new`.

    >>> [(part.mark.value, part.text) for part in diff(("a", " ", "b"), ("a", " ", "c"))]
    [('kept', 'a '), ('struck', 'b'), ('added', 'c')]
    """
    out: list[tuple[Mark, Sequence[Token]]] = []
    i = j = 0
    for mark, size in _compared(old, new):
        out.append((mark, new[j : j + size] if mark is Mark.ADDED else old[i : i + size]))
        i += size if mark is not Mark.ADDED else 0
        j += size if mark is not Mark.STRUCK else 0
    return segments(out)


def diff_without_blanks(old: "Sequence[Token]", new: "Sequence[Token]") -> tuple[Segment, ...]:
    """Return the fewest struck and added tokens that turn `old` into `new`, where blanks are not counted.

    Blanks stand between all words of all texts: where they count, two sentences that say
    nothing alike have half of their tokens in common.

    >>> [(part.mark.value, part.text) for part in diff_without_blanks(("a", " ", "b"), ("c", " ", "d", " ", "b"))]
    [('struck', 'a'), ('added', 'c d'), ('kept', ' b')]
    """
    out: list[tuple[Mark, Sequence[Token]]] = []
    i = j = 0
    for olds, news in _kept(old, new):
        out += _gap(old[i : olds.start], new[j : news.start])
        out.append((Mark.KEPT, new[news.start : news.stop]))
        i, j = olds.stop, news.stop
    return segments([*out, *_gap(old[i:], new[j:])])


def _kept(old: "Sequence[Token]", new: "Sequence[Token]") -> "Iterator[tuple[range, range]]":
    """Yield the stretches that stand on both sides: of most tokens in all, blanks not counted."""
    olds, news = ([at for at, token in enumerate(side) if token != _BLANK] for side in (old, new))
    i = j = 0
    for mark, size in _compared([old[at] for at in olds], [new[at] for at in news]):
        if mark is Mark.KEPT:
            whole = range(olds[i], olds[i + size - 1] + 1), range(news[j], news[j + size - 1] + 1)
            if old[whole[0].start : whole[0].stop] == new[whole[1].start : whole[1].stop]:
                yield whole
            else:
                for one, other in zip(olds[i : i + size], news[j : j + size], strict=True):
                    yield range(one, one + 1), range(other, other + 1)
        i += size if mark is not Mark.ADDED else 0
        j += size if mark is not Mark.STRUCK else 0


_BLANK = " "


def _gap(old: "Sequence[Token]", new: "Sequence[Token]") -> "Iterator[tuple[Mark, Sequence[Token]]]":
    """Yield what stands between two kept stretches: the blanks at both ends that both sides have are kept."""
    shorter = min(len(old), len(new))
    first = 0
    while first < shorter and old[first] == new[first] == _BLANK:
        first += 1
    last = 0
    while last < shorter - first and old[-1 - last] == new[-1 - last] == _BLANK:
        last += 1
    yield Mark.KEPT, old[:first]
    yield Mark.STRUCK, old[first : len(old) - last]
    yield Mark.ADDED, new[first : len(new) - last]
    yield Mark.KEPT, old[len(old) - last :]


def _compared(old: "Sequence[Token]", new: "Sequence[Token]") -> "Iterator[tuple[Mark, int]]":
    """Yield how many tokens in a row are kept, struck or added."""
    letters: dict[Token, str] = {}
    for token in (*old, *new):
        if token not in letters:
            letters[token] = _letter(len(letters))
    sides = ("".join([letters[token] for token in side]) for side in (old, new))
    for sign, count in steps(*sides):
        yield _MARKS[sign], count


def _letter(index: int) -> str:
    code = _FIRST_LETTER + index
    return chr(code if code < _SURROGATES.start else code + len(_SURROGATES))
