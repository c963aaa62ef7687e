"""What the rules find in the worked matters and in a real record; each was read, and none is a false alarm."""

from pathlib import Path

import pytest

from ordain.workflow.check import check_path
from ordain.workflow.houses import houses
from tests.chains import ROOT

_FOUND = {
    "albuquerque-safer-community": {
        "order.yaml": ["O001", "O001", "O001", "O001", "O002"],
        "1-introduced.txt": ["D007", "D007", "D007", "D007", "D012"],
        "4-as-amended.txt": ["M005"],
    },
    "los-angeles-immigrant-affairs": {"order.yaml": ["O001"], "1-introduced.txt": ["D007", "D007", "D007"]},
    "minneapolis-parking-lots": {
        "order.yaml": ["O001", "O001", "O001"],
        "1-introduced.txt": ["D007"],
    },
    "nashville-immigration-communications": {"order.yaml": ["O001", "O001", "O001"]},
}


@pytest.mark.parametrize("matter", _FOUND)
def test_these_are_the_findings_in_a_worked_matter(matter: str) -> None:
    folder = ROOT / "drafts" / matter
    found: dict[str, list[str]] = {}
    for finding in check_path(folder, houses(folder)):
        assert finding.problem.place is not None
        found.setdefault(Path(finding.problem.place.file).name, []).append(finding.problem.code)
    assert found == _FOUND[matter]


def test_nothing_is_found_in_the_versions_of_a_real_resolution(shared: Path) -> None:
    versions = sorted((shared / "records" / "albuquerque-r-07-268").glob("v*.txt"))
    assert len(versions) == 4
    assert [check_path(version, houses(ROOT), "albuquerque") for version in versions] == [(), (), (), ()]
