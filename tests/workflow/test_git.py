"""Git shows Word files through Ordain: with a git, a repository and a configuration of the tests' own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import docx
import pytest

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home without anybody's configuration of git."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name in [name for name in os.environ if name.startswith(("GIT_", "XDG_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "A Clerk")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "clerk@example.org")
    return folder


@pytest.fixture
def repository(tmp_path: Path, home: Path) -> Path:  # noqa: ARG001 - git reads the home
    folder = tmp_path / "the council's bills"
    folder.mkdir()
    git(folder, "init", "--quiet")
    return folder


def git(folder: Path, *words: str) -> str:
    return run(folder, "git", *words)


def ordain(folder: Path, *words: str) -> str:
    """Return what the command says, on either stream."""
    return run(folder, sys.executable, "-m", "ordain", *words)


def run(folder: Path, *command: str) -> str:
    done = subprocess.run(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def write(path: Path, *paragraphs: str) -> None:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(str(path))


def commit(folder: Path, says: str) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", says)


@pytest.fixture
def bill(repository: Path) -> Path:
    """A repository that is set up, with a bill in it, committed once and changed since."""
    ordain(repository, "git-setup")
    path = repository / "the bill.docx"
    write(path, "The fee is ten dollars.", "The Clerk shall keep a record.")
    commit(repository, "As introduced")
    write(path, "The fee is twelve dollars.", "The Clerk shall keep a record.")
    return path


def test_git_diff_shows_the_words_that_were_struck_and_added(bill: Path) -> None:
    shown = git(bill.parent, "diff")
    assert "diff --ordain a/the bill.docx b/the bill.docx" in shown
    assert "The fee is [-ten-]{+twelve+} dollars." in shown
    assert "Clerk" not in shown


def test_a_difference_in_a_subfolder_is_found_from_there(bill: Path) -> None:
    folder = bill.parent / "2026"
    folder.mkdir()
    assert "{+twelve+}" in git(folder, "diff")


def test_git_log_compares_the_paragraphs(bill: Path) -> None:
    commit(bill.parent, "As amended")
    shown = git(bill.parent, "log", "--patch", "--max-count=1")
    assert "-The fee is ten dollars.\n+The fee is twelve dollars.\n The Clerk shall keep a record.\n" in shown
    assert "{+twelve+}" in git(bill.parent, "log", "--patch", "--ext-diff", "--max-count=1")


def test_a_row_of_a_table_is_a_line(bill: Path) -> None:
    document = docx.Document(str(bill))
    table = document.add_table(2, 2)
    for at, words in enumerate(("Fund", "Amount", "Local", "$100")):
        table.cell(at // 2, at % 2).text = words
    table.cell(1, 1).add_paragraph("a year")
    document.save(str(bill))
    assert "\n+Fund | Amount\n+Local | $100 / a year\n" in git(bill.parent, "diff", "--no-ext-diff")


def test_a_new_file_is_added_and_one_that_is_gone_struck(bill: Path) -> None:
    bill.unlink()
    assert "[-The Clerk shall keep a record.-]" in git(bill.parent, "diff")
    write(bill.parent / "another.docx", "Nothing else.")
    git(bill.parent, "add", "--all")
    assert "{+Nothing else.+}" in git(bill.parent, "diff", "--cached")


def test_a_file_that_was_renamed_shows_both_names(bill: Path) -> None:
    git(bill.parent, "checkout", "--quiet", "--", bill.name)
    git(bill.parent, "mv", bill.name, "new name.docx")
    assert "a/the bill.docx b/new name.docx" in git(bill.parent, "diff", "--cached", "--find-renames")


def test_a_file_that_is_refused_shows_why_and_the_rest_is_shown(bill: Path) -> None:
    broken = bill.parent / "a broken one.docx"
    broken.write_bytes(b"no Word file")
    commit(bill.parent, "Both")
    broken.write_bytes(b"no Word file, either")
    write(bill, "The fee is twenty dollars.")
    shown = git(bill.parent, "diff")
    assert "not compared: a/a broken one.docx" in shown
    assert "{+twenty+}" in shown
    commit(bill.parent, "Both again")
    shown = git(bill.parent, "log", "--patch")
    assert "not read: this file" in shown
    assert "+SHA-256" in shown
    assert "+The fee is twenty dollars." in shown


def test_a_name_that_begins_with_a_dash_is_no_option(bill: Path) -> None:
    bill.rename(bill.with_name("-h.docx"))
    commit(bill.parent, "A name")
    write(bill.with_name("-h.docx"), "Nothing.")
    assert "{+Nothing.+}" in git(bill.parent, "diff")
    assert "+Nothing." in git(bill.parent, "diff", "--no-ext-diff")


def test_a_file_whose_sides_are_not_merged_does_not_end_the_diff(bill: Path) -> None:
    folder = bill.parent
    git(folder, "checkout", "--quiet", "-b", "other")
    commit(folder, "Twelve")
    git(folder, "checkout", "--quiet", "-")
    write(bill, "The fee is twenty dollars.")
    commit(folder, "Twenty")
    subprocess.run(["git", "merge", "other"], cwd=folder, capture_output=True, check=False)
    assert "not merged yet" in git(folder, "diff", "--cached")


def test_colors_are_those_that_git_is_told(bill: Path) -> None:
    assert "\x1b[" not in git(bill.parent, "diff")
    git(bill.parent, "config", "color.ui", "always")
    assert "\x1b[32;4mtwelve" in git(bill.parent, "diff")


def test_it_says_what_it_did_and_does_it_once(repository: Path) -> None:
    (repository / ".gitattributes").write_text("*.png binary", encoding="utf-8")
    said = ordain(repository, "git-setup")
    assert "set diff.ordain.command in .git/config" in said
    assert "set diff.ordain.textconv in .git/config" in said
    assert "added '*.docx diff=ordain' to" in said
    assert "nothing to do" in ordain(repository, "git-setup")
    assert (repository / ".gitattributes").read_text(encoding="utf-8") == "*.png binary\n*.docx diff=ordain\n"
    assert git(repository, "config", "--get-all", "diff.ordain.command").count("\n") == 1


def test_it_is_mended_where_it_is_out_of_date(repository: Path) -> None:
    ordain(repository, "git-setup")
    git(repository, "config", "--add", "diff.ordain.command", "elsewhere/ordain git-diff")
    (repository / ".gitattributes").write_text("*.docx diff=ordain\n*.docx -text diff=pandoc\n", encoding="utf-8")
    ordain(repository, "git-setup")
    assert "elsewhere" not in git(repository, "config", "--get-all", "diff.ordain.command")
    assert git(repository, "check-attr", "diff", "--", "x.docx") == "x.docx: diff: ordain\n"


def test_lines_of_windows_stay_as_they_are(repository: Path) -> None:
    (repository / ".gitattributes").write_bytes(b"*.png binary\r\n*.gr\xfcn text\r\n")
    ordain(repository, "git-setup")
    assert (repository / ".gitattributes").read_bytes() == (b"*.png binary\r\n*.gr\xfcn text\r\n*.docx diff=ordain\r\n")
    assert git(repository, "check-attr", "diff", "--", "x.docx") == "x.docx: diff: ordain\n"


def test_the_attribute_goes_to_the_top_of_the_repository(repository: Path) -> None:
    folder = repository / "2026"
    folder.mkdir()
    ordain(folder, "git-setup")
    assert (repository / ".gitattributes").exists()
    assert not (folder / ".gitattributes").exists()


def test_globally_it_holds_in_every_repository(repository: Path, home: Path) -> None:
    said = ordain(home, "git-setup", "--global")
    assert "set diff.ordain.command in your own git configuration" in said
    assert "nothing to do" in ordain(repository, "git-setup", "--global")
    assert (home / ".config" / "git" / "attributes").read_text(encoding="utf-8") == "*.docx diff=ordain\n"
    assert not (repository / ".gitattributes").exists()
    write(repository / "x.docx", "One.")
    git(repository, "add", "--all")
    assert "{+One.+}" in git(repository, "diff", "--cached")


def test_the_attributes_that_git_was_told_to_read_are_kept_and_stay_a_link(home: Path) -> None:
    kept = home / "settings"
    kept.write_text("*.pdf binary\n", encoding="utf-8")
    (home / "attributes").symlink_to(kept)
    git(home, "config", "--global", "core.attributesFile", "~/attributes")
    ordain(home, "git-setup", "--global")
    assert (home / "attributes").is_symlink()
    assert kept.read_text(encoding="utf-8") == "*.pdf binary\n*.docx diff=ordain\n"


def test_who_calls_what_git_calls_is_told_so(home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ordain", "git-diff", "a.docx", "b.docx"],
        cwd=home, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "git-setup" in done.stderr


@pytest.mark.parametrize(
    ("path", "says"),
    [(os.environ["PATH"], "--global"), ("", "git is not installed")],
    ids=["no repository", "no git"],
)
def test_what_is_missing_is_refused_with_advice(home: Path, path: str, says: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ordain", "git-setup"],
        cwd=home, capture_output=True, text=True, check=False, env={**os.environ, "PATH": path},
    )  # fmt: skip
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr
