"""Carry struck content of the old file into the new one: what it refers to comes along."""

import copy
import posixpath
from typing import TYPE_CHECKING

from ordain.errors import Place, refuse
from ordain.word.names import Element, R, local, w

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordain.word.package import Package

# Things that no revision can wrap, by the names people give them.
_UNTRACKED = {
    "sdt": "content control",
    "fldSimple": "field",
    "footnoteReference": "footnote",
    "endnoteReference": "endnote",
    "commentReference": "comment",
    "txbxContent": "text box",
}


class Carrier:
    """Copies elements of one part of the old package into one of the new; made for one part."""

    def __init__(self, old: "Package", old_part: str, new: "Package", new_part: str) -> None:
        self.old, self.old_part = old, old_part
        self.new, self.new_part = new, new_part
        self._links: dict[str, str] = {}
        self._parts: dict[str, str] = {}

    def elements(self, elements: "Sequence[Element]", tag: str | None) -> list[Element]:
        """Return what stands for `elements` in the redline; those of the old file are relinked.

        Raises OrdainError for what no revision can hold.
        """
        for element in elements if tag is not None else ():
            name = "txbxContent" if next(element.iter(w("txbxContent")), None) is not None else local(element)
            if name in _UNTRACKED:
                raise refuse(
                    f"a changed {_UNTRACKED[name]} cannot be tracked yet",
                    "make that change in Word by hand, or redline the files without it",
                    Place(self.new.file),
                )
        if tag not in ("del", "moveFrom"):
            return list(elements)
        copies = [copy.deepcopy(element) for element in elements]
        for element in copies:
            for at in element.iter():
                if isinstance(at.tag, str):
                    self.relink(at)
        return copies

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
            target = link.target if link.external else self._part(link.target)
            self._links[key] = self.new.relate(self.new_part, link.type, target, external=link.external)
        return self._links[key]

    def _part(self, name: str) -> str:
        if name in self._parts:
            return self._parts[name]
        content = self.old.raw(name)
        if self.new.has(name) and self.new.raw(name) == content:
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


def bring_styles(old: "Package", new: "Package") -> None:
    """Add the styles that only the old file has; struck paragraphs may use them."""
    old_styles, new_styles = _styles(old), _styles(new)
    if old_styles is None or new_styles is None:
        return
    known = {style.get(w("styleId")) for style in new_styles.findall(w("style"))}
    for style in old_styles.findall(w("style")):
        if style.get(w("styleId")) not in known:
            fresh = copy.deepcopy(style)
            fresh.attrib.pop(w("default"), None)
            new_styles.append(fresh)


def _styles(package: "Package") -> Element | None:
    for link in package.relationships(package.main).values():
        if link.type.endswith("/styles") and package.has(link.target):
            return package.tree(link.target)
    return None
