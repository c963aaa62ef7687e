"""D006: a term that is defined twice for the same text.

Of two definitions neither says which of them counts, and a court may choose.
Two sections may each define a term for themselves.

Source: 101 Pa. Code § 15.92: the same expression throughout, for another one is read as another meaning.

Bad:

    SECTION 1. DEFINITIONS. In this article, "lot" means a parking lot.
    SECTION 2. FEES. In this article, "lot" means a parking lot or a vacant lot.

Good:

    SECTION 1. DEFINITIONS. In this article, "lot" means a parking lot or a vacant lot.
"""

import re
from typing import TYPE_CHECKING

from ordain.checks.fault import Fault
from ordain.model.numbering import Level
from ordain.norms.terms import key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.checks.examined import Examined

CODE = "D006"

# "As used in this section", "For the purposes of this article": what a definition is for.
_FOR = re.compile(r"\bthis\s+(section|subsection|paragraph)\b", re.IGNORECASE)


def check(examined: "Examined") -> "Iterator[Fault]":
    """Yield every definition behind the first of its term for the same text."""
    scopes = _scopes(examined)
    first: dict[tuple[str, str], int] = {}
    for definition in examined.definitions:
        at = first.setdefault((key(definition.term), scopes[definition.at]), definition.at)
        if at != definition.at:
            message = f"'{definition.term}' is defined in {examined.units[at].address} already"
            provision = examined.provisions[definition.at]
            start = examined.found(definition.at, definition.term)
            yield Fault(provision, definition.term, message, "keep one of the two definitions", start)


def _scopes(examined: "Examined") -> dict[int, str]:
    """Return what a definition in each paragraph is for: the address of a section or less, or nothing for the whole."""
    defining = {definition.at for definition in examined.definitions}
    found: dict[int, str] = {}
    above: list[int] = []
    for at, unit in enumerate(examined.units):
        del above[unit.depth :]
        above.append(at)
        if at in defining:
            found[at] = _scope(examined, above)
    return found


def _scope(examined: "Examined", above: "list[int]") -> str:
    """Return what a definition is for whose paragraph is the last of `above`, which stand inside each other."""
    for position in range(len(above) - 1, -1, -1):
        match = _FOR.search(examined.provisions[above[position]].text)
        if match:
            return examined.units[_holder(examined, above[: position + 1], match[1].lower())].address
    return ""


def _holder(examined: "Examined", above: "list[int]", name: str) -> int:
    """Return the last of `above` that is what `name` says, or else the outermost."""
    levels = {
        "section": (Level.SECTION, Level.CODE),
        "subsection": (Level.SUBSECTION,),
        "paragraph": (Level.PARAGRAPH,),
    }[name]
    return next((at for at in reversed(above) if examined.provisions[at].level in levels), above[0])
