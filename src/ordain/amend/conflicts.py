"""Conflicts between sheets that address one print: what each does to what another amends, and in which order."""

from enum import Enum
from itertools import combinations, permutations, product
from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.amend.outcome import outcome
from ordain.amend.sequence import cited_by, fits, is_same, relabelled
from ordain.amend.splices import Come, Gone, Splice, Went, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ordain.amend.adopt import Made
    from ordain.amend.bill import Bill


class Relation(Enum):
    """What two sheets are to each other."""

    INDEPENDENT = "independent"
    SAME_WORDS = "they amend the same words"
    STRIKES = "one strikes what the other amends"
    RENUMBERS = "one renumbers what the other cites"
    ORDER = "the order of adoption matters"
    MOOTS = "one moots the other"


class Conflict(Struct, frozen=True):
    """A relation of two sheets, and the instructions between which it holds."""

    relation: Relation
    one: int
    other: int


class Outcome(Struct, frozen=True):
    """A text that some orders of adoption give: these orders, and in each the sheets that no longer fit."""

    lines: tuple[str, ...]
    orders: tuple[tuple[int, ...], ...]
    fallen: tuple[tuple[int, ...], ...]


Motion = tuple["Made", ...]
"""A sheet as found in the bill."""


def conflicts(bill: "Bill", one: Motion, other: Motion) -> tuple[Conflict, ...]:
    """Return every relation of two sheets but independence: none where they are independent.

    They are independent where both fit in either order, either order gives the same
    bill, and neither cites what the other renumbers.
    """
    found = [conflict for its, of in product(one, other) for conflict in _between(its, of)]
    for its, of in ((one, other), (other, one)):
        number = next((made.item.number for made in its if relabelled(bill, made.splices)), None)
        changed = relabelled(bill, _splices(its))
        for made in of if changed else ():
            if cited_by(bill, made.splices) & changed:
                numbers = (number or its[-1].item.number, made.item.number)
                found.append(Conflict(Relation.RENUMBERS, *(numbers if its is one else numbers[::-1])))
    return tuple(dict.fromkeys(found))


def outcomes(bill: "Bill", motions: "Sequence[Motion]") -> tuple[Outcome, ...]:
    """Return the distinct texts that the orders of adoption of some sheets give, each order tried.

    A sheet that does not fit what was adopted before it falls as a whole.
    """
    found: dict[tuple[str, ...], list[tuple[tuple[int, ...], tuple[int, ...]]]] = {}
    for order in permutations(range(len(motions))):
        lines, fallen = adopted_in(bill, [motions[at] for at in order])
        found.setdefault(lines, []).append((order, tuple(order[at] for at in fallen)))
    return tuple(
        Outcome(lines, tuple(order for order, _ in its), tuple(fallen for _, fallen in its))
        for lines, its in found.items()
    )


def adopted_in(bill: "Bill", motions: "Sequence[Motion]") -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return the paragraphs that sheets give when they are adopted one after the other, and which of them fell."""
    done: list[Splice] = []
    fallen = []
    for at, motion in enumerate(motions):
        splices = _splices(motion)
        if all(fits(later, earlier) for later, earlier in product(splices, done)):
            done += splices
        else:
            fallen.append(at)
    return tuple(it.line for it in outcome(bill, done)), tuple(fallen)


def triples(many: int) -> "Iterator[tuple[int, ...]]":
    """Yield the sets of sheets whose orders are tried: all of them, or every three of more."""
    yield from combinations(range(many), min(many, 3))


def _splices(motion: Motion) -> list[Splice]:
    return [splice for made in motion for splice in made.splices]


def _between(its: "Made", of: "Made") -> "Iterator[Conflict]":
    for one, other in product(its.splices, of.splices):
        relation = _relation(one, other)
        if relation is not None:
            yield Conflict(relation, its.item.number, of.item.number)


def _relation(one: Splice, other: Splice) -> Relation | None:
    """Return what two splices are to each other, or None where both can be made in any order, to one end."""
    if is_same(one, other):
        return Relation.MOOTS
    either = (fits(one, other), fits(other, one))
    match one, other:
        case (Come(gap=gap, lines=its), Come(gap=at, lines=of)) if gap == at and all(either):
            return None if its + of == of + its else Relation.ORDER
        case (Come(gap=gap) | Went(gap=gap), Come(gap=at) | Went(gap=at)) if gap == at and all(either):
            return Relation.ORDER
        case Words(), Words() if not all(either):
            return Relation.SAME_WORDS
        case Words(at, start, end), Words() if (at, start, end) == (other.paragraph, other.start, other.end):
            return None if one.text + other.text == other.text + one.text else Relation.ORDER
        case Gone(), Gone() if _holds(one, other) or _holds(other, one):
            return Relation.MOOTS
        case (Gone(), _) | (_, Gone()) if not all(either):
            return Relation.STRIKES
        case _:
            return None if all(either) else Relation.ORDER


def _holds(one: Gone, other: Gone) -> bool:
    return one.first <= other.first and other.last <= one.last
