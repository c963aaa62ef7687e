"""A finding: one thing that a sentence says about its force, with the words that say it."""

from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Hashable

    from ordain.model.duty import Duty
    from ordain.model.force import Aspect


class Position(Enum):
    """Where in its sentence something stands."""

    SUBJECT = "subject"
    ACT = "act"
    CONDITION = "condition"
    EXCEPTION = "exception"

    @property
    def is_clause(self) -> bool:
        """Whether this is a clause that takes a case out or lets one in."""
        return self in {Position.CONDITION, Position.EXCEPTION}


class Finding(Struct, frozen=True):
    """What is said: about what, of which family, the value that is compared, the duty that governs it, and where.

    Two findings of one family and value say the same.  `start` and `end` are positions in
    the text of the provision.  `note` is what a rule of this
    aspect needs to tell the direction, and no part of what is compared.
    """

    aspect: "Aspect"
    family: str
    value: "Hashable"
    text: str
    start: int
    end: int
    position: Position
    duty: "Duty | None" = None
    note: str = ""
