"""Refuse what cannot be printed: letters that the typeface lacks, and signs that nobody sees."""

import re
import unicodedata
from typing import TYPE_CHECKING

from ordain.errors import OrdainError, Place, Problem
from ordain.model.heading import footer, header, heading
from ordain.print.faces import family_of, letters_of
from ordain.print.pieces import composed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ordain.model.draft import Draft
    from ordain.model.house import House


def check_letters(draft: "Draft", house: "House") -> None:
    """Raise OrdainError where a letter of the draft cannot be printed, with every such place."""
    _check(_texts(draft, house), house.layout.font)


def check_lines(lines: "Iterable[str]", font: str, file: str) -> None:
    """Raise OrdainError where a letter of some lines cannot be printed, with every such place."""
    _check(((line, Place(file, at, 1, line)) for at, line in enumerate(lines, start=1)), font)


def check_words(texts: "Iterable[str]", font: str, name: str) -> None:
    """Raise OrdainError where a letter of some words cannot be printed; `name` says where they stand."""
    _check(((text, Place(name)) for text in texts), font)


def _check(texts: "Iterable[tuple[str, Place]]", font: str) -> None:
    known = letters_of(family_of(font))
    problems = [
        Problem(_message(text[at], font), _remedy(text[at]), _located(place, text, at))
        for text, place in ((composed(text), place) for text, place in texts)
        for at in _unprintable(text, known)
    ]
    if problems:
        raise OrdainError(*problems)


def _texts(draft: "Draft", house: "House") -> "Iterator[tuple[str, Place]]":
    """Yield every text that is printed, and where it comes from."""
    file = Place(draft.file or "the draft")
    for unit in (*heading(draft, house), *header(draft, house), *footer(draft, house)):
        yield unit.text.replace("\ufffc", ""), file
    for unit, provision in zip(draft.units(), draft.walk(), strict=True):
        yield unit.line, provision.source or file


def _unprintable(text: str, known: frozenset[int]) -> "Iterator[int]":
    """Yield where the first of each letter stands that cannot be printed."""
    seen: set[str] = set()
    if text.isascii():
        return
    for at, letter in enumerate(text):
        if letter not in seen and not is_printable(letter, known):
            seen.add(letter)
            yield at


def is_printable(letter: str, known: frozenset[int]) -> bool:
    """Whether a letter can be set in a typeface that has the letters `known`, and be read back."""
    # The hyphen at which no line may end is set as a hyphen; blanks are set as a blank.
    if letter.isspace() or letter == "\u2011":
        return True
    refused = _is_unseen(letter) or _turns(letter) or _is_accent(letter) or _TONES.match(letter)
    return ord(letter) in known and not refused


# Signs for the tones of speech: two of them are drawn as one, and cannot be told apart again.
_TONES = re.compile("[\u02e5-\u02e9\ua700-\ua721]")


def _is_unseen(letter: str) -> bool:
    return unicodedata.category(letter) == "Cf"


def _turns(letter: str) -> bool:
    # Hebrew has a plus sign of its own, which by itself has no direction.
    return unicodedata.bidirectional(letter) in {"R", "AL", "AN"} or "HEBREW" in unicodedata.name(letter, "")


def _is_accent(letter: str) -> bool:
    return unicodedata.category(letter).startswith("M")


def _message(letter: str, font: str) -> str:
    name = f"U+{ord(letter):04X}, {unicodedata.name(letter, 'without a name').lower()}"
    if _is_unseen(letter):
        return f"a sign stands here that nobody sees ({name})"
    if _turns(letter):
        return f"'{letter}' ({name}) is of a script that runs from right to left, and no print has it"
    if _is_accent(letter):
        return f"an accent stands here over a letter that has none ({name})"
    if _TONES.match(letter):
        return f"'{letter}' ({name}) is a sign for a tone of speech, and no print has it"
    return f"the typeface for {font} has no '{letter}' ({name})"


def _remedy(letter: str) -> str:
    return "delete it" if _is_unseen(letter) else "write it with letters that the print has"


def _located(place: Place, text: str, at: int) -> Place:
    """Return the place of a letter: in its line where that is known, else of the text."""
    column = place.excerpt.find(text[at])
    if place.line is None or column < 0:
        return place
    return Place(place.file, place.line, column + 1, place.excerpt)
