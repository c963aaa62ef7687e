"""Write a report as Markdown, for a packet that is put together as text."""

import re
from typing import TYPE_CHECKING, assert_never

from ordain.model.report import Heading, Paragraph, Table, shown

if TYPE_CHECKING:
    from ordain.model.report import Report

# Signs that Markdown would take for markup.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~])")
# What opens a list or a rule where it stands first in a line.
_OPENING = re.compile(r"^(\s*)([-+=]|\d+[.)])")


def write_report_markdown(report: "Report") -> str:
    """Return the report as Markdown; every table has the columns of the report."""
    lines = [f"# {_text(report.title)}", ""]
    for part in report.parts:
        match part:
            case Heading(text):
                lines += [f"## {_text(text)}", ""]
            case Paragraph(text):
                lines += [_text(text), ""]
            case Table():
                lines += _table(part)
            case _:
                assert_never(part)
    return "\n".join(lines)


def _table(table: Table) -> list[str]:
    rows = [[_cell(cell.lines) for cell in row] for row in table.rows]
    return [
        *([f"**{_text(table.title)}**", ""] if table.title else []),
        _row([_cell(shown(column.title)) for column in table.columns]),
        _row(["---"] * len(table.columns)),
        *map(_row, rows),
        "",
    ]


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(lines: tuple[str, ...]) -> str:
    return "<br>".join(map(_escaped, lines))


def _text(text: str) -> str:
    return _OPENING.sub(r"\1\\\2", _escaped(" ".join(shown(text))))


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text).replace("&", "&amp;")
