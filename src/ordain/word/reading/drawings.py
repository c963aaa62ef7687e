"""The text boxes of a drawing, which has two forms: the second, for old programs, is a copy of the first.

Where it says something else, as a program leaves it that edits one form only, it is a box of its own.
"""

from typing import TYPE_CHECKING

from ordain.word.parts.names import Element, local

if TYPE_CHECKING:
    from collections.abc import Iterator

_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

# What may differ between two copies that say the same.
_BESIDE = frozenset(
    ("", "bookmarkStart", "bookmarkEnd", "proofErr", "lastRenderedPageBreak", "txbxContent", "Fallback")
)
# How the names of numbers begin that a program gives to each copy.
_BY_CHANCE = ("rsid", "paraId", "textId", "id", "name", "anchorId", "editId")


def boxes_in(thing: Element) -> "Iterator[Element]":
    """Yield the texts of the boxes of a drawing; those of its second form where they are no copies."""
    for child in thing.iterchildren():
        if local(child) == "txbxContent":
            yield child
        elif local(child) != "Fallback" or not _is_copy(thing, child):
            yield from boxes_in(child)


def copies_of(box: Element) -> list[Element]:
    """Return the copy of a box in the second form of its drawing, or nothing where that says something else."""
    form = next(box.iterancestors(f"{_ALTERNATE}Choice"), None)
    drawing = None if form is None else form.getparent()
    fallback = None if drawing is None else drawing.find(f"{_ALTERNATE}Fallback")
    if form is None or drawing is None or fallback is None or not _is_copy(drawing, fallback):
        return []
    return [copied for shown, copied in zip(boxes_in(form), boxes_in(fallback), strict=False) if shown is box]


def _is_copy(drawing: Element, fallback: Element) -> bool:
    """Whether the second form of a drawing says what the first one says."""
    choice = drawing.find(f"{_ALTERNATE}Choice")
    if choice is None:
        return False
    both = [[[*map(_said, box)] for box in boxes_in(form)] for form in (choice, fallback)]
    return both[0] == both[1]


def _said(element: Element) -> tuple[object, ...]:
    held = [child for child in element if local(child) not in _BESIDE]
    attributes = sorted(it for it in element.items() if not it[0].rpartition("}")[2].startswith(_BY_CHANCE))
    return element.tag, tuple(attributes), element.text if not held else "", tuple(map(_said, held))
