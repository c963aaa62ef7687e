"""What a print sets: its paragraphs in reading order, each with its place on the page, as plain values.

Every letter of a unit is set, and no other, so that a print can be read back letter by
letter.
"""

from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.model.heading import heading, heading_lines
from ordain.model.numbering import Level
from ordain.model.provision import heading_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.model.draft import Draft
    from ordain.model.house import House
    from ordain.model.unit import Unit


class Paragraph(Struct, frozen=True, kw_only=True):
    """A unit as it is set; lengths in points.

    `label`, `caption` and `text` stand one behind the other, the first two in bold type.
    `rank` is that of its bookmark, 1 for the bill and 0 for none.  A paragraph that is
    `above` belongs to the block above the bill; `counted` are those whose lines have numbers.
    """

    unit: "Unit"
    label: str = ""
    caption: str = ""
    text: str = ""
    bold: bool
    size: float
    left: float = 0
    first: float = 0
    align: str = "left"
    rank: int = 0
    bookmark: str = ""
    above: bool = False
    counted: bool = True


def paragraphs(draft: "Draft", house: "House") -> tuple[Paragraph, ...]:
    """Return the paragraphs of a print; one without a word is none."""
    found = (*_heading(draft, house), *_body(draft, house))
    return tuple(paragraph for paragraph in found if paragraph.unit.line.strip())


def _heading(draft: "Draft", house: "House") -> "Iterator[Paragraph]":
    """Yield the lines of the heading; those before the first numbered one stand above the bill."""
    lines = heading_lines(draft.front.instrument, house)
    named = next((at for at, line in enumerate(lines) if "{instrument}" in line.text), 0)
    begun = False
    for at, (unit, line) in enumerate(zip(heading(draft, house), lines, strict=True)):
        begun = begun or line.numbered
        yield Paragraph(
            unit=unit,
            label=unit.text if at == named else "",
            text="" if at == named else unit.text,
            bold=line.bold,
            size=line.size,
            align=line.align,
            rank=1 if at == named else 0,
            bookmark=unit.text if at == named else "",
            above=not begun,
            counted=line.numbered,
        )


# Levels that hang inside a section, each one step further in than the one before it.
_INSIDE = (Level.SUBSECTION, Level.PARAGRAPH, Level.SUBPARAGRAPH, Level.ITEM, Level.SUBITEM)
_SECTIONS = (Level.SECTION, Level.CODE)
_FLUSH = (Level.TITLE, Level.ENACTING)


def _body(draft: "Draft", house: "House") -> "Iterator[Paragraph]":
    layout = house.layout
    last = Level.TITLE
    for unit in draft.units():
        assert unit.level is not None
        is_section = unit.level in _SECTIONS
        caption = heading_of(unit.text) if is_section else ""
        if unit.level is Level.SECTION:
            last = Level.SECTION
        yield Paragraph(
            unit=unit,
            label=unit.label if is_section else "",
            caption=caption,
            text=unit.text[len(caption) :] if is_section else unit.line,
            bold=layout.bold or unit.level is Level.TITLE,
            size=layout.size,
            left=layout.indent * (_INSIDE.index(unit.level) + 1) if unit.level in _INSIDE else 0,
            first=0 if unit.level in _FLUSH else layout.indent,
            rank=(3 if unit.level is Level.CODE and last is Level.SECTION else 2) if is_section else 0,
            bookmark=_bookmark(unit, caption) if is_section else "",
        )


# A section without a heading is found by its label and its first words.
_WORDS = 8


def _bookmark(unit: "Unit", caption: str) -> str:
    words = unit.text.split()
    opening = caption or " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")
    return f"{unit.label} {opening}".strip()
