"""A report for programs."""

import json

from hypothesis import given

from ordain.model.report import Report
from ordain.writers.report_json import write_report_json
from tests.reports import COVERAGE, reports


def test_a_report_is_its_facts_and_the_rows_of_its_tables_by_key() -> None:
    found = json.loads(write_report_json(COVERAGE))
    assert list(found) == ["schema", "title", "matter", "dropped", "provisions", "added"]
    assert found["schema"] == "ordain/coverage/1"
    assert found["dropped"] == 1
    assert found["provisions"][0] == {"id": "facility-reports", "state": "codified", "where": "Section 3(A)\nSection 4"}
    assert found["provisions"][1]["where"] == {"score": 0.8}
    assert found["provisions"][2]["where"] is None
    assert found["added"] == []


def test_letters_stand_as_they_are() -> None:
    assert "Ñ – §" in write_report_json(Report(name="x", title="Ñ – §", parts=()))


@given(reports())
def test_every_cell_is_told_under_the_key_of_its_column(report: Report) -> None:
    found = json.loads(write_report_json(report))
    for table in report.tables:
        told = [[row[column.key] for column in table.columns] for row in found[table.key]]
        assert told == [[cell.told for cell in row] for row in table.rows]
