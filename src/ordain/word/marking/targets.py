"""The bookmarks that struck text refers to: without them a struck reference would lead nowhere when it is restored."""

import re
from typing import TYPE_CHECKING

from ordain.word.parts.names import Element, local, make, w
from ordain.word.parts.package import story_parts

if TYPE_CHECKING:
    from ordain.word.marking.revision import Pen
    from ordain.word.parts.package import Package

_REFERENCE = re.compile(r"\b(?:REF|PAGEREF|NOTEREF|HYPERLINK\s+\\l)\s+\"?([\w.]+)")


class Targets:
    """The bookmarks that references of the old file lead to, and that the new file lacks; made for one redline."""

    def __init__(self, old: "Package", new: "Package", pen: "Pen") -> None:
        meant = {name for part in story_parts(old) for name in _meant(old.tree(part))} - {""}
        self._wanted = meant - {name for part in story_parts(new) for name in _marked(new.tree(part))}
        self._pen = pen
        self._ids: dict[str, str] = {}

    @property
    def are_wanted(self) -> bool:
        """Whether any bookmark is still to be brought."""
        return bool(self._wanted)

    def wants(self, mark: Element) -> bool:
        """Whether a bookmark of the old file must come along; its end goes by its id."""
        if local(mark) == "bookmarkEnd":
            return mark.get(w("id"), "") in self._ids
        return local(mark) == "bookmarkStart" and mark.get(w("name")) in self._wanted

    def copy(self, mark: Element) -> Element:
        """Return a copy of a wanted bookmark's start or end, with an id of its own."""
        key = mark.get(w("id"), "")
        if local(mark) == "bookmarkEnd":
            return make("bookmarkEnd", {"id": self._ids.pop(key)})
        self._ids[key] = str(self._pen.take_id())
        self._wanted.discard(mark.get(w("name"), ""))
        return make("bookmarkStart", {"id": self._ids[key], "name": mark.get(w("name"), "")})


def _meant(root: Element) -> "set[str]":
    codes = "".join(code.text or "" for code in root.iter(w("instrText")))
    codes += " ".join(field.get(w("instr"), "") for field in root.iter(w("fldSimple")))
    anchors = {link.get(w("anchor"), "") for link in root.iter(w("hyperlink"))}
    return {*_REFERENCE.findall(codes), *anchors}


def _marked(root: Element) -> "set[str]":
    return {mark.get(w("name"), "") for mark in root.iter(w("bookmarkStart"))}
