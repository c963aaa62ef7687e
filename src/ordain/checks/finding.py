"""What a check says, and the list of checks."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ordain.checks import negative_subject, numbering
from ordain.errors import Place, Problem

if TYPE_CHECKING:
    from ordain.model.draft import Draft
    from ordain.model.house import House
    from ordain.model.provision import Provision

# A rule yields provisions with the words that are at fault, the message and the remedy.
Rule = Callable[["Draft", "House"], Iterator[tuple["Provision", str, str, str]]]

RULES: dict[str, Rule] = {
    numbering.CODE: numbering.check,
    negative_subject.CODE: negative_subject.check,
}


@dataclass(frozen=True, slots=True)
class Finding:
    """A place where a draft breaks a rule; `waived` is the reason for letting it stand, or None."""

    problem: Problem
    waived: str | None = None


def check(draft: "Draft", house: "House") -> tuple[Finding, ...]:
    """Return what the rules find in a draft, by rule and place."""
    waivers = dict(draft.front.waivers)
    return tuple(
        Finding(Problem(message, remedy, _place(provision, words), code), waivers.get(code))
        for code, rule in RULES.items()
        for provision, words, message, remedy in rule(draft, house)
    )


def _place(provision: "Provision", words: str) -> Place | None:
    """Return where the words at fault stand in the line of a provision."""
    place = provision.source
    at = place.excerpt.find(words) if place else -1
    return place if place is None or at < 0 else replace(place, column=at + 1, width=len(words))
