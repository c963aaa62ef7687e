"""Write a report as a page that stands alone.

A page of ours may be put on a city's site or sent by mail: it loads nothing, runs
nothing, and says so to the browser in its policy.
"""

from base64 import b64encode
from hashlib import sha256
from html import escape
from typing import TYPE_CHECKING, assert_never

from ordain.model.report import Heading, Paragraph, Table, Tone, shown
from ordain.writers.report_style import stylesheet

if TYPE_CHECKING:
    from ordain.model.report import Cell, Column, Report

_EMPTY = "none"

# A longer word may be broken anywhere, or it alone would make the table wider than the screen.
_LONGEST = 24


def write_report_html(report: "Report") -> str:
    """Return the report as one page that needs no other file: no script, no image, no font, no address."""
    style = stylesheet(report)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    title = _text(" ".join(shown(report.title)))
    return "\n".join(
        (
            "<!doctype html>",
            f'<html lang="{report.language}">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{title}</title>",
            f"<style>{style}</style>",
            "</head>",
            "<body>",
            "<main>",
            f"<h1>{title}</h1>",
            *_parts(report),
            "</main>",
            "</body>",
            "</html>",
            "",
        )
    )


def _parts(report: "Report") -> list[str]:
    out: list[str] = []
    tables = 0
    for part in report.parts:
        match part:
            case Heading(text):
                out.append(f"<h2>{_lines(shown(text))}</h2>")
            case Paragraph(text):
                out.append(f"<p>{_lines(shown(text))}</p>")
            case Table():
                tables += 1
                out += _table(part, tables)
            case _:
                assert_never(part)
    return out


def _table(table: Table, number: int) -> list[str]:
    """Return a table; it says its roles, which a browser forgets where rows are shown as blocks."""
    count = len(table.columns)
    kinds = f"columns-{count} table-{number}{' unbroken' if _has_long_word(table) else ''}"
    titles = (f'<th scope="col" role="columnheader">{_lines(shown(column.title))}</th>' for column in table.columns)
    rows = (_row(table.columns, row) for row in table.rows)
    return [
        f'<table class="{kinds}" role="table">',
        *([f"<caption>{_lines(shown(table.title))}</caption>"] if table.title else []),
        f"<colgroup>{'<col>' * count}</colgroup>",
        '<thead role="rowgroup">',
        f'<tr role="row">{"".join(titles)}</tr>',
        "</thead>",
        '<tbody role="rowgroup">',
        *(rows if table.rows else [f'<tr role="row"><td role="cell" colspan="{count}">{_EMPTY}</td></tr>']),
        "</tbody>",
        "</table>",
    ]


def _row(columns: "tuple[Column, ...]", row: "tuple[Cell, ...]") -> str:
    """Return a row: its first cell is its heading, and each other one carries the title of its column."""
    cells = [f'<th scope="row" role="rowheader"{_tone(row[0])}>{_lines(row[0].lines)}</th>']
    for column, cell in zip(columns[1:], row[1:], strict=True):
        title = _text(" ".join(shown(column.title)))
        cells.append(f'<td role="cell" data-title="{title}"{_tone(cell)}>{_lines(cell.lines)}</td>')
    return f'<tr role="row">{"".join(cells)}</tr>'


def _has_long_word(table: Table) -> bool:
    texts = [column.title for column in table.columns] + [cell.text for row in table.rows for cell in row]
    return any(len(word) > _LONGEST for text in texts for word in text.split())


def _tone(cell: "Cell") -> str:
    return "" if cell.tone is Tone.PLAIN else f' class="{cell.tone.value}"'


def _lines(lines: tuple[str, ...]) -> str:
    return "<br>".join(map(_text, lines))


def _text(text: str) -> str:
    return escape(text, quote=True)
