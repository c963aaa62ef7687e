"""Read times: lengths with calendar or business days, how often, dates, hours, and words such as `at once`."""

from fractions import Fraction
from typing import TYPE_CHECKING

from ordain.model.force import Aspect, Direction
from ordain.model.vocabulary import Kind
from ordain.norms.direction import by_sign
from ordain.norms.figures import Figure, bound, figures, limit
from ordain.norms.finding import Finding, Position
from ordain.norms.lengths import BASES, Length, longer
from ordain.norms.modals import is_may

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from ordain.norms.lexicon import Hit
    from ordain.norms.sentences import Sentence

# Times a year.
_OFTEN = {
    "hourly": Fraction(8766),
    "daily": Fraction(365),
    "weekly": Fraction(52),
    "biweekly": Fraction(26),
    "monthly": Fraction(12),
    "bimonthly": Fraction(6),
    "quarterly": Fraction(4),
    "semiannually": Fraction(2),
    "annually": Fraction(1),
    "biennially": Fraction(1, 2),
}
TIMES = {"once": 1, "twice": 2, "thrice": 3}
_A_YEAR = {
    "second": Fraction(31_557_600),
    "minute": Fraction(525_960),
    "hour": Fraction(8766),
    "business-hour": Fraction(2080),
    "day": Fraction(365),
    "business-day": Fraction(260),
    "week": Fraction(52),
    "month": Fraction(12),
    "quarter": Fraction(4),
    "year": Fraction(1),
    "decade": Fraction(1, 10),
}


def find(sentence: "Sentence") -> "Iterator[Finding]":
    """Yield the times of a sentence."""
    numbers = {figure.hi: figure for figure in figures(sentence)}
    used: set[int] = set()
    for at, hit in enumerate(sentence.hits):
        if hit.lo in used:
            continue
        finding = _finding(sentence, at, hit, numbers, used)
        if finding is not None:
            yield finding
    yield from _clock(sentence)
    yield from _ordinals(sentence)


def _finding(sentence: "Sentence", at: int, hit: "Hit", numbers: dict[int, Figure], used: set[int]) -> Finding | None:
    if (vague := hit.says(Kind.VAGUE)) is not None:
        return _made(sentence, "deadline", vague, hit.lo, hit.hi)
    if (often := hit.says(Kind.FREQUENCY)) is not None:
        return _often(sentence, at, hit, often, used)
    if (unit := hit.says(Kind.SPAN)) is not None:
        return _span(sentence, hit, unit, numbers)
    if (month := hit.says(Kind.MONTH)) is not None or is_may(sentence.words, hit):
        return _date(sentence, hit, month or "5")
    if (day := hit.says(Kind.DAY)) is not None:
        return _made(sentence, "day", day, hit.lo, hit.hi)
    if (order := hit.says(Kind.ORDER)) is not None:
        return _made(sentence, "order", order, hit.lo, hit.hi)
    return None


def _made(sentence: "Sentence", family: str, value: "Hashable", lo: int, hi: int) -> Finding:
    return sentence.finding(Aspect.TIME, family, value, lo, hi)


def _often(sentence: "Sentence", at: int, hit: "Hit", often: str, used: set[int]) -> Finding | None:
    """Return how often: `twice each year`, `annually`; a `once` of no period is none."""
    if often not in TIMES:
        return _rhythm(sentence, _OFTEN.get(often, often), hit.lo, hit.hi)
    for following in sentence.hits[at + 1 : at + 4]:
        unit = following.says(Kind.SPAN)
        if unit is not None and following.lo - hit.hi <= PERIOD:
            number = _number_before(sentence, following.lo)
            used.add(following.lo)
            return _rhythm(sentence, _A_YEAR[unit] * TIMES[often] / (number or 1), hit.lo, following.hi)
    return None


def _rhythm(sentence: "Sentence", often: "Fraction | str", lo: int, hi: int) -> Finding:
    """Return how often, with the limit before it: `at least twice each year`."""
    for hit in sentence.hits:
        said = hit.says(Kind.BOUND)
        if hit.hi == lo and said in {"at-most", "at-least", "over", "under"}:
            family = "frequency-cap" if said in {"at-most", "under"} else "frequency"
            return _made(sentence, family, often, hit.lo, hi)
    return _made(sentence, "frequency", often, lo, hi)


# "once in every two calendar years": so many words stand between how often and of what.
PERIOD = 4
_EACH = frozenset(("each", "every", "per"))


def _number_before(sentence: "Sentence", at: int) -> Fraction | None:
    for figure in figures(sentence):
        if figure.hi == at:
            return figure.value
    return None


def _span(sentence: "Sentence", hit: "Hit", unit: str, numbers: dict[int, Figure]) -> Finding | None:
    """Return a length of time, or how often: `within 30 days`, `each month`, `every two weeks`."""
    figure = _figure_before(hit.lo, numbers)
    words = sentence.words
    lo = figure.lo if figure is not None else hit.lo
    before = words[lo - 1].form if lo else ""
    if before in _EACH:
        number = figure.value if figure is not None else Fraction(1)
        return _rhythm(sentence, _A_YEAR[unit] / number, lo - 1, hit.hi)
    base, factor = BASES[unit]
    if figure is None:
        if before not in {"a", "an"} or lo < 2:
            return None
        if words[lo - 2].form == "times":
            often = numbers.get(lo - 2)
            return _rhythm(sentence, _A_YEAR[unit] * often.value, often.lo, hit.hi) if often is not None else None
        figure = Figure(Fraction(1), "", lo - 1, lo)
    said, lo = bound(sentence, figure, hit.hi)
    is_cap = limit(sentence, figure, hit.hi)[0] != said
    family = "cap" if is_cap else "minimum" if _is_notice(sentence, lo, hit.hi) else _family(said)
    return _made(sentence, family, Length(base, figure.value * factor), lo, hit.hi)


def _is_notice(sentence: "Sentence", lo: int, hi: int) -> bool:
    """Whether a limit leaves so much time at least: `not later than ten days before the hearing`."""
    before = any(hit.lo == hi and hit.says(Kind.ORDER) == "before" for hit in sentence.hits)
    return before and any(word.form == "later" for word in sentence.words[lo:hi])


def _figure_before(at: int, numbers: dict[int, Figure]) -> Figure | None:
    """Return the number before a unit, over one word of a kind: `two full days`."""
    for back in (at, at - 1):
        figure = numbers.get(back)
        if figure is not None and not figure.sign:
            return figure
    return None


def _family(said: str) -> str:
    match said:
        case "at-most" | "within" | "under":
            return "deadline"
        case "at-least" | "over":
            return "minimum"
        case _:
            return "length"


def _date(sentence: "Sentence", hit: "Hit", month: str) -> Finding:
    words = sentence.words
    hi = hit.hi
    numbers: list[int] = []
    while hi < len(words) and len(numbers) < 2 and (words[hi].form in {",", "of"} or words[hi].form[0].isdecimal()):
        digits = "".join(sign for sign in words[hi].form if sign.isdecimal())
        if words[hi].form[0].isdecimal():
            numbers.append(int(digits))
        hi += 1
    while words[hi - 1].form in {",", "of"}:
        hi -= 1
    day = next((number for number in numbers if number <= 31), 0)
    year = next((number for number in numbers if number > 31), 0)
    lo = hit.lo
    limit = _limit_before(sentence, lo)
    family = "date-by" if limit else "date"
    return _made(sentence, family, (year, int(month), day), lo, hi)


def _limit_before(sentence: "Sentence", lo: int) -> bool:
    """Whether a date is the last day for something."""
    return any(
        hit.hi == lo and (hit.says(Kind.BOUND) in {"within", "at-most"} or hit.says(Kind.ORDER) == "before")
        for hit in sentence.hits
    )


def _clock(sentence: "Sentence") -> "Iterator[Finding]":
    """Yield the hours of the day, and dates in figures: `10:30 p.m.`, `7 a.m.`, `7/1/2026`."""
    words = sentence.words
    numbers = ((hit, hit.says(Kind.NUMBER)) for hit in sentence.hits)
    spelled = {hit.lo: int(said) for hit, said in numbers if said is not None and said.isdecimal()}
    for at, word in enumerate(words):
        following = words[at + 1].form if at + 1 < len(words) else ""
        if ":" in word.form and len(word.form) > 1:
            hours, minutes = word.form.split(":")
            yield _made(
                sentence, "clock", _hour(int(hours), int(minutes), following), at, at + 1 + (following in _HALVES)
            )
        elif word.form.isdecimal() and following in _HALVES:
            yield _made(sentence, "clock", _hour(int(word.form), 0, following), at, at + 2)
        elif following in _HALVES and at in spelled:
            yield _made(sentence, "clock", _hour(spelled[at], 0, following), at, at + 2)
        elif "/" in word.form and word.form[0].isdecimal():
            month, day, year = (int(part) for part in word.form.split("/"))
            yield _made(sentence, "date", (year, month, day), at, at + 1)


def _ordinals(sentence: "Sentence") -> "Iterator[Finding]":
    """Yield which day or week is meant: `the first Monday`, `the 15th day`."""
    words = sentence.words
    for hit in sentence.hits:
        timed = hit.says(Kind.DAY) is not None or hit.says(Kind.SPAN) is not None
        before = words[hit.lo - 1].form if hit.lo else ""
        ordinal = _ORDINALS.get(before) or (before[:-2] if before[:-2].isdecimal() and before[-2:].isalpha() else None)
        if timed and ordinal is not None:
            yield _made(sentence, "ordinal", ordinal, hit.lo - 1, hit.hi)


_ORDINALS = {"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "last": "last", "tenth": "10"}
_HALVES = frozenset(("am", "pm"))


def _hour(hours: int, minutes: int, half: str) -> int:
    """Return the minutes since midnight."""
    return (hours % 12 + (12 if half == "pm" else 0) if half in _HALVES else hours) * 60 + minutes


def weigh(old: Finding | None, new: Finding | None) -> tuple[str, Direction]:
    """Return the rule and the direction of a time that changed."""
    if old is None or new is None:
        there = old or new
        assert there is not None
        sign = _one_sided(there) * (1 if old is None else -1)
        return f"time.{there.family}", by_sign(sign)
    if old.family != new.family and "deadline" not in {old.family, new.family}:
        return "time.limit", Direction.UNKNOWN
    family = "deadline" if "deadline" in {old.family, new.family} else new.family
    lasts = longer(old.value, new.value)
    return f"time.{family}", by_sign(lasts * _sign(family, old, new))


def _one_sided(finding: Finding) -> int:
    """A deadline, a minimum or a rhythm that comes binds more; of another time no rule tells."""
    if finding.family in {"deadline", "date-by", "frequency", "minimum"}:
        return 1 if finding.duty is None or finding.duty.binds >= 0 or finding.family == "deadline" else 0
    return 0


def _sign(family: str, old: Finding, new: Finding) -> int:
    """Return 1 where a longer time binds more, -1 where a shorter one does, 0 where no rule tells."""
    signs = {finding.duty.binds if finding.duty is not None else 0 for finding in (old, new)}
    binds = signs.pop() if len(signs) == 1 else 0
    flip = -1 if new.position is Position.EXCEPTION else 1
    is_bar = new.duty is not None and new.duty.value.endswith("not") and binds > 0
    match family:
        case "deadline":
            return flip if is_bar else -1
        case "minimum":
            return flip
        case "frequency":
            return (binds or 1) * flip
        case "frequency-cap" | "cap":
            return -flip
        case "date-by":
            return -1
        case "length":
            return binds * flip
        case _:
            return 0
