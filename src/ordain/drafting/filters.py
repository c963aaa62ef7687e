"""Filters for legal prose, for use in templates."""

from typing import TYPE_CHECKING

from ordain.model.numbering import count, roman

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip

_ENDINGS = {"1": "st", "2": "nd", "3": "rd"}


def number_words(value: int) -> str:
    """Return a number below a thousand in words, another in figures.

    >>> number_words(42), number_words(300)
    ('forty-two', 'three hundred')
    """
    if 0 <= value < len(_UNITS):
        return _UNITS[value]
    if 0 <= value < 100:
        tens, rest = divmod(value, 10)
        return _TENS[tens] + (f"-{_UNITS[rest]}" if rest else "")
    if 0 <= value < 1000:
        hundreds, rest = divmod(value, 100)
        return f"{_UNITS[hundreds]} hundred" + (f" {number_words(rest)}" if rest else "")
    return f"{value:,}"


def number(value: int, style: str = "words-to-nine") -> str:
    """Return a number as a house writes it: `words-to-nine`, `words-and-figures` or `figures`.

    >>> number(1), number(10), number(30, "words-and-figures")
    ('one', '10', 'thirty (30)')
    """
    match style:
        case "words-and-figures":
            return f"{number_words(value)} ({value})"
        case "words-to-nine" if value <= 9:
            return number_words(value)
        case _:
            return f"{value:,}"


def ordinal(value: int) -> str:
    """Return the ordinal of a number below a thousand in words, of another in figures.

    >>> ordinal(3), ordinal(21), ordinal(101), ordinal(1002)
    ('third', 'twenty-first', 'one hundred first', '1,002nd')
    """
    words = number_words(value)
    at = max(words.rfind(" "), words.rfind("-")) + 1
    head, last = words[:at], words[at:]
    if last[-1:].isdigit():
        teens = 10 <= abs(value) % 100 < 20
        return head + last + ("th" if teens else _ENDINGS.get(last[-1], "th"))
    return head + (_ORDINALS.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th"))


def listing(items: "Iterable[str]", word: str = "and") -> str:
    """Return a list in a sentence, without the comma before its last word that New Mexico's style omits.

    >>> listing(["housing", "health care", "employment"])
    'housing, health care and employment'
    """
    parts = list(items)
    return f" {word} ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)


def plural(value: int, one: str, several: str | None = None) -> str:
    """Return the word for one or for several.

    >>> plural(1, "day"), plural(3, "day")
    ('day', 'days')
    """
    return one if value == 1 else several or f"{one}s"


def capital(text: str) -> str:
    """Return `text` with its first letter a capital, the rest as it is."""
    return text[:1].upper() + text[1:]


def sections(numbers: "Sequence[int]", word: str = "Section", several: str | None = None) -> str:
    """Return a reference to one or several sections; raises ValueError for none, which would cite nothing.

    >>> sections([1]), sections([1, 2, 3]), sections([2, 4])
    ('Section 1', 'Sections 1 through 3', 'Sections 2 and 4')
    """
    if not numbers:
        raise ValueError("there is no section to cite")
    if len(numbers) == 1:
        return f"{word} {numbers[0]}"
    words = several or (f"{word}S" if word.isupper() else f"{word}s")
    if len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1:
        return f"{words} {numbers[0]} through {numbers[-1]}"
    return f"{words} {listing(map(str, numbers))}"


def letter(value: int) -> str:
    """Return the letter that counts as `value`.

    >>> letter(2)
    'B'
    """
    return count("A", value)


FILTERS = {
    "number_words": number_words,
    "number": number,
    "ordinal": ordinal,
    "listing": listing,
    "plural": plural,
    "capital": capital,
    "sections": sections,
    "roman": roman,
    "letter": letter,
}
