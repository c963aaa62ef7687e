"""A matter: one order and the chain of drafts that codify it."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version in the chain: its file, its stage, its date or None, and the file it was made from."""

    file: str
    stage: str
    date: datetime.date | None = None
    base: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """The order's file, the house, and the versions from first to last; notes for the reader."""

    name: str
    house: str
    order: str
    versions: tuple[Version, ...]
    notes: tuple[str, ...] = ()
