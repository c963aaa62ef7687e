"""Read numbers, in figures and in words, with the limit that stands before or behind them."""

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from ordain.model.duty import affirmed
from ordain.model.vocabulary import Kind
from ordain.norms.finding import Position

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.norms.lexicon import Hit
    from ordain.norms.modals import Modal
    from ordain.norms.sentences import Sentence

# From these up a word multiplies what stands before it: "two hundred thousand".
_HUNDRED = 100


class Figure(NamedTuple):
    """A number: its value, whether it is money or percent by its sign, and the words it covers."""

    value: Fraction
    sign: str
    lo: int
    hi: int


def figures(sentence: "Sentence") -> "tuple[Figure, ...]":
    """Return the numbers of a sentence but for those that cite a provision."""
    starts = {hit.lo: hit for hit in sentence.hits}
    found: list[Figure] = []
    at = 0
    cited = False
    while at < len(sentence.words):
        figure = _figure(sentence, at, starts)
        if figure is None:
            hit = starts.get(at)
            cites = hit is not None and hit.says(Kind.CITATION) is not None
            cited = cites or (cited and sentence.words[at].form in _BETWEEN_CITED)
            at = hit.hi if cites and hit is not None else at + 1
            continue
        if not cited and not _cites(sentence, figure):
            found.append(figure)
        at = figure.hi
    return tuple(_without_echoes(found, sentence))


_BETWEEN_CITED = frozenset((",", "and", "or", "through", "to", "(", ")", ".", "a", "b", "c", "d", "e", "f"))


def _figure(sentence: "Sentence", at: int, starts: "dict[int, Hit]") -> Figure | None:
    form = sentence.words[at].form
    sign = "money" if form.startswith("$") else "percent" if form.endswith("%") else ""
    digits = form.strip("$%").replace(",", "")
    if digits and digits[0].isdecimal():
        if not digits.replace(".", "", 1).isdecimal() or digits.endswith("."):
            return None
        value, hi = _times(sentence, Fraction(digits), at + 1, starts)
        return Figure(value, sign, at, hi)
    return _spelled(at, starts, sentence)


def _times(sentence: "Sentence", value: Fraction, at: int, starts: "dict[int, Hit]") -> tuple[Fraction, int]:
    """Return a figure times the words behind it: `1.5 million`."""
    while at < len(sentence.words) and at in starts:
        said = starts[at].says(Kind.NUMBER)
        if said is None or Fraction(said) < _HUNDRED:
            break
        value, at = value * Fraction(said), starts[at].hi
    return value, at


def _spelled(at: int, starts: "dict[int, Hit]", sentence: "Sentence") -> Figure | None:
    """Return a number in words: `two hundred and fifty thousand`."""
    total, part, lo, seen = Fraction(0), Fraction(0), at, False
    while at in starts and (said := starts[at].says(Kind.NUMBER)) is not None:
        value = Fraction(said)
        if value < _HUNDRED:
            part += value
        elif value == _HUNDRED:
            part = (part or 1) * value
        else:
            total += (part or 1) * value
            part = Fraction(0)
        at, seen = starts[at].hi, True
        joined = at + 1 if at < len(sentence.words) and sentence.words[at].form == "and" else None
        follows = starts.get(joined) if joined is not None else None
        if part >= _HUNDRED and follows is not None and follows.says(Kind.NUMBER) is not None:
            at += 1
    return Figure(total + part, "", lo, at) if seen else None


def _cites(sentence: "Sentence", figure: Figure) -> bool:
    """Whether a number is the label of a paragraph or of a statute: `(1)`, `8 U.S.C.`, `the 2018 code`."""
    words = sentence.words
    before = words[figure.lo - 1].form if figure.lo else ""
    after = words[figure.hi].form if figure.hi < len(words) else ""
    if after in _CITED_BEHIND:
        return True
    if before == "(" and after == ")":
        previous = words[figure.lo - 2].form if figure.lo > 1 else ""
        return not previous.isalnum() or previous in {"and", "or", "subsection"}
    return figure.value.denominator == 1 and _YEARS[0] <= figure.value <= _YEARS[1] and not figure.sign


# A bare figure between these is a year: a date reads it, an amount does not.
_YEARS = (1800, 2100)
_CITED_BEHIND = frozenset(("usc", "cfr", "us", "fed", "stat", "nmsa", "cal", "rcw", "am", "pm", "o'clock"))


def _without_echoes(found: "list[Figure]", sentence: "Sentence") -> "Iterator[Figure]":
    """Yield the figures, one in parentheses that repeats the one before it as part of that: `thirty (30)`."""
    last: Figure | None = None
    for figure in found:
        opened = figure.lo > 0 and sentence.words[figure.lo - 1].form == "("
        if last is not None and opened and figure.lo - last.hi <= _ECHO and last.value == figure.value:
            behind = figure.hi < len(sentence.words) and sentence.words[figure.hi].form == ")"
            # "five hundred dollars ($500)": the unit stands between, and the echo changes nothing.
            if figure.lo - 1 == last.hi:
                last = last._replace(hi=figure.hi + behind)
            continue
        if last is not None:
            yield last
        last = figure
    if last is not None:
        yield last


# "five hundred dollars ($500.00)": so many words stand between a number and its echo at most.
_ECHO = 3

# Between a limit and its figure may stand so many words: "a maximum fine of $500".
_NEAR = 4


def bound(sentence: "Sentence", figure: Figure, hi: int) -> tuple[str, int]:
    """Return the limit of a figure whose unit ends at `hi`, and where its words begin.

    The limit is that of the phrase before it, or of an `or more` behind it; nothing where none is said.
    """
    for hit in sentence.hits:
        said = hit.says(Kind.BOUND)
        if said is None:
            continue
        if figure.hi == hit.lo and sentence.words[hit.lo].form == "or":
            return said, figure.lo
        if hi <= hit.lo <= hi + 1 and sentence.words[hit.lo].form == "or":
            return said, figure.lo
        gap = figure.lo - hit.hi
        if gap == 0 or (0 < gap <= _NEAR and said in _FAR and _all_plain(sentence, hit.hi, figure.lo)):
            return said, hit.lo
    return "", figure.lo


_FAR = frozenset(("at-most", "at-least", "over", "under"))


def _all_plain(sentence: "Sentence", lo: int, hi: int) -> bool:
    """Whether only words such as `fine of` stand between a limit and its figure."""
    return all(sentence.words[at].form.isalpha() for at in range(lo, hi))


# Barred from going over is bound to stay at most: "no household shall keep more than three dogs".
_BARRED = {"over": "at-most", "under": "at-least"}
# But "a dog over the age of eight weeks" says which dog.
_WHICH = frozenset(("over", "above", "under", "below", "older", "younger"))
# So many words stand between a bar and its limit at most.
_SOON = 5


def limit(sentence: "Sentence", figure: Figure, hi: int) -> tuple[str, int]:
    """Return what `bound` does, turned round where it limits what is barred."""
    said, lo = bound(sentence, figure, hi)
    return (said if _limited(sentence, figure, said, lo) is None else _BARRED[said]), lo


def limiting(sentence: "Sentence") -> frozenset[int]:
    """Return where the modals stand that bar no act but only more or less of it."""
    found = (_limited(sentence, it, *bound(sentence, it, it.hi)) for it in figures(sentence))
    return frozenset(modal.lo for modal in found if modal is not None)


def _limited(sentence: "Sentence", figure: Figure, said: str, lo: int) -> "Modal | None":
    """Return the bar that a figure limits, if it limits one."""
    if said not in _BARRED or sentence.words[lo].form in _WHICH or sentence.position(figure.lo) is not Position.ACT:
        return None
    modal = next((it for it in reversed(sentence.modals) if it.hi <= lo), None)
    is_bar = modal is not None and affirmed(modal.duty) is not modal.duty
    return modal if modal is not None and is_bar and lo - modal.hi <= _SOON else None
