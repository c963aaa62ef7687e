"""D013: a report that must state personal data.

What a report states will be asked for as a public record, and published.
A name, an address or an immigration status in it cannot be called back.

Source: Nashville published a list under its Executive Order 30 with names of persons, which were removed by
May 29, 2025.

Bad:

    SECTION 1. REPORTS. A report under this section shall state the date and the name of each person who was questioned.

Good:

    SECTION 1. REPORTS. A report under this section shall state the date and shall not state the name of a person.
"""

import re
from typing import TYPE_CHECKING

from ordain.checks.fault import Fault
from ordain.model.provision import heading_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.checks.examined import Examined

CODE = "D013"

_REPORT = r"(?:reports?|notices?|notifications?|lists?|logs?|summar(?:y|ies)|registers?|statements?)"
_STATES = r"(?:state|include|contain|give|list|name|identify|set\s+(?:out|forth)|hold|describe|disclose|specify|show)"
# What is in a report: "A report under this section shall state ...", "shall report the name of".
_LAYS_DOWN = re.compile(
    rf"\b{_REPORT}\b[^.;]*?\b(?:shall|must|is\s+to|are\s+to)\s+(?:also\s+)?{_STATES}\b"
    r"|\b(?:shall|must)\s+(?:report|list|publish)\b",
    re.IGNORECASE,
)
_PERSON = (
    r"(?:person|individual|resident|immigrant|detainee|employee|officer|member|witness|victim|child|family|people)"
)
_OF_PERSON = rf"\s+of\s+(?:a|an|any|the|each|every|all|those)\s+(?:\w+\s+)?{_PERSON}"
_PERSONAL = re.compile(
    rf"""\b(?:
      (?:full\s+)?names?(?=\s*[,.;]|\s+(?:and|or)\b|{_OF_PERSON}|\s*$)
    | (?<!mail\s)(?:(?:home|street)\s+)?address(?:es)?(?=\s*[,.;]|\s+(?:and|or)\b|{_OF_PERSON}|\s*$)
    | (?:immigration|citizenship)\s+status(?:es)? | nationalit(?:y|ies) | countr(?:y|ies)\s+of\s+(?:origin|birth)
    | (?:date|place)s?\s+of\s+birth | social\s+security\s+numbers? | (?:tele)?phone\s+numbers? | photographs?
    | identit(?:y|ies)(?={_OF_PERSON})
    )(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
# Behind these stands what a report leaves out.
_OUT = re.compile(r"\b(?:not|without|omit(?:s|ting)?|excluding|except)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.;]+")


def check(examined: "Examined") -> "Iterator[Fault]":
    """Yield every sentence or item of a list by which a report must state personal data."""
    listed: int | None = None
    for at in examined.law:
        text, depth = examined.provisions[at].text, examined.units[at].depth
        if listed is not None and depth <= listed:
            listed = None
        if listed is not None:
            yield from _stated(examined, at, 0, len(text))
            continue
        for sentence in _SENTENCE.finditer(text, len(heading_of(text))):
            duty = _LAYS_DOWN.search(text, sentence.start(), sentence.end())
            if duty:
                yield from _stated(examined, at, duty.end(), sentence.end())
                listed = depth if text.endswith(":") and sentence.end() == len(text) else listed


def _stated(examined: "Examined", at: int, lo: int, hi: int) -> "Iterator[Fault]":
    """Yield a fault at the first of the personal data between two places of a paragraph."""
    provision = examined.provisions[at]
    out = _OUT.search(provision.text, lo, hi)
    found = list(_PERSONAL.finditer(provision.text, lo, out.start() if out else hi))
    if found:
        named = ", ".join(f"'{match[0]}'" for match in found)
        message = f"a report must state personal data: {named}"
        remedy = "leave it out, and bar it: 'A report shall not state the name of a person'"
        yield Fault(provision, found[0][0], message, remedy, found[0].start())
