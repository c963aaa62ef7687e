"""An executive order as structured data: what each provision says, field by field."""

import datetime
from enum import Enum

from msgspec import Struct

from ordain.errors import Place
from ordain.traced import Traced


class Modal(Enum):
    """The verb of duty; NMSA 12-2A-4 gives their meaning for New Mexico."""

    SHALL = "shall"
    SHALL_NOT = "shall not"
    MAY = "may"
    MAY_NOT = "may not"


class Codify(Enum):
    """What an ordinance makes of a provision of the order."""

    SECTION = "section"
    POLICY = "policy"
    OFFENSE = "offense"
    RECITAL = "recital"
    NOT_CODIFIED = "not-codified"


class Actor(Struct, frozen=True, kw_only=True):
    """Who is addressed, as the subject of a sentence, and whether the issuer commands them."""

    name: str
    commanded: bool


class Deadline(Struct, frozen=True, kw_only=True):
    """A time limit: a number of calendar or business days, hours or months; `after` what it runs from."""

    number: int | None
    unit: str | None
    after: str | None = None
    note: str | None = None


class Exemption(Struct, frozen=True, kw_only=True):
    """The case that is taken out, and the law it rests on, None where no source gives it."""

    text: str
    basis: str | None


class ReportLimits(Struct, frozen=True, kw_only=True):
    """What a report may hold, and what it must leave out."""

    holds: tuple[str, ...] = ()
    omits: tuple[str, ...] = ()


class Citation(Struct, frozen=True, kw_only=True):
    """Where a provision was read; `kind` is primary, news, unverified, or none for a drafter's addition."""

    address: str | None
    kind: str


class Recital(Traced, frozen=True, kw_only=True):
    """A reason the order gives."""

    apart = ("place",)

    id: str
    text: str
    source: Citation
    place: Place | None = None


class OrderProvision(Traced, frozen=True, kw_only=True):
    """One duty, bar or power of the order; None is what no source gives.

    `said` is the sentence of the order in our words; a bill never repeats it, but is
    drafted from the fields.  `conduct` is what an offense forbids.
    """

    apart = ("place",)

    id: str
    heading: str
    actor: Actor
    modal: Modal
    act: str
    object: str | None = None
    recipient: str | None = None
    trigger: str | None = None
    deadline: Deadline | None = None
    exception: Exemption | None = None
    report: ReportLimits | None = None
    codify: Codify
    reason: str | None = None
    conduct: str | None = None
    said: str | None = None
    note: str | None = None
    source: Citation
    place: Place | None = None


class Order(Struct, frozen=True, kw_only=True):
    """An order: who issued it and when, why, and what it provides.

    `subject` is what it is about, in words that follow "relating to"; `sponsors`, `council`
    and `code` belong to the bill that codifies it.
    """

    issuer: str
    office: str
    city: str
    house: str
    instrument: str
    number: str | None
    title: str | None
    subject: str
    date: datetime.date | None
    recitals: tuple[Recital, ...]
    provisions: tuple[OrderProvision, ...]
    sources: tuple[Citation, ...] = ()
    bill: str | None = None
    sponsors: tuple[str, ...] | None = None
    code: str | None = None
    illustrative: bool = True
