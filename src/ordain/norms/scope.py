"""Read how far a sentence reaches: all or some, only, including, terms of place and kind, the guilty mind."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from ordain.model.duty import is_negative
from ordain.model.force import Aspect, Direction
from ordain.model.vocabulary import Kind
from ordain.norms.direction import by_sign
from ordain.norms.finding import Finding, Position

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ordain.norms.lexicon import Hit
    from ordain.norms.sentences import Sentence

# How far each reaches.
_REACH = {"all": 4, "any": 4, "most": 3, "some": 2, "both": 2, "few": 1, "only": 0}
_EXTENTS = {"including": 2, "limited": 1, "excluding": 0}


def find(sentence: "Sentence") -> "Iterator[Finding]":
    """Yield what a sentence says of its scope."""
    for hit in sentence.hits:
        for kind in (Kind.QUANTITY, Kind.EXTENT, Kind.TERM):
            said = hit.says(kind)
            if said is None:
                continue
            if (kind is Kind.QUANTITY and _counts_time(sentence, hit.hi)) or (
                kind is Kind.TERM and _is_done(sentence, hit)
            ):
                continue
            found = sentence.finding(Aspect.SCOPE, kind.value, said, hit.lo, hit.hi)
            yield replace(found, note=LISTED) if _is_listed(sentence, hit) else found
    yield from _minds(sentence)
    for at, word in enumerate(sentence.words):
        if word.form in _ARTICLES:
            yield sentence.finding(Aspect.SCOPE, ARTICLE, "a", at, at + 1)


def _minds(sentence: "Sentence") -> "Iterator[Finding]":
    """Yield what one must have had in mind, `willfully and knowingly` once."""
    said = [(hit, mind) for hit in sentence.hits if (mind := hit.says(Kind.MIND)) is not None]
    for at, (hit, mind) in enumerate(said):
        if mind not in [before for _, before in said[:at]]:
            yield sentence.finding(Aspect.SCOPE, Kind.MIND.value, mind, hit.lo, hit.hi)


# Of this family are the articles, which say nothing by themselves.
ARTICLE = "article"
# One of several, joined by `and`, `or` or a comma.
LISTED = "listed"
_ARTICLES = frozenset(("a", "an", "no"))


def is_any(quantity: Finding) -> bool:
    """Whether `a` says the same as a word: `any person who`, `shall not disclose any record`.

    In what must be done it does not: to audit each contract is more than to audit a contract.
    """
    opens = quantity.position in {Position.SUBJECT, Position.CONDITION}
    is_duty = quantity.duty is not None and quantity.duty.binds > 0 and not is_negative(quantity.duty)
    return quantity.value == "any" or (quantity.value == "all" and (opens or not is_duty))


def is_every(old: Finding, new: Finding) -> bool:
    """Whether `any` and `every` say the same, as they do of the one addressed: `any person who`."""
    quantities = {finding.value: finding for finding in (old, new)}
    if set(quantities) != {"any", "all"}:
        return False
    return quantities["any"].position in {Position.SUBJECT, Position.CONDITION}


def _is_done(sentence: "Sentence", hit: "Hit") -> bool:
    """Whether a term is what is to be done: `shall state`, `to park`, `shall be appointed`."""
    before = sentence.words[hit.lo - 1].form if hit.lo else ""
    done = before in _BE and sentence.words[hit.lo].form.endswith("ed")
    return done or before == "to" or sentence.is_verb(hit.lo)


_BE = frozenset(("be", "is", "are", "been", "being", "was", "were"))


def _is_listed(sentence: "Sentence", hit: "Hit") -> bool:
    """Whether a term is one of several, joined by `and`, `or` or a comma."""
    words = sentence.words
    beside = [words[at].form for at in (hit.lo - 1, hit.hi) if 0 <= at < len(words)]
    return any(form in {"and", "or", ","} for form in beside)


def _counts_time(sentence: "Sentence", at: int) -> bool:
    """Whether a word such as `each` belongs to a time: `each month`, `every two years`."""
    return any(at <= hit.lo <= at + 1 and hit.says(Kind.SPAN) is not None for hit in sentence.hits)


def weigh(old: Finding | None, new: Finding | None, wider: "Mapping[str, frozenset[str]]") -> tuple[str, Direction]:
    """Return the rule and the direction of a scope that changed; `wider` gives what each term is wider than."""
    there = new or old
    assert there is not None
    flip = -1 if there.position is Position.EXCEPTION else 1
    if there.family == Kind.MIND.value:
        declares = there.duty is not None and there.duty.binds == 0
        return "scope.mind", by_sign(0 if declares else (_worse(old) - _worse(new)) * flip)
    binds = there.duty.binds if there.duty is not None else 0
    return f"scope.{there.family}", by_sign(_wider(old, new, wider) * binds * flip)


def _worse(mind: Finding | None) -> int:
    """Return how much of a guilty mind is asked for: the more, the fewer acts are an offense."""
    return 0 if mind is None else _MINDS[str(mind.value)]


_MINDS = {"negligent": 1, "reckless": 2, "knowing": 3}


def _wider(old: Finding | None, new: Finding | None, wider: "Mapping[str, frozenset[str]]") -> int:
    """Return 1 where the new scope is wider, -1 where narrower, 0 where neither or not known."""
    if old is None or new is None:
        there = new or old
        assert there is not None
        came = 1 if old is None else -1
        # A list of examples that comes widens nothing for sure; a "only" or "some" that comes narrows.
        is_added = there.family == "term" and there.note != LISTED
        narrows = there.value in {"only", "some", "most", "few", "limited", "excluding"} or is_added
        return -came if narrows else came
    for ladder in (_REACH, _EXTENTS):
        if old.value in ladder and new.value in ladder:
            one, other = ladder[str(old.value)], ladder[str(new.value)]
            return (other > one) - (other < one)
    if str(new.value) in wider.get(str(old.value), ()):
        return -1
    return 1 if str(old.value) in wider.get(str(new.value), ()) else 0


def chains(wider: "tuple[tuple[str, ...], ...]") -> "dict[str, frozenset[str]]":
    """Return what each term is wider than, over all chains.

    >>> sorted(chains((("land", "park"), ("park", "playground")))["land"])
    ['park', 'playground']
    """
    under: dict[str, set[str]] = {}
    for chain in wider:
        for at, term in enumerate(chain):
            under.setdefault(term, set()).update(chain[at + 1 :])
    grown = True
    while grown:
        grown = False
        for below in under.values():
            more = {further for term in below for further in under.get(term, ())} - below
            grown = grown or bool(more)
            below.update(more)
    return {term: frozenset(below) for term, below in under.items()}
