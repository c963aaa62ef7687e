"""Tell git to show Word files through Ordain: a diff driver, and the attribute that names it."""

import os
import subprocess
from pathlib import Path

from ordain.errors import Place, refuse
from ordain.workflow.files import read_bytes, write_files

# `git diff` runs the command; `git log -p`, `git show` and `git blame` run no command
# unless `--ext-diff` is given, and compare the texts of the other.  Git puts names of files
# behind these words, and a name may begin with a dash.
_DRIVER = {"diff.ordain.command": "git-diff", "diff.ordain.textconv": "git-text"}

_PATTERN = "*.docx"
_ATTRIBUTE = "diff=ordain"


def set_up(program: str, folder: Path, *, everywhere: bool) -> tuple[str, ...]:
    """Make git show .docx as redlines in the repository of `folder`, or everywhere; return what was changed.

    `program` starts Ordain from a shell in any folder.  Raises OrdainError where git or the
    repository is missing, or a file cannot be written.
    """
    attributes = _own_attributes(folder) if everywhere else _top(folder) / ".gitattributes"
    scope, where = ("--global", "your own git configuration") if everywhere else ("--local", ".git/config")
    done = [
        f"set {key} in {where}" for key, word in _DRIVER.items() if _set(folder, scope, key, f"{program} {word} --")
    ]
    if _attribute(attributes):
        done.append(f"added '{_PATTERN} {_ATTRIBUTE}' to {attributes}")
    return tuple(done)


def _top(folder: Path) -> Path:
    found = _git(folder, "rev-parse", "--show-toplevel")
    if found.returncode:
        said = found.stderr.partition("\n")[0].removeprefix("fatal: ")
        remedy = "go into the folder of your repository, or give --global to set this up for all of them"
        raise refuse(f"git finds no repository here ({said})", remedy, Place(str(folder)))
    return Path(found.stdout.removesuffix("\n"))


def _own_attributes(folder: Path) -> Path:
    named = _git(folder, "config", "--global", "--type=path", "--get", "core.attributesFile").stdout.removesuffix("\n")
    if named:
        return Path(named)
    settings = os.environ.get("XDG_CONFIG_HOME")
    return (Path(settings) if settings else Path.home() / ".config") / "git" / "attributes"


def _set(folder: Path, scope: str, key: str, value: str) -> bool:
    """Set a key to the one value; return whether it was another."""
    if _git(folder, "config", scope, "--get-all", key).stdout == f"{value}\n":
        return False
    done = _git(folder, "config", scope, "--replace-all", key, value)
    if done.returncode:
        raise refuse(f"git cannot set {key}: {done.stderr.strip()}", "check who owns the file that it names")
    return True


def _attribute(path: Path) -> bool:
    """Add the line to a file of attributes, unless it says so already; return whether it was added."""
    content = read_bytes(path) if path.exists() else b""
    if _said(content.decode(errors="replace")) == _ATTRIBUTE:
        return False
    end = b"\r\n" if b"\r\n" in content else b"\n"
    if content and not content.endswith(b"\n"):
        content += end
    # A file of attributes is often a link into a folder of settings; the link stays.
    target = path.resolve()
    write_files({target: content + f"{_PATTERN} {_ATTRIBUTE}".encode() + end}, force=True)
    return True


def _said(text: str) -> str:
    """Return what a file of attributes says last on how the pattern is compared: the last line is heeded."""
    lines = [line.split() for line in text.splitlines()]
    attributes = [word for line in lines if line[:1] == [_PATTERN] for word in line[1:]]
    on_diff = [word for word in attributes if word.lstrip("-!").partition("=")[0] in ("diff", "binary")]
    return on_diff[-1] if on_diff else ""


def _git(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(  # noqa: S603 - the words are ours, and no shell reads them
            ["git", *words],  # noqa: S607 - the git that the user has
            cwd=folder,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except FileNotFoundError:
        raise refuse("git is not installed", "install it; `git --version` must answer") from None
