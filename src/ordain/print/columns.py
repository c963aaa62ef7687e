"""Write two versions side by side as a PDF: a row for each provision, on paper that lies on its side."""

from typing import TYPE_CHECKING

from ordain.compare.sidebyside import side_by_side
from ordain.print.faces import family_of
from ordain.print.markedwords import check_marks, legible, words_of
from ordain.print.summarypage import foot, name_of
from ordain.print.typeset import typeset

if TYPE_CHECKING:
    import datetime

    from ordain.print.markedtext import Sides


def write_columns(sides: "Sides", moment: "datetime.datetime") -> bytes:
    """Return the side-by-side print as PDF/UA-1.

    Raises OrdainError where the text holds the signs of the marks.
    """
    house = sides.house
    marks = house.bill_marks()
    check_marks(sides.redline, marks, house)
    names = [legible(name_of(draft, house), house) for draft in (sides.old, sides.new)]
    content = {
        "title": f"{names[0]}, beside {names[1]}",
        "font": family_of(house.layout.font),
        "paper": {"width": house.layout.height, "height": house.layout.width},
        "names": names,
        "foot": foot(sides),
        "rows": [
            {
                "change": row.number or 0,
                "note": legible(row.note, house),
                "old": words_of(row.old, marks),
                "new": words_of(row.new, marks),
                "quiet": not row.is_changed,
            }
            for row in side_by_side(sides.redline, sides.weights)
        ],
    }
    return typeset("columns.typ", content, moment)
