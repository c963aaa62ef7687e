"""Carry struck content of the old file into the new one: what it refers to comes along."""

import copy
import posixpath
from itertools import count
from typing import TYPE_CHECKING
from weakref import proxy

from ordain.word.marking.notes import NoteCarrier
from ordain.word.marking.shapes import Shapes
from ordain.word.marking.targets import Targets
from ordain.word.parts.names import Element, R, local, number, w
from ordain.word.parts.package import story_parts
from ordain.word.reading.fields import as_runs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ordain.word.marking.revision import Pen
    from ordain.word.parts.package import Package


_BOOKMARKS = ("bookmarkStart", "bookmarkEnd")
_REFERENCES = (w("footnoteReference"), w("endnoteReference"))

# What carries the number of a drawing, which no other drawing of the file may have.
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


class Carriers:
    """The carriers of one redline, by the parts they carry from and to, and its notes."""

    def __init__(self, old: "Package", new: "Package", pen: "Pen", headers: "Mapping[str, str] | None" = None) -> None:
        """`headers` are the parts of those of the old file that became some of the new, and the parts of these."""
        self.old, self.new = old, new
        self.headers = headers or {}
        self.targets = Targets(old, new, pen)
        # Carriers that held themselves would keep both files in memory while the redline is checked.
        carriers = proxy(self)
        self.notes = NoteCarrier(old, new, lambda source, target, note: carriers(source, target).relink_all(note))
        drawn = [number(it.get("id")) for part in story_parts(new) for it in new.tree(part).iter(_DRAWN)]
        self.drawings = count(max(drawn, default=0) + 1)
        self.shapes = Shapes(new)
        self._made: dict[tuple[str, str], Carrier] = {}

    def __call__(self, old_part: str, new_part: str) -> "Carrier":
        """Return the carrier between two parts."""
        return self._made.setdefault((old_part, new_part), Carrier(self, old_part, new_part))


class Carrier:
    """Copies elements of one part of the old package into one of the new; made for one part."""

    def __init__(self, carriers: Carriers, old_part: str, new_part: str) -> None:
        self.old, self.old_part = carriers.old, old_part
        self.new, self.new_part = carriers.new, new_part
        self.notes, self.targets, self.drawings = carriers.notes, carriers.targets, carriers.drawings
        self._headers, self._shapes = carriers.headers, carriers.shapes
        self._links: dict[str, str] = {}
        self._parts: dict[str, str] = {}

    def elements(self, elements: "Sequence[Element]", tag: str | None) -> list[Element]:
        """Return what stands for `elements` in the redline; those of the old file are copied and relinked."""
        if local(elements[0]) == "fldSimple" and tag is not None and not _is_in_run(elements[0]):
            elements = as_runs(copy.deepcopy(elements[0]))
        if tag not in ("del", "moveFrom"):
            if tag is not None:
                self._note_arrivals(elements)
            return list(elements)
        copies = [copy.deepcopy(element) for element in elements if local(element) not in _BOOKMARKS]
        for element in copies:
            self.relink_all(element)
        return copies

    def _note_arrivals(self, elements: "Sequence[Element]") -> None:
        for element in elements:
            for reference in element.iter(*_REFERENCES):
                self.notes.arrive(reference)

    def relink_all(self, element: Element) -> None:
        """Point all relationships and note references in a copy of old content to what the new file has.

        Bookmarks inside are left out: their names and numbers may be taken.
        """
        for mark in list(element.iter(*map(w, _BOOKMARKS))):
            if (parent := mark.getparent()) is not None:
                parent.remove(mark)
        self._shapes.rename(element)
        for at in element.iter():
            if isinstance(at.tag, str):
                self.relink(at)
                if at.tag in _REFERENCES:
                    self.notes.carry(at)
                elif at.tag == _DRAWN:
                    at.set("id", str(next(self.drawings)))

    def relink(self, element: Element) -> None:
        """Point the relationships of an element of the old file to parts of the new one."""
        for name, value in element.attrib.items():
            if str(name).startswith(f"{{{R}}}"):
                element.set(name, self._link(str(value)))

    def _link(self, key: str) -> str:
        if key not in self._links:
            link = self.old.relationships(self.old_part).get(key)
            if link is None:
                return key
            # A header that goes with its section is marked, and so no other section's, but the one that it became.
            own = link.type.endswith(("/header", "/footer"))
            target = link.target if link.external else self._headers.get(link.target) if own else None
            target = target or self._part(link.target, always=own)
            self._links[key] = self.new.relate(self.new_part, link.type, target, external=link.external)
        return self._links[key]

    def _part(self, name: str, *, always: bool = False) -> str:
        """Return the part of the new package that is the same as one of the old; a copy, where none is, or `always`."""
        if name in self._parts:
            return self._parts[name]
        content = self.old.raw(name)
        if not always and self.new.has(name) and self.new.raw(name) == content:
            return name
        stem, suffix = posixpath.splitext(name)
        fresh = next(
            candidate
            for at in range(1, len(self.new.names) + 2)
            if not self.new.has(candidate := f"{stem}-old{at}{suffix}")
        )
        self.new.put(fresh, content, self.old.content_type(name))
        self._parts[name] = fresh
        for link in self.old.relationships(name).values():
            target = link.target if link.external else self._part(link.target)
            self.new.relate(fresh, link.type, target, external=link.external, key=link.id)
        return fresh


def _is_in_run(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and local(parent) == "r"
