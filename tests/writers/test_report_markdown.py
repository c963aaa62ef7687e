"""A report as Markdown."""

from hypothesis import given

from ordain.model.report import Report
from ordain.writers.report_markdown import write_report_markdown
from tests.reports import COVERAGE, reports


def test_headings_paragraphs_and_tables_stand_in_their_order() -> None:
    text = write_report_markdown(COVERAGE)
    lines = text.split("\n")
    assert lines[0] == "# What of the order is in the bill"
    assert "## Added without source" in lines
    assert "| Provision | State | Where, and why |" in lines
    assert "| facility-reports | codified | Section 3(A)<br>Section 4 |" in lines
    assert r"| \<b\>&amp;amp; | " in text


@given(reports())
def test_every_row_of_a_table_has_as_many_cells_as_columns(report: Report) -> None:
    counts = [len(table.columns) for table in report.tables for _ in range(len(table.rows) + 2)]
    lines = [line for line in write_report_markdown(report).split("\n") if line.startswith("| ")]
    assert [line.replace(r"\|", "").count("|") - 1 for line in lines] == counts
