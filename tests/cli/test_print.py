"""What `ordain print` and `ordain where` do with their options."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ordain.cli import print as print_command
from ordain.cli import where as where_command
from ordain.errors import OrdainError
from tests.print.prints import ALBUQUERQUE, LOS_ANGELES


def printed(*words: object) -> Result:
    return CliRunner().invoke(print_command.command, list(map(str, words)))


def where(*words: object) -> Result:
    return CliRunner().invoke(where_command.command, list(map(str, words)))


def test_a_pdf_is_written_and_its_lines_are_printed(tmp_path: Path) -> None:
    done = printed(ALBUQUERQUE, "-o", tmp_path / "bill.pdf", "--lines")
    assert json.loads(done.stdout)[1]["text"].startswith("RELATING TO THE PROTECTION")
    assert done.stderr == f"wrote {tmp_path / 'bill.pdf'}\n"
    assert (tmp_path / "bill.pdf").read_bytes().startswith(b"%PDF-")


def test_without_lines_nothing_is_printed(tmp_path: Path) -> None:
    assert printed(ALBUQUERQUE, "-o", tmp_path / "bill.pdf").stdout == ""
    assert printed(ALBUQUERQUE, "-o", tmp_path / "bill.docx").stdout == ""


def test_the_date_is_that_of_the_option_or_of_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, words in (("one.pdf", ["--date", "2026-03-11"]), ("two.pdf", [])):
        if not words:
            monkeypatch.setenv("SOURCE_DATE_EPOCH", "1773187200")
        assert printed(ALBUQUERQUE, "-o", tmp_path / name, *words).exit_code == 0
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_only_a_pdf_has_lines(tmp_path: Path) -> None:
    done = printed(ALBUQUERQUE, "-o", tmp_path / "bill.docx", "--lines")
    assert isinstance(done.exception, OrdainError)
    assert "only a .pdf has lines that are cited" in str(done.exception)
    assert not (tmp_path / "bill.docx").exists()


def test_a_provision_is_shown_with_its_pages_and_lines() -> None:
    assert where(ALBUQUERQUE, "Section 4").stdout == (
        "Section 4: page 2, lines 31 to 32\n"
        "    31  SECTION 4. CITY FACILITIES AND PARKING LOTS. A City department\n"
        "    32  shall not permit a federal immigration officer to use a City facility, including a\n"
        "Section 4: page 3, lines 1 to 2\n"
        "     1  parking lot, for civil immigration enforcement. An admission under Section 5\n"
        "     2  is not a use of a City facility under this section.\n"
    )


def test_a_line_is_shown_with_its_provision() -> None:
    assert where(ALBUQUERQUE, "--page", 3, "--line", 5).stdout == (
        "Section 5(A): page 3, line 5\n     5  nonpublic area unless the officer presents a judicial warrant.\n"
    )


def test_lines_without_numbers_are_shown_without() -> None:
    assert where(LOS_ANGELES, "Section 1(c)(1)").stdout.startswith(
        "Section 1(c)(1): page 2\n        (1) A City department shall maintain"
    )


def test_json_holds_the_lines() -> None:
    assert json.loads(where(ALBUQUERQUE, "Section 5(A)", "--json").stdout)[-1] == {
        "page": 3,
        "line": 5,
        "text": "nonpublic area unless the officer presents a judicial warrant.",
    }


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "name a provision, or a page with --page"),
        (("Section 4", "--page", "3"), "name a provision, or a page with --page"),
        (("Section 4", "--line", "3"), "--line needs --page"),
    ],
)
def test_either_a_provision_or_a_page_is_asked_for(words: tuple[str, ...], says: str) -> None:
    done = where(ALBUQUERQUE, *words)
    assert done.exit_code == 2
    assert says in done.stderr
