"""Write a report as a Word document that a clerk can put into a packet."""

from typing import TYPE_CHECKING, assert_never

from ordain.model.draft import UNDATED
from ordain.model.report import Heading, Paragraph, Table, shown
from ordain.word.parts.names import SPACE, make
from ordain.word.printing.blank import describe, new_document
from ordain.word.printing.reportstyles import (
    CAPTION,
    CELL,
    COLUMN,
    FOOTER,
    GRID,
    HEADING,
    NORMAL,
    ROOM,
    ROW,
    TITLE,
    TONES,
    styles,
)

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator

    from ordain.model.report import Cell, Part, Report
    from ordain.word.parts.names import Element

# Letter paper and its margins, in twentieths of a point.
_SHORT, _LONG, _MARGIN = 12240, 15840, 1080
# The room for a sign in a cell, on an average, and how many signs the margins of a cell take.
_SIGN = 95
_AROUND = 4

_EMPTY = "none"


def write_report_docx(report: "Report", date: "datetime.datetime | None" = None) -> bytes:
    """Return the report as a Word document; `date` is when it says that it was made.

    It lies on its side where a table has many columns.  The titles of the columns stand
    on every page, and no row is broken over two.
    """
    width, height = (_LONG, _SHORT) if report.sideways else (_SHORT, _LONG)
    title = " ".join(shown(report.title))
    body = [_paragraph(TITLE, title)]
    for part in report.parts:
        body += _part(part, width - 2 * _MARGIN)
    page = [
        make("pgSz", {"w": str(width), "h": str(height)} | ({"orient": "landscape"} if report.sideways else {})),
        make(
            "pgMar",
            {side: str(_MARGIN) for side in ("top", "right", "bottom", "left")}
            | {"header": "540", "footer": "540", "gutter": "0"},
        ),
    ]
    package = new_document(body, page, styles(), _footer())
    describe(package, title, date or UNDATED)
    return package.to_bytes()


def _part(part: "Part", room: int) -> "Iterator[Element]":
    match part:
        case Heading(text):
            yield _paragraph(HEADING, " ".join(shown(text)))
        case Paragraph(text):
            yield from (_paragraph(NORMAL, line) for line in shown(text))
        case Table():
            if part.title:
                yield _paragraph(CAPTION, " ".join(shown(part.title)))
            yield _table(part, room)
            # Word makes one table of two that nothing parts.
            yield _paragraph(ROOM, "")
        case _:
            assert_never(part)


def _table(table: Table, room: int) -> "Element":
    signs = table.widths(room // _SIGN, _AROUND)
    widths = [room * each // sum(signs) for each in signs]
    properties = [
        make("tblStyle", {"val": GRID}),
        make("tblW", {"w": str(sum(widths)), "type": "dxa"}),
        make("tblLayout", {"type": "fixed"}),
        make("tblLook", {"val": "0020", "firstRow": "1"}),
    ]
    grid = [make("gridCol", {"w": str(width)}) for width in widths]
    titles = zip(table.columns, widths, strict=True)
    rows = [_row(_cells(row, widths)) for row in table.rows]
    nothing = _cell([_paragraph(CELL, _EMPTY)], sum(widths), len(widths))
    return make(
        "tbl",
        children=[
            make("tblPr", children=properties),
            make("tblGrid", children=grid),
            _row(
                (_cell([_paragraph(COLUMN, line) for line in shown(it.title)], width) for it, width in titles),
                head=True,
            ),
            *(rows or [_row([nothing])]),
        ],
    )


def _cells(row: "tuple[Cell, ...]", widths: list[int]) -> "Iterator[Element]":
    """Yield the cells of a row, of which the first names the row."""
    for at, (cell, width) in enumerate(zip(row, widths, strict=True)):
        style, tone = CELL if at else ROW, TONES.get(cell.tone)
        yield _cell([_paragraph(style, line, tone) for line in cell.lines], width)


def _cell(paragraphs: "list[Element]", width: int, span: int = 1) -> "Element":
    properties = [make("tcW", {"w": str(width), "type": "dxa"})]
    properties += [make("gridSpan", {"val": str(span)})] if span > 1 else []
    return make("tc", children=[make("tcPr", children=properties), *paragraphs])


def _row(cells: "Iterable[Element]", *, head: bool = False) -> "Element":
    properties = [make("cantSplit")]
    properties += [make("tblHeader")] if head else []
    return make("tr", children=[make("trPr", children=properties), *cells])


def _paragraph(style: str, text: str, tone: str | None = None) -> "Element":
    return make("p", children=[make("pPr", children=[make("pStyle", {"val": style})]), *_runs(text, tone)])


def _runs(text: str, tone: str | None = None) -> "Iterator[Element]":
    if not text:
        return
    words = make("t")
    words.text = text
    words.set(SPACE, "preserve")
    properties = [] if tone is None else [make("rPr", children=[make("rStyle", {"val": tone})])]
    yield make("r", children=[*properties, words])


def _footer() -> "Element":
    """Return the foot of every page: its number, and of how many."""
    numbers = {code: make("fldSimple", {"instr": code}, _runs("1")) for code in ("PAGE", "NUMPAGES")}
    paragraph = _paragraph(FOOTER, "")
    paragraph.extend([*_runs("Page "), numbers["PAGE"], *_runs(" of "), numbers["NUMPAGES"]])
    return make("ftr", children=[paragraph])
