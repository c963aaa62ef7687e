"""Which words of a paragraph are to be set, where some of its numbers follow by themselves."""

from typing import TYPE_CHECKING, assert_never

from ordain.amend.splices import Words
from ordain.amend.succession import STAYING
from ordain.text.segments import Mark
from ordain.text.tidy import tidy
from ordain.text.tokens import is_word, tokenize
from ordain.text.worddiff import diff

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ordain.amend.paragraphs import Paragraph

# Two edits with no more words than this between them are one instruction.
_BETWEEN = 2


def edits(at: int, paragraph: "Paragraph", followed: "Sequence[Words]", wanted: str) -> tuple[Words, ...]:
    """Return the splices that make `wanted` of paragraph number `at`, in which `followed` is made already.

    None touches what follows by itself, unless it sets it too.
    """
    line, places = _followed(paragraph.line, followed)
    fixed = [_span(places, words) for words in (Words(at, 0, len(paragraph.label), ""), *followed)]
    found = _widened(line, _merged(line, _differing(line, wanted)), fixed)
    return tuple(Words(at, *_old(places, start, end, len(paragraph.line)), text) for start, end, text in found)


_Edit = tuple[int, int, str]


def _followed(line: str, followed: "Sequence[Words]") -> tuple[str, list[tuple[int, int]]]:
    """Return a line with splices made, and for each of its letters which letters of the line it stands for."""
    out, places, at = "", [], 0
    for words in sorted(followed, key=lambda it: it.start):
        places += [(letter, letter + 1) for letter in range(at, words.start)]
        places += [(words.start, words.end)] * len(words.text)
        out += line[at : words.start] + words.text
        at = words.end
    places += [(letter, letter + 1) for letter in range(at, len(line))]
    return out + line[at:], places


def _span(places: "Sequence[tuple[int, int]]", words: Words) -> tuple[int, int]:
    """Return where letters of the old line stand in the new one."""
    held = [new for new, (start, end) in enumerate(places) if start < words.end and words.start < end]
    return (held[0], held[-1] + 1) if held else (0, 0)


def _old(places: "Sequence[tuple[int, int]]", start: int, end: int, length: int) -> tuple[int, int]:
    """Return for which letters of the old line a stretch of the new one stands."""
    first = places[start][0] if start < len(places) else length
    return first, places[end - 1][1] if end > start else first


def _differing(line: str, wanted: str) -> "Iterator[_Edit]":
    """Yield the stretches of a line that differ from what is wanted, and what is wanted instead."""
    at = 0
    pending: _Edit | None = None
    parts = tidy(diff(tokenize(line), tokenize(wanted)))
    kept = sum(is_word(token) for part in parts if part.mark is Mark.KEPT for token in part.tokens)
    if kept < STAYING * sum(map(is_word, tokenize(max(line, wanted, key=len)))):
        yield _all_but_the_ends(line, wanted)
        return
    for part in parts:
        match part.mark:
            case Mark.KEPT:
                if pending is not None:
                    yield pending
                pending = None
                at += len(part.text)
            case Mark.STRUCK:
                start, _, text = pending or (at, at, "")
                at += len(part.text)
                pending = (start, at, text)
            case Mark.ADDED:
                start, end, text = pending or (at, at, "")
                pending = (start, end, text + part.text)
            case _:
                assert_never(part.mark)
    if pending is not None:
        yield pending


def _all_but_the_ends(line: str, wanted: str) -> _Edit:
    """Return the one edit that sets everything between what two lines have in common at their ends."""
    old, new = tokenize(line), tokenize(wanted)
    shorter = min(len(old), len(new))
    first = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    last = next((at for at in range(shorter - first) if old[-1 - at] != new[-1 - at]), shorter - first)
    start, end = sum(map(len, old[:first])), len(line) - sum(map(len, old[len(old) - last :]))
    return start, end, "".join(new[first : len(new) - last])


def _merged(line: str, found: "Iterable[_Edit]") -> list[_Edit]:
    """Return edits, those that have hardly a word between them as one."""
    out: list[_Edit] = []
    for start, end, text in found:
        if out and _is_near(line, out[-1][1], start):
            first, last, before = out.pop()
            out.append((first, end, before + line[last:start] + text))
        else:
            out.append((start, end, text))
    return out


def _widened(line: str, found: "Iterable[_Edit]", fixed: "Sequence[tuple[int, int]]") -> "Iterator[_Edit]":
    """Yield edits, each widened to the label and the numbers that it touches."""
    for start, end, text in found:
        low = min([start, *(first for first, last in fixed if first < end and start < last)])
        high = max([end, *(last for first, last in fixed if first < end and start < last)])
        yield low, high, line[low:start] + text + line[end:high]


def _is_near(line: str, end: int, start: int) -> bool:
    return sum(map(is_word, tokenize(line[end:start]))) <= _BETWEEN
