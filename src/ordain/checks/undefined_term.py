"""D005: a term that is written in capitals, as defined terms are, and defined nowhere.

Capitals promise a definition.
Where there is none, the reader looks for it in vain, and the same words in small letters seem to mean something else.
Names of offices, laws and places are let stand.

Source: 101 Pa. Code § 15.124 names what is not capitalized; § 15.92 asks for one form of one expression.

Bad:

    SECTION 1. REPORTS. A Covered Employee shall report the communication.

Good:

    SECTION 1. DEFINITIONS. In this article, "Covered Employee" means an employee of the City.
    SECTION 2. REPORTS. A Covered Employee shall report the communication.
"""

import re
from typing import TYPE_CHECKING

from ordain.checks.fault import Fault
from ordain.checks.termuses import uses_in
from ordain.model.provision import heading_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.checks.examined import Examined

CODE = "D005"

# Capitals on these nouns are those of a defined term: they are part of few names.
_NOUNS = frozenset(
    """
    agreement agreements applicant applicants area areas building buildings communication communications contractor
    contractors data employee employees entity entities equipment establishment establishments facility facilities
    information licensee licensees location locations operator operators owner owners permittee permittees person
    persons premises property properties resource resources site sites space spaces tenant tenants vehicle vehicles
    vendor vendors warrant warrants worker workers zone zones
    """.split()  # noqa: SIM905 - a list of words is read more easily than of strings
)
# These open a sentence, and their capital says nothing.
_OPENINGS = frozenset(
    """
    a after all an and any as at before but by each every except for from if in no of on or such that the these this
    those to under unless upon when where while with within without
    """.split()  # noqa: SIM905 - a list of words is read more easily than of strings
)
_CAPITALS = re.compile(r"[A-Z][a-z]+(?:(?:\s+|-)[A-Z][a-z]+)*(?![\w-])")
# Behind these a capital is that of a name: "Department of Human Resources", "the Office of Public Information".
_NAMED = re.compile(r"[A-Z]\w+\s+(?:of|for|on|and)\s+(?:the\s+)?$")
# Before these too: "Motor Vehicle and Safe Driving Act", "Fiscal Year 2026", "Workers' Compensation".
_NAMES = re.compile(r",?\s+(?:(?:and|of|for|in|or)\s+(?:the\s+)?[A-Z]|[0-9])|[:/'\u2019]")
_SENTENCE_ENDS = re.compile(r"(?:^|[.:;!?]|[\"\u201c(\u2014]|_{4})\s*$")
# An item of a list that is nothing but a name, or a heading in small letters.
_ALONE = re.compile(r"[.,;]|$")
# So much is looked at before a term.
_NEAR = 60


def check(examined: "Examined") -> "Iterator[Fault]":
    """Yield the first use of every term in capitals that is defined nowhere."""
    first: dict[str, tuple[int, str, int]] = {}
    for at in examined.law:
        for words, start in _capitals(examined.provisions[at].text):
            first.setdefault(_singular(words), (at, words, start))
    small = _small(examined, {phrase.count(" ") for phrase in first}) if first else set()
    defined = _defined(examined, first)
    for phrase, (at, words, start) in first.items():
        noun = words.split()[-1].lower()
        if phrase not in defined and (noun in _NOUNS or (" " in phrase and phrase in small)):
            message = f"'{words}' is written as a defined term, and nothing defines it"
            remedy = "define it, or write it in small letters"
            yield Fault(examined.provisions[at], words, message, remedy, start)


def _capitals(text: str) -> "Iterator[tuple[str, int]]":
    """Yield the runs of words with capitals that no sentence begins with, and where each begins."""
    after = len(heading_of(text))
    for match in _CAPITALS.finditer(text, after):
        near = text[max(0, match.start() - _NEAR) : match.start()]
        words, start = match[0], match.start()
        opens = start == after or _SENTENCE_ENDS.search(near) is not None
        named = _NAMED.search(near) or _NAMES.match(text, match.end()) or (opens and _ALONE.match(text, match.end()))
        while opens and words.split()[0].lower() in _OPENINGS and " " in words:
            rest = words.split(maxsplit=1)[1]
            start += len(words) - len(rest)
            words = rest
            opens = False
        if not named and (not opens or " " in words):
            yield words, start


def _singular(words: str) -> str:
    """Return the form in which the uses of one term are the same."""
    small = " ".join(words.lower().split())
    return small[:-3] + "y" if small.endswith("ies") else small.removesuffix("s")


def _small(examined: "Examined", blanks: set[int]) -> set[str]:
    """Return the rows of words in small letters, of as many words as the terms have."""
    found = set()
    for at in examined.law:
        words = re.findall(r"[\w-]+", examined.provisions[at].text)
        for many in (it + 1 for it in blanks):
            for lo in range(len(words) - many + 1):
                row = words[lo : lo + many]
                if all(word.islower() for word in row):
                    found.add(_singular(" ".join(row)))
    return found


def _defined(examined: "Examined", first: dict[str, tuple[int, str, int]]) -> set[str]:
    """Return the terms of `first` that are defined, or that end in a term that is."""
    written = [words for _, words, _ in first.values()]
    phrases = list(first)
    terms = [definition.term for definition in examined.definitions]
    ending = (at for at, use in uses_in(terms, written) if use.start + len(use.words) == len(written[at]))
    return {phrases[at] for at in ending}
