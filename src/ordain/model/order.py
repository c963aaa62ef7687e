"""An executive order as structured data: what each provision says, field by field."""

import datetime
from dataclasses import dataclass, field
from enum import Enum

from ordain.errors import Place


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who is addressed, as the subject of a sentence, and whether the issuer commands them."""

    name: str
    commanded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A time limit: a number of calendar or business days, hours or months; `after` what it runs from."""

    number: int | None
    unit: str | None
    after: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption:
    """The case that is taken out, and the law it rests on, None where no source gives it."""

    text: str
    basis: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLimits:
    """What a report may hold, and what it must leave out."""

    holds: tuple[str, ...] = ()
    omits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Where a provision was read; `kind` is primary, news, unverified, or none for a drafter's addition."""

    address: str | None
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recital:
    """A reason the order gives."""

    id: str
    text: str
    source: Citation
    place: Place | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderProvision:
    """One duty, bar or power of the order; None is what no source gives.

    `said` is the sentence of the order in our words; a bill never repeats it, but is
    drafted from the fields.  `conduct` is what an offense forbids.
    """

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
    place: Place | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
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
