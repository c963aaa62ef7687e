"""Write a report for programs: the facts, and the rows of each table by the keys of its columns."""

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ordain.model.report import Json, Report


def write_report_json(report: "Report") -> str:
    """Return the report as one JSON object; its paragraphs and headings are for readers and left out.

    A cell is its value, else its text, else null.
    """
    content: dict[str, Json] = {"schema": f"ordain/{report.name}/1", "title": report.title, **report.facts}
    for table in report.tables:
        keys = [column.key for column in table.columns]
        content[table.key] = [{key: cell.told for key, cell in zip(keys, row, strict=True)} for row in table.rows]
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
