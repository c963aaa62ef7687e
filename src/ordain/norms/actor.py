"""Read who is named: the bearer of a duty, the one it is owed to, and everybody else."""

from typing import TYPE_CHECKING

from ordain.model.force import Aspect, Direction
from ordain.model.vocabulary import Kind
from ordain.norms.direction import by_sign
from ordain.norms.finding import Finding, Position
from ordain.norms.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ordain.norms.sentences import Sentence
    from ordain.norms.words import Word

# "the Office of Equity and Inclusion": what may stand inside a name behind its head.
_OF = frozenset(("of", "on", "for"))


def find(sentence: "Sentence") -> "Iterator[Finding]":
    """Yield those who are named in a sentence, each once by name."""
    words = sentence.words
    for at, word in enumerate(words):
        if word.form in _PRONOUNS:
            yield sentence.finding(Aspect.ACTOR, PRONOUN, "they", at, at + 1)
    taken = 0
    for lo, hi in _heads(sentence):
        if lo < taken:
            continue
        first = _first(sentence, lo, taken)
        last = _last(sentence, hi)
        taken = last
        name = frozenset(stem(words[at].form) for at in range(first, last) if words[at].form not in _SMALL)
        yield sentence.finding(Aspect.ACTOR, "actor", name, first, last, at=lo)


# Of this family are words that stand for somebody named elsewhere.
PRONOUN = "pronoun"
_PRONOUNS = frozenset(
    [
        "he",
        "she",
        "they",
        "it",
        "him",
        "her",
        "them",
        "himself",
        "herself",
        "itself",
        "themselves",
        "his",
        "their",
        "its",
    ]
)
# With or without these an office is the same: "the City Council", "the Council".
_WHOSE = frozenset(stem(word) for word in ("city", "county", "town", "village", "municipal", "metropolitan"))


def is_same(old: Finding, new: Finding) -> bool:
    """Whether two names differ only in whether they say whose office it is."""
    assert isinstance(old.value, frozenset)
    assert isinstance(new.value, frozenset)
    return (old.value <= new.value or new.value <= old.value) and (old.value ^ new.value) <= _WHOSE


# The widest of names; one that is narrower in its place says of whom less.
_ANYBODY = frozenset(frozenset((stem(word),)) for word in ("person", "individual", "people", "entity", "public"))


def is_wider(old: Finding, new: Finding) -> bool:
    """Whether one of two names means anybody and the other somebody: `person`, `resident`."""
    return (old.value in _ANYBODY) != (new.value in _ANYBODY)


def reach(old: Finding, new: Finding) -> tuple[str, Direction]:
    """Return the rule and the direction of a scope that went from anybody to somebody, or back."""
    binds = new.duty.binds if new.duty is not None and old.duty is new.duty else 0
    return "scope.person", by_sign((1 if new.value in _ANYBODY else -1) * binds)


_SMALL = frozenset(["of", "the", "a", "an", "on", "for", "and", "or", "to", "its", "his", "her", "their"])


def _heads(sentence: "Sentence") -> "Iterator[tuple[int, int]]":
    """Yield the words that are heads of names, one beside another as one: `City department`."""
    run: tuple[int, int] | None = None
    for hit in sentence.hits:
        if hit.says(Kind.ACTOR) is None or sentence.is_verb(hit.lo):
            continue
        if (
            run is not None
            and run[1] == hit.lo
            and not _owns(sentence.words[hit.lo - 1].text, sentence.words[hit.lo].text)
        ):
            run = (run[0], hit.hi)
            continue
        if run is not None and not _describes(sentence, *run):
            yield run
        run = (hit.lo, hit.hi)
    if run is not None and not _describes(sentence, *run):
        yield run


# In front of another noun these say whose it is, and name nobody: "City property".
_OWNERS = frozenset(
    [
        "city",
        "county",
        "state",
        "town",
        "village",
        "borough",
        "public",
        "police",
        "court",
        "business",
        "child",
        "office",
        "municipality",
    ]
)


def _describes(sentence: "Sentence", lo: int, hi: int) -> bool:
    """Whether a head only describes the noun behind it."""
    words = sentence.words
    if hi - lo > 1 or hi >= len(words) or words[lo].form not in _OWNERS or words[lo].text.endswith("s"):
        return False
    behind = words[hi].form
    return behind[0].isalpha() and sentence.is_free(hi)


def _first(sentence: "Sentence", head: int, taken: int) -> int:
    """Return where a name begins: at the first of the words in capitals before its head."""
    words = sentence.words
    at = head
    while (
        at > taken
        and not _owns(words[at - 1].text, words[at].text)
        and words[at - 1].text[0].isupper()
        and words[at - 1].form.isalpha()
        and at - 1 > 0
    ):
        if words[at - 1].form in _SMALL | {
            "no",
            "each",
            "any",
            "every",
            "all",
            "such",
            "if",
            "when",
            "where",
            "unless",
        }:
            break
        at -= 1
    return at


def _last(sentence: "Sentence", hi: int) -> int:
    """Return where a name ends: behind `of` with the words in capitals that follow it."""
    words = sentence.words
    if hi + 1 >= len(words) or words[hi].form not in _OF:
        return hi
    at = hi + 1
    if words[at].text.islower() and words[hi].form == "of" and _may_name(sentence, at):
        return at + 1
    if words[at].form in {"the", "a", "an"}:
        at += 1
    end = hi
    while _is_name(words, at):
        at = end = at + 1
        if at < len(words) and words[at].form in {"and", "of"} and _is_name(words, at + 1):
            at += 1
    return end


def _is_name(words: "Sequence[Word]", at: int) -> bool:
    return at < len(words) and words[at].text[0].isupper() and words[at].form.isalpha()


def _owns(word: str, following: str) -> bool:
    """Whether a word names somebody to whom another belongs: `the Manager's designee`."""
    return word.endswith(("'s", "\u2019s", "s'", "s\u2019")) and following[0].islower()


def _may_name(sentence: "Sentence", at: int) -> bool:
    """Whether a word may say of what somebody is the head: `chief of police`, `board of appeals`."""
    return sentence.is_free(at) or any(hit.lo == at and hit.says(Kind.ACTOR) is not None for hit in sentence.hits)


def weigh(old: Finding | None, new: Finding | None) -> tuple[str, Direction]:
    """Return the rule and the direction of somebody who came, went, or took another's place."""
    if old is not None and new is not None:
        is_bearer = Position.SUBJECT in {old.position, new.position}
        return ("actor.bearer" if is_bearer else "actor.named"), Direction.DIFFERENT
    there = old or new
    assert there is not None
    came = 1 if old is None else -1
    if there.position is not Position.SUBJECT:
        return "actor.named", Direction.UNKNOWN
    return "actor.bearer", by_sign(came * (there.duty.binds if there.duty is not None else 0))
