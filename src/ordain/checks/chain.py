"""A matter with everything in it, as the rules about matters read it."""

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from ordain.model.draft import Draft
    from ordain.model.house import House
    from ordain.model.matter import Matter
    from ordain.model.order import Order


class Chain(Struct, frozen=True, kw_only=True):
    """A matter, its order, its house, and its drafts from first to last.

    `file` is that of the matter.  `drafted` is what the templates make of the order, and
    `first` what stands in the file of the first draft, None where it is not there.
    """

    matter: "Matter"
    file: str
    order: "Order"
    house: "House"
    drafts: "tuple[Draft, ...]"
    first_file: str
    first: str | None
    drafted: str
