"""Make a correct diff of words readable, without changing either side.

Three steps, each a pure function of segments.  A word that stands alone between two
replaced phrases is taken into them, where no bracket, quote or clause parts them.
Struck words come before added ones (the rule of the old Government Printing Office
manual).  A lone insertion or deletion that could stand in several places slides to
where a reader would put it: the start of a sentence, a clause, a word.
"""

from typing import TYPE_CHECKING, assert_never

from ordain.text.segments import Mark, Segment, segments
from ordain.text.tokens import Token, is_word

if TYPE_CHECKING:
    from collections.abc import Sequence

# Words that carry no meaning of their own: one of them between two replaced phrases
# is chance, not something kept.
_LITTLE = frozenset(
    ["a", "an", "and", "as", "at", "by", "for", "from", "in", "is", "of", "on", "or", "that", "the", "to", "with"]
)

# Signs that part phrases or come in pairs: what stands on either side of one is replaced by itself.
_PARTING = frozenset('()[]{}<>\u201c\u201d\u201e\u00ab\u00bb".;:?!')


def tidy(parts: "Sequence[Segment]") -> tuple[Segment, ...]:
    """Return `parts` with the same two sides, in the form that reads best.

    >>> from ordain.text.tokens import tokenize
    >>> from ordain.text.worddiff import diff
    >>> [p.text for p in tidy(diff(tokenize("may not act now"), tokenize("may act now")))]
    ['may ', 'not ', 'act now']
    """
    return _slid(_struck_first(_without_strays(_struck_first(parts))))


def _struck_first(parts: "Sequence[Segment]") -> list[Segment]:
    """Order each run of changes as struck, then added, each in one piece."""
    if _are_ordered(parts):
        return list(parts)
    out: list[Segment] = []
    struck: list[Token] = []
    added: list[Token] = []
    for part in (*parts, Segment(Mark.KEPT, ())):
        match part.mark:
            case Mark.STRUCK:
                struck += part.tokens
            case Mark.ADDED:
                added += part.tokens
            case Mark.KEPT:
                out += [Segment(Mark.STRUCK, tuple(struck))] if struck else []
                out += [Segment(Mark.ADDED, tuple(added))] if added else []
                out += [part] if part.tokens else []
                struck, added = [], []
            case _:
                assert_never(part.mark)
    return out


def _are_ordered(parts: "Sequence[Segment]") -> bool:
    before = Mark.KEPT
    for part in parts:
        if not (part.mark is Mark.KEPT or before is Mark.KEPT or (before is Mark.STRUCK and part.mark is Mark.ADDED)):
            return False
        before = part.mark
    return True


def _without_strays(parts: "Sequence[Segment]") -> list[Segment]:
    """Take a kept run that says nothing, between two edits that together replace words, into them."""
    out: list[Segment] = []
    for at, part in enumerate(parts):
        if part.mark is Mark.KEPT and _says_little(part.tokens):
            before, after = _edit(parts[max(0, at - 2) : at]), _edit(parts[at + 1 : at + 3])
            if before and after and _is_stray(part.tokens, before, after):
                out += [Segment(Mark.STRUCK, part.tokens), Segment(Mark.ADDED, part.tokens)]
                continue
        out.append(part)
    return out


def _says_little(tokens: "Sequence[Token]") -> bool:
    if any(token in _PARTING for token in tokens):
        return False
    words = [token for token in tokens if is_word(token)]
    return len(words) == 0 or (len(words) == 1 and str(words[0]).lower() in _LITTLE)


def _edit(parts: "Sequence[Segment]") -> set[Mark]:
    """Return the marks under which words, and not only signs, stand next to a kept run."""
    return {part.mark for part in parts if part.mark is not Mark.KEPT and any(map(is_word, part.tokens))}


def _is_stray(tokens: "Sequence[Token]", before: set[Mark], after: set[Mark]) -> bool:
    if not any(map(is_word, tokens)):
        return len(before | after) > 1
    return len(before) == len(after) == len(_BOTH)


_BOTH = (Mark.STRUCK, Mark.ADDED)


def _slid(parts: "Sequence[Segment]") -> tuple[Segment, ...]:
    # Kept words, if only none, stand at both ends, so that an edit there can slide as well.
    nothing = Segment(Mark.KEPT, ())
    out = [nothing, *parts] if parts and parts[0].mark is not Mark.KEPT else list(parts)
    if out and out[-1].mark is not Mark.KEPT:
        out.append(nothing)
    for at, part in enumerate(out):
        if part.mark is Mark.KEPT or not _is_alone(out, at):
            continue
        before, after = out[at - 1].tokens, out[at + 1].tokens
        # A neighbor that has an edit behind it keeps a token, or two edits would touch.
        reach = (len(before) - (at > 1), len(after) - (at + 2 < len(out)))
        left, run, right = _best_place(before, part.tokens, after, reach)
        out[at - 1 : at + 2] = [Segment(Mark.KEPT, left), Segment(part.mark, run), Segment(Mark.KEPT, right)]
    return segments((part.mark, part.tokens) for part in out)


def _is_alone(parts: "Sequence[Segment]", at: int) -> bool:
    """Whether nothing but kept words stands on either side."""
    return parts[at - 1].mark is parts[at + 1].mark is Mark.KEPT


_Cut = tuple[tuple[Token, ...], tuple[Token, ...], tuple[Token, ...]]


def _best_place(
    before: tuple[Token, ...], run: tuple[Token, ...], after: tuple[Token, ...], reach: tuple[int, int]
) -> _Cut:
    """Slide `run` between its neighbors to where its two ends read best; the first of equals."""
    line = before + run + after
    size, here = len(run), len(before)
    first = here
    while here - first < min(reach[0], _REACH) and line[first - 1] == line[first - 1 + size]:
        first -= 1
    last = here
    while last - here < min(reach[1], _REACH) and line[last] == line[last + size]:
        last += 1
    best = max(range(first, last + 1), key=lambda at: (_ease(line, at) + _ease(line, at + size), -at))
    return line[:best], line[best : best + size], line[best + size :]


# How far an edit may slide: beyond a long sentence nobody looks for it.
_REACH = 80


def _ease(line: "Sequence[Token]", at: int) -> int:
    """How well an edit starts or ends before token `at`: 5 at the edge of the text, 0 inside a word."""
    if at in (0, len(line)):
        return 5
    before = line[at - 1]
    if before == " ":
        sign = line[at - 2] if at > 1 else "."
        return 4 if sign in (".", ";", ":") else 3 if sign == "," else 2
    return 1 if line[at] == " " else 0
