"""`ordain concordance` and `ordain fmt --renumber` as a user meets them."""

import json
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result

from ordain.cli import concordance, fmt
from ordain.errors import OrdainError
from tests.chains import ROOT

ALBUQUERQUE = ROOT / "drafts" / "albuquerque-safer-community"
SECOND = ALBUQUERQUE / "2-committee-substitute.txt"
THIRD = ALBUQUERQUE / "3-floor-substitute.txt"

FRONT = "---\nhouse: albuquerque\n---\n\nAN ORDINANCE.\n\n"
ONE = "SECTION 1. DUTY. The Clerk shall report under Section 2 within a day. {#duty}\n"
TWO = "SECTION 2. NOTICE. The Mayor shall post the report. {#notice}\n"
PUT_IN = "SECTION 2. BRIDGES. The bridges are open.\n"


def _concordance(*words: object) -> Result:
    return CliRunner().invoke(concordance.command, [str(word) for word in words], standalone_mode=False)


def _fmt(*words: object) -> Result:
    return CliRunner().invoke(fmt.command, [str(word) for word in words], standalone_mode=False)


def _draft(folder: Path, name: str, *paragraphs: str) -> Path:
    path = folder / name
    path.write_text(FRONT + "\n".join(paragraphs), encoding="utf-8")
    return path


def test_the_concordance_is_printed() -> None:
    done = _concordance(SECOND, THIRD)
    assert done.return_value == 0
    assert "Concordance of 2-committee-substitute.txt and 3-floor-substitute.txt" in done.stdout
    assert "The old Section 7 was moved from a place before it." in done.stdout
    assert "5 numbers in references: 4 as they were, 1 following." in " ".join(done.stdout.split())


def test_programs_are_told_the_same() -> None:
    told = json.loads(_concordance(SECOND, THIRD, "--json").stdout)
    assert (told["schema"], told["references_checked"], told["faults"]) == ("ordain/concordance/1", 5, 0)
    assert {"old": "Section 9", "new": None, "why": "It was struck."} in told["provisions"]
    assert told["references"] == [
        {
            "address": "Section 15",
            "reference": "Section 7",
            "cited": "Section 8",
            "cites": "Section 7",
            "verdict": "right",
            "why": "Section 8 is Section 7 now.",
        }
    ]


def test_two_texts_that_agree_have_no_rows() -> None:
    done = _concordance(THIRD, THIRD, "--json")
    told = json.loads(done.stdout)
    assert (told["provisions"], told["references"], done.return_value) == ([], [], 0)


@pytest.mark.parametrize(
    ("said", "verdict", "why"),
    [
        ("Section 2", "stale", "Section 2 is Section 3 now, and Section 2 is another provision."),
        ("Section 1", "wrong", "Section 2 is Section 3 now, and Section 1 is another provision."),
        ("Section 9", "dangling", "Section 2 is Section 3 now, and no provision is Section 9."),
    ],
)
def test_a_reference_at_fault_exits_with_1(tmp_path: Path, said: str, verdict: str, why: str) -> None:
    old = _draft(tmp_path, "old.txt", ONE, TWO)
    new = _draft(tmp_path, "new.txt", ONE.replace("Section 2", said), PUT_IN, TWO.replace("SECTION 2", "SECTION 3"))
    done = _concordance(old, new, "--json")
    [reference] = json.loads(done.stdout)["references"]
    assert (done.return_value, reference["verdict"], reference["why"]) == (1, verdict, why)
    out = tmp_path / "concordance.html"
    assert _concordance(old, new, "-o", out).return_value == 0
    assert _concordance(old, new, "-o", out, "--force", "--exit-code").return_value == 1


@pytest.mark.parametrize(
    ("new", "why"),
    [
        ((ONE,), "Section 2 is no more, and no provision is Section 2."),
        ((ONE, PUT_IN), "Section 2 is no more, and a new provision has its number."),
        ((ONE.replace("2", "1"), PUT_IN), "Section 2 is no more, and it was made to cite Section 1."),
        ((ONE, PUT_IN, TWO), "Two provisions are Section 2."),
        ((ONE, TWO, PUT_IN.replace("open.", "open, see Section 9.").replace("2", "3")), "No provision is Section 9."),
    ],
)
def test_every_verdict_is_told_in_a_sentence(tmp_path: Path, new: tuple[str, ...], why: str) -> None:
    old = _draft(tmp_path, "old.txt", ONE, TWO)
    told = json.loads(_concordance(old, _draft(tmp_path, "new.txt", *new), "--json").stdout)
    assert [reference["why"] for reference in told["references"]] == [why]


def test_a_range_that_covers_more_is_told(tmp_path: Path) -> None:
    ranged = "SECTION {}. CODE. Sections 1 through {} of this Ordinance are compiled. {{#code}}\n"
    old = _draft(tmp_path, "old.txt", ONE, TWO, ranged.format(3, 2))
    new = _draft(tmp_path, "new.txt", ONE, TWO, PUT_IN.replace("2", "3"), ranged.format(4, 3))
    [reference] = json.loads(_concordance(old, new, "--json").stdout)["references"]
    assert (reference["verdict"], reference["why"]) == ("changed", "The range covers other provisions than it did.")


def test_the_concordance_is_written_as_a_word_file(tmp_path: Path) -> None:
    out = tmp_path / "concordance.docx"
    assert _concordance(SECOND, THIRD, "-o", out).return_value == 0
    tables = docx.Document(str(out)).tables
    assert [cell.text for cell in tables[0].rows[1].cells] == ["Section 5", "Section 5(A)", "It was split."]


# fmt --renumber


def test_a_draft_is_numbered_in_place(tmp_path: Path) -> None:
    path = _draft(tmp_path, "draft.txt", ONE, PUT_IN, TWO)
    done = _fmt("--renumber", path)
    assert (done.return_value, done.stderr) == (0, f"formatted {path}\n")
    text = path.read_text(encoding="utf-8")
    assert "SECTION 1. DUTY. The Clerk shall report under Section 3 within a day." in text
    assert "SECTION 3. NOTICE." in text
    assert _fmt("--renumber", "--check", path).return_value == 0


def test_with_check_nothing_is_written(tmp_path: Path) -> None:
    path = _draft(tmp_path, "draft.txt", ONE, PUT_IN, TWO)
    before = path.read_bytes()
    assert _fmt("--renumber", "--check", path).return_value == 1
    assert path.read_bytes() == before


def test_the_base_tells_what_a_label_meant(tmp_path: Path) -> None:
    base = _draft(tmp_path, "base.txt", ONE, TWO)
    path = _draft(tmp_path, "draft.txt", ONE, PUT_IN.replace("open.", "open. {#bridges}"), TWO)
    before = path.read_bytes()
    refused = _fmt("--renumber", path).exception
    assert isinstance(refused, OrdainError)
    assert "Section 2 stands twice" in str(refused)
    assert path.read_bytes() == before
    assert _fmt("--renumber", path, "--base", base).return_value == 0
    assert "under Section 3 within" in path.read_text(encoding="utf-8")


def test_a_base_needs_one_draft_to_be_numbered(tmp_path: Path) -> None:
    path = _draft(tmp_path, "draft.txt", ONE, TWO)
    for words in ((path, "--base", path), ("--renumber", path, path, "--base", path)):
        assert "--base belongs to --renumber" in str(_fmt(*words).exception)


def test_a_number_that_would_be_read_as_another_level_is_refused(tmp_path: Path) -> None:
    letters = [f"({letter}) Letter." for letter in "abcdefgj"]
    path = _draft(tmp_path, "draft.txt", "SECTION 1. LIST.", "(A) One.", "(1) Two.", *letters, "(i) First item.")
    refused = _fmt("--renumber", path).exception
    assert "with new numbers, the draft would be read as another tree of provisions" in str(refused)
