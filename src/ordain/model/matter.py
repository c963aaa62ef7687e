"""A matter: one order and the chain of drafts that codify it."""

import datetime

from msgspec import Struct


class Version(Struct, frozen=True, kw_only=True):
    """One version in the chain: its file, its stage, its date or None, and the file it was made from."""

    file: str
    stage: str
    date: datetime.date | None = None
    base: str | None = None


class Matter(Struct, frozen=True, kw_only=True):
    """The order's file, the house, and the versions from first to last; notes for the reader."""

    name: str
    house: str
    order: str
    versions: tuple[Version, ...]
    notes: tuple[str, ...] = ()
