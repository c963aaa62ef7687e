"""Tell which of two times is longer, or that no rule tells."""

from fractions import Fraction
from typing import NamedTuple

# A unit and how many of its base it is.  Days and months are no multiples of each other,
# nor are hours and days: the day of an event does not count.
BASES = {
    "second": ("hour", Fraction(1, 3600)),
    "minute": ("hour", Fraction(1, 60)),
    "hour": ("hour", Fraction(1)),
    "business-hour": ("business-hour", Fraction(1)),
    "day": ("day", Fraction(1)),
    "business-day": ("business-day", Fraction(1)),
    "week": ("day", Fraction(7)),
    "month": ("month", Fraction(1)),
    "quarter": ("month", Fraction(3)),
    "year": ("month", Fraction(12)),
    "decade": ("month", Fraction(120)),
}
# The shortest and the longest that one of a base can be in hours, and what may be added to any
# number of them: a day limit may end with its last day, and business days jump weekends.
_HOURS = {
    "hour": (1.0, 1.0, 0.0),
    "business-hour": (1.0, 21.0, 72.0),
    "day": (24.0, 24.0, 24.0),
    "business-day": (24.0, 44.0, 96.0),
    "month": (28.0 * 24, 31.0 * 24, 24.0),
}
# What is at once comes before any length of time.
_VAGUE = {"immediately": 0, "promptly": 1, "practicable": 2, "reasonable": 3}


class Length(NamedTuple):
    """So many of a unit that cannot be turned into another base."""

    base: str
    number: Fraction


def longer(old: object, new: object) -> int:
    """Return 1 where `new` is surely later, longer or more often, -1 where less, 0 where no rule tells."""
    match old, new:
        case Length(), Length():
            return _of_lengths(old, new)
        case str(), str() if old in _VAGUE and new in _VAGUE:
            return 1 if _VAGUE[new] > _VAGUE[old] else -1
        case (Length(), "immediately") | ("practicable" | "reasonable", Length()):
            return -1
        case ("immediately", Length()) | (Length(), "practicable" | "reasonable"):
            return 1
        case (Fraction(), Fraction()) | (int(), int()):
            return 1 if new > old else -1  # type: ignore[operator]
        case (int(year), int(), int()), (int(other), int(), int()) if bool(year) == bool(other):
            return 1 if new > old else -1  # type: ignore[operator]
        case _:
            return 0


def _of_lengths(old: Length, new: Length) -> int:
    if old.base == new.base:
        return 1 if new.number > old.number else -1
    (old_lo, old_hi), (new_lo, new_hi) = _range(old), _range(new)
    if new_lo > old_hi:
        return 1
    return -1 if old_lo > new_hi else _business(old, new)


def _business(old: Length, new: Length) -> int:
    """Of so many days and as many business days, the business days are longer."""
    if {old.base, new.base} != {"day", "business-day"}:
        return 0
    calendar, business = (old, new) if old.base == "day" else (new, old)
    if business.number < calendar.number:
        return 0
    return 1 if new.base == "business-day" else -1


def _range(length: Length) -> tuple[float, float]:
    shortest, longest, more = _HOURS[length.base]
    return float(length.number) * shortest, float(length.number) * longest + more
