"""Read `order.yaml` into an order, and give its JSON Schema to editors."""

import datetime as dt
import re
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from ordain.errors import Place, Problem, quoted
from ordain.model import ids
from ordain.model.order import (
    Actor,
    Citation,
    Codify,
    Deadline,
    Exemption,
    Modal,
    Order,
    OrderProvision,
    Recital,
    ReportLimits,
)
from ordain.notation.yaml import Listing, Mapping, Node, Scalar, place_of
from ordain.readers.fields import DATE, SOME, SOME_IN_SCHEMA, FaultError, Truth
from ordain.readers.shape import Strict, read_shape

if TYPE_CHECKING:
    from collections.abc import Iterator

_NEGATIVE = re.compile(r"(?:no\s|nobody\b|none\b|neither\b)", re.IGNORECASE)


def _id(value: str) -> str:
    if not ids.is_id(value):
        raise FaultError(f"{quoted(value)} is no id", ids.REMEDY)
    return value


def _subject(value: str) -> str:
    if _NEGATIVE.match(value):
        raise FaultError(
            f"the actor is {quoted(value)}",
            "name who is addressed ('a City employee') and put the negation into the modal ('shall not')",
        )
    return value


def _filled(value: str) -> str:
    if not value.strip():
        raise FaultError("{name} is empty", "write it")
    return " ".join(value.split())


def _unit(value: Any) -> Any:
    if value in ("day", "days"):
        raise FaultError(f"{{name}} is '{value}'", "say 'calendar day' or 'business day'")
    return value


Id = Annotated[
    str,
    AfterValidator(_id),
    Field(description="Names the provision for good: small letters, digits, hyphens."),
]
Text = Annotated[str, AfterValidator(_filled)]


class _Source(Strict):
    """Where this was read."""

    address: str | None = Field(default=None, description="The address of the page or file, or null.")
    kind: Literal["primary", "news", "unverified", "none"] = Field(
        description="primary: the order or an official page; news: a report; unverified: sources differ or are "
        "cut off; none: an addition of the drafters."
    )

    @model_validator(mode="after")
    def _address_where_read(self) -> "_Source":
        if self.kind in ("primary", "news") and not self.address:
            raise FaultError(f"a {self.kind} source has no address", "give it, or say kind: unverified", "kind")
        return self


class _Actor(Strict):
    """Who is addressed."""

    name: Annotated[Text, AfterValidator(_subject)] = Field(
        description="The subject of the sentence with its article: 'a City employee'."
    )
    commanded: Truth = Field(description="Whether the issuer of the order commands them.")


class _Deadline(Strict):
    """A time limit; null where no source gives it, with a note."""

    number: Annotated[int, Field(gt=0)] | None
    unit: Annotated[Literal["business day", "calendar day", "hour", "month"] | None, BeforeValidator(_unit)] = Field(
        description="Days are business or calendar days: 'day' alone has been fought over in court."
    )
    after: Text | None = Field(default=None, description="What the time runs from: 'the communication'.")
    note: Text | None = None

    @model_validator(mode="after")
    def _whole_or_noted(self) -> "_Deadline":
        if (self.number is None) != (self.unit is None):
            raise FaultError(
                "the deadline has a number or a unit alone", "give both, or null for both with a note", "number"
            )
        if self.number is None and not self.note:
            raise FaultError(
                "the deadline is not known and has no note", "add `note:` with what the sources leave open", "number"
            )
        return self


class _Exception(Strict):
    """The case that is taken out."""

    text: Text = Field(description="Follows 'except': 'as required by law'.")
    basis: Text | None = Field(description="The law it rests on, or null where no source gives it.")


class _Report(Strict):
    """What a report may hold, and what it must leave out."""

    holds: tuple[Text, ...] = ()
    omits: tuple[Text, ...] = ()


def _open_ended(value: str) -> str:
    if value.endswith((".", ";", "; and")):
        raise FaultError("the recital ends with a sign", "leave it out: the house's template sets the end")
    return value


class _Recital(Strict):
    """A reason that the order gives."""

    id: Id
    text: Annotated[Text, AfterValidator(_open_ended)] = Field(
        description="Follows 'WHEREAS,'; without a period or '; and' at the end."
    )
    source: _Source


class _Provision(Strict):
    """One duty, bar or power of the order."""

    id: Id
    heading: Text
    actor: _Actor
    modal: Literal["shall", "shall not", "may", "may not"]
    act: Text = Field(description="The verb with what belongs to it: 'use'.")
    object: Text | None = None
    recipient: Text | None = Field(default=None, description="With its preposition: 'to the Office of the Mayor'.")
    trigger: Text | None = Field(
        default=None, description="When the duty arises: 'when an agent enters a City facility'."
    )
    deadline: _Deadline | None = None
    exception: _Exception | None = None
    report: _Report | None = None
    codify: Literal["section", "policy", "offense", "recital", "not-codified"]
    reason: Text | None = Field(default=None, description="Why it is not codified.")
    conduct: Text | None = Field(default=None, description="What an offense forbids: 'impersonate an officer'.")
    said: Text | None = Field(default=None, description="The sentence of the order, in your own words.")
    note: Text | None = None
    source: _Source

    @model_validator(mode="after")
    def _codified_as_can_be(self) -> "_Provision":
        if self.codify == "not-codified" and not self.reason:
            raise FaultError("codify is 'not-codified' without a reason", "add `reason:` with a sentence", "codify")
        if self.codify == "offense" and not self.conduct:
            raise FaultError("codify is 'offense' without conduct", "add `conduct:` with what is forbidden", "codify")
        if self.codify == "section" and not self.actor.commanded:
            raise FaultError(
                "codify is 'section', but the issuer does not command the actor",
                "make it a duty of the City, or say codify: policy, offense or not-codified",
                "codify",
            )
        return self


class OrderFile(Strict):
    """An executive order as structured data."""

    issuer: Text = Field(description="The name of the mayor.")
    office: Text = Field(default="Mayor")
    city: Text
    house: Text = Field(description="The council's house: albuquerque, nashville, los-angeles, minneapolis.")
    instrument: Text = Field(default="executive-order")
    number: Text | None = Field(description="The number of the order, or null where it is not known.")
    title: Text | None = Field(description="The official title, or null where it is not known.")
    subject: Text = Field(description="What the order is about, in words that follow 'relating to'.")
    date: Annotated[dt.date | None, DATE]
    recitals: tuple[_Recital, ...] = ()
    provisions: Annotated[tuple[_Provision, ...], SOME, SOME_IN_SCHEMA]
    sources: tuple[_Source, ...] = ()
    bill: Text | None = None
    sponsors: tuple[Text, ...] | None = None
    code: Text | None = Field(
        default=None, description="The chapter or article of the code, or null: a blank to be filled."
    )
    illustrative: Truth = True


def read_order(text: str, file: str) -> Order:
    """Return the order in `text`; raises OrdainError with every fault of the file."""
    shape, node = read_shape(OrderFile, text, file, _repeated)
    return Order(
        issuer=shape.issuer,
        office=shape.office,
        city=shape.city,
        house=shape.house,
        instrument=shape.instrument,
        number=shape.number,
        title=shape.title,
        subject=shape.subject,
        date=shape.date,
        recitals=tuple(
            Recital(id=it.id, text=it.text, source=_cited(it.source), place=place_of(node, ("recitals", at)))
            for at, it in enumerate(shape.recitals)
        ),
        provisions=tuple(_provision(it, place_of(node, ("provisions", at))) for at, it in enumerate(shape.provisions)),
        sources=tuple(_cited(it) for it in shape.sources),
        bill=shape.bill,
        sponsors=shape.sponsors,
        code=shape.code,
        illustrative=shape.illustrative,
    )


def order_schema() -> dict[str, Any]:
    """Return the JSON Schema of `order.yaml`."""
    return OrderFile.model_json_schema()


def _repeated(node: Node) -> "Iterator[Problem]":
    """Yield every id that stands a second time, among recitals and provisions."""
    first: dict[str, Place] = {}
    for name in _ids(node):
        if name.value in first:
            message = f"the id '{name.value}' is used in line {first[name.value].line} already"
            yield Problem(message, "give one of them another id", name.place)
        first.setdefault(name.value, name.place)


def _ids(node: Node) -> "Iterator[Scalar]":
    for key, items in node.entries if isinstance(node, Mapping) else ():
        if key.value in ("recitals", "provisions") and isinstance(items, Listing):
            for item in items.items:
                for name, value in item.entries if isinstance(item, Mapping) else ():
                    if name.value == "id" and isinstance(value, Scalar):
                        yield value


def _cited(source: _Source) -> Citation:
    return Citation(address=source.address, kind=source.kind)


def _provision(it: _Provision, place: Place) -> OrderProvision:
    return OrderProvision(
        id=it.id,
        heading=it.heading,
        actor=Actor(name=it.actor.name, commanded=it.actor.commanded),
        modal=Modal(it.modal),
        act=it.act,
        object=it.object,
        recipient=it.recipient,
        trigger=it.trigger,
        deadline=Deadline(**it.deadline.model_dump()) if it.deadline else None,
        exception=Exemption(text=it.exception.text, basis=it.exception.basis) if it.exception else None,
        report=ReportLimits(holds=it.report.holds, omits=it.report.omits) if it.report else None,
        codify=Codify(it.codify),
        reason=it.reason,
        conduct=it.conduct,
        said=it.said,
        note=it.note,
        source=_cited(it.source),
        place=place,
    )
