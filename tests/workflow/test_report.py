"""A report into a file, in the form that its name asks for."""

import json
from pathlib import Path

import pytest

from ordain.errors import OrdainError
from ordain.workflow.report import write_report
from tests.reports import COVERAGE


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("x.docx", b"PK\x03\x04"),
        ("x.pdf", b"%PDF-1.7"),
        ("x.HTML", b"<!doctype html>"),
        ("x.json", b'{\n  "schema"'),
        ("x.txt", b"What of the"),
    ],
)
def test_the_suffix_names_the_form(name: str, start: bytes) -> None:
    assert write_report(COVERAGE, Path(name)).startswith(start)


def test_a_text_file_has_no_colors_and_lines_of_at_most_100_signs() -> None:
    text = write_report(COVERAGE, Path("x.txt")).decode()
    assert "\x1b" not in text
    assert 80 < max(map(len, text.splitlines())) <= 100


def test_json_is_written_as_utf_8() -> None:
    assert json.loads(write_report(COVERAGE, Path("x.json")).decode())["matter"] == "safer-community"


def test_another_suffix_is_refused_in_a_sentence() -> None:
    with pytest.raises(
        OrdainError, match=r"no report is written as '.odt'; end the name in .docx, .html, .json, .pdf or .txt"
    ):
        write_report(COVERAGE, Path("x.odt"))
