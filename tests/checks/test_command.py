"""The command `ordain check`: which rules, why, and in which form."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ordain.checks.catalog import RULES, explain
from ordain.cli.check import command
from ordain.errors import OrdainError

_BILL = """\
---
house: albuquerque
instrument: resolution
waivers: {D002: quoted from the order}
---
ON SIGNS.
SECTION 1. SIGNS. No employee shall post it. The Clerk shall post a sign at the door and/or the gate.
"""


@pytest.fixture
def bill(tmp_path: Path) -> Path:
    path = tmp_path / "bill.txt"
    path.write_text(_BILL, encoding="utf-8")
    return path


def check(*words: object) -> Result:
    return CliRunner().invoke(command, [str(word) for word in words], standalone_mode=False)


def rows(*words: object) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(check(*words, "--json").stdout)
    return found


def test_json_says_code_place_message_remedy_and_waiver(bill: Path) -> None:
    assert rows(bill) == [
        {
            "code": "D002",
            "file": str(bill),
            "line": 7,
            "column": 19,
            "message": "'No employee shall' bars nobody",
            "remedy": "write 'A ... shall not', or 'No ... may'",
            "waived": "quoted from the order",
        },
        {
            "code": "D014",
            "file": str(bill),
            "line": 7,
            "column": 86,
            "message": "'and/or' does not say which of the two it means",
            "remedy": "write 'and', 'or', or 'A or B or both'",
            "waived": None,
        },
    ]


def test_what_is_waived_is_shown_and_does_not_count(bill: Path) -> None:
    done = check(bill)
    assert "(waived: quoted from the order)" in done.stdout
    assert done.stderr == "1 found\n"
    assert done.return_value == 1
    done = check(bill, "--ignore", "D014")
    assert done.stderr == "nothing found\n"
    assert done.return_value == 0


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (["--select", "D014"], ["D014"]),
        (["--select", "D", "--ignore", "D00"], ["D014"]),
        (["--ignore", "D,W"], []),
        (["--select", "M"], []),
    ],
)
def test_rules_are_chosen_by_the_beginning_of_their_codes(bill: Path, words: list[str], codes: list[str]) -> None:
    assert [row["code"] for row in rows(bill, *words)] == codes


def test_a_code_that_no_rule_has_is_refused_with_the_nearest(bill: Path) -> None:
    for words in ([bill, "--select", "D0014"], [bill, "--ignore", "D0014"], ["--explain", "D14"]):
        raised = check(*words).exception
        assert isinstance(raised, OrdainError)
        assert "did you mean 'D0" in str(raised)


def test_nothing_to_check_is_refused() -> None:
    assert "name a file or a folder to check" in str(check().exception)


def test_a_finding_about_a_whole_file_has_no_line(tmp_path: Path) -> None:
    order = tmp_path / "order.yaml"
    order.write_text(
        "issuer: Name Surname\noffice: Mayor\ncity: Albuquerque\nhouse: albuquerque\nnumber: null\ntitle: null\n"
        "subject: signs\ndate: 2026-01-05\nprovisions:\n  - id: signs\n    heading: Signs\n"
        "    actor: {name: a City department, commanded: true}\n    modal: shall\n    act: post\n    object: a sign\n"
        "    codify: section\n    source: {kind: none}\n",
        encoding="utf-8",
    )
    assert [(row["code"], row["file"], row["line"]) for row in rows(order)] == [("O003", str(order), None)]


@pytest.mark.parametrize("code", RULES)
def test_a_rule_is_explained(code: str) -> None:
    assert check("--explain", code).stdout == explain(code) + "\n"
