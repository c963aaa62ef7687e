"""A number written in one of the formats of Word: Arabic, Roman, letters, words.

The formats that are not known here, most of them of other scripts, are written as Arabic numbers.
"""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip

_ENDINGS = {1: "st", 2: "nd", 3: "rd"}

# The signs of notes by the Chicago Manual of Style; the fifth note has the first one twice.
_CHICAGO = "*†‡§"


def numeral(number: int, written: str) -> str:
    """Return `number` in the format `written`: a value of `w:numFmt`, or a pattern such as `001, 002, ...`.

    >>> [numeral(28, written) for written in ("lowerLetter", "upperRoman", "decimalZero", "ordinal", "001, 002, ...")]
    ['bb', 'XXVIII', '28', '28th', '028']
    >>> numeral(21, "cardinalText"), numeral(21, "ordinalText")
    ('Twenty-one', 'Twenty-first')
    """
    write = _FORMATS.get(written)
    if write is not None:
        return write(number)
    zeros = re.match(r"0+1\b", written)
    return f"{number:0{len(zeros[0])}}" if zeros else str(number)


def _roman(number: int) -> str:
    out = ""
    for value, letters in _ROMAN:
        out += letters * (number // value)
        number %= value
    return out


def _repeated(number: int, signs: str) -> str:
    """Return a sign, twice once all were used, and so on; nothing stands for 0."""
    if number < 1:
        return ""
    turns, place = divmod(number - 1, len(signs))
    return signs[place] * (turns + 1)


def _ordinal(number: int) -> str:
    teens = 10 < number % 100 < 20
    return f"{number}{'th' if teens else _ENDINGS.get(number % 10, 'th')}"


def _words(number: int) -> str:
    if not 0 <= number < 1_000_000:
        return str(number)
    if number < 20:
        return _ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")
    size, name = (1000, "thousand") if number >= 1000 else (100, "hundred")
    many, rest = divmod(number, size)
    return f"{_words(many)} {name}" + (f" {_words(rest)}" if rest else "")


def _ordinal_words(number: int) -> str:
    words = _words(number)
    at = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[at:]
    if last.isdigit():
        return _ordinal(number)
    return words[:at] + _ORDINALS.get(last, last.removesuffix("y") + ("ieth" if last.endswith("y") else "th"))


_FORMATS: "dict[str, Callable[[int], str]]" = {
    "none": lambda _: "",
    "bullet": lambda _: "",
    "decimalZero": lambda number: f"{number:02}",
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": lambda number: _repeated(number, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    "lowerLetter": lambda number: _repeated(number, "abcdefghijklmnopqrstuvwxyz"),
    "chicago": lambda number: _repeated(number, _CHICAGO),
    "ordinal": _ordinal,
    "cardinalText": lambda number: _words(number).capitalize(),
    "ordinalText": lambda number: _ordinal_words(number).capitalize(),
    "hex": lambda number: f"{number:X}",
    "numberInDash": lambda number: f"- {number} -",
}
