"""The page's own words, in English and in Spanish; the words of the bill are never translated.

They stand in `words.txt`, a line for each name, so that a translator needs no program.
"""

import re
from collections.abc import Sequence
from functools import cache
from importlib import resources

from ordain.page.place import Spot
from ordain.page.saying import Blank, Saying

LANGUAGES = {"en": "English", "es": "Español"}

# How an address is said in Spanish: the labels stay as the bill prints them.
ADDRESSES = {
    "en": (),
    "es": (
        ("^Section ", "Sección "),
        ("^Recital ", "Considerando "),
        ("^Paragraph ", "Párrafo "),
        ("^Title$", "Título"),
        ("^Enacting clause$", "Fórmula de promulgación"),
        (", further paragraph ", ", párrafo adicional "),
    ),
}

_BLANK = re.compile(r"\{(\w+)\}")


@cache
def table(language: str) -> dict[str, str]:
    """Return the words of a language by name."""
    text = resources.files("ordain.page").joinpath("words.txt").read_text(encoding="utf-8")
    rows = [line.split(" | ") for line in text.splitlines() if line and not line.startswith("#")]
    at = 1 + tuple(LANGUAGES).index(language)
    return {row[0]: row[at] for row in rows}


def told(saying: Saying, language: str) -> str:
    """Return a saying in a language, its first letter as the table has it."""
    blanks = dict(saying.blanks)
    return _BLANK.sub(lambda match: _filled(blanks[match[1]], language), table(language)[saying.key])


def phrases(sayings: Sequence[Saying], language: str) -> str:
    """Return several sayings as the parts of one line."""
    return "; ".join(told(saying, language) for saying in sayings)


def sentence(sayings: Sequence[Saying], language: str) -> str:
    """Return several sayings as one sentence."""
    return f"{phrases(sayings, language)}."


def placed(spot: Spot, language: str) -> str:
    """Return a place in a language; its heading is the bill's.

    >>> placed(Spot("Section 4(B)", "RECORDS"), "es")
    'Sección 4(B), RECORDS'
    """
    address = spot.address
    for pattern, said in ADDRESSES[language]:
        address = re.sub(pattern, said, address)
    return Spot(address, spot.heading).said()


def opened(text: str) -> str:
    """Return a text with a capital at its beginning.

    >>> opened("duty added")
    'Duty added'
    """
    return text[:1].upper() + text[1:]


def _filled(blank: Blank, language: str) -> str:
    match blank:
        case Saying():
            return told(blank, language)
        case Spot():
            return placed(blank, language)
        case tuple():
            return phrases(blank, language)
        case _:
            return str(blank)
