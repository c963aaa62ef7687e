"""A draft: the text of one version of a bill, or of an order, as a value."""

import datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.model.numbering import Level
from ordain.model.provision import Provision, units
from ordain.traced import Traced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.model.unit import Unit


# Stands for a date that nobody gives: the clock would give other bytes each time.
UNDATED = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)


class Front(Struct, frozen=True, kw_only=True):
    """What stands before the text: None is what is not known, and is printed as a blank.

    `rationale` gives the reason for a change by the id of the provision, `dropped` the
    reason why a provision of the order is left out, by its id, `waivers` the reason why
    a finding is let stand, by its code.
    """

    house: str
    instrument: str = "ordinance"
    bill: str | None = None
    council: str | None = None
    enactment: str | None = None
    version: str | None = None
    base: str | None = None
    date: datetime.date | None = None
    title: str | None = None
    sponsors: tuple[str, ...] | None = None
    author: str | None = None
    illustrative: bool = False
    rationale: tuple[tuple[str, str], ...] = ()
    dropped: tuple[tuple[str, str], ...] = ()
    waivers: tuple[tuple[str, str], ...] = ()


class Draft(Traced, frozen=True, kw_only=True):
    """Front matter and a tree of provisions: title, recitals, enacting clause, sections."""

    apart = ("file",)

    front: Front
    provisions: tuple[Provision, ...]
    file: str | None = None

    @property
    def title(self) -> str:
        """The caption of the bill, in capitals as the council prints it, or nothing."""
        return next((p.text for p in self.provisions if p.level is Level.TITLE), "")

    def units(self) -> "tuple[Unit, ...]":
        """Every paragraph of the text in reading order, without what is printed of the front matter."""
        return units(self.provisions)

    def walk(self) -> "Iterator[Provision]":
        """Yield every provision in reading order."""
        stack = list(reversed(self.provisions))
        while stack:
            provision = stack.pop()
            yield provision
            stack += reversed(provision.children)
