"""`ordain coverage` and `ordain blame` as a user meets them."""

import json
import shutil
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from ordain.cli.blame import command as blame
from ordain.cli.coverage import command as coverage
from ordain.errors import OrdainError
from tests.chains import ROOT

ALBUQUERQUE = ROOT / "drafts" / "albuquerque-safer-community"
MINNEAPOLIS = ROOT / "drafts" / "minneapolis-parking-lots"


def run(command: click.Command, *words: object) -> Result:
    return CliRunner().invoke(command, [*map(str, words)], standalone_mode=False)


def test_the_last_version_is_covered_unless_another_is_named() -> None:
    assert "version 4 (as-amended)" in run(coverage, ALBUQUERQUE).stdout
    assert "version 2 (committee-substitute)" in run(coverage, ALBUQUERQUE, "--version", "2").stdout


def test_a_suspect_exits_with_1_only_where_a_check_is_asked_for(tmp_path: Path) -> None:
    assert run(coverage, ALBUQUERQUE, "--check").return_value == 0
    folder = shutil.copytree(ALBUQUERQUE, tmp_path / "matter")
    for draft in folder.glob("[34]-*.txt"):
        lines = draft.read_text(encoding="utf-8").splitlines(keepends=True)
        silent = [line for line in lines if not line.startswith("  identification: ")]
        draft.write_text("".join(silent), encoding="utf-8")
    assert run(coverage, folder).return_value == 0
    checked = run(coverage, folder, "--check")
    assert checked.return_value == 1
    assert checked.stderr == "identification: suspect\n"
    assert run(coverage, folder, "--check", "--version", "introduced").return_value == 0


def test_what_is_dropped_without_a_reason_fails_the_check(tmp_path: Path) -> None:
    folder = shutil.copytree(MINNEAPOLIS, tmp_path / "matter")
    assert run(coverage, folder, "--check").return_value == 0
    draft = folder / "2-as-amended.txt"
    lines = draft.read_text(encoding="utf-8").splitlines(keepends=True)
    draft.write_text("".join(line for line in lines if "recital-authority" not in line), encoding="utf-8")
    checked = run(coverage, folder, "--check")
    assert (checked.return_value, checked.stderr) == (1, "recital-authority: dropped\n")
    assert "no reason is given" in run(coverage, folder).stdout


def test_programs_are_told_states_words_and_signals() -> None:
    told = json.loads(run(coverage, ALBUQUERQUE, "--version", "2", "--json").stdout)
    assert told["lost"] == []
    [row] = [row for row in told["order"] if row["provision"] == "records-requests"]
    assert "weakened" in row["states"]
    [signal] = [it for it in row["shown"]["force"] if it["signal"] == "duty"]
    assert (signal["direction"], signal["old"], signal["new"]) == ("looser", "shall", "may")
    assert row["where"] == ["Section 11"]


def test_reports_are_written_and_never_over_a_file_without_leave(tmp_path: Path) -> None:
    files = [tmp_path / f"coverage.{suffix}" for suffix in ("docx", "html", "txt", "json")]
    outputs = [word for file in files for word in ("-o", file)]
    assert run(coverage, ALBUQUERQUE, *outputs).return_value == 0
    assert all(file.stat().st_size for file in files)
    assert isinstance(run(coverage, ALBUQUERQUE, *outputs).exception, OrdainError)


def test_blame_shows_where_a_draft_comes_from(tmp_path: Path) -> None:
    shown = run(blame, ALBUQUERQUE / "4-as-amended.txt", "-o", tmp_path / "blame.html")
    assert shown.exception is None
    assert "2. committee-substitute" in (tmp_path / "blame.html").read_text(encoding="utf-8")
    assert "records-requests" in run(blame, ALBUQUERQUE / "4-as-amended.txt").stdout


@pytest.mark.parametrize("command", [coverage, blame])
def test_what_is_not_there_is_refused(command: click.Command) -> None:
    assert isinstance(run(command, ROOT / "nowhere").exception, OrdainError)
