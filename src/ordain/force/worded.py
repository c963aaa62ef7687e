"""Signals from words alone, where every finding of two sentences is the same.

A word that comes into a sentence and takes no other's place says of whom or of what less
(or, behind `and` or `or`, more) than before.  One that takes another's place is taken for
another way of saying it, but for a word and its opposite.
"""

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from ordain.model.force import Aspect, Direction, Signal
from ordain.model.vocabulary import Kind
from ordain.norms.direction import by_sign
from ordain.norms.finding import Position
from ordain.norms.negation import opposites
from ordain.norms.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ordain.force.sentences import Pair
    from ordain.norms.sentences import Sentence


def opposed(pair: "Pair") -> list[Signal]:
    """Return the word that became its opposite, if one did: `lawful`, `unlawful`."""
    old, new = _sides(pair)
    old_only, new_only = _only(old, new), _only(new, old)
    found = opposites((word.form for word in old_only), (word.form for word in new_only))
    if found is None:
        return []
    was = next(word for word in old_only if word.form == found[0])
    becomes = next(word for word in new_only if word.form == found[1])
    places = was.text, becomes.text, was.start, becomes.start
    return [Signal(Aspect.NEGATION, "negation.opposite", Direction.UNKNOWN, *places)]


def narrowed(pair: "Pair") -> list[Signal]:
    """Return the words that came in or went without others in their place."""
    if len(pair.old) != 1 or len(pair.new) != 1:
        return []
    old, new = _sides(pair)
    old_only, new_only = _unsaid(old, new), _unsaid(new, old)
    # A word that is said less often gave its place to the new one.
    if (old_only and _fewer(new, old)) or (new_only and _fewer(old, new)) or not (old_only or new_only):
        return []
    return _narrowed(old_only, came=False) if old_only else _narrowed(new_only, came=True)


def exchanged(pair: "Pair") -> list[Signal]:
    """Return the one addressed who gave way to another, where neither name stands on the other side at all."""
    if len(pair.old) != 1 or len(pair.new) != 1:
        return []
    old, new = _sides(pair)
    subjects = [_subject(read.sentence, words) for read, words in ((pair.old[0], old), (pair.new[0], new))]
    was, becomes = subjects
    if not was or not becomes or len(_unsaid(was, new)) < len(was) or len(_unsaid(becomes, old)) < len(becomes):
        return []
    places = _text(was), _text(becomes), was[0].start, becomes[0].start
    return [Signal(Aspect.ACTOR, "actor.bearer", Direction.DIFFERENT, *places)]


def _subject(sentence: "Sentence", words: "Sequence[_Word]") -> "list[_Word]":
    """Return the words of the first subject that say who is addressed."""
    if not sentence.modals:
        return []
    modal = sentence.modals[0]
    return [word for word in words if word.stem and modal.subject <= word.at < modal.lo]


class _Word(NamedTuple):
    """A word that says something: as it is compared, as it is written, where, and in which sentence."""

    stem: str
    form: str
    text: str
    start: int
    at: int
    sentence: "Sentence"


def _sides(pair: "Pair") -> tuple[list[_Word], list[_Word]]:
    old = [word for read in pair.old for word in _words(read.sentence)]
    return old, [word for read in pair.new for word in _words(read.sentence)]


def _words(sentence: "Sentence") -> "Iterator[_Word]":
    """Yield the words of a sentence, those without a stem on which a finding rests or that say nothing."""
    covered: dict[int, str | None] = {}
    for hit in sentence.hits:
        if hit.is_plain:
            continue
        said = hit.says(Kind.SAME)
        for at in range(hit.lo, hit.hi):
            covered[at] = said if at == hit.lo else None
    for at, word in enumerate(sentence.words):
        # A single letter is a label.
        if word.form[0].isalpha() and len(word.form) > 1:
            says = covered.get(at, stem(word.form))
            yield _Word(says or "", word.form, word.text, word.start, at, sentence)


def _only(these: "Sequence[_Word]", those: "Sequence[_Word]") -> list[_Word]:
    """Return the words of one side that the other has not, or not so often."""
    left = Counter(word.form for word in those)
    out = []
    for word in these:
        if left[word.form] > 0:
            left[word.form] -= 1
        else:
            out.append(word)
    return out


def _unsaid(these: "Sequence[_Word]", those: "Sequence[_Word]") -> list[_Word]:
    """Return the words of one side that say what the other does not say at all."""
    said = {word.stem for word in those}
    return [word for word in these if word.stem and word.stem not in said]


def _fewer(these: "Sequence[_Word]", those: "Sequence[_Word]") -> bool:
    """Whether something is said more often by one side than by the other."""
    count = Counter(word.stem for word in these if word.stem)
    return bool(count - Counter(word.stem for word in those))


def _text(words: "Sequence[_Word]") -> str:
    """Return the stretch of text from the first to the last of some words of one sentence, and a number behind it."""
    first, last = words[0], words[-1]
    sentence = first.sentence
    cites = last.at + 1 < len(sentence.words) and sentence.words[last.at + 1].text[0].isdigit()
    return sentence.said(first.at, last.at + (2 if cites else 1))


def _narrowed(words: "Sequence[_Word]", *, came: bool) -> list[Signal]:
    first, last = words[0], words[-1]
    sentence = first.sentence
    text = _text(words)
    duty = sentence.duty(first.at)
    binds = duty.binds if duty is not None else 0
    position = sentence.position(first.at)
    flip = -1 if position is Position.EXCEPTION else 1
    widens = _is_joined(sentence, first.at, last.at)
    direction = by_sign((1 if came else -1) * (1 if widens else -1) * binds * flip)
    further_act = position is Position.ACT and _is_act(sentence, first.at)
    aspects = [(Aspect.DUTY, "duty.act") if further_act else (Aspect.SCOPE, "scope.words")]
    if position.is_clause:
        aspects.append((Aspect.EXCEPTION, "exception.words"))
    place = (None, text, None, first.start) if came else (text, None, first.start, None)
    return [Signal(aspect, rule, direction, *place) for aspect, rule in aspects]


# What stands before the object of a verb, and hardly ever behind a noun.
_DETERMINERS = frozenset(
    "a an the any each every all no its their his her it them this that these those".split()  # noqa: SIM905 - read as a list of words
)
_NO_VERBS = ("ing", "ed", "ly")


def _is_act(sentence: "Sentence", at: int) -> bool:
    """Whether a word opens one more act under a duty before it: `shall request it and await an answer`."""
    words = sentence.words
    return (
        any(modal.hi < at for modal in sentence.modals)
        and words[at - 1].form in {"and", "or", ","}
        and not words[at].form.endswith(_NO_VERBS)
        and at + 1 < len(words)
        and words[at + 1].form in _DETERMINERS
    )


def _is_joined(sentence: "Sentence", first: int, last: int) -> bool:
    """Whether words are one more part of a list."""
    beside = {sentence.words[at].form for at in range(max(0, first - 2), min(len(sentence.words), last + 2))}
    return bool(beside & {"and", "or", ","})
