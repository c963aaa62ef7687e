"""Signals from findings that are left over: which became which, and which way that goes."""

from collections import defaultdict
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ordain.model.duty import is_negative
from ordain.model.force import Aspect, Direction, Signal
from ordain.model.vocabulary import Kind
from ordain.norms import actor, amount, conjunction, duty, exception, negation, penalty, scope, time

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ordain.model.vocabulary import Vocabulary
    from ordain.norms.finding import Finding

    Match = tuple[Finding | None, Finding | None]

# Of these aspects what is of one family may become what is of another.
_ACROSS = {
    Aspect.AMOUNT: ("cap", "minimum", "over", "under", "reach", "figure"),
    Aspect.TIME: ("deadline", "cap", "minimum", "length", "frequency", "frequency-cap", "date", "date-by"),
    Aspect.PENALTY: (
        *(f"amount-{family}" for family in ("cap", "minimum", "over", "under", "reach", "figure")),
        *(f"time-{family}" for family in ("deadline", "cap", "minimum", "length")),
    ),
    Aspect.EXCEPTION: ("except", "condition", "subject-to", "extent", "notwithstanding"),
}


def weigh(old: "Sequence[Finding]", new: "Sequence[Finding]", vocabulary: "Vocabulary") -> "Iterator[Signal]":
    """Yield a signal for everything that only one side says.

    An amount or a time that is a penalty goes the way of the penalty.
    """
    old, new = _told_apart(old, new)
    found = [
        signal for aspect in Aspect for signal in _of(aspect, _about(aspect, old), _about(aspect, new), vocabulary)
    ]
    penalties = {(it.old_at, it.new_at): it.direction for it in found if it.aspect is Aspect.PENALTY}
    for signal in found:
        yield replace(signal, direction=penalties.get((signal.old_at, signal.new_at), signal.direction))


# What is named inside a clause that comes or goes as a whole is told with it.
_TOLD_WITH_CLAUSE = frozenset((Aspect.ACTOR, Aspect.SCOPE, Aspect.CONJUNCTION, Aspect.NEGATION))


def _told_apart(old: "Sequence[Finding]", new: "Sequence[Finding]") -> "tuple[Sequence[Finding], Sequence[Finding]]":
    """Return both sides without what stands in a clause that the other side has no counterpart of."""
    counts = [sum(finding.aspect is Aspect.EXCEPTION for finding in side) for side in (old, new)]
    if counts[0] == counts[1]:
        return old, new
    return (_outside_clauses(old), new) if counts[0] > counts[1] else (old, _outside_clauses(new))


def _outside_clauses(findings: "Sequence[Finding]") -> "Sequence[Finding]":
    clauses = [(it.start, it.end) for it in findings if it.aspect is Aspect.EXCEPTION]
    return [
        it
        for it in findings
        if it.aspect not in _TOLD_WITH_CLAUSE or not any(start < it.start < end for start, end in clauses)
    ]


def _about(aspect: Aspect, findings: "Sequence[Finding]") -> "list[Finding]":
    return [finding for finding in findings if finding.aspect is aspect]


def _of(aspect: Aspect, old: "list[Finding]", new: "list[Finding]", vocabulary: "Vocabulary") -> "Iterator[Signal]":
    match aspect:
        case Aspect.CONJUNCTION:
            for was, becomes in _joined(old, new):
                yield _signal(aspect, was, becomes, *conjunction.weigh(was, becomes))
        case Aspect.SCOPE:
            wider = _chains(vocabulary)
            for one, other in _matched(aspect, *_without_articles(old, new)):
                yield from _scope(one, other, wider)
        case Aspect.ACTOR:
            for one, other in _matched(aspect, *_without_pronouns(old, new)):
                yield from _actor(one, other)
        case _:
            for one, other in _matched(aspect, old, new):
                yield from _DUTY_OR_AMOUNT.get(aspect, partial(_plainly, aspect))(one, other)


def _plainly(aspect: Aspect, old: "Finding | None", new: "Finding | None") -> "Iterator[Signal]":
    yield _signal(aspect, old, new, *_WEIGH[aspect](old, new))


def _scope(old: "Finding | None", new: "Finding | None", wider: "Mapping[str, frozenset[str]]") -> "Iterator[Signal]":
    """Yield the signal of a scope, and of the exception in which it stands."""
    if old is not None and new is not None and scope.is_every(old, new):
        return
    yield _signal(Aspect.SCOPE, old, new, *scope.weigh(old, new, wider))
    if _in_clause(old, new):
        yield _signal(Aspect.EXCEPTION, old, new, "exception.words", Direction.UNKNOWN)


def _actor(old: "Finding | None", new: "Finding | None") -> "Iterator[Signal]":
    """Yield the signal of somebody named, and of the scope where one name means anybody."""
    if old is None or new is None:
        yield _signal(Aspect.ACTOR, old, new, *actor.weigh(old, new))
        return
    if not actor.is_same(old, new):
        yield _signal(Aspect.ACTOR, old, new, *actor.weigh(old, new))
    if actor.is_wider(old, new):
        yield _signal(Aspect.SCOPE, old, new, *actor.reach(old, new))


def _amount(old: "Finding | None", new: "Finding | None") -> "Iterator[Signal]":
    """Yield the signal of an amount, and of the negation where a limit became what lies beyond it."""
    yield _signal(Aspect.AMOUNT, old, new, *amount.weigh(old, new))
    if old is not None and new is not None and amount.is_denied(old, new):
        yield _signal(Aspect.NEGATION, old, new, "negation.limit", Direction.UNKNOWN)


_WEIGH = {
    Aspect.NEGATION: negation.weigh,
    Aspect.TIME: time.weigh,
    Aspect.EXCEPTION: exception.weigh,
    Aspect.PENALTY: penalty.weigh,
}


@lru_cache(maxsize=32)
def _chains(vocabulary: "Vocabulary") -> dict[str, frozenset[str]]:
    senses = {phrase: sense for kind, sense, phrase in vocabulary.phrases() if kind is Kind.TERM}
    return scope.chains(tuple(tuple(senses.get(term, term) for term in chain) for chain in vocabulary.wider))


def _duty(old: "Finding | None", new: "Finding | None") -> "Iterator[Signal]":
    """Yield the signal of a duty, and of the negation where one side bars and the other does not."""
    was, becomes = (None if finding is None else finding.value for finding in (old, new))
    rule, direction = duty.weigh(was, becomes)  # type: ignore[arg-type]
    yield _signal(Aspect.DUTY, old, new, rule, direction)
    if was is not None and becomes is not None and is_negative(was) != is_negative(becomes):  # type: ignore[arg-type]
        yield _signal(Aspect.NEGATION, old, new, "negation.bar", direction)


_DUTY_OR_AMOUNT = {Aspect.DUTY: _duty, Aspect.AMOUNT: _amount}


def _without_articles(old: "list[Finding]", new: "list[Finding]") -> "tuple[list[Finding], list[Finding]]":
    """Return both sides without their articles, nor a word for which the other side has an article."""
    sides = []
    for these, those in ((old, new), (new, old)):
        articles = sum(finding.family == scope.ARTICLE for finding in those)
        quantities = sum(finding.family == "quantity" for finding in these)
        others = sum(finding.family == "quantity" for finding in those)
        left = []
        for finding in these:
            if finding.family == scope.ARTICLE:
                continue
            if finding.family == "quantity" and scope.is_any(finding) and articles and quantities > others:
                articles, quantities = articles - 1, quantities - 1
                continue
            left.append(finding)
        sides.append(left)
    return sides[0], sides[1]


def _without_pronouns(old: "list[Finding]", new: "list[Finding]") -> "tuple[list[Finding], list[Finding]]":
    """Return both sides without pronouns, nor a name for which the other side has a pronoun."""
    sides = []
    for these, those in ((old, new), (new, old)):
        pronouns = sum(finding.family == actor.PRONOUN for finding in those)
        names = [finding for finding in these if finding.family != actor.PRONOUN]
        more = max(0, len(names) - sum(finding.family != actor.PRONOUN for finding in those))
        sides.append(names[: len(names) - min(pronouns, more)])
    return sides[0], sides[1]


def _in_clause(old: "Finding | None", new: "Finding | None") -> bool:
    return any(finding is not None and finding.position.is_clause for finding in (old, new))


def _matched(aspect: Aspect, old: "Sequence[Finding]", new: "Sequence[Finding]") -> "Iterator[Match]":
    """Yield who became whom: of one family in their order, then across families, then what is left."""
    olds: dict[str, list[Finding]] = defaultdict(list)
    news: dict[str, list[Finding]] = defaultdict(list)
    for finding in old:
        olds[finding.family].append(finding)
    for finding in new:
        news[finding.family].append(finding)
    old_left, new_left = [], []
    for family in dict.fromkeys([*olds, *news]):
        both = min(len(olds[family]), len(news[family]))
        yield from zip(olds[family][:both], news[family][:both], strict=True)
        old_left += olds[family][both:]
        new_left += news[family][both:]
    across = _ACROSS.get(aspect, ())
    old_across = [finding for finding in old_left if finding.family in across]
    new_across = [finding for finding in new_left if finding.family in across]
    both = min(len(old_across), len(new_across))
    yield from zip(old_across[:both], new_across[:both], strict=True)
    matched = {id(finding) for finding in (*old_across[:both], *new_across[:both])}
    yield from ((finding, None) for finding in old_left if id(finding) not in matched)
    yield from ((None, finding) for finding in new_left if id(finding) not in matched)


def _joined(old: "Sequence[Finding]", new: "Sequence[Finding]") -> "Iterator[tuple[Finding, Finding]]":
    """Yield the conjunctions that stand between the same words on both sides, or beside one of them."""
    left = list(new)
    # "a dog or cat, or both" is "a dog and/or cat": where both are left, nothing was exchanged.
    words = [[finding.value.word for finding in side] for side in (old, new)]  # type: ignore[attr-defined]
    if sorted(map(len, words)) == [1, 2] and {"or", "and-or"} == {*words[0], *words[1]}:
        return
    for finding in old:
        for becomes in left:
            if conjunction.took_place(finding.value, becomes.value):  # type: ignore[arg-type]
                left.remove(becomes)
                yield finding, becomes
                break


def _signal(aspect: Aspect, old: "Finding | None", new: "Finding | None", rule: str, direction: Direction) -> Signal:
    return Signal(
        aspect,
        rule,
        direction,
        old.text if old is not None else None,
        new.text if new is not None else None,
        old.start if old is not None else None,
        new.start if new is not None else None,
    )
