"""The tutorial does what it says, command by command."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from ordain.cli import group

PAGE = Path(__file__).parent.parent / "docs" / "tutorial.md"

_BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# Stands for the end of a line in an edit, which is a line itself.
_RETURN = "\u23ce"


def test_every_command_of_the_tutorial_prints_what_it_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for language, name, text in _BLOCK.findall(PAGE.read_text(encoding="utf-8")):
        match language:
            case "console":
                for command, shown in _commands(text):
                    assert _said(command) == shown
            case "edit":
                _edit(Path(name), text)
            case _:
                Path(name).write_text(text, encoding="utf-8")
    assert {path.name for path in tmp_path.iterdir()} == {
        "drafts", "redline.docx", "coverage.docx", "ledger.docx", "review.html",
    }  # fmt: skip


def _commands(text: str) -> list[tuple[str, str]]:
    """Return each command of a block, with the lines below it."""
    parts = re.split(r"^\$ ordain (.*)\n", text, flags=re.MULTILINE)
    return list(zip(parts[1::2], (shown.rstrip("\n") for shown in parts[2::2]), strict=True))


def _said(command: str) -> str:
    done = CliRunner().invoke(group, command.split(), prog_name="ordain", standalone_mode=False)
    assert done.exception is None, done.exception
    return done.stdout.rstrip("\n")


def _edit(path: Path, text: str) -> None:
    old, new = (line[2:].replace(_RETURN, "\n") for line in text.splitlines())
    before = path.read_text(encoding="utf-8")
    assert before.count(old) == 1
    path.write_text(before.replace(old, new), encoding="utf-8")
