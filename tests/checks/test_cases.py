"""What every rule finds and lets stand: the cases are Markdown that a drafter can read."""

from pathlib import Path

import pytest

from ordain.checks import unreadable
from ordain.checks.catalog import RULES
from ordain.workflow.check import check_path
from ordain.workflow.houses import houses
from tests.literate import Checked, checked, sound

_BESIDE, *_CASES = checked()


@pytest.mark.parametrize("case", [pytest.param(case, id=case.heading) for case in _CASES])
def test_a_rule_finds_what_it_is_for_at_its_place_and_nothing_else(
    case: Checked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert said(case) == case.findings


@pytest.mark.parametrize("code", RULES)
def test_every_rule_has_a_case_with_a_finding_and_one_without(code: str) -> None:
    found = [f" {code} " in f" {case.findings}" for case in _CASES if case.code == code]
    assert set(found) == ({True} if code == unreadable.CODE else {True, False})


def said(case: Checked) -> str:
    """Return what is said of the files of a case, written here."""
    beside = [file for file in _BESIDE.files if file.name not in {it.name for it in case.files}]
    for file in (*beside, *case.files):
        path = Path(file.name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content(sound(path.name) if file.note == "rest" else ""))
    names = [file.name for file in case.files]
    target = Path("bill.txt") if "bill.txt" in names else Path("order.yaml") if names == ["order.yaml"] else Path()
    found = check_path(target, houses(target))
    return "".join(
        f"{finding.problem}\n" if finding.waived is None else f"{finding.problem}\n(waived: {finding.waived})\n"
        for finding in found
    )
