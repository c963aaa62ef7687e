"""Carry the notes of struck text into the new file: a struck reference still calls its note.

A note keeps its words and gets an id that is free; a file without notes of that kind is
given the part, with the separators of the old file.  See docs/word/notes.md.
"""

import copy
from itertools import groupby
from typing import TYPE_CHECKING

from ordain.word.marking.lines import Role
from ordain.word.parts.names import Element, local, number, w
from ordain.word.parts.package import story_parts
from ordain.word.reading.read import notes_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from ordain.word.marking.revision import Pen
    from ordain.word.parts.package import Package

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}s+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}s"


class NoteCarrier:
    """Copies notes of the old package into the new one; made for one redline."""

    def __init__(self, old: "Package", new: "Package", relink: "Callable[[str, str, Element], None]") -> None:
        """`relink` points what a note holds, copied from one part to another, to parts of the new package."""
        self.old, self.new = old, new
        self.relink = relink
        self._known = dict(notes_of(old))
        self._free: dict[str, int] = {}
        self._carried: dict[tuple[str, str], str] = {}
        self._arrived: dict[tuple[str, str], None] = {}

    def arrive(self, reference: Element) -> None:
        """Remember that a reference of the new file was added: its note is new."""
        self._arrived[local(reference).removesuffix("Reference"), reference.get(w("id"), "")] = None

    def mark(self, pen: "Pen") -> None:
        """Mark the words of the notes that came and went, so that they are seen where they stand."""
        known = dict(notes_of(self.new))
        gone = [(kind, key) for (kind, _), key in self._carried.items()]
        for name, tag in (*((it, "ins") for it in self._arrived), *((it, "del") for it in gone)):
            if name in known:
                _mark_words(known[name][1], tag, pen)

    def renumber(self) -> None:
        """Number the notes in the order of their references, where some were carried.

        LibreOffice gives each reference the note of its rank, whatever its number.
        """
        references = self._references()
        for kind in {kind for kind, _ in self._carried}:
            known = [(key, note) for (its, key), (_, note) in notes_of(self.new) if its == kind]
            notes = {key: note for key, note in known if _is_text(note)}
            first = max([0, *(number(key) for key, note in known if not _is_text(note))]) + 1
            meant = [it for it in references if local(it).startswith(kind) and it.get(w("id")) in notes]
            order = [*dict.fromkeys(it.get(w("id"), "") for it in meant), *notes]
            fresh = {key: str(at) for at, key in enumerate(dict.fromkeys(order), start=first)}
            for key, note in notes.items():
                note.set(w("id"), fresh[key])
            lost = [it for it in references if local(it).startswith(kind) and it.get(w("id")) not in dict(known)]
            for reference in meant:
                reference.set(w("id"), fresh[reference.get(w("id"), "")])
            for reference in lost:
                reference.set(w("id"), str(first + len(order)))

    def carry(self, reference: Element) -> None:
        """Point a copied reference to a copy of its note; one that calls nothing must call none of the new file's."""
        kind = local(reference).removesuffix("Reference")
        key = (kind, reference.get(w("id"), ""))
        if key not in self._known:
            reference.set(w("id"), self._take_id(kind))
            return
        if key not in self._carried:
            self._carried[key] = self._copy(kind, *self._known[key])
        reference.set(w("id"), self._carried[key])

    def _copy(self, kind: str, part: str, note: Element) -> str:
        target = self._part(kind, part)
        fresh = copy.deepcopy(note)
        fresh.set(w("id"), self._take_id(kind))
        self.new.tree(target).append(fresh)
        self.relink(part, target, fresh)
        return fresh.get(w("id"), "")

    def _take_id(self, kind: str) -> str:
        """Return an id that neither a note of the new file has nor a reference calls."""
        if kind not in self._free:
            held = [key for its, key in (*dict(notes_of(self.new)), *self._known) if its == kind]
            held += [it.get(w("id"), "") for it in self._references() if local(it).startswith(kind)]
            self._free[kind] = max([0, *map(number, held)]) + 1
        self._free[kind] += 1
        return str(self._free[kind] - 1)

    def _references(self) -> "list[Element]":
        return [
            reference
            for part in story_parts(self.new)
            for reference in self.new.tree(part).iter(w("footnoteReference"), w("endnoteReference"))
        ]

    def _part(self, kind: str, source: str) -> str:
        found = self.new.linked(f"{kind}s")
        if found is not None:
            return found
        name = f"word/{kind}s.xml"
        root = copy.deepcopy(self.old.tree(source))
        for note in list(root):
            if _is_text(note):
                root.remove(note)
        self.new.put(name, root, _TYPE.format(kind))
        self.new.relate(self.new.main, _RELATION.format(kind), name)
        return name


def _is_text(note: Element) -> bool:
    """Whether a note is one, and no separator."""
    return note.get(w("type"), "normal") == "normal"


def _mark_words(note: Element, tag: str, pen: "Pen") -> None:
    """Wrap the runs of a note in insertions or deletions; a paragraph with fields is left as it is."""
    pen.entries = ()
    for paragraph in note.iter(w("p")):
        if next(paragraph.iter(w("fldChar"), w("ins"), w("del")), None) is not None:
            continue
        for _, group in groupby(list(paragraph), key=lambda child: local(child) == "r"):
            runs = list(group)
            if local(runs[0]) != "r":
                continue
            mark = pen.mark(tag, Role.FORMAT)
            runs[0].addprevious(mark)
            mark.extend(runs)
            for text in [text for run in runs for text in run.iterchildren(w("t"))] if tag == "del" else ():
                text.tag = w("delText")
