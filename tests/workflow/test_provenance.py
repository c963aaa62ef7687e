"""Which version brought each provision of a draft in, and which changed it."""

import json
from pathlib import Path

import pytest

from ordain.errors import OrdainError
from ordain.workflow.houses import houses
from ordain.workflow.provenance import provenance_report
from ordain.writers.report_json import write_report_json
from tests.chains import ROOT

ALBUQUERQUE = ROOT / "drafts" / "albuquerque-safer-community"


def rows(draft: Path) -> dict[str, tuple[str, list[str], list[str]]]:
    """Return by address: the version it came in with, those that changed it, and its sources."""
    told = json.loads(write_report_json(provenance_report(draft, houses(draft))))
    return {row["address"]: (row["came"], row["changed"], row["from"]) for row in told["provisions"]}


def test_the_provenance_of_the_last_version_of_albuquerque() -> None:
    found = rows(ALBUQUERQUE / "4-as-amended.txt")
    one, two, three, four = "1. introduced", "2. committee-substitute", "3. floor-substitute", "4. as-amended"
    assert found["Section 3"] == (one, [two], ["resources"])
    assert found["Section 5(A)"] == (two, [three], [])
    assert found["Section 7"] == (one, [two, three], ["facility-reports"])
    assert found["Section 7(A)"] == (three, [], ["facility-reports"])
    assert found["Section 10"] == (three, [four], [])
    assert found["Section 11"] == (one, [two, three, four], ["records-requests"])
    assert found["Section 12"] == (one, [two], ["children"])
    assert found["Section 13"] == (one, [two], ["services", "virtual-access"])
    assert found["Section 2, CITY RESOURCES"] == (two, [three], ["resources"])
    assert found["Section 16"] == (one, [], [])


def test_a_reference_that_only_follows_a_number_changes_no_words() -> None:
    found = rows(ALBUQUERQUE / "3-floor-substitute.txt")
    assert found["Section 15"] == ("1. introduced", ["2. committee-substitute"], ["implementation"])


def test_the_first_version_brought_everything_in() -> None:
    found = rows(ALBUQUERQUE / "1-introduced.txt")
    assert {(came, tuple(changed)) for came, changed, _ in found.values()} == {("1. introduced", ())}


def test_what_is_no_version_of_a_matter_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OrdainError, match="there is no such file"):
        rows(ALBUQUERQUE / "9-enacted.txt")
    with pytest.raises(OrdainError, match="is no version of its matter"):
        rows(ALBUQUERQUE / "order.yaml")
    alone = tmp_path / "a.txt"
    alone.write_text("", encoding="utf-8")
    with pytest.raises(OrdainError, match="stands beside this draft"):
        rows(alone)
