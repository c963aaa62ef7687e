"""Write a report as a tagged PDF, in a house's paper and type."""

from typing import TYPE_CHECKING, Any, assert_never

from msgspec import Struct

from ordain.model.report import Heading, Paragraph, Table, shown
from ordain.print.faces import family_of
from ordain.print.letters import check_words
from ordain.print.pieces import running
from ordain.print.typeset import typeset

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterator

    from ordain.model.report import Cell, Part, Report

# The key in the value of a cell that stands for the page of a change: the typesetter alone knows it.
PAGE_OF = "page-of"

_EMPTY = "none"

# A column of a small share, whose lines are no longer than so many signs, is as wide as they are.
_SLIGHT, _NARROW = 0.5, 12

# Letter paper, in points, and the face of what is written for no house.
LETTER = (612.0, 792.0)
FONT = "Arial"


class Look(Struct, frozen=True, kw_only=True):
    """How a report is printed: paper in points, font, and how its pages are numbered.

    In `page` the words {page} and {pages} stand for the number of the page and of all pages.
    """

    paper: tuple[float, float] = LETTER
    font: str = FONT
    page: str = "Page {page} of {pages}"


def write_report_pdf(report: "Report", look: Look, moment: "datetime.datetime") -> bytes:
    """Return the report as PDF/UA-1; it lies on its side where a table has many columns.

    Raises OrdainError where a letter cannot be printed.
    """
    check_words(_texts(report), look.font, f"the {report.name}")
    short, long = sorted(look.paper)
    content = {
        "title": _line(report.title),
        "font": family_of(look.font),
        "language": report.language,
        "paper": {"width": long, "height": short} if report.sideways else {"width": short, "height": long},
        "page": look.page,
        "parts": [part_of(part, running) for part in report.parts],
    }
    return typeset("report.typ", content, moment)


def part_of(part: "Part", set_: "Callable[[str], str]") -> dict[str, Any]:
    """Return a part as the templates take it, each line of it as `set_` gives it."""
    match part:
        case Heading(text):
            return {"kind": "heading", "text": set_(_line(text))}
        case Paragraph(text):
            return {"kind": "paragraph", "lines": [set_(line) for line in shown(text)]}
        case Table():
            return {
                "kind": "table",
                "title": set_(_line(part.title)),
                "columns": [
                    {
                        "title": set_(_line(column.title)),
                        "share": 0 if longest <= _NARROW and column.share < _SLIGHT else column.share,
                    }
                    for column, longest in zip(part.columns, part.longest(), strict=True)
                ],
                "rows": [[_cell(cell, set_) for cell in row] for row in part.rows],
                "empty": _EMPTY,
            }
        case _:
            assert_never(part)


def _cell(cell: "Cell", set_: "Callable[[str], str]") -> dict[str, Any]:
    if isinstance(cell.value, dict) and PAGE_OF in cell.value:
        return dict(cell.value)
    return {"lines": [set_(line) for line in cell.lines]}


def _line(text: str) -> str:
    return " ".join(shown(text))


def _texts(report: "Report") -> "Iterator[str]":
    yield _line(report.title)
    for part in report.parts:
        match part:
            case Heading(text) | Paragraph(text):
                yield from shown(text)
            case Table():
                yield _line(part.title)
                yield from (_line(column.title) for column in part.columns)
                yield from (line for row in part.rows for cell in row for line in cell.lines)
            case _:
                assert_never(part)
