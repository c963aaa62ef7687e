"""Which paragraphs a bookmark of ours lies over, after somebody edited the file.

Word moves a bookmark with its text.  Who presses Enter at the start of a provision, or in
the middle of it, draws the bookmark over two paragraphs; who joins two has two bookmarks
over one.
"""

from typing import TYPE_CHECKING

from ordain.model.ids import is_id
from ordain.word.parts.names import Element, local, w
from ordain.word.reading.read import PROVISION, is_provision_mark

if TYPE_CHECKING:
    from collections.abc import Sequence


def covered(root: Element, paragraphs: "Sequence[Element]") -> dict[str, tuple[int, ...]]:
    """Return, by the id that a bookmark carries, the positions of the paragraphs with words of its stretch.

    One that lies over no words counts for the paragraph that it opens, where no other
    lies over that.
    """
    walk = _Walk({paragraph: at for at, paragraph in enumerate(paragraphs)})
    for element in root.iter(w("p"), w("t"), w("bookmarkStart"), w("bookmarkEnd")):
        match local(element):
            case "p":
                walk.enter(element)
            case "t":
                walk.say(element.text or "")
            case "bookmarkEnd":
                walk.active.pop(element.get(w("id")), None)
            case _ if is_provision_mark(element):
                walk.open(element)
            case _:
                continue
    return walk.result()


class _Walk:
    """One walk through a story in reading order."""

    def __init__(self, positions: dict[Element, int]) -> None:
        self._positions = positions
        self._here: int | None = None
        self._is_begun = False
        self._over: dict[str, list[int]] = {}
        self._opens: dict[str, int] = {}
        self.active: dict[str | None, str] = {}

    def enter(self, paragraph: Element) -> None:
        self._here, self._is_begun = self._positions.get(paragraph), False

    def open(self, mark: Element) -> None:
        name = mark.get(w("name"), "").removeprefix(PROVISION).replace("_", "-")
        if is_id(name) and name not in self._over:
            self.active[mark.get(w("id"))] = name
            self._over[name] = []
            if self._here is not None and not self._is_begun:
                self._opens[name] = self._here

    def say(self, words: str) -> None:
        if words.strip() and self._here is not None:
            self._is_begun = True
            for name in self.active.values():
                if self._here not in self._over[name]:
                    self._over[name].append(self._here)

    def result(self) -> dict[str, tuple[int, ...]]:
        taken = {at for places in self._over.values() for at in places}
        found = {name: tuple(places) for name, places in self._over.items() if places}
        opened = {name: (at,) for name, at in self._opens.items() if name not in found and at not in taken}
        return found | opened
