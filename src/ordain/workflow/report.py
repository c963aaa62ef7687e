"""Write a report in the form that the name of a file asks for."""

from typing import TYPE_CHECKING

from ordain.errors import Place, refuse
from ordain.model.draft import UNDATED
from ordain.writers.report_html import write_report_html
from ordain.writers.report_json import write_report_json
from ordain.writers.report_terminal import write_report_terminal

if TYPE_CHECKING:
    from pathlib import Path

    from ordain.model.report import Report

# Signs on a line of a .txt, which is as wide as a page of print in a small size.
_WIDTH = 100


def write_report(report: "Report", path: "Path") -> bytes:
    """Return the report in the form that the suffix of `path` names.

    Raises OrdainError for an unknown suffix.
    """
    match path.suffix.lower():
        case ".docx":
            from ordain.word.printing.report import write_report_docx  # noqa: PLC0415 - lxml takes time to load

            return write_report_docx(report)
        case ".html":
            return write_report_html(report).encode()
        case ".json":
            return write_report_json(report).encode()
        case ".pdf":
            from ordain.print.report import Look, write_report_pdf  # noqa: PLC0415 - Typst is needed for this form alone

            return write_report_pdf(report, Look(), UNDATED)
        case ".txt":
            return write_report_terminal(report, color=False, width=_WIDTH).encode()
        case suffix:
            raise refuse(
                f"no report is written as '{suffix}'",
                "end the name in .docx, .html, .json, .pdf or .txt",
                Place(str(path)),
            )
