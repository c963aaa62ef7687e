"""Which provisions of a draft the text of each of them cites."""

from typing import TYPE_CHECKING

from ordain.model.addresses import addresses_of
from ordain.model.references import find, resolve

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ordain.model.addresses import Addresses
    from ordain.model.references import Reference
    from ordain.model.unit import Unit


def citations(units: "Sequence[Unit]") -> tuple[tuple[int, ...], ...]:
    """Return for each unit the positions of those that its text cites, in order, each once and never its own."""
    addresses = addresses_of(units)
    places = {id(unit): at for at, unit in enumerate(units)}
    out = []
    for at, unit in enumerate(units):
        found = (
            place
            for reference in find(unit.text, unit.address)
            for place in _cited(reference, addresses, units, places)
        )
        out.append(tuple(place for place in dict.fromkeys(found) if place != at))
    return tuple(out)


# A wider range, as in "Sections 1 through 15 are to be compiled", says something of the whole bill.
_WIDEST = 5


def _cited(
    reference: "Reference", addresses: "Addresses", units: "Sequence[Unit]", places: "Mapping[int, int]"
) -> "Iterator[int]":
    last: int | None = None
    for number in reference.numbers:
        address = resolve(number, addresses)
        found = [places[id(unit)] for unit in addresses.at(address)] if address is not None else []
        if number.through and last is not None and found:
            between = [at for at in range(last + 1, found[0]) if units[at].depth == units[last].depth]
            yield from between if len(between) <= _WIDEST else ()
        yield from found
        last = found[0] if found else None
