"""Write the print of a draft as a tagged PDF."""

from textwrap import shorten
from typing import TYPE_CHECKING, Any

from ordain.errors import Place, refuse
from ordain.markup.digest import short_digest
from ordain.model.heading import PAGE, footer, header
from ordain.print.faces import family_of
from ordain.print.letters import check_letters
from ordain.print.page import page_of
from ordain.print.paragraphs import Paragraph, paragraphs
from ordain.print.pieces import pieces_of, running
from ordain.print.typeset import DoesNotFit, typeset

if TYPE_CHECKING:
    import datetime

    from ordain.model.draft import Draft
    from ordain.model.house import House
    from ordain.model.unit import Unit

# A title is read aloud before the text and stands in the frame of a window.
_LONGEST_TITLE = 120


def write_pdf(draft: "Draft", house: "House", moment: "datetime.datetime") -> bytes:
    """Return the print of a draft as PDF/UA-1; the same draft, house and moment give the same bytes.

    Raises OrdainError where a letter cannot be printed, or a line at the head or foot of
    the page does not fit.
    """
    check_letters(draft, house)
    try:
        return typeset("bill.typ", _content(draft, house), moment)
    except DoesNotFit:
        raise refuse(
            "the lines at the head or foot of the page do not fit in its margin",
            "shorten the legend or the footer of the house, or give it more room",
            Place(draft.file or "the draft"),
        ) from None


def _content(draft: "Draft", house: "House") -> dict[str, Any]:
    """Return what the template is given."""
    setting = house.layout.typesetting
    set_ = paragraphs(draft, house)
    page = page_of(house.layout)
    front = draft.front
    return {
        "title": _title(draft, house),
        "subject": front.bill or house.instrument_name(front.instrument).capitalize(),
        "author": front.author or "Ordain",
        "paper": {
            "width": page.width,
            "height": page.height,
            "left": page.left,
            "right": page.right,
            "top": page.top,
            "body": page.bottom - page.top,
        },
        "type": {
            "font": family_of(house.layout.font),
            "size": house.layout.size,
            "pitch": page.pitch,
            "after": house.layout.after,
            "numbered": house.layout.line_numbers,
            "number-size": max(house.layout.size - 2, house.layout.size / 2),
            "number-gap": setting.number_gap,
            "heading-lines": setting.heading_lines,
            "blanks": setting.blanks,
            "raised": setting.raised,
            "rise": setting.rise,
            "kerning": setting.kerning,
            "greedy": setting.greedy,
            "justify": setting.justify,
            "together": setting.together,
        },
        "said": front.illustrative,
        "head": [_running(unit) for unit in header(draft, house) if unit.tokens],
        "foot": [*(_running(unit) for unit in footer(draft, house)), [f"Digest of the text {short_digest(draft)}"]],
        "heading": [_set(it, house) for it in set_ if it.above],
        "paragraphs": [_set(it, house) for it in set_ if not it.above],
    }


def _title(draft: "Draft", house: "House") -> str:
    """Return what names the print: the instrument, its number and stage, and the title or the beginning of it."""
    front = draft.front
    stage = house.stage(front.version)
    name = " ".join(part for part in (house.instrument_name(front.instrument), front.bill) if part)
    name = f"{name}, {stage.label}" if stage else name
    about = front.title or draft.title
    whole = f"{name}: {about}" if about else name
    return shorten(whole, _LONGEST_TITLE, placeholder=" …")


def _running(unit: "Unit") -> list[str | None]:
    """Return a line of the head or foot in parts; None stands for the number of the page."""
    before, *after = running(unit.text).split(PAGE.shown)
    return [before, *(part for text in after for part in (None, text))]


def _set(it: Paragraph, house: "House") -> dict[str, Any]:
    ordinals = house.layout.typesetting.raised < 1

    def runs(text: str, *, bold: bool) -> list[dict[str, Any]]:
        return [
            {
                "whole": piece.whole,
                "bold": bold,
                "runs": [{"text": run.text, "raised": run.raised} for run in piece.runs],
            }
            for piece in pieces_of(text, ordinals=ordinals)
        ]

    strong = it.bold or it.rank > 1
    behind = it.caption + it.text
    return {
        "label": runs(it.label, bold=strong),
        "parted": bool(it.label and behind),
        "runs": [*runs(it.caption, bold=strong), *runs(it.text, bold=it.bold)],
        "left": it.left,
        "first": it.first,
        "size": it.size,
        "align": it.align,
        "level": it.rank,
        "bookmark": it.bookmark,
        "counted": it.counted,
    }
