"""A decision: what one reader thinks of one change, found again by the fingerprint of the change."""

from dataclasses import dataclass
from enum import Enum


class Verdict(Enum):
    """What a reader would have done with a change."""

    ACCEPT = "accept"
    REJECT = "reject"
    DISCUSS = "discuss"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One change by its fingerprint, what the reader would do with it, and a comment, empty where there is none.

    `address` and `kind` tell a human reader which change it was when it was decided on.
    """

    fingerprint: str
    verdict: Verdict | None
    comment: str = ""
    address: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """A version that a reader compared: its name, its file, and the SHA-256 of that file."""

    name: str
    file: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """The decisions of one reader on one matter; `reader` is a name or nothing."""

    matter: str
    reader: str
    old: Compared
    new: Compared
    decisions: tuple[Decision, ...]
