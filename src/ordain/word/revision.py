"""Who revises and when, and the pen that writes each revision with an id of its own."""

import datetime
from dataclasses import dataclass, field

from ordain.word.lines import Entry, Role
from ordain.word.names import Element, make, w


@dataclass(frozen=True, slots=True)
class Revision:
    """The author and the moment that every tracked change of a redline carries."""

    author: str
    date: datetime.datetime


@dataclass(slots=True)
class Pen:
    """Writes revisions; made for one redline.

    `role` and `entries` say what is being written; `written` remembers it by revision id.
    """

    revision: Revision
    next_id: int
    role: Role = Role.WORDS
    entries: tuple[Entry, ...] = ()
    written: list[tuple[Entry, Role, int]] = field(default_factory=list)

    def mark(self, tag: str, role: Role | None = None) -> Element:
        """Return a new revision element."""
        key = self.take_id()
        self.written += [(entry, role or self.role, key) for entry in self.entries]
        return make(tag, {"id": str(key), "author": self.revision.author, "date": stamp(self.revision.date)})

    def take_id(self) -> int:
        """Return an id that no other annotation of the file has."""
        self.next_id += 1
        return self.next_id - 1


def stamp(date: datetime.datetime) -> str:
    """Return a moment as Word writes it.

    >>> stamp(datetime.datetime(2026, 3, 11, 9, 30))
    '2026-03-11T09:30:00Z'
    """
    return date.replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


def redate(element: Element, date: datetime.datetime) -> None:
    """Give an insertion another moment."""
    element.set(w("date"), stamp(date))
