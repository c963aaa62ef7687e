"""Render an order through its house: as the order's own text, and as the first draft of an ordinance."""

from itertools import groupby
from typing import TYPE_CHECKING

from ordain.drafting.environment import render
from ordain.drafting.filters import capital
from ordain.drafting.sentence import policy, predicate, sentence
from ordain.model.heading import BLANK
from ordain.model.order import Codify, Order, OrderProvision

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ordain.model.house import House

ORDINANCE = "ordinance.txt.j2"
ORDER = "order.txt.j2"


def draft_order(order: Order, house: "House", templates: "Mapping[str, str]", folder: str) -> str:
    """Return the text of the order itself, in the house's form of an order."""
    return render(templates, ORDER, _values(order, house), folder)


def draft_ordinance(order: Order, house: "House", templates: "Mapping[str, str]", folder: str) -> str:
    """Return the first draft of the ordinance that codifies the order."""
    return render(templates, ORDINANCE, _values(order, house), folder)


def by_heading(provisions: "Iterable[OrderProvision]") -> list[tuple[str, list[OrderProvision]]]:
    """Return runs of provisions under one heading: what an order says under it is one section, a part for each."""
    return [(heading, list(run)) for heading, run in groupby(provisions, key=lambda provision: provision.heading)]


def _values(order: Order, house: "House") -> dict[str, object]:
    words = dict(house.words)

    def codified(kind: str) -> list[OrderProvision]:
        return [provision for provision in order.provisions if provision.codify is Codify(kind)]

    def as_said(provision: OrderProvision) -> str:
        return provision.said or sentence(provision, words)

    return {
        "order": order,
        "house": house,
        "formulas": dict(house.formulas),
        "words": words,
        "blank": BLANK,
        "codified": codified,
        "sentence": lambda provision: sentence(provision, words),
        "policy": policy,
        "predicate": predicate,
        "as_said": as_said,
        "by_heading": by_heading,
        "capital": capital,
    }
