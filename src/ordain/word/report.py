"""Write a report as a Word document."""

import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ordain.model.report import Report


def write_report_docx(report: "Report", date: datetime.datetime | None = None) -> bytes:
    """Return the report as a Word document."""
    raise NotImplementedError
