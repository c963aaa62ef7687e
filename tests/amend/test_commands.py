"""The commands `amend`, `apply` and `conflicts`, called in this process: they print what a user reads."""

import json
from collections.abc import Iterator
from importlib import import_module
from itertools import pairwise
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from ordain.compare import compare
from ordain.compare.redline import same
from ordain.errors import OrdainError
from ordain.model.heading import printed
from ordain.readers.house import read_house
from ordain.workflow.houses import houses
from ordain.workflow.readback import load_draft
from tests.chains import ROOT
from tests.literate import sound

_DRAFTS = ROOT / "drafts"
_OLD = _DRAFTS / "albuquerque-safer-community" / "3-floor-substitute.txt"
_NEW = _DRAFTS / "albuquerque-safer-community" / "4-as-amended.txt"


def _run(name: str, *words: object) -> Result:
    command = import_module(f"ordain.cli.{name}").command
    assert isinstance(command, click.Command)
    return CliRunner().invoke(command, [str(word) for word in words], standalone_mode=False)


def _pairs(folders: list[Path]) -> Iterator[tuple[Path, Path]]:
    for folder in folders:
        yield from pairwise(sorted(folder.glob("*[0-9]-*.txt")))


def _comes_back(old: Path, new: Path, out: Path, house: str | None = None) -> None:
    named = [] if house is None else ["--house", house]
    sheets = [out / f"sheet.{form}" for form in ("txt", "docx", "json")]
    done = _run("amend", old, new, *named, *(word for path in sheets for word in ("-o", path)))
    assert done.exception is None
    for sheet in sheets:
        back = out / f"{sheet.suffix[1:]}.txt"
        assert _run("apply", old, sheet, "-o", back, *named).exception is None
        sides = [load_draft(path, houses(path), house) for path in (new, back)]
        assert same(compare(*(printed(side.draft, side.house) for side in sides)))


@pytest.mark.parametrize(
    ("old", "new"),
    [pytest.param(*both, id=f"{both[0].parent.name} {both[1].stem}") for both in _pairs(sorted(_DRAFTS.glob("*/")))],
)
def test_the_sheet_between_two_versions_of_a_matter_gives_the_second(old: Path, new: Path, tmp_path: Path) -> None:
    _comes_back(old, new, tmp_path)


def test_the_sheets_between_the_versions_of_a_real_record_give_them(shared: Path, tmp_path: Path) -> None:
    records = sorted((shared / "records" / "albuquerque-r-07-268").glob("v*.txt"))
    for old, new in pairwise(records):
        folder = tmp_path / new.stem
        folder.mkdir()
        _comes_back(old, new, folder, "albuquerque")


def test_a_sheet_is_printed_in_the_words_of_the_house() -> None:
    text = _run("amend", _OLD, _NEW, "--sponsor", "Ann Example", "--date", "2026-03-05").output
    assert "Sponsor: Ann Example\nDate: 2026-03-05\n" in text
    assert 'Version: from "floor-substitute" to "as-amended"' in text
    assert "strike “once each calendar quarter” and insert “twice each calendar year”." in text


def test_a_motion_is_divided(tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.txt"
    _run("amend", _OLD, _NEW, "-o", sheet)
    text = _run("apply", _OLD, sheet, "--only", "2-3,5").output
    assert "8 U.S.C. § 1373" in text
    assert "once each calendar quarter" in text
    for wrong in ("x", "3-1", "9"):
        assert _run("apply", _OLD, sheet, "--only", wrong).exception is not None


def test_a_sheet_for_another_print_is_refused(tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.txt"
    _run("amend", _OLD, _NEW, "-o", sheet)
    done = _run("apply", _NEW, sheet)
    assert isinstance(done.exception, OrdainError)
    assert "digest" in str(done.exception)


def test_two_drafts_that_print_the_same_have_no_sheet() -> None:
    assert "there is nothing to amend" in str(_run("amend", _OLD, _OLD).exception)


def test_a_sheet_in_a_form_that_is_not_known_is_neither_written_nor_read(tmp_path: Path) -> None:
    assert "no sheet is written as '.odt'" in str(_run("amend", _OLD, _NEW, "-o", tmp_path / "sheet.odt").exception)
    assert "no sheet is read from '.pdf'" in str(_run("apply", _OLD, tmp_path / "sheet.pdf").exception)


def test_a_word_file_that_does_not_hold_the_words_of_a_sheet_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ordain.word.printing.sheet.read_sheet_docx", lambda _content, _file: "1. Strike Section 1.\n")
    done = _run("amend", _OLD, _NEW, "-o", tmp_path / "sheet.docx")
    assert "cannot be kept in a Word file" in str(done.exception)
    assert not (tmp_path / "sheet.docx").exists()


def test_conflicts_and_the_outcomes_of_each_order_are_told(tmp_path: Path) -> None:
    texts = (
        "1. In Section 11, strike “once each calendar quarter” and insert “each year”.\n",
        "1. In Section 11, strike “each calendar quarter” and insert “a month”.\n",
        "1. In Section 1, strike “Safer”.\n",
    )
    sheets = [tmp_path / f"{name}.txt" for name in "abc"]
    for path, text in zip(sheets, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    done = _run("conflicts", _OLD, *sheets, "--json")
    assert done.return_value == 1
    told = json.loads(done.output)
    assert [row["relation"] for row in told["pairs"]] == ["they amend the same words", "independent", "independent"]
    assert len({row["outcome"] for row in told["orders"]}) == 2
    assert _run("conflicts", _OLD, sheets[0], sheets[2]).return_value == 0


@pytest.mark.parametrize(
    ("key", "message"),
    [
        ("amendments: {sentences: {strikes: 'x.'}}", "'strikes' is no instrument"),
        ("amendments: {sentences: {strike: '{place}, strike {words}'}}", "is no sentence"),
        ("amendments: {sentences: {strike: '{place}, strike.'}}", "does not hold the fields of strike"),
    ],
)
def test_a_sentence_of_a_house_that_cannot_serve_is_told(key: str, message: str) -> None:
    with pytest.raises(OrdainError, match=message):
        read_house(sound("house.yaml") + key + "\n", "house.yaml", "springfield")
