"""From a matter to Word and back: what `ordain draft --from edited.docx` and `ordain check edited.docx` do and say."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from ordain.errors import OrdainError
from ordain.markup.parse import parse
from ordain.word.parts.package import open_package
from ordain.workflow.draft import first_draft, next_version
from ordain.workflow.files import write_files
from ordain.workflow.houses import houses
from ordain.workflow.print import print_of
from ordain.workflow.readback import load_draft
from ordain.workflow.redline import Options, redline_of, write
from ordain.workflow.sources import load
from tests.chains import ROOT
from tests.cli.test_commands import ordain
from tests.word.edits import Editor
from tests.word.specimens import word_file

MINNEAPOLIS = ROOT / "drafts" / "minneapolis-parking-lots"


@pytest.fixture
def matter(tmp_path: Path) -> Path:
    """Return a matter whose first version is printed as `sent.docx`."""
    folder = tmp_path / "drafts" / "lots"
    folder.mkdir(parents=True)
    for name in ("order.yaml", "1-introduced.txt"):
        (folder / name).write_bytes((MINNEAPOLIS / name).read_bytes())
    text = (MINNEAPOLIS / "matter.yaml").read_text(encoding="utf-8")
    (folder / "matter.yaml").write_text("\n".join(line for line in text.split("\n") if "2-as-amended" not in line))
    (folder / "sent.docx").write_bytes(print_of(folder / "1-introduced.txt", Path("x.docx"), houses(folder)))
    return folder


def edit(path: Path) -> Editor:
    return Editor(path.read_bytes())


def test_the_next_version_is_opened_from_an_edited_print(matter: Path) -> None:
    editor = edit(matter / "sent.docx")
    editor.retype("WHEREAS, Minneapolis", "WHEREAS, Minneapolis is and stays a Welcoming City; and")
    editor.delete("WHEREAS, such a use")
    (matter / "edited.docx").write_bytes(editor.saved())
    done = ordain("draft", matter, "--stage", "as-amended", "--from", matter / "edited.docx")
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == str(matter / "2-as-amended.txt")
    first, second = (
        load_draft(matter / name, houses(matter)).draft for name in ("1-introduced.txt", "2-as-amended.txt")
    )
    assert second.front.base == "introduced"
    assert [it.id for it in second.walk()] == [it.id for it in first.walk() if it.id != "recital-trust"]
    assert [it.sources for it in second.walk()] == [it.sources for it in first.walk() if it.id != "recital-trust"]
    assert done.stderr.split("\n") == [
        f"{matter / 'edited.docx'}: read back from the print of 'introduced'",
        "  ids: 12 by bookmark, 1 by its words",
        "  recital-welcoming-city: by its words, 88% alike; now Recital 1, 'WHEREAS, Minneapolis is and stays a Welcoming City; and'",
        "  no longer in the text: recital-trust",
        "",
    ]


def test_a_print_that_nobody_edited_opens_the_version_that_its_text_opens(matter: Path) -> None:
    known = houses(matter)
    by_word = next_version(matter, known, "as-amended", matter / "sent.docx")
    assert by_word == next_version(matter, known, "as-amended")


def test_tracked_changes_are_accepted_and_their_authors_named(matter: Path) -> None:
    known = houses(matter)
    old, new = (load(MINNEAPOLIS / name, known) for name in ("1-introduced.txt", "2-as-amended.txt"))
    tracked = write(redline_of(old, new), Path("x.docx"), Options(author="A. Smith"))
    (matter / "tracked.docx").write_bytes(tracked)
    said: list[str] = []
    draft = load_draft(matter / "tracked.docx", known, tell=said.append).draft
    assert draft == load_draft(MINNEAPOLIS / "2-as-amended.txt", known).draft
    assert "tracked changes of A. Smith were read as accepted" in said[1]


def test_a_print_of_an_earlier_version_is_told_from_one_of_the_latest(matter: Path) -> None:
    known = houses(matter)
    write_files(next_version(matter, known, "as-amended"), force=False, updated=[matter / "matter.yaml"])
    said: list[str] = []
    chain = [("introduced", matter / "1-introduced.txt"), ("as-amended", matter / "2-as-amended.txt")]
    load_draft(matter / "sent.docx", known, tell=said.append, chain=chain)
    assert "  it was printed before 2-as-amended.txt; what changed since then is not in it" in said


def test_a_version_of_a_matter_may_be_a_print(matter: Path) -> None:
    text = (matter / "matter.yaml").read_text(encoding="utf-8")
    (matter / "matter.yaml").write_text(text.replace("1-introduced.txt", "sent.docx"), encoding="utf-8")
    known = houses(matter)
    path, content = next(iter(next_version(matter, known, "as-amended").items()))
    assert path.suffix == ".txt"
    assert [it.id for it in parse(content.decode(), known.known()).walk()] == [
        it.id for it in load_draft(matter / "1-introduced.txt", known).draft.walk()
    ]
    ignored = ("--ignore", "D007,M005,M006")  # these say something of the last version, which differs
    found, due = (json.loads(ordain("check", folder, "--json", *ignored).stdout) for folder in (matter, MINNEAPOLIS))
    assert [(it["code"], it["message"]) for it in found] == [(it["code"], it["message"]) for it in due]


def test_a_print_is_checked_as_its_draft_is(matter: Path) -> None:
    editor = edit(matter / "sent.docx")
    editor.replace("Section 2.", "Section 2.", "Section 3.")
    (matter / "edited.docx").write_bytes(editor.saved())
    done = ordain("check", matter / "edited.docx")
    assert done.returncode == 1
    assert "edited.docx:12:1: D001 Section 3. stands where Section 2. is due" in done.stdout
    assert "ids: 14 by bookmark" in done.stderr
    sent = matter / "sent.docx"
    assert ordain("check", sent, "--ignore", "D007").returncode == 0
    assert "sent.docx:11:143: D007 " in ordain("check", sent).stdout  # as in the draft, at its line of the print


def test_a_word_file_that_ordain_did_not_print_is_refused_with_advice(matter: Path) -> None:
    path = matter / "theirs.docx"
    path.write_bytes(word_file("Any text."))
    done = ordain("draft", matter, "--stage", "as-amended", "--from", path)
    assert done.returncode == 2
    assert f"error: {path}: Ordain did not print this Word file, so it cannot be read as a draft; print" in done.stderr
    assert "Traceback" not in done.stderr
    checked = ordain("check", path)
    assert checked.returncode == 1
    assert "E001 Ordain did not print this Word file" in checked.stdout


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"])
def test_a_file_that_is_no_word_file_is_refused(matter: Path, content: bytes) -> None:
    path = matter / "broken.docx"
    path.write_bytes(content)
    with pytest.raises(OrdainError):
        load_draft(path, houses(matter))


def test_the_print_of_an_order_is_no_draft(matter: Path) -> None:
    path = matter / "order.docx"
    path.write_bytes(print_of(matter / "order.yaml", path, houses(matter)))
    with pytest.raises(OrdainError, match="the print of an order, not of a draft"):
        load_draft(path, houses(matter))


def test_the_first_draft_of_a_matter_goes_to_word_and_back(matter: Path) -> None:
    known = houses(matter)
    [path, *_] = first_draft(matter, known)
    assert open_package((matter / "sent.docx").read_bytes()).has("docProps/custom.xml")
    assert load_draft(matter / "sent.docx", known).draft == load_draft(path, known).draft


# What takes long to load, and has nothing to do with two Word files.
UNWANTED = (
    "docx", "pydantic", "jinja2", "yaml", "ordain.word.readback.draft", "ordain.model.house", "ordain.model.draft",
    "ordain.compare.repointing", "ordain.word.reading.provisions", "ordain.writers.json", "ordain.writers.terminal",
)  # fmt: skip


def test_two_word_files_are_compared_without_what_makes_prints_and_reads_orders(tmp_path: Path) -> None:
    for name in ("a.docx", "b.docx"):
        (tmp_path / name).write_bytes(word_file(f"The text of {name[0]}."))
    script = (
        "import sys; from ordain.cli import group; "
        f"group(['redline', {str(tmp_path / 'a.docx')!r}, {str(tmp_path / 'b.docx')!r}, "
        f"'-o', {str(tmp_path / 'c.docx')!r}], standalone_mode=False); "
        f"print([name for name in {UNWANTED} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
