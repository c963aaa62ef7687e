"""How a house labels its provisions: `SECTION 1.`, `(A)`, `(1)`, `(a)`, `(i)`.

A pattern holds one counter in braces: `{1}` figures, `{A}` and `{a}` letters, `{I}` and
`{i}` Roman numbers, `{code}` a section of the code ("9-6-1-2", or a blank to be filled).
"""

import re
from enum import IntEnum
from functools import cache

from msgspec import Struct


class Level(IntEnum):
    """The rank of a provision; a lower one stands inside a higher one."""

    TITLE = 0
    RECITAL = 1
    ENACTING = 2
    SECTION = 3
    CODE = 4
    SUBSECTION = 5
    PARAGRAPH = 6
    SUBPARAGRAPH = 7
    ITEM = 8
    SUBITEM = 9
    FURTHER = 10


# Levels whose labels are counted by the house's scheme, outermost first.
NUMBERED = (
    Level.SECTION,
    Level.CODE,
    Level.SUBSECTION,
    Level.PARAGRAPH,
    Level.SUBPARAGRAPH,
    Level.ITEM,
    Level.SUBITEM,
)

_COUNTERS = {
    "1": r"[0-9]+[A-Z]?",
    "A": r"[A-Z]{1,2}",
    "a": r"[a-z]{1,2}",
    "I": r"[IVXLC]+",
    "i": r"[ivxlc]+",
    "code": r"(?:[0-9][0-9A-Za-z.\-]*|_{4,})",
}
_COUNTER = re.compile(r"\{(1|A|a|I|i|code)\}")


class LabelStyle(Struct, frozen=True):
    """The label of one level: a pattern, and another for its first provision where the house has one."""

    pattern: str
    first: str | None = None

    def label(self, ordinal: int) -> str:
        """Return the label of the provision number `ordinal`, counted from 1.

        >>> LabelStyle("({a})").label(28)
        '(bb)'
        """
        pattern = self.first if self.first is not None and ordinal == 1 else self.pattern
        return _COUNTER.sub(lambda match: count(match[1], ordinal), pattern)

    def ordinal(self, label: str) -> int | None:
        """Return which number `label` is in this style, or None where it is not of the style.

        >>> LabelStyle("({i})").ordinal("(iv)"), LabelStyle("SECTION {1}.").ordinal("Section 4.")
        (4, None)
        """
        for pattern in filter(None, (self.pattern, self.first)):
            counter = counter_of(pattern)
            match = re.fullmatch(label_expression(pattern), label)
            if match:
                return _value(counter, match[1])
        return None


Scheme = tuple[tuple[Level, LabelStyle], ...]


@cache
def counter_of(pattern: str) -> str:
    """Return the counter of a pattern: `1`, `A`, `a`, `I`, `i` or `code`."""
    match = _COUNTER.search(pattern)
    if match is None:
        raise ValueError(pattern)
    return match[1]


def has_counter(pattern: str) -> bool:
    """Whether `pattern` holds exactly one counter, as every label pattern must."""
    return len(_COUNTER.findall(pattern)) == 1


@cache
def label_expression(pattern: str) -> str:
    """Return the regular expression of a pattern's labels, the counter as its first group."""
    before, after = _COUNTER.sub("\0", pattern).split("\0")
    return f"{re.escape(before)}({_COUNTERS[counter_of(pattern)]}){re.escape(after)}"


def count(counter: str, ordinal: int) -> str:
    """Return `ordinal` as the counter writes it.

    >>> [count(counter, 4) for counter in "1AaIi"]
    ['4', 'D', 'd', 'IV', 'iv']
    """
    match counter:
        case "A":
            return _letters(ordinal)
        case "a":
            return _letters(ordinal).lower()
        case "I":
            return roman(ordinal)
        case "i":
            return roman(ordinal).lower()
        case _:
            return str(ordinal)


_ROMAN = (
    (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def roman(ordinal: int) -> str:
    """Return a Roman number up to 399.

    >>> roman(14)
    'XIV'
    """
    out = ""
    for value, letters in _ROMAN:
        out += letters * (ordinal // value)
        ordinal %= value
    return out


def _letters(ordinal: int) -> str:
    """A to Z, then AA, BB and so on, as codes count."""
    turns, place = divmod(ordinal - 1, 26)
    return chr(ord("A") + place) * (turns + 1)


def _value(counter: str, written: str) -> int:
    match counter:
        case "A" | "a":
            return (len(written) - 1) * 26 + ord(written[0].upper()) - ord("A") + 1
        case "I" | "i":
            return _roman_value(written.upper())
        case "code":
            return 0
        case _:
            return int(re.sub(r"\D", "", written))


def _roman_value(written: str) -> int:
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
    total = 0
    for at, letter in enumerate(written):
        value = values[letter]
        following = values[written[at + 1]] if at + 1 < len(written) else 0
        total += -value if value < following else value
    return total
