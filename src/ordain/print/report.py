"""Write a report as a tagged PDF."""

from typing import TYPE_CHECKING, Any, assert_never

from ordain.model.report import Heading, Paragraph, Table, shown
from ordain.print.faces import family_of
from ordain.print.letters import check_lines
from ordain.print.typeset import typeset

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from ordain.model.report import Part, Report

_FONT = "Arial"
# Letter paper and its margins, in points.
_SHORT, _LONG, _MARGIN = 612, 792, 54
# The room for a sign in a cell, on an average, in points, and how many signs the margins of a cell take.
_SIGN = 4.75
_AROUND = 4

_EMPTY = "none"


def write_report_pdf(report: "Report", moment: "datetime.datetime", file: str) -> bytes:
    """Return the report as PDF/UA-1; the same report and moment give the same bytes.

    It lies on its side where a table has many columns.  The titles of the columns stand
    on every page, and a row is broken over two only where it could be longer than one.
    Raises OrdainError where a letter cannot be printed; the line that it names is one of the report.
    """
    title = " ".join(shown(report.title))
    check_lines([title, *(line for part in report.parts for line in _lines(part))], _FONT, file)
    width, height = (_LONG, _SHORT) if report.sideways else (_SHORT, _LONG)
    content = {
        "title": title,
        "language": report.language,
        "font": family_of(_FONT),
        "paper": {"width": width, "height": height, "margin": _MARGIN},
        "parts": [_part(part, width - 2 * _MARGIN) for part in report.parts],
    }
    return typeset("report.typ", content, moment)


def _part(part: "Part", room: int) -> dict[str, Any]:
    match part:
        case Heading(text):
            return {"kind": "heading", "text": " ".join(shown(text))}
        case Paragraph(text):
            return {"kind": "paragraph", "lines": shown(text)}
        case Table():
            return {
                "kind": "table",
                "title": " ".join(shown(part.title)),
                "widths": part.widths(int(room / _SIGN), _AROUND),
                "columns": [" ".join(shown(column.title)) for column in part.columns],
                "rows": [[{"lines": cell.lines, "tone": cell.tone.value} for cell in row] for row in part.rows],
                "empty": _EMPTY,
            }
        case _:
            assert_never(part)


def _lines(part: "Part") -> "Iterator[str]":
    match part:
        case Heading(text) | Paragraph(text):
            yield from shown(text)
        case Table():
            yield from (part.title, *(column.title for column in part.columns))
            yield from (line for row in part.rows for cell in row for line in cell.lines)
        case _:
            assert_never(part)
