"""What happened to a provision: a closed set, after the textual modifications of Akoma Ntoso."""

from typing import TypeAlias

from msgspec import Struct

from ordain.model.unit import Unit
from ordain.text.segments import Mark, Segment, Weight

Words = tuple[Segment, ...]


class Kept(Struct, frozen=True):
    """The same words under the same label in the same place."""

    old: Unit
    new: Unit


class Renumbered(Struct, frozen=True):
    """The same words under another label, but for references that follow the number of what they cite.

    `words` show these references; there are none where no word differs.
    """

    old: Unit
    new: Unit
    words: Words = ()


class Moved(Struct, frozen=True):
    """The same provision in another place, with what changed in it on the way."""

    old: Unit
    new: Unit
    words: Words


class Altered(Struct, frozen=True):
    """The same provision in other words, under the same label or another."""

    old: Unit
    new: Unit
    words: Words


class Split(Struct, frozen=True):
    """One provision that became several: the words of each part, in order."""

    old: Unit
    new: tuple[Unit, ...]
    words: tuple[Words, ...]


class Joined(Struct, frozen=True):
    """Several provisions that became one: the words of each part, in order."""

    old: tuple[Unit, ...]
    new: Unit
    words: tuple[Words, ...]


class Inserted(Struct, frozen=True):
    """A provision that was not there."""

    new: Unit


class Removed(Struct, frozen=True):
    """A provision that is there no more."""

    old: Unit


Change: TypeAlias = Kept | Renumbered | Moved | Altered | Split | Joined | Inserted | Removed


def kind_of(change: Change) -> str:
    """Return the name of the kind: `renumbered`, `moved` and so on."""
    return type(change).__name__.lower()


class Entry(Struct, frozen=True):
    """One line of the list of changes, as programs and people read it.

    A split or joined provision has an entry for each part, all with one number.
    `followed` are the references that only follow a number, as they were and as they
    are; in `words` they stand unmarked, as they are.
    """

    number: int
    kind: str
    old: Unit | None
    new: Unit | None
    words: Words
    weight: Weight = Weight.WORDING
    followed: tuple[tuple[str, str], ...] = ()

    @property
    def struck(self) -> str:
        """The words struck, in order, without the label."""
        return "".join(part.text for part in self.words if part.mark is Mark.STRUCK)

    @property
    def added(self) -> str:
        """The words added, in order, without the label."""
        return "".join(part.text for part in self.words if part.mark is Mark.ADDED)
