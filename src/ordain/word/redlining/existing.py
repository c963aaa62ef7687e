"""Revisions that an input holds already: settled before the comparison, and given back to who made them.

The redline leads from the old file with its revisions undone to the new file with its
revisions made, so that all of them are pending in it.  What is struck or added there and
was struck or added by somebody before keeps that author and date.
"""

from typing import TYPE_CHECKING

from ordain.word.marking.revision import Authorship
from ordain.word.parts.names import ARRIVING, FORMER, LEAVING, REVISIONS, Element, local, w
from ordain.word.parts.package import story_parts
from ordain.word.resolve import every, resolve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.word.parts.package import Package


def revisions_in(package: "Package") -> "Iterator[Element]":
    """Yield the revisions that a file holds, in order."""
    for name in story_parts(package):
        yield from package.tree(name).iter(*map(w, REVISIONS))


def settle(package: "Package", *, taken: bool) -> Authorship:
    """Make (`taken`) or undo every revision of a file in place, and return whose what is left was."""
    whose = Authorship()
    staying = ARRIVING if taken else LEAVING
    for mark in list(revisions_in(package)):
        for held in _left(mark, staying):
            whose.note(held, mark)
        if local(mark) in (LEAVING if taken else ARRIVING):
            whose.note_gone(mark)
    for name in story_parts(package):
        resolve(package.tree(name), every, taken=taken)
    return whose


def _left(mark: Element, staying: frozenset[str]) -> "Iterator[Element]":
    """Yield what a revision says of the elements that are left once it is settled."""
    parent = mark.getparent()
    if parent is None:
        return
    if local(mark) in FORMER:
        yield parent
    elif local(mark) in staying:
        if local(parent) == "rPr" and (paragraph := _paragraph_ended(parent)) is not None:
            yield paragraph
        elif local(parent) == "trPr" and (row := parent.getparent()) is not None:
            yield row
        else:
            yield from mark.iter(w("r"))


def _paragraph_ended(properties: Element) -> Element | None:
    """Return the paragraph whose end has these properties."""
    parent = properties.getparent()
    return None if parent is None or local(parent) != "pPr" else parent.getparent()
