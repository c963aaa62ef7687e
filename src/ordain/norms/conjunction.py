"""Read what joins the parts of a sentence: all of them, or one."""

from typing import TYPE_CHECKING, NamedTuple

from ordain.model.duty import is_negative
from ordain.model.force import Aspect, Direction
from ordain.model.vocabulary import Kind
from ordain.norms.direction import by_sign
from ordain.norms.finding import Finding, Position

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.norms.sentences import Sentence

_ALL = {"and": "and", "all-of": "and", "or": "or", "any-of": "or", "and-or": "and-or"}


class Joined(NamedTuple):
    """A conjunction with the words that it joins."""

    word: str
    before: str
    behind: str


def find(sentence: "Sentence") -> "Iterator[Finding]":
    """Yield each conjunction of a sentence."""
    for hit in sentence.hits:
        said = hit.says(Kind.CONJUNCTION)
        if said is not None:
            joined = Joined(_ALL[said], _beside(sentence, hit.lo - 1, -1), _beside(sentence, hit.hi, 1))
            yield sentence.finding(Aspect.CONJUNCTION, "joined", joined, hit.lo, hit.hi)


def _beside(sentence: "Sentence", at: int, step: int) -> str:
    """Return the next word on one side that is no sign and no article."""
    while 0 <= at < len(sentence.words):
        form = sentence.words[at].form
        if form[0].isalnum() and form not in _ARTICLES:
            return form
        at += step
    return ""


_ARTICLES = frozenset(("a", "an", "the", "either", "both"))


def took_place(old: Joined, new: Joined) -> bool:
    """Whether one conjunction stands where another stood: between the same words, or beside one of them."""
    if old.word == new.word:
        return False
    return old.before == new.before or old.behind == new.behind


def weigh(old: Finding, new: Finding) -> tuple[str, Direction]:
    """Return the rule and the direction of a conjunction that took another's place.

    `and` asks for more in what must be done, and for less in a condition or an exception,
    where each further part must be there before a case counts, and in a bar, which then
    bars only all at once.
    """
    was, becomes = old.value, new.value
    assert isinstance(was, Joined)
    assert isinstance(becomes, Joined)
    rule = "conjunction.and-or" if "and-or" in {was.word, becomes.word} else "conjunction.or-and"
    # "Owners and tenants may": whom a power is given to, or what must come before it, no rule tells.
    is_open = new.position is Position.SUBJECT and new.duty is not None and new.duty.binds < 0
    if rule == "conjunction.and-or" or new.duty is None or is_open:
        return rule, Direction.UNKNOWN
    to_and = 1 if becomes.word == "and" else -1
    clause = new.position in {Position.CONDITION, Position.EXCEPTION}
    narrows = clause or (is_negative(new.duty) and new.position is Position.ACT)
    flip = -1 if new.position is Position.EXCEPTION else 1
    return rule, by_sign(to_and * (-1 if narrows else 1) * new.duty.binds * flip)
