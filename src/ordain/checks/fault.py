"""A fault: what a rule finds in a draft, and where the words stand that are at fault."""

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from ordain.errors import Place
    from ordain.model.provision import Provision


class Fault(Struct, frozen=True):
    """The provision, the words at fault, what is wrong with them, and the remedy.

    `start` is where the words begin in the text of the provision; it is None where they
    are its label.
    """

    provision: "Provision"
    words: str
    message: str
    remedy: str
    start: int | None = None

    def place(self) -> "Place | None":
        """Return where the words stand in the file."""
        return place_of(self.provision, self.words, self.start)


def place_of(provision: "Provision", words: str, start: int | None) -> "Place | None":
    """Return where words of a provision stand in its file, or the place of the provision where they are not found.

    `start` is where they begin in its text, None where they are its label.
    """
    line = provision.source
    if line is None:
        return None
    at = line.excerpt.find(words) if start is None else _in_text(provision, line.excerpt, start)
    return line if at < 0 else replace(line, column=at + 1, width=max(1, len(words)))


def _in_text(provision: "Provision", excerpt: str, start: int) -> int:
    label = provision.label
    text = excerpt.find(provision.text, max(0, excerpt.find(label)) + len(label))
    return text + start if text >= 0 else -1
