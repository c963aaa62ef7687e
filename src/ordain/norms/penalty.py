"""Read what follows a breach: fines, imprisonment, the class of an offense, the loss of a license."""

from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from ordain.model.force import Aspect, Direction
from ordain.model.vocabulary import Kind
from ordain.norms import amount, time
from ordain.norms.amount import Amount
from ordain.norms.direction import by_sign
from ordain.norms.lengths import Length, longer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ordain.norms.finding import Finding
    from ordain.norms.sentences import Sentence

# How hard each sort of consequence is; only those on one ladder can be compared.
_LADDERS = (
    ("warning", "infraction", "petty-misdemeanor", "misdemeanor", "gross-misdemeanor", "felony"),
    ("warning", "fine", "imprisonment"),
    ("warning", "suspension", "revocation"),
    ("discipline", "suspension", "dismissal"),
)
# These say that something follows, and no more.
_SAID = frozenset(("guilty", "punished"))
# These say how often a penalty is due, and are none by themselves.
_MODES = frozenset(("per-day", "per-violation", "repeat"))


class Sort(NamedTuple):
    """A sort of penalty or offense, and its class where it has one."""

    name: str
    grade: str


def find(sentence: "Sentence") -> "Iterator[Finding]":
    """Yield the penalties of a sentence, and its amounts and terms of imprisonment."""
    hits = [(hit, said) for hit in sentence.hits if (said := hit.says(Kind.PENALTY)) is not None]
    if not any(said not in _MODES for _, said in hits):
        return
    for hit, said in hits:
        if said in _SAID:
            continue
        grade = _grade(sentence, hit.lo)
        family = "each" if said in _MODES else "sort"
        yield sentence.finding(Aspect.PENALTY, family, Sort(said, grade), hit.lo, hit.hi)
    yield from _measured(sentence)


def _grade(sentence: "Sentence", at: int) -> str:
    """Return the class of an offense: `Class A misdemeanor`, `a felony of the second degree`."""
    words = sentence.words
    if at >= 2 and words[at - 2].form in _GRADES:
        return words[at - 1].form
    behind = [word.form for word in words[at + 1 : at + 5]]
    if len(behind) == 4 and behind[0] in {"of", "in"} and behind[1] == "the" and behind[3] in _GRADES:
        return _ORDINALS.get(behind[2], behind[2])
    return ""


_GRADES = frozenset(("class", "degree", "level"))
_ORDINALS = {"first": "1", "second": "2", "third": "3", "fourth": "4"}


def _measured(sentence: "Sentence") -> "Iterator[Finding]":
    """Yield the money of a sentence with a penalty, and the terms of what takes time."""
    for finding in amount.find(sentence):
        if isinstance(finding.value, Amount) and finding.value.unit in {"dollar", "percent"}:
            yield replace(finding, aspect=Aspect.PENALTY, family=f"amount-{finding.family}")
    terms = [sentence.words[hit.lo].start for hit in sentence.hits if hit.says(Kind.PENALTY) in _TERMS]
    for finding in time.find(sentence):
        runs = isinstance(finding.value, Length) and not finding.text.casefold().startswith(_DUE)
        if runs and any(-_NEAR <= finding.start - term <= _NEAR for term in terms):
            yield replace(finding, aspect=Aspect.PENALTY, family=f"time-{finding.family}")


# What is suffered for a time, which stands so many letters away at most.
_TERMS = frozenset(("imprisonment", "suspension", "revocation", "forfeiture", "community-service"))
_NEAR = 120
# These say by when something is due, not how long it lasts.
_DUE = ("within", "no later", "not later", "by ", "on or before")


def weigh(old: "Finding | None", new: "Finding | None") -> tuple[str, Direction]:
    """Return the rule and the direction of a penalty that changed."""
    there = old or new
    assert there is not None
    came = 1 if old is None else -1
    family = there.family.partition("-")[0]
    if old is None or new is None:
        is_repeat = isinstance(there.value, Sort) and there.value.name == "repeat"
        return f"penalty.{family}", by_sign(0 if is_repeat else came)
    if old.family != new.family:
        return f"penalty.{family}", Direction.UNKNOWN
    return f"penalty.{family}", by_sign(_harder(old.value, new.value))


def _harder(old: object, new: object) -> int:
    match old, new:
        case Length(), Length():
            return longer(old, new)
        case Sort(one), Sort(other) if one == other:
            return 0 if "" in {old.grade, new.grade} else (1 if new.grade < old.grade else -1)
        case Sort(one), Sort(other):
            return _on(_LADDERS, one, other)
        case Amount(unit), Amount(other_unit) if unit == other_unit:
            return 1 if new.number > old.number else -1
        case _:
            return 0


def _on(ladders: "Sequence[Sequence[str]]", one: str, other: str) -> int:
    for ladder in ladders:
        if one in ladder and other in ladder:
            return 1 if ladder.index(other) > ladder.index(one) else -1
    return 0
