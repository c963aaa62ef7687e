"""Fields that several files share, each with what it says when it is filled in wrongly."""

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field

from ordain.errors import quoted
from ordain.notation import dates

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection


class FaultError(ValueError):
    """A fault that a validator finds: what is wrong, how to mend it, and the key at which it shows.

    `{name}` in the message stands for the name of the field.
    """

    def __init__(self, message: str, remedy: str, *at: str | int) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.at = at


def said(value: Any) -> str:
    """Return what a value is, for a message.

    >>> said("must"), said(None), said(["shall"])
    ("'must'", 'empty', 'a list')
    """
    match value:
        case None:
            return "empty"
        case str():
            return quoted(value)
        case list():
            return "a list"
        case _:
            return "a group of keys"


def _date(value: Any) -> "dt.date | None":
    date = dates.read_date(value) if isinstance(value, str) else None
    if value is not None and date is None:
        raise FaultError(f"{said(value)} is no date", dates.REMEDY)
    return date


def _truth(value: Any) -> Any:
    if value not in ("true", "false"):
        raise FaultError(f"{{name}} is {said(value)}", "write true or false")
    return value


def _some(items: "Collection[object]") -> "Collection[object]":
    if not items:
        raise FaultError("{name} is empty", "write at least one item")
    return items


# A date as every file of ours writes it.
DATE = BeforeValidator(_date)

Truth = Annotated[bool, BeforeValidator(_truth)]

# A list or group of one or more.  Counted here, since pydantic counts only what is not at
# fault itself, and would call a list with one bad item empty.
SOME = AfterValidator(_some)
SOME_IN_SCHEMA = Field(json_schema_extra={"minItems": 1})
