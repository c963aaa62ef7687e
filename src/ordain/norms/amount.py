"""Read amounts: money, percent, distances, ages and counts, in figures and in words."""

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from ordain.model.force import Aspect, Direction
from ordain.model.vocabulary import Kind
from ordain.norms.direction import by_sign
from ordain.norms.figures import Figure, figures, limit
from ordain.norms.finding import Finding, Position
from ordain.norms.time import PERIOD, TIMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ordain.norms.lexicon import Hit
    from ordain.norms.sentences import Sentence

# Units that can be turned into each other, with what they are of the first.
_UNITS = {
    "inch": ("foot", Fraction(1, 12)),
    "yard": ("foot", Fraction(3)),
    "mile": ("foot", Fraction(5280)),
    "cent": ("dollar", Fraction(1, 100)),
}
_DISTANCES = frozenset(("foot", "meter"))


class Amount(NamedTuple):
    """So many of a unit; of a mere count the unit is empty."""

    unit: str
    number: Fraction


def find(sentence: "Sentence") -> "Iterator[Finding]":
    """Yield the amounts of a sentence; lengths of time are none."""
    starts = {hit.lo: hit for hit in sentence.hits}
    for figure in figures(sentence):
        unit, hi = _unit(sentence, figure, starts)
        if unit is None:
            continue
        base, factor = _UNITS.get(unit, (unit, Fraction(1)))
        said, lo = limit(sentence, figure, hi)
        family = _family(said, base)
        if figure.value == 1 and family == "figure" and not unit:
            continue
        yield sentence.finding(
            Aspect.AMOUNT, family, Amount(base, figure.value * factor), lo, hi, at=_governed(sentence, lo, figure.lo)
        )
    yield from _repeated(sentence)


def _repeated(sentence: "Sentence") -> "Iterator[Finding]":
    """Yield how many times something is to be done, where no period is said: `at least twice`."""
    for at, hit in enumerate(sentence.hits):
        times = TIMES.get(hit.says(Kind.FREQUENCY) or "")
        behind = sentence.hits[at + 1 : at + 4]
        if times is None or any(it.says(Kind.SPAN) is not None and it.lo - hit.hi <= PERIOD for it in behind):
            continue
        before = sentence.hits[at - 1] if at else None
        said = before.says(Kind.BOUND) if before is not None and before.hi == hit.lo else None
        if before is not None and said is not None:
            yield sentence.finding(
                Aspect.AMOUNT, _family(said, "times"), Amount("times", Fraction(times)), before.lo, hit.hi
            )
        elif times > 1:
            yield sentence.finding(Aspect.AMOUNT, "figure", Amount("times", Fraction(times)), hit.lo, hit.hi)


def _governed(sentence: "Sentence", lo: int, at: int) -> int:
    """Return the word that tells where an amount stands: one that opens a subject is what must be done."""
    return next((modal.hi for modal in sentence.modals if modal.subject == lo < modal.lo), at)


def _unit(sentence: "Sentence", figure: Figure, starts: "Mapping[int, Hit]") -> tuple[str | None, int]:
    """Return what a figure counts, and where its words end; None for a length of time or a date."""
    words = sentence.words
    if figure.sign:
        return ("dollar" if figure.sign == "money" else "percent"), figure.hi
    at = figure.hi
    behind = starts.get(at)
    if behind is not None:
        if behind.says(Kind.SPAN) is not None or behind.says(Kind.MONTH) is not None:
            return None, at
        measure = behind.says(Kind.MEASURE)
        if measure is not None:
            return measure, behind.hi
    kind_of_day = starts.get(at + 1)
    if kind_of_day is not None and kind_of_day.says(Kind.SPAN) is not None:
        return None, at
    before = next((hit for hit in sentence.hits if hit.hi == figure.lo), None)
    if before is not None and before.says(Kind.MONTH) is not None:
        return None, at
    if at < len(words) and words[at].form[0].isalpha() and words[at].form not in _NO_UNIT:
        return "", at + 1
    return "", at


_NO_UNIT = frozenset(
    ["of", "or", "and", "to", "the", "in", "a", "an", "for", "from", "by", "per", "shall", "may", "must"]
)


def _family(said: str, unit: str) -> str:
    match said:
        case "at-most":
            return "cap"
        case "at-least":
            return "minimum"
        case "over":
            return "over"
        case "under":
            return "under"
        case "within" | "for" if unit in _DISTANCES:
            return "reach"
        case _:
            return "figure"


# A cap denied is a figure that must be gone over, a minimum denied one that may not be reached.
_DENIED = (frozenset(("cap", "over")), frozenset(("minimum", "under")))


def is_denied(old: Finding, new: Finding) -> bool:
    """Whether the same figure is a limit on one side, and what lies beyond it on the other."""
    return old.value == new.value and frozenset((old.family, new.family)) in _DENIED


def weigh(old: Finding | None, new: Finding | None) -> tuple[str, Direction]:
    """Return the rule and the direction of an amount that changed."""
    if old is None or new is None:
        return f"amount.{(old or new).family}", _one_sided(old, new)  # type: ignore[union-attr]
    if old.family != new.family:
        return "amount.limit", Direction.UNKNOWN
    was, becomes = old.value, new.value
    assert isinstance(was, Amount)
    assert isinstance(becomes, Amount)
    if was.unit != becomes.unit:
        return "amount.unit", Direction.UNKNOWN
    rises = 1 if becomes.number > was.number else -1
    return f"amount.{new.family}", by_sign(rises * _sign(old, new))


def _one_sided(old: Finding | None, new: Finding | None) -> Direction:
    """A cap or a minimum that comes binds more; of another amount no rule tells."""
    family = (old or new).family  # type: ignore[union-attr]
    if family not in {"cap", "minimum"}:
        return Direction.UNKNOWN
    return Direction.STRICTER if old is None else Direction.LOOSER


def _sign(old: Finding, new: Finding) -> int:
    """Return 1 where a higher amount binds more, -1 where it frees more, 0 where no rule tells."""
    binds = _binds(old, new)
    opens = new.position in {Position.SUBJECT, Position.CONDITION}
    flip = -1 if new.position is Position.EXCEPTION else 1
    match new.family:
        case "cap":
            return binds if opens else -1 * flip
        case "minimum":
            return -binds if opens and binds > 0 else flip
        case "over":
            return -binds * flip
        case "under":
            return binds * flip
        case "reach":
            is_bar = binds > 0 and new.duty is not None and new.duty.value.endswith("not")
            return flip * (1 if is_bar or (opens and binds > 0) else -1)
        case _:
            return binds * flip


def _binds(old: Finding, new: Finding) -> int:
    signs = {finding.duty.binds if finding.duty is not None else 0 for finding in (old, new)}
    return signs.pop() if len(signs) == 1 else 0
