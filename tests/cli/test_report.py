"""What a command that writes a report does with its options."""

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from ordain.cli import report as shared
from ordain.errors import OrdainError
from ordain.writers.report_json import write_report_json
from ordain.writers.report_terminal import write_report_terminal
from tests.reports import COVERAGE


@click.command
@shared.outputs
def command(outputs: tuple[Path, ...], *, as_json: bool, force: bool) -> None:
    shared.show(COVERAGE, outputs, as_json=as_json, force=force, inputs=(Path("draft.txt"),))


def run(*words: str, **environment: str) -> Result:
    return CliRunner().invoke(command, words, env={"COLUMNS": "80", **environment}, color=True)


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)


def test_without_a_file_the_report_is_printed_without_color_into_a_pipe() -> None:
    assert run().stdout == write_report_terminal(COVERAGE, color=False, width=80)


def test_a_narrow_terminal_is_given_narrow_lines_and_a_wide_one_no_wider_than_140() -> None:
    assert run(COLUMNS="50").stdout == write_report_terminal(COVERAGE, color=False, width=50)
    assert run(COLUMNS="400").stdout == write_report_terminal(COVERAGE, color=False, width=140)


def test_color_can_be_forced_and_forbidden() -> None:
    assert "\x1b[" in run(FORCE_COLOR="1").stdout
    assert "\x1b[" not in run(FORCE_COLOR="1", NO_COLOR="1").stdout


def test_json_is_printed_where_it_is_asked_for() -> None:
    assert run("--json").stdout == write_report_json(COVERAGE)


def test_files_are_written_in_every_form_that_is_named_and_nothing_is_printed() -> None:
    done = run("-o", "a.docx", "-o", "a.html", "-o", "a.json", "-o", "a.txt")
    assert done.exit_code == 0
    assert done.stdout == ""
    assert done.stderr.split("\n") == ["wrote a.docx", "wrote a.html", "wrote a.json", "wrote a.txt", ""]
    assert json.loads(Path("a.json").read_text(encoding="utf-8"))["schema"] == "ordain/coverage/1"


def test_a_file_can_be_written_and_the_json_printed_at_once() -> None:
    assert run("-o", "a.txt", "--json").stdout == write_report_json(COVERAGE)


def test_a_file_that_exists_is_written_over_only_by_force() -> None:
    Path("a.txt").write_text("mine", encoding="utf-8")
    refused = run("-o", "a.txt")
    assert isinstance(refused.exception, OrdainError)
    assert Path("a.txt").read_text(encoding="utf-8") == "mine"
    assert run("-o", "a.txt", "--force").exit_code == 0
    assert Path("a.txt").read_text(encoding="utf-8") != "mine"


def test_no_report_is_written_over_what_it_was_made_from_even_by_force() -> None:
    Path("draft.txt").write_text("mine", encoding="utf-8")
    assert isinstance(run("-o", "draft.txt", "--force").exception, OrdainError)
    assert Path("draft.txt").read_text(encoding="utf-8") == "mine"
