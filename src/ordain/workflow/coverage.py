"""Coverage of a matter: its order against every version of its chain, and what that makes for a report."""

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.chain.coverage import Coverage, Edition, coverages
from ordain.chain.ripple import Ripple, ripples
from ordain.chain.sites import Demand
from ordain.drafting.filters import capital
from ordain.drafting.sentence import sentence
from ordain.force.between import force
from ordain.model.heading import BLANK
from ordain.model.order import Codify
from ordain.workflow.chain import load_chain
from ordain.workflow.sources import load_order

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ordain.model.force import Signal
    from ordain.model.matter import Matter
    from ordain.model.order import Order, OrderProvision, ReportLimits
    from ordain.workflow.houses import Houses


class Covering(Struct, frozen=True):
    """A matter with its versions as texts, and the coverage of each.

    `ripples` are, for each version, what its changed definitions and thresholds reach.
    """

    matter: "Matter"
    chain: tuple[Edition, ...]
    versions: tuple[Coverage, ...]
    ripples: tuple[tuple[Ripple, ...], ...]


def cover(folder: Path, known: "Houses") -> Covering:
    """Return the coverage of every version of the matter in a folder."""
    matter, chain = load_chain(folder, known)
    order, source = load_order(folder / matter.order, known)
    vocabulary = source.house.vocabulary

    def by_words(old: str, new: str) -> "Sequence[Signal]":
        return force(old, new, vocabulary)

    asked = demands(order, dict(source.house.words))
    reached = [ripples(old.units, new.units, by_words) for old, new in pairwise(chain)]
    return Covering(matter, chain, coverages(asked, chain, by_words), ((), *reached))


def demands(order: "Order", words: "Mapping[str, str]") -> tuple[Demand, ...]:
    """Return what an order says, recital by recital and provision by provision, each as a sentence of its fields.

    The order's own sentence is often in the indicative; the fields say who shall do what.
    """
    recitals = [Demand(id=it.id, heading="", text=capital(it.text), is_recital=True) for it in order.recitals]
    provisions = [
        Demand(
            id=it.id,
            heading=it.heading,
            text=_says(it, words),
            reason=it.reason if it.codify is Codify.NOT_CODIFIED else None,
        )
        for it in order.provisions
    ]
    return (*recitals, *provisions)


# An order's provision of this act says what a word means.
_DEFINES = "mean"


def _says(provision: "OrderProvision", words: "Mapping[str, str]") -> str:
    if provision.act == _DEFINES:
        return f"{provision.actor.name} means {provision.object or BLANK}."
    offense = [f"It is unlawful for any person to {provision.conduct}."] if provision.conduct else []
    return " ".join([*offense, sentence(provision, words), *_limits(provision.report)])


def _limits(report: "ReportLimits | None") -> list[str]:
    """Return what a report must state and must leave out, as sentences."""
    if report is None:
        return []
    holds = [f"A report shall state {', '.join(report.holds)}."] if report.holds else []
    omits = [f"A report shall not contain {', or '.join(report.omits)}."] if report.omits else []
    return [*holds, *omits]
