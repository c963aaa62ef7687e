"""All rules, by what they read, and what a module is that holds one."""

from inspect import cleandoc
from typing import TYPE_CHECKING, Protocol

from ordain.checks import (
    and_or,
    bare_exception,
    closing,
    defined_twice,
    lost_in_code,
    matter_base,
    matter_first,
    matter_recipient,
    matter_source,
    matter_stage,
    matter_time,
    negative_subject,
    numbering,
    operative_noun,
    order_example,
    order_exception,
    order_time,
    personal_data,
    references,
    shall_and_must,
    title,
    undefined_term,
    unreadable,
    unused_term,
    waiver_code,
    waiver_unused,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.checks.chain import Chain
    from ordain.checks.examined import Examined
    from ordain.checks.fault import Fault
    from ordain.errors import Problem
    from ordain.model.order import Order


class Rule(Protocol):
    """A rule: the docstring of its module says why it is one, and shows a bad and a good text."""

    __doc__: str | None
    CODE: str


class DraftRule(Rule, Protocol):
    """A rule about one draft."""

    def check(self, examined: "Examined", /) -> "Iterator[Fault]":
        """Yield every place where the draft breaks the rule."""


class OrderRule(Rule, Protocol):
    """A rule about one order."""

    def check(self, order: "Order", /) -> "Iterator[Problem]":
        """Yield every place where the order breaks the rule."""


class MatterRule(Rule, Protocol):
    """A rule about an order and the chain of drafts that codify it."""

    def check(self, chain: "Chain", /) -> "Iterator[Problem]":
        """Yield every place where the matter breaks the rule."""


DRAFT_RULES: "tuple[DraftRule, ...]" = (
    numbering,
    negative_subject,
    references,
    unused_term,
    undefined_term,
    defined_twice,
    operative_noun,
    shall_and_must,
    lost_in_code,
    closing,
    title,
    bare_exception,
    personal_data,
    and_or,
)
ORDER_RULES: "tuple[OrderRule, ...]" = (order_time, order_exception, order_example)
MATTER_RULES: "tuple[MatterRule, ...]" = (
    matter_base,
    matter_first,
    matter_source,
    matter_stage,
    matter_time,
    matter_recipient,
)
WAIVER_RULES: "tuple[Rule, ...]" = (waiver_code, waiver_unused)
READING: "tuple[Rule, ...]" = (unreadable,)

RULES: "dict[str, Rule]" = {
    rule.CODE: rule for rule in (*DRAFT_RULES, *ORDER_RULES, *MATTER_RULES, *WAIVER_RULES, *READING)
}


def explain(code: str) -> str:
    """Return why a rule is one, and what it finds: the docstring of its module."""
    return cleandoc(RULES[code].__doc__ or "")
