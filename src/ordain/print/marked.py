"""Write the marked print: the whole new text, what was struck before what was added, behind a page that sums it up.

Page and line in its margin are those of the official print of the new text: it has no
lines of its own that could be cited.
"""

from typing import TYPE_CHECKING, Any

from ordain.model.numbering import Level
from ordain.model.provision import heading_of
from ordain.model.unit import Story
from ordain.print.faces import family_of
from ordain.print.margin import Begun, letters
from ordain.print.markedtext import marked_paragraphs
from ordain.print.markedwords import check_marks, is_exact, legible, words_of
from ordain.print.summarypage import foot, name_of, places, summary
from ordain.print.typeset import typeset
from ordain.text.segments import Mark

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from ordain.model.linemap import LineMap
    from ordain.model.report import Table
    from ordain.print.markedtext import Marked, Sides


def write_marked(sides: "Sides", lines: "LineMap", tables: "Sequence[Table]", moment: "datetime.datetime") -> bytes:
    """Return the marked print as PDF/UA-1; `lines` are those of the official print of the new text.

    `tables` tell what changed, as the summary does.  Raises OrdainError where the text holds the signs of the marks.
    """
    marks = sides.house.bill_marks()
    check_marks(sides.redline, marks, sides.house)
    paragraphs = marked_paragraphs(sides, lines)
    shown = places(paragraphs)
    addressed = {id(it) for it in shown.values()}
    layout = sides.house.layout
    parts = [part for it in paragraphs if it.number for part in (*it.label, *it.words)]
    head = legible(f"{name_of(sides.old, sides.house)} \u2192 {name_of(sides.new, sides.house)}", sides.house)
    content = {
        "title": f"Marked print: {head}",
        "font": family_of(layout.font),
        "paper": {"width": layout.width, "height": layout.height},
        "head": head,
        "foot": foot(sides),
        "summary": summary(sides, shown, tables, exact=is_exact(parts)),
        "paragraphs": [_set(it, sides) | {"shown": id(it) in addressed} for it in paragraphs],
    }
    return typeset("marked.typ", content, moment)


def _set(it: "Marked", sides: "Sides") -> dict[str, Any]:
    marks = sides.house.bill_marks()
    is_section = it.unit.level in (Level.SECTION, Level.CODE)
    heading = heading_of(it.unit.text) if is_section else ""
    before = sum(letters(part.text) for part in it.label if part.mark is not Mark.STRUCK)
    inside = [Begun(max(0, begun.at - before), begun.text) for begun in it.lines if begun.at]
    return {
        "label": words_of(it.label, marks, bold=is_section),
        "words": words_of((*it.words, *it.end), marks, inside),
        "parted": bool(it.label and it.words),
        "bold": it.unit.level is Level.TITLE or it.unit.story is Story.HEADING,
        "centered": it.unit.story is Story.HEADING,
        "inset": it.unit.depth,
        "bookmark": legible(f"{it.unit.label} {heading}".strip(), sides.house) if is_section and it.line else "",
        "change": it.number or 0,
        "note": legible(it.note, sides.house),
        "line": it.line,
    }
