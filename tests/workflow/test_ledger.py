"""The ledger of the worked matters, read line by line against their texts."""

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from ordain.model.report import Report, Table
from ordain.workflow.houses import houses
from ordain.workflow.ledger import ledger_report
from ordain.writers.report_terminal import write_report_terminal
from tests.chains import MATTERS, ROOT
from tests.workflow.test_coverage import Text

# Signs on a line, so that every column of the widest table has room.
_WIDTH = 140


def report(folder: Path) -> Report:
    return ledger_report(folder, houses(folder))


@pytest.mark.parametrize("folder", MATTERS, ids=lambda folder: folder.name)
def test_the_ledger_of_a_matter_is_what_was_read_line_by_line(folder: Path, snapshot: SnapshotAssertion) -> None:
    said = write_report_terminal(report(folder), color=False, width=_WIDTH)
    assert said == snapshot(extension_class=Text)


def test_programs_are_told_norms_and_signals() -> None:
    made = report(ROOT / "drafts" / "albuquerque-safer-community")
    table = next(part for part in made.parts if isinstance(part, Table) and part.key == "provisions")
    row = next(row for row in table.rows if row[0].value == "REQUESTS FOR FEDERAL RECORDS")
    substitute = row[3].value
    assert isinstance(substitute, dict)
    [norm] = substitute["norms"]
    assert (norm["actor"], norm["duty"], norm["by"]) == ("The City Attorney", "may", ["at regular intervals"])
    [signal] = [it for it in substitute["force"] if it["signal"] == "duty"]
    assert (signal["signal"], signal["direction"], signal["old"], signal["new"]) == ("duty", "looser", "shall", "may")
    assert row[4].text.startswith("Section 11\nThe City Attorney shall file requests")
