"""The command as a user meets it: exit codes, files, messages."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.chains import ROOT

ALBUQUERQUE = ROOT / "drafts" / "albuquerque-safer-community"
FIRST = ALBUQUERQUE / "1-introduced.txt"
SECOND = ALBUQUERQUE / "2-committee-substitute.txt"


def ordain(*words: object, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "ordain", *map(str, words)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
    )


def test_without_a_command_the_help_is_shown() -> None:
    assert "Commands:" in ordain("--help").stdout


def test_a_difference_exits_with_1_and_marks_every_word_where_there_is_no_color() -> None:
    done = ordain("redline", FIRST, SECOND)
    assert done.returncode == 1
    assert "[-" in done.stdout
    assert "{+" in done.stdout
    assert "\x1b[" not in done.stdout


def test_color_is_forced_and_refused_by_the_usual_variables() -> None:
    assert "\x1b[" in ordain("redline", FIRST, SECOND, FORCE_COLOR="1").stdout
    assert "\x1b[" not in ordain("redline", FIRST, SECOND, FORCE_COLOR="1", NO_COLOR="1").stdout


def test_no_difference_exits_with_0() -> None:
    done = ordain("redline", FIRST, FIRST)
    assert done.returncode == 0
    assert done.stdout == "no differences\n"


def test_output_files_exit_with_0_and_with_1_where_that_is_asked(tmp_path: Path) -> None:
    out = tmp_path / "redline.docx"
    assert ordain("redline", FIRST, SECOND, "-o", out).returncode == 0
    assert out.stat().st_size > 0
    assert ordain("redline", FIRST, SECOND, "-o", out, "--force", "--exit-code").returncode == 1


def test_nothing_is_overwritten_without_leave(tmp_path: Path) -> None:
    out = tmp_path / "redline.txt"
    out.write_text("mine")
    done = ordain("redline", FIRST, SECOND, "-o", out)
    assert done.returncode == 2
    assert "exists already" in done.stderr
    assert out.read_text() == "mine"


def test_json_holds_the_changes_in_the_order_of_the_new_text() -> None:
    content = json.loads(ordain("redline", FIRST, SECOND, "--json").stdout)
    assert content["schema"] == "ordain/redline/1"
    assert [it["number"] for it in content["changes"]] == sorted(it["number"] for it in content["changes"])
    assert {it["kind"] for it in content["changes"]} <= {
        "renumbered", "moved", "altered", "split", "joined", "inserted", "removed",
    }  # fmt: skip
    assert all(part[0] in ("kept", "struck", "added") for it in content["changes"] for part in it["segments"])


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["redline", "nowhere.txt", "nowhere.txt"], "there is no such file"),
        (["redline", str(FIRST), "x.odt"], "is not known here"),
        (["redline", str(FIRST), str(SECOND), "-o", "x.odt"], "end the name in .docx"),
        (["print", str(FIRST), "-o", "x.pdf2"], "end the name in .docx"),
        (["print", str(FIRST), "-o", "x.docx", "--templates", "nowhere"], "no such folder of houses"),
        (["new", "x", "--house", "albuquerqe"], "did you mean 'albuquerque'?"),
        (["redline", str(FIRST), str(SECOND), "--date", "soon", "-o", "x.docx"], "is no date"),
        (["nonsense"], "No such command"),
    ],
)
def test_what_cannot_be_done_exits_with_2_and_a_sentence(words: list[str], says: str) -> None:
    done = ordain(*words)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_a_matter_goes_from_nothing_to_a_second_version(tmp_path: Path) -> None:
    matter = tmp_path / "lots"
    assert ordain("new", matter, "--house", "albuquerque").returncode == 0
    assert json.loads((matter / "order.schema.json").read_text())["title"] == "OrderFile"
    assert ordain("draft", matter).returncode == 0
    assert (matter / "1-introduced.txt").exists()
    assert ordain("draft", matter).returncode == 2  # never written over
    assert ordain("draft", matter, "--stage", "committee-substitute").returncode == 0
    second = (matter / "2-committee-substitute.txt").read_text()
    assert "base: introduced" in second
    assert "date: null" in second
    assert "2-committee-substitute.txt" in (matter / "matter.yaml").read_text()
    refused = ordain("draft", matter, "--stage", "introduced")
    assert refused.returncode == 2
    assert "cannot follow" in refused.stderr
    assert ordain("check", matter / "1-introduced.txt").returncode == 0


def test_the_next_version_opens_from_another_file(tmp_path: Path) -> None:
    matter = tmp_path / "lots"
    ordain("new", matter, "--house", "albuquerque")
    ordain("draft", matter)
    other = tmp_path / "other.txt"
    other.write_text((matter / "1-introduced.txt").read_text().replace("shall report", "may report"))
    assert ordain("draft", matter, "--stage", "committee-substitute", "--from", other).returncode == 0
    assert "may report" in (matter / "2-committee-substitute.txt").read_text()


def test_findings_exit_with_1_and_are_json_where_that_is_asked(tmp_path: Path) -> None:
    draft = tmp_path / "a.txt"
    text = FIRST.read_text(encoding="utf-8")
    draft.write_text(text.replace("A City employee shall not", "No City employee shall"), encoding="utf-8")
    done = ordain("check", draft, "--json", "--select", "D002")
    assert done.returncode == 1
    assert [it["code"] for it in json.loads(done.stdout)] == ["D002"]
    waived = draft.read_text(encoding="utf-8").replace(
        "illustrative: true", "illustrative: true\nwaivers: {D002: quoted from the order}", 1
    )
    draft.write_text(waived, encoding="utf-8")
    assert ordain("check", draft, "--select", "D002").returncode == 0


def test_formatting_is_checked_and_mended(tmp_path: Path) -> None:
    draft = tmp_path / "a.txt"
    draft.write_text(FIRST.read_text(encoding="utf-8").replace("\n\n", "\n\n\n"), encoding="utf-8")
    assert ordain("fmt", "--check", draft).returncode == 1
    assert ordain("fmt", draft).returncode == 0
    assert draft.read_text(encoding="utf-8") == FIRST.read_text(encoding="utf-8")
    assert ordain("fmt", "--check", draft).returncode == 0


def test_a_redline_is_dated_by_what_is_said_and_never_by_the_clock(tmp_path: Path) -> None:
    first, second, third = tmp_path / "a.docx", tmp_path / "b.docx", tmp_path / "c.docx"
    ordain("redline", FIRST, SECOND, "-o", first)
    ordain("redline", FIRST, SECOND, "-o", second)
    ordain("redline", FIRST, SECOND, "-o", third, SOURCE_DATE_EPOCH="1700000000")
    assert first.read_bytes() == second.read_bytes()
    assert first.read_bytes() != third.read_bytes()


def test_the_help_loads_no_heavy_library() -> None:
    seen = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", "import ordain.cli"], capture_output=True, text=True, check=True
    ).stderr
    for library in ("docx", "lxml", "pydantic", "jinja2", "rapidfuzz"):
        assert f" {library}\n" not in seen


def test_an_input_is_never_written_over(tmp_path: Path) -> None:
    draft = tmp_path / "a.txt"
    draft.write_bytes(FIRST.read_bytes())
    done = ordain("redline", draft, SECOND, "-o", draft, "--force")
    assert done.returncode == 2
    assert draft.read_bytes() == FIRST.read_bytes()


def test_what_is_not_there_or_no_text_is_said_so(tmp_path: Path) -> None:
    word = tmp_path / "a.txt"
    word.write_bytes(b"PK\x03\x04 and so on")
    for words, says in (
        (["check", tmp_path / "nowhere"], "there is no such file"),
        (["check", tmp_path], "holds no matter.yaml"),
        (["redline", tmp_path, FIRST], "this is a folder"),
        (["fmt", word], "this is a Word file"),
        (["draft", FIRST], "this is no matter's folder"),
        (["print", FIRST, "-o", word / "x.docx"], "a file, not a folder"),
    ):
        done = ordain(*words)
        assert done.returncode == 2, words
        assert says in done.stderr, (words, done.stderr)


def test_a_version_that_names_what_the_order_has_not_is_found(tmp_path: Path) -> None:
    matter = tmp_path / "lots"
    ordain("new", matter, "--house", "albuquerque")
    ordain("draft", matter)
    draft = matter / "1-introduced.txt"
    draft.write_text(draft.read_text().replace("from=first-duty", "from=first-dutty").replace("introduced", "intro", 1))
    said = ordain("check", matter).stdout
    assert "M003 'first-dutty' is no provision of the order; did you mean 'first-duty'?" in said
    assert "M004 'intro' is no stage of the house" in said
    assert "O003 'issuer' is still the example" in said


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this machine has no device that is always full")
def test_a_disk_that_is_full_is_told_in_a_sentence() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "ordain", "redline", FIRST, SECOND],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr == (
        "error: what is read from or written to: No space left on device; mend that, and run it again\n"
    )
