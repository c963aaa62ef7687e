"""Where the provisions of an order stand in a draft, and how that is known.

What a draft says itself (`from=`) comes first; else what is known of the version before it;
else likeness, with its score.
"""

from collections.abc import Sequence
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from ordain.compare.align import align
from ordain.compare.likeness import alike, held_in, words
from ordain.model.numbering import Level
from ordain.model.unit import Unit
from ordain.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator


class Demand(Struct, frozen=True, kw_only=True):
    """A recital or provision of an order: what it says as a sentence, and why it is not to be codified, if so."""

    id: str
    heading: str
    text: str
    is_recital: bool = False
    reason: str | None = None


class Way(Enum):
    """How it is known that a provision comes from the order."""

    SAID = "from="
    CARRIED = "as in the version before"
    ALIKE = "by likeness"
    INSIDE = "under a provision that does"


class Link(Struct, frozen=True):
    """A provision of the order from which a unit comes; `score` is the likeness where it rests on that."""

    id: str
    way: Way
    score: float | None = None


# The links of each unit of a draft, none for what is added.
Links: TypeAlias = tuple[tuple[Link, ...], ...]

# Where the draft or the version before it tells what comes from the order, only what is this
# much alike is added to that.
_ALIKE = 0.6
# So many of its words, in their order, must stand in a longer text before a provision is said to be part of it.
_WHOLE = 0.8
# Title and enacting clause are the form of a bill: nothing in them comes from a provision of the order.
FORM = (Level.TITLE, Level.ENACTING)


def links(
    demands: Sequence[Demand], units: Sequence[Unit], before: tuple[Sequence[Unit], Links] | None = None
) -> Links:
    """Return from which provisions of the order each unit comes.

    `before` is the version before this one, with its links.
    """
    speaks = any(unit.sources for unit in units)
    if speaks:
        found = _said(demands, units, before)
    elif before is not None:
        found = _carried(units, *before)
    else:
        found = [() for _ in units]
    found = _alike(demands, units, found, least=_ALIKE if speaks or before is not None else 0.0)
    return tuple(_inside(units, found))


def heads_a_list(unit: Unit) -> bool:
    """Whether the sentence of a unit goes on in what stands below it."""
    return unit.text.rstrip().endswith((":", "\u2014"))


def _said(
    demands: Sequence[Demand], units: Sequence[Unit], before: tuple[Sequence[Unit], Links] | None
) -> list[tuple[Link, ...]]:
    """Return what `from=` says: ids of the order, or of the version before."""
    known = {demand.id for demand in demands}
    older = {unit.id: its for unit, its in zip(*before, strict=True) if unit.id} if before is not None else {}
    out = []
    for unit in units:
        its: dict[str, Link] = {}
        for name in unit.sources:
            named = [name] if name in known else [link.id for link in older.get(name, ())]
            its |= {each: Link(each, Way.SAID) for each in named}
        out.append(tuple(its.values()))
    return out


def _carried(units: Sequence[Unit], older: Sequence[Unit], held: Links) -> list[tuple[Link, ...]]:
    """Return what the counterparts in the version before come from; nothing is surer than it was there."""
    out: list[tuple[Link, ...]] = [()] * len(units)
    for pair in align(older, units):
        before = tuple(word for i in pair.old for word in words(older[i]))
        now = tuple(word for j in pair.new for word in words(units[j]))
        likeness = alike(before, now)
        found: dict[str, Link] = {}
        for link in (link for i in pair.old for link in held[i]):
            score = likeness if link.score is None else min(likeness, link.score)
            found.setdefault(link.id, Link(link.id, Way.CARRIED, score))
        for j in pair.new:
            out[j] = tuple(found.values())
    return out


def _alike(
    demands: Sequence[Demand], units: Sequence[Unit], found: Sequence[tuple[Link, ...]], *, least: float
) -> list[tuple[Link, ...]]:
    """Return the links with those added by likeness, for what of the order nothing comes from."""
    out = list(found)
    free = [at for at, unit in enumerate(units) if not out[at] and unit.level not in FORM]
    for as_unit in (_with_heading, _without_heading):
        known = {link.id for its in out for link in its}
        wanted = [demand for demand in demands if demand.id not in known and demand.reason is None]
        olds = [as_unit(demand) for demand in wanted]
        # Ids of the order and of the draft may be the same words for other things.
        news = [replace(units[at], id=None, sources=()) for at in free]
        for pair in align(olds, news):
            for i, j in ((i, j) for i in pair.old for j in pair.new):
                score = alike(words(olds[i]), words(news[j]))
                if score >= least:
                    out[free[j]] = (*out[free[j]], Link(wanted[i].id, Way.ALIKE, score))
        free = [at for at in free if not out[at]]
    return _with_joined(demands, units, out)


def _with_heading(demand: Demand) -> Unit:
    heading = "WHEREAS," if demand.is_recital else f"{demand.heading.upper()}."
    return Unit(tokens=tokenize(f"{heading} {demand.text}"))


def _without_heading(demand: Demand) -> Unit:
    return Unit(tokens=tokenize(demand.text))


def _with_joined(
    demands: Sequence[Demand], units: Sequence[Unit], found: list[tuple[Link, ...]]
) -> list[tuple[Link, ...]]:
    """Return the links with those of provisions that stand whole inside a unit which comes from another one as well."""
    known = {link.id for its in found for link in its}
    texts = [words(unit) for unit in units]
    for demand in demands:
        if demand.id in known or demand.reason is not None:
            continue
        wanted = words(_without_heading(demand))
        score, _, at = max(
            ((held_in(wanted, text), -at, at) for at, text in enumerate(texts) if units[at].level not in FORM),
            default=(0.0, 0, 0),
        )
        if score >= _WHOLE:
            found[at] = (*found[at], Link(demand.id, Way.ALIKE, score))
    return found


def _inside(units: Sequence[Unit], found: Sequence[tuple[Link, ...]]) -> "Iterator[tuple[Link, ...]]":
    """Yield the links of each unit; an item without its own has those of the sentence it completes."""
    above: list[tuple[int, tuple[Link, ...]]] = []
    for unit, its in zip(units, found, strict=True):
        while above and above[-1][0] >= unit.depth:
            above.pop()
        if not its and above:
            its = tuple(Link(link.id, Way.INSIDE) for link in above[-1][1])  # noqa: PLW2901 - what it has from above
        yield its
        if heads_a_list(unit):
            above.append((unit.depth, its))
        elif above:
            above.append((unit.depth, ()))
