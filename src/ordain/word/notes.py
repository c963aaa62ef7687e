"""Carry the notes of struck text into the new file: a struck reference still calls its note.

A note keeps its words and gets an id that is free; a file without notes of that kind is
given the part, with the separators of the old file.  See docs/word/notes.md.
"""

import copy
from typing import TYPE_CHECKING

from ordain.word.names import Element, local, number, w
from ordain.word.read import notes_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from ordain.word.package import Package

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}s+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}s"


class NoteCarrier:
    """Copies notes of the old package into the new one; made for one redline."""

    def __init__(self, old: "Package", new: "Package", relink: "Callable[[str, str, Element], None]") -> None:
        """`relink` points what a note holds, copied from one part to another, to parts of the new package."""
        self.old, self.new = old, new
        self.relink = relink
        self._known = dict(notes_of(old))
        self._carried: dict[tuple[str, str], str] = {}

    def carry(self, reference: Element) -> None:
        """Point a copied reference to a copy of its note; one that calls nothing is left as it is."""
        kind = local(reference).removesuffix("Reference")
        key = (kind, reference.get(w("id"), ""))
        if key not in self._known:
            return
        if key not in self._carried:
            self._carried[key] = self._copy(kind, *self._known[key])
        reference.set(w("id"), self._carried[key])

    def _copy(self, kind: str, part: str, note: Element) -> str:
        target = self._part(kind, part)
        root = self.new.tree(target)
        free = max([0, *(number(it.get(w("id"))) for it in root)]) + 1
        fresh = copy.deepcopy(note)
        fresh.set(w("id"), str(free))
        root.append(fresh)
        self.relink(part, target, fresh)
        return str(free)

    def _part(self, kind: str, source: str) -> str:
        for link in self.new.relationships(self.new.main).values():
            if link.type.endswith(f"/{kind}s") and self.new.has(link.target):
                return link.target
        name = f"word/{kind}s.xml"
        root = copy.deepcopy(self.old.tree(source))
        for note in list(root):
            if note.get(w("type"), "normal") == "normal":
                root.remove(note)
        self.new.put(name, root, _TYPE.format(kind))
        self.new.relate(self.new.main, _RELATION.format(kind), name)
        return name
