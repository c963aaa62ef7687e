"""A provision: one unit of a bill that can be cited or amended."""

import re
from typing import TYPE_CHECKING

from ordain.errors import Place
from ordain.model.numbering import Level
from ordain.model.unit import Unit
from ordain.text.tokens import tokenize
from ordain.traced import Traced

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# A heading is the run of capitals that opens a provision and ends in a period:
# "USE OF CITY RESOURCES. A City department ...".
_HEADING = re.compile(r"[A-Z0-9][^a-z.]*[A-Z][^a-z.]*\.(?=\s|$)")


class Provision(Traced, frozen=True, kw_only=True):
    """One paragraph of a bill with the provisions inside it.

    A further paragraph of a provision is its child of level FURTHER, without a label.
    """

    apart = ("source",)

    level: Level
    text: str
    label: str = ""
    children: "tuple[Provision, ...]" = ()
    id: str | None = None
    sources: tuple[str, ...] = ()
    source: Place | None = None


def heading_of(text: str) -> str:
    """Return the capitals that open a provision's text, or nothing.

    >>> heading_of("EFFECTIVE DATE. This Ordinance takes effect")
    'EFFECTIVE DATE.'
    """
    match = _HEADING.match(text)
    return match[0] if match else ""


def units(provisions: "Iterable[Provision]") -> tuple[Unit, ...]:
    """Flatten a tree of provisions in reading order, each with its address.

    >>> inner = Provision(level=Level.SUBSECTION, label="(A)", text="Second.")
    >>> [u.address for u in units([Provision(level=Level.SECTION, label="SECTION 3.", text="", children=(inner,))])]
    ['Section 3', 'Section 3(A)']
    """
    return tuple(_flat(provisions, "", 0))


def _flat(provisions: "Iterable[Provision]", parent: str, depth: int) -> "Iterator[Unit]":
    unlabelled: dict[Level, int] = {}
    for provision in provisions:
        unlabelled[provision.level] = unlabelled.get(provision.level, 0) + 1
        address = _address(provision, parent, unlabelled[provision.level])
        yield Unit(
            tokens=tokenize(provision.text),
            id=provision.id,
            label=provision.label,
            address=address,
            level=provision.level,
            depth=depth,
            sources=provision.sources,
        )
        yield from _flat(provision.children, address, depth + 1)


# "SECTION 3.", "Sec. 3." and "Section 3." are all cited as "Section 3".
_SECTION = re.compile(r"sec(?:tion|\.)?\s+(\S+?)\.?", re.IGNORECASE)


def _address(provision: Provision, parent: str, place: int) -> str:
    match provision.level:
        case Level.TITLE:
            return "Title"
        case Level.ENACTING:
            return "Enacting clause"
        case Level.RECITAL:
            return f"Recital {place}"
        case Level.FURTHER:
            return f"{parent}, further paragraph {place}" if parent else f"Paragraph {place}"
        case Level.SECTION:
            match = _SECTION.fullmatch(provision.label)
            return f"Section {match[1]}" if match else f"Paragraph {provision.label.rstrip('.')}"
        case Level.CODE:
            return provision.label
        case _:
            label = provision.label if provision.label.startswith("(") else f"({provision.label.rstrip('.')})"
            return f"{parent}{label}"
