"""A finding: what a check says of a draft, an order or a matter, and whether it is waived."""

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from ordain.checks.catalog import DRAFT_RULES, MATTER_RULES, ORDER_RULES
from ordain.checks.examined import examine
from ordain.errors import Problem

if TYPE_CHECKING:
    from ordain.checks.chain import Chain
    from ordain.model.draft import Draft
    from ordain.model.house import House
    from ordain.model.order import Order


class Finding(Struct, frozen=True):
    """A place where a text breaks a rule; `waived` is the reason for letting it stand, or None."""

    problem: Problem
    waived: str | None = None


def check(draft: "Draft", house: "House") -> tuple[Finding, ...]:
    """Return what the rules find in a draft, by rule and place."""
    examined = examine(draft, house)
    waivers = dict(draft.front.waivers)
    return tuple(
        Finding(Problem(fault.message, fault.remedy, fault.place(), rule.CODE), waivers.get(rule.CODE))
        for rule in DRAFT_RULES
        for fault in rule.check(examined)
    )


def check_order(order: "Order") -> tuple[Finding, ...]:
    """Return what a drafter must still find out before the order can become law."""
    return tuple(Finding(replace(problem, code=rule.CODE)) for rule in ORDER_RULES for problem in rule.check(order))


def check_matter(chain: "Chain") -> tuple[Finding, ...]:
    """Return what does not fit between an order and its drafts; the draft where it stands may waive it."""
    waivers = {draft.file: dict(draft.front.waivers) for draft in chain.drafts}
    return tuple(
        Finding(
            replace(problem, code=rule.CODE),
            waivers.get(problem.place.file if problem.place else None, {}).get(rule.CODE),
        )
        for rule in MATTER_RULES
        for problem in rule.check(chain)
    )
