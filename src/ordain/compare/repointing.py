"""Whether each cross-reference still leads where it led, now that provisions have other numbers."""

from collections.abc import Sequence
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from ordain.compare.diff import word_changes
from ordain.model.references import Number, Status, find, resolve, status
from ordain.text.segments import Mark
from ordain.text.tokens import Opaque, is_word, join, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.compare.successors import Successors
    from ordain.model.addresses import Addresses
    from ordain.model.references import Reference
    from ordain.model.unit import Unit
    from ordain.text.tokens import Token


class Verdict(Enum):
    """What became of one number of a reference.

    Stands: it leads where it led, and has the number that it had.  Right: it follows what
    it cites.  Changed: what it cited is struck, and it was made to cite something else or
    leads to what took its place; or a range covers other provisions.  Wrong: it has
    another number, and not the one of what it cited.  Stale: it has its old number, and
    what it cited has not.  Dangling: it cites nothing.  Ambiguous: the number stands twice.
    """

    STANDS = "stands"
    RIGHT = "right"
    CHANGED = "changed"
    WRONG = "wrong"
    STALE = "stale"
    DANGLING = "dangling"
    AMBIGUOUS = "ambiguous"


# What a drafter must mend.
FAULTS = (Verdict.WRONG, Verdict.STALE, Verdict.DANGLING, Verdict.AMBIGUOUS)


class Repointing(Struct, frozen=True):
    """One number of a reference on both sides, and whether it follows what it cites.

    `words` are those of the whole reference in the new text; `old` is None where they are
    new.  `cited` is the address that was cited, `cites` the
    one that is cited now, `due` the one that should be; None is none.
    """

    words: str
    old: Number | None
    new: Number
    verdict: Verdict
    cited: str | None
    cites: str | None
    due: str | None


# Numbers of the old text that follow what they cite, and where the new text has them:
# first and last position of each.
Spans: TypeAlias = Sequence[tuple[int, int, int, int]]


def repointings(old: "Unit | None", new: "Unit", known: "Successors") -> tuple[Repointing, ...]:
    """Return what became of each number in the references of a provision, in the order of the new text.

    `old` is the same provision in the old text, or None where it is new.
    """
    olds = _numbers(_references(old)) if old else ()
    references = _references(new)
    news = _numbers(references)
    pairs = dict(_paired(old, new, olds, news)) if old else {}
    words = [reference.text for reference in references for _ in reference.numbers]
    judged = (_judged(olds, news, pairs.get(at), at, known) for at in range(len(news)))
    return tuple(replace(it, words=its) for it, its in zip(judged, words, strict=True) if it is not None)


def followed_numbers(old: "Unit", new: "Unit", known: "Successors") -> Spans:
    """Return the numbers in references of a pair of provisions that were set anew, and follow what they cite."""
    return [
        (it.old.start, it.old.end, it.new.start, it.new.end)
        for it in repointings(old, new, known)
        if it.verdict is Verdict.RIGHT and it.old is not None and it.old.text != it.new.text
    ]


def _references(unit: "Unit") -> "tuple[Reference, ...]":
    return find(join(unit.tokens), unit.address)


def _numbers(references: "Sequence[Reference]") -> tuple[Number, ...]:
    return tuple(number for reference in references for number in reference.numbers)


def _paired(old: "Unit", new: "Unit", olds: Sequence[Number], news: Sequence[Number]) -> "Iterator[tuple[int, int]]":
    """Yield by the position of each number in the new text which number of the old text it was."""
    words = word_changes(_masked(old, olds), _masked(new, news))
    i = j = 0
    for part in words:
        many = sum(1 for token in part.tokens if token == _NUMBER)
        if part.mark is Mark.KEPT and (len(words) == 1 or sum(map(is_word, part.tokens)) >= _WORDS_AROUND):
            yield from ((j + k, i + k) for k in range(many))
        i += 0 if part.mark is Mark.ADDED else many
        j += 0 if part.mark is Mark.STRUCK else many


# A number stands in the same reference as before where so many words in a row are kept, itself
# one of them: "Section" alone stands everywhere.
_WORDS_AROUND = 3

# Stands for a number in a text, so that another number is compared as the same word.
_NUMBER = Opaque("number of a reference")


def _masked(unit: "Unit", numbers: Sequence[Number]) -> "tuple[Token, ...]":
    text = join(unit.tokens)
    out: list[Token] = []
    at = 0
    for number in numbers:
        out += [*tokenize(text[at : number.start]), _NUMBER]
        at = number.end
    return (*out, *tokenize(text[at:]))


def _judged(
    olds: Sequence[Number], news: Sequence[Number], was: int | None, at: int, known: "Successors"
) -> Repointing | None:
    """Return what became of one number; None for one that is no matter of the text, or new and sound."""
    number = news[at]
    former = None if was is None else olds[was]
    cited = None if former is None else resolve(former, known.old)
    if cited is not None and len(known.old.at(cited)) > 1:
        cited = None
    cites = resolve(number, known.new)
    due = None if cited is None else known.became.get(cited)
    told = Repointing("", former, number, Verdict.STANDS, cited, cites, due)
    if cites is None:
        is_missed = cited is not None or status(number, known.new) is Status.DANGLING
        return replace(told, verdict=Verdict.DANGLING) if is_missed else None
    if len(known.new.at(cites)) > 1:
        return replace(told, verdict=Verdict.AMBIGUOUS)
    if former is None or was is None or cited is None:
        return None
    ranges = _range_at(olds, was, known.old), _range_at(news, at, known.new)
    if ranges[0] and ranges[1]:
        return replace(told, verdict=_verdict_of_range(told, ranges[0], ranges[1], known))
    return replace(told, verdict=_verdict(told, known))


def _verdict(told: Repointing, known: "Successors") -> Verdict:
    same = told.old is not None and told.old.text == told.new.text
    if told.cites == told.due:
        return Verdict.STANDS if same or told.cited == told.due else Verdict.RIGHT
    if told.due is None and (not same or told.cites not in known.was):
        return Verdict.CHANGED
    return Verdict.STALE if same else Verdict.WRONG


def _verdict_of_range(told: Repointing, old: tuple[str, ...], new: tuple[str, ...], known: "Successors") -> Verdict:
    """Judge an end of a range by what the range covers: what it covered, and what was put in between."""
    kept = {known.became[it] for it in old if it in known.became}
    is_whole = kept <= set(new) and all(known.was.get(it) in (None, *old) for it in new)
    if not is_whole:
        verdict = _verdict(told, known)
        return Verdict.CHANGED if verdict in (Verdict.STANDS, Verdict.RIGHT) else verdict
    if told.cites not in kept:
        return Verdict.CHANGED
    same = told.old is not None and told.old.text == told.new.text
    return Verdict.STANDS if same else Verdict.RIGHT


def _range_at(numbers: Sequence[Number], at: int, addresses: "Addresses") -> tuple[str, ...]:
    """Return the addresses of the range that a number begins or ends, or none."""
    last = at if numbers[at].through else at + 1
    if last == len(numbers) or not numbers[last].through:
        return ()
    ends = resolve(numbers[last - 1], addresses), resolve(numbers[last], addresses)
    return () if ends[0] is None or ends[1] is None else addresses.between(ends[0], ends[1])
