"""How the page says where something stands, and what a provision is called."""

from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.model.numbering import Level
from ordain.model.provision import heading_of

if TYPE_CHECKING:
    from ordain.model.unit import Unit


class Spot(Struct, frozen=True):
    """Where a provision stands: its address, and the heading that it opens with, or nothing."""

    address: str
    heading: str = ""

    def said(self) -> str:
        """Return the place in one line.

        >>> Spot("Section 4", "PUBLIC SAFETY DATA").said()
        'Section 4, PUBLIC SAFETY DATA'
        """
        return ", ".join(part for part in (self.address, self.heading) if part)


def spot(unit: "Unit") -> Spot:
    """Return where a unit stands; a definition without a number is told by the term it defines."""
    heading = "" if unit.level in _UNHEADED else heading_of(unit.text).rstrip(".")
    address = unit.address or unit.label
    if unit.level is Level.FURTHER and heading:
        address = address.partition(", further")[0]
    return Spot(address, heading if len(heading) <= _LONGEST else "")


def slug(text: str) -> str:
    """Return a name that can stand in an address of the page.

    >>> slug("Section 4(B)")
    'section-4-b'
    """
    signs = "".join(sign if sign.isascii() and sign.isalnum() else " " for sign in text.casefold())
    return "-".join(signs.split())


# These are named by what they are.
_UNHEADED = (Level.TITLE, Level.RECITAL, Level.ENACTING)
# A longer heading is no name.
_LONGEST = 80
