"""The names of shapes in the drawings of older Words (VML): no two of one file may be the same."""

from typing import TYPE_CHECKING

from ordain.word.parts.package import story_parts
from ordain.word.reading.identity import CARRIED

if TYPE_CHECKING:
    from ordain.word.parts.names import Element
    from ordain.word.parts.package import Package

_SHAPES = "{urn:schemas-microsoft-com:vml}*"
# Names the shape in which it is shown.
_EMBEDDED = "{urn:schemas-microsoft-com:office:office}OLEObject"


class Shapes:
    """The names that the shapes of the new file have; made for one redline."""

    def __init__(self, new: "Package") -> None:
        self._new = new
        self._taken: set[str] = set()

    def rename(self, copied: "Element") -> None:
        """Give the shapes in a copy of old content names that are free, and name them so where they are meant."""
        named = [shape for shape in copied.iter(_SHAPES) if shape.get("id")]
        if not named:
            return
        fresh = {name: self._free(name) for name in dict.fromkeys(shape.get("id", "") for shape in named)}
        for shape in named:
            shape.set("id", fresh[shape.get("id", "")])
        for shape in copied.iter(_SHAPES):
            kind = shape.get("type", "").removeprefix("#")
            if kind in fresh:
                shape.set("type", f"#{fresh[kind]}")
        for thing in copied.iter(_EMBEDDED):
            name = thing.get("ShapeID", "")
            thing.set("ShapeID", fresh.get(name, name))

    def _free(self, name: str) -> str:
        if not self._taken:
            parts = story_parts(self._new)
            self._taken = {shape.get("id", "") for part in parts for shape in self._new.tree(part).iter(_SHAPES)} | {""}
        numbered = (f"{name}{CARRIED}{at}" for at in range(1, len(self._taken) + 2))
        free = name if name not in self._taken else next(it for it in numbered if it not in self._taken)
        self._taken.add(free)
        return free
