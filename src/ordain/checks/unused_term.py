"""D004: a term that is defined and never used.

A definition without a use is a trace of a rule that was dropped, or of a rule that calls the thing by another name.
In the second case that rule does not mean what its drafter thinks.

Source: 101 Pa. Code § 15.65: a definition spares a repetition, and the defined word is to be used in its place.

Bad:

    SECTION 1. DEFINITIONS. In this article, "public lot" means a lot that the City owns.
    SECTION 2. HOURS. The Clerk shall post the hours of every parking place.

Good:

    SECTION 1. DEFINITIONS. In this article, "public lot" means a lot that the City owns.
    SECTION 2. HOURS. The Clerk shall post the hours of every public lot.
"""

import re
from typing import TYPE_CHECKING

from ordain.checks.fault import Fault
from ordain.checks.termuses import uses_in
from ordain.model.provision import heading_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.checks.examined import Examined
    from ordain.norms.terms import Definition

CODE = "D004"


def check(examined: "Examined") -> "Iterator[Fault]":
    """Yield every definition none of whose terms is used outside it."""
    used = _used(examined)
    groups: dict[tuple[int, str], list[Definition]] = {}
    for definition in examined.definitions:
        groups.setdefault((definition.at, definition.meaning), []).append(definition)
    for (at, _), group in groups.items():
        if not any(used.get(term, set()) - {at} for it in group for term in _alternatives(it.term)):
            provision, term = examined.provisions[at], group[0].term
            message = f"'{term}' is defined, and no rule uses it"
            remedy = "leave it out, or use the term where it is meant"
            yield Fault(provision, term, message, remedy, examined.found(at, term))


def _used(examined: "Examined") -> dict[str, set[int]]:
    """Return the positions of the paragraphs that use each term; a heading uses none."""
    texts = [_without_heading(examined.provisions[at].text) for at in examined.law]
    terms = {term for it in examined.definitions for term in _alternatives(it.term)}
    found: dict[str, set[int]] = {}
    for text, use in uses_in(terms, texts):
        found.setdefault(use.term, set()).add(examined.law[text])
    return found


def _alternatives(term: str) -> list[str]:
    """Return the terms that one definition gives as one: "business or business entity"."""
    return re.split(r"\s+or\s+", term)


def _without_heading(text: str) -> str:
    return text[len(heading_of(text)) :]
