"""Every rule finds what it is for, at its place, and lets the rest stand."""

import pytest

from ordain.checks import Finding, check
from ordain.checks.catalog import RULES
from ordain.markup.parse import parse
from ordain.model.draft import Draft, Front
from ordain.model.numbering import Level
from ordain.model.provision import Provision
from tests.strategies import house


def _found(*lines: str, waivers: str = "") -> list[Finding]:
    text = "\n".join(["---", "house: springfield", *([waivers] if waivers else []), "---", "An ordinance.", *lines])
    return list(check(parse(text, {"springfield": house()}, "bill.txt"), house()))


def _said(*lines: str) -> list[str]:
    return [str(finding.problem) for finding in _found(*lines)]


def test_codes_count_from_one_without_a_gap() -> None:
    kinds = sorted({code[0] for code in RULES})
    counted = [f"{kind}{n:03}" for kind in kinds for n in range(1, sum(code[0] == kind for code in RULES) + 1)]
    assert sorted(RULES) == counted


def test_numbers_that_follow_each_other_are_in_order() -> None:
    assert _found("SECTION 1. A.", "(A) B.", "(B) C.", "(1) D.", "SECTION 2. E.", "(A) F.") == []


def test_a_gap_is_found_at_the_label_behind_it() -> None:
    [said] = _said("SECTION 1. A.", "SECTION 3. B.")
    assert said.split("\n") == [
        "bill.txt:6:1: D001 SECTION 3. stands where SECTION 2. is due; number it anew",
        "    6 | SECTION 3. B.",
        "      | ^^^^^^^^^^",
    ]


def test_a_number_that_stands_twice_is_found() -> None:
    assert _said("SECTION 1. A.", "  (A) B.", "  (A) C.") == [
        "bill.txt:7:3: D001 (A) stands where (B) is due; number it anew\n    7 |   (A) C.\n      |   ^^^"
    ]


def test_findings_come_in_the_order_of_the_text() -> None:
    said = _said("SECTION 2. A.", "(B) B.", "SECTION 3. C.", "(C) D.")
    assert [line.partition(":")[2].partition(":")[0] for line in said] == ["5", "6", "8"]


def test_after_a_gap_the_count_goes_on_from_there() -> None:
    assert len(_found("SECTION 1. A.", "SECTION 4. B.", "SECTION 5. C.")) == 1


def test_a_section_put_in_behind_another_is_in_order() -> None:
    assert _found("SECTION 1. A.", "SECTION 2. B.", "SECTION 2A. C.", "SECTION 3. D.") == []
    assert len(_found("SECTION 1. A.", "SECTION 3A. B.")) == 1


@pytest.mark.parametrize("form", ["Section", "Sec.", "SEC."])
def test_sections_are_counted_in_whatever_form_they_are_written(form: str) -> None:
    assert _found(f"{form} 1. A.", f"{form} 2. B.") == []
    assert len(_found(f"{form} 1. A.", f"{form} 1. B.")) == 1


def test_what_has_no_number_is_not_counted() -> None:
    assert _found("WHEREAS, it is so.", "SECTION 1. A.", "More.", "§ 9-6-1-2 REPORTS. B.", "§ 5-5-20 RECORDS. C.") == []


def test_a_negative_subject_bars_nobody() -> None:
    [said] = _said("SECTION 1. SECRECY. It is so. No City employee shall disclose it.")
    assert said.split("\n") == [
        "bill.txt:5:31: D002 'No City employee shall' bars nobody; write 'A ... shall not', or 'No ... may'",
        "    5 | SECTION 1. SECRECY. It is so. No City employee shall disclose it.",
        "      |                               ^^^^^^^^^^^^^^^^^^^^^^",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "No City employee may disclose it.",
        "A City employee shall not disclose it.",
        "The office is at No. 5; it shall stay.",
    ],
)
def test_another_subject_bars_whom_it_names(text: str) -> None:
    assert _found(f"SECTION 1. SECRECY. {text}") == []


def test_a_finding_that_is_waived_says_why() -> None:
    [finding] = _found("SECTION 2. A.", waivers="waivers: {D001: the first was vetoed}")
    assert (finding.problem.code, finding.waived) == ("D001", "the first was vetoed")


def test_a_draft_that_was_read_from_no_file_has_findings_without_a_place() -> None:
    section = Provision(level=Level.SECTION, label="SECTION 2.", text="A.")
    [finding] = check(Draft(front=Front(house="springfield"), provisions=(section,)), house())
    assert finding.problem.place is None


def test_a_label_that_is_written_otherwise_is_found_at_its_paragraph() -> None:
    [finding] = _found("  SECTION  2. A.")
    assert finding.problem.place is not None
    assert (finding.problem.place.column, finding.problem.place.width) == (3, 1)
