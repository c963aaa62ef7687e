"""D007: a noun on which a duty or a bar turns, and which nothing defines.

"City employees shall not use City resources": is office space a resource?
Whoever wants to do what is barred will say that it is not.
The nouns that have been argued over are a list of this rule; it has no opinion on others.

Source: Albuquerque's resolution of 2000 (Enactment R-2001-009) barred the use of municipal resources and did not
define them; its resolution of 2018 (R-18-7) answered with a definition: moneys, equipment, personnel, facilities.

Bad:

    SECTION 1. RESOURCES. A City employee shall not use municipal resources for a campaign.

Good:

    SECTION 1. DEFINITIONS. In this article, "municipal resources" means the moneys and offices of the City.
    SECTION 2. RESOURCES. A City employee shall not use municipal resources for a campaign.
"""

import re
from typing import TYPE_CHECKING

from ordain.checks.fault import Fault
from ordain.checks.termuses import uses_in
from ordain.model.provision import heading_of
from ordain.norms.terms import key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.checks.examined import Examined

CODE = "D007"

_OWNER = r"(?:city|municipal|county|town|village|metro|metropolitan|public)(?:-owned)?"
_NOUN = re.compile(
    rf"""\b(?:
      {_OWNER}\s+(?:resources|facilit(?:y|ies)|propert(?:y|ies)|premises)
    | (?:resources|facilit(?:y|ies)|property)\s+of\s+the\s+(?:City|County|Town|Village)
    | (?:staging|nonpublic|non-public|restricted|secure|sensitive)\s+(?:area|space|place|location|site)s?
    | operations?\s+bases? | processing\s+locations?
    | (?:federal\s+)?(?:civil\s+)?immigration\s+enforcement
    | federal\s+immigration\s+(?:officer|official|agent|authorit|agenc)\w*
    | judicial\s+warrants?
    | (?:personal|identifying|sensitive|confidential|personally\s+identifiable)\s+information
    )(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
_DUTY = re.compile(r"\b(?:shall|must|may\s+not|unlawful|prohibited|required\s+to)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.;]+(?:[.;](?!\s|$)[^.;]*)*[.;]?")


def check(examined: "Examined") -> "Iterator[Fault]":
    """Yield the first rule that turns on each noun that nothing defines."""
    first: dict[str, tuple[int, str, int]] = {}
    for at in examined.law:
        for words, start in _nouns(examined.provisions[at].text):
            first.setdefault(_singular(words), (at, words, start))
    defined = _defined(examined, first)
    for noun, (at, words, start) in first.items():
        if noun not in defined:
            message = f"what this rule lays down turns on '{words}', and nothing defines it"
            yield Fault(examined.provisions[at], words, message, "say in a definition what it includes", start)


def _nouns(text: str) -> "Iterator[tuple[str, int]]":
    """Yield the nouns of the list in the sentences that lay down a duty or a bar, and where each begins."""
    for sentence in _SENTENCE.finditer(text, len(heading_of(text))):
        if _DUTY.search(sentence[0]):
            for match in _NOUN.finditer(text, sentence.start(), sentence.end()):
                yield match[0], match.start()


def _singular(words: str) -> str:
    """Return the form in which uses of one noun are the same: whose enforcement it is makes no other noun."""
    small = key(words).removeprefix("federal ").removeprefix("civil ")
    return small[:-3] + "y" if small.endswith("ies") else small.removesuffix("s")


def _defined(examined: "Examined", first: dict[str, tuple[int, str, int]]) -> set[str]:
    """Return the nouns of `first` that are defined, alone or as part of a longer or shorter term."""
    terms = [definition.term for definition in examined.definitions]
    nouns = list(first)
    found = {nouns[at] for at, _ in uses_in(terms, [words for _, words, _ in first.values()])}
    return found | {_singular(use.term) for _, use in uses_in(nouns, terms)}
