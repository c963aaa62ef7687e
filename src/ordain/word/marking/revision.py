"""Who revises and when, and the pen that writes each revision with an id of its own."""

import datetime

from msgspec import Struct, field

from ordain.text.segments import Weight
from ordain.word.marking.lines import Entry, Role
from ordain.word.parts.names import Element, local, make, w


class Revision(Struct, frozen=True):
    """The author and the moment that every tracked change of a redline carries."""

    author: str
    date: datetime.datetime


class Authorship(Struct):
    """Who made which revision of an input, as the attributes that a mark carries.

    `by_element` tells it of runs, paragraphs (their ends), rows and properties; `by_text`
    of words that are gone from that input, and may stand in the other.
    """

    by_element: dict[Element, dict[str, str]] = field(default_factory=dict)
    by_text: dict[str, dict[str, str]] = field(default_factory=dict)

    def note(self, element: Element, mark: Element) -> None:
        """Remember who revised an element."""
        self.by_element[element] = _signature(mark)

    def note_gone(self, mark: Element) -> None:
        """Remember who revised words that are gone."""
        text = "".join(str(part) for part in mark.itertext()).strip()
        if text:
            self.by_text[text] = _signature(mark)


class Pen(Struct):
    """Writes revisions; made for one redline.

    `role` and `entries` say what is being written; `written` remembers the ids of the
    revisions by what they show, and the part of a change that they stand on.
    `whose` knows the revisions that the inputs held.
    """

    revision: Revision
    whose: Authorship = field(default_factory=Authorship)
    next_id: int = 0
    role: Role = Role.WORDS
    entries: tuple[Entry, ...] = ()
    written: dict[Entry, dict[Role, list[str]]] = field(default_factory=dict)
    _moment: str = ""

    def __post_init__(self) -> None:
        self._moment = stamp(self.revision.date)

    def mark(self, tag: str, role: Role | None = None, source: Element | None = None) -> Element:
        """Return a new revision element, by who revised `source` before, or by us."""
        return make(tag, self._told(role or self.role, source))

    def sign_words(self, text: str, source: Element | None, weight: Weight) -> dict[str, str]:
        """Return the attributes of a revision of words, by who revised `source` or wrote `text` before, or by us.

        What is only numbering or typography has an author of its own, whom the filter of
        Word's review pane hides.
        """
        return self._told(self.role, source, text, weight)

    def again(self, mark: Element) -> Element:
        """Return one more revision of the author and moment of another, with nothing in it."""
        fresh = make(local(mark), self._told(self.role, None))
        for name in ("author", "date"):
            fresh.set(w(name), mark.get(w(name), ""))
        return fresh

    def _told(
        self, role: Role, source: Element | None, text: str = "", weight: Weight = Weight.WORDING
    ) -> dict[str, str]:
        """Return the attributes of one more revision, which is remembered."""
        key = str(self.take_id())
        for entry in self.entries:
            self.written.setdefault(entry, {}).setdefault(role, []).append(key)
        signed = None
        if self.knows_others:
            signed = self.whose.by_text.get(text.strip()) if source is None else self.whose.by_element.get(source)
        return {"id": key, **(signed or {"author": signed_as(self.revision.author, weight), "date": self._moment})}

    @property
    def knows_others(self) -> bool:
        """Whether an input held revisions, whose authors are kept."""
        return bool(self.whose.by_element or self.whose.by_text)

    def signature(self, source: Element | None) -> tuple[str, ...]:
        """Return who revised `source` before, and when; nothing where nobody did."""
        if source is None or not self.whose.by_element:
            return ()
        return tuple(self.whose.by_element.get(source, {}).values())

    def take_id(self) -> int:
        """Return an id that no other annotation of the file has."""
        self.next_id += 1
        return self.next_id - 1


def signed_as(author: str, weight: Weight) -> str:
    """Return the author of revisions of a weight.

    >>> signed_as("A. Smith", Weight.NUMBERING)
    'A. Smith (numbering)'
    """
    return author if weight is Weight.WORDING else f"{author} ({weight.value})"


def person(author: str) -> str:
    """Return who stands behind an author of revisions."""
    ending = next((f" ({it.value})" for it in Weight if author.endswith(f" ({it.value})")), "")
    return author.removesuffix(ending)


def _signature(mark: Element) -> dict[str, str]:
    return {name: value for name in ("author", "date") if (value := mark.get(w(name))) is not None}


def stamp(date: datetime.datetime) -> str:
    """Return a moment as Word writes it.

    >>> stamp(datetime.datetime(2026, 3, 11, 9, 30))
    '2026-03-11T09:30:00Z'
    """
    return date.replace(tzinfo=None).isoformat(timespec="seconds") + "Z"
