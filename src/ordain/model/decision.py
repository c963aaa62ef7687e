"""A decision: what one reader thinks of one change, found again by the fingerprint of the change."""

from enum import Enum

from msgspec import Struct


class Verdict(Enum):
    """What a reader would have done with a change."""

    ACCEPT = "accept"
    REJECT = "reject"
    DISCUSS = "discuss"


class Decision(Struct, frozen=True, kw_only=True):
    """One change by its fingerprint, what the reader would do with it, and a comment, empty where there is none.

    `address` and `kind` tell a human reader which change it was when it was decided on.
    """

    fingerprint: str
    verdict: Verdict | None
    comment: str = ""
    address: str = ""
    kind: str = ""


class Compared(Struct, frozen=True):
    """A version that a reader compared: its name, its file, and the SHA-256 of that file."""

    name: str
    file: str
    digest: str


class Decisions(Struct, frozen=True, kw_only=True):
    """The decisions of one reader on one matter; `reader` is a name or nothing."""

    matter: str
    reader: str
    old: Compared
    new: Compared
    decisions: tuple[Decision, ...]
