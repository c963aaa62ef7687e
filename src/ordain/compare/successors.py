"""Which address became which: the pairs of a comparison, as a reader cites them."""

from typing import TYPE_CHECKING, assert_never

from msgspec import Struct

from ordain.compare.changes import Altered, Change, Inserted, Joined, Kept, Moved, Removed, Renumbered, Split
from ordain.model.addresses import Addresses, address_of, addresses_of, join_address, split_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ordain.model.unit import Unit


class Successors(Struct, frozen=True):
    """The addresses of both texts, and what became of each old one, and what each new one was.

    What was split became its first part, and each part was it.  An address that stands
    twice in the old text became nothing: it cites nothing.
    """

    old: Addresses
    new: Addresses
    became: dict[str, str]
    was: dict[str, str]


def successors(changes: "Iterable[Change]", old: "Sequence[Unit]", new: "Sequence[Unit]") -> Successors:
    """Return which address became which, from what happened to each provision, kept ones included.

    `old` and `new` are both texts in reading order.
    """
    addresses = addresses_of(old), addresses_of(new)
    became: dict[str, str] = {}
    was: dict[str, str] = {}
    holders: list[tuple[str, str]] = []
    for one, other in (pair for change in changes for pair in pairs_of(change)):
        before, after = address_of(one), address_of(other)
        if before is None or after is None or len(addresses[0].at(before)) > 1:
            continue
        holders += _outer(before, after)
        became.setdefault(before, after)
        was.setdefault(after, before)
    for before, after in holders:
        became.setdefault(before, after)
        was.setdefault(after, before)
    return Successors(*addresses, became, was)


def pairs_of(change: Change) -> "Iterator[tuple[Unit, Unit]]":
    """Yield who became whom: of what was split, each part in turn; of what was joined, each."""
    match change:
        case Kept(old, new) | Renumbered(old, new) | Moved(old, new) | Altered(old, new):
            yield old, new
        case Split(old, parts):
            yield from ((old, part) for part in parts)
        case Joined(parts, new):
            yield from ((part, new) for part in parts)
        case Inserted() | Removed():
            pass
        case _:
            assert_never(change)


def _outer(before: str, after: str) -> "Iterator[tuple[str, str]]":
    """Yield what holds both, where it may have no paragraph of its own, as (a) in "(a)(1) The Clerk"."""
    old, new = split_address(before), split_address(after)
    if len(old[1]) == len(new[1]):
        for many in range(len(old[1])):
            yield join_address(old[0], old[1][:many]), join_address(new[0], new[1][:many])
