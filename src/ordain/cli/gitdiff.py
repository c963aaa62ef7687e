"""`ordain git-diff`."""

import os
import subprocess
import sys
from pathlib import Path

import click

from ordain.errors import OrdainError
from ordain.workflow.gitview import changes
from ordain.writers.terminal import write_terminal


@click.command("git-diff")
@click.argument("path")
@click.argument("sides", nargs=-1)
def command(path: str, sides: tuple[str, ...]) -> None:
    """Print what changed in a Word file, as `git diff` asks for it; see `ordain git-setup`.

    SIDES are what git hands over: a file, its hash and its mode, of the old side and of the new one,
    and the new path of a file that was renamed. There are none where the file waits for a merge.

    A file that cannot be compared shows the reason in the place of its changes,
    and the exit status is 0 all the same: any other would end `git diff`.
    """
    match sides:
        case ():
            click.echo(f"diff --ordain a/{path} b/{path}\nnot merged yet\n")
        case (old, _, _, new, _, _):
            _show(Path(old), Path(new), path, path)
        case (old, _, _, new, _, _, new_path, *_):
            _show(Path(old), Path(new), path, new_path)
        case _:
            raise click.UsageError("git calls this with seven words or more; `ordain git-setup` tells it to")


def _show(old: Path, new: Path, path: str, new_path: str) -> None:
    click.echo(f"diff --ordain a/{path} b/{new_path}")
    color = _color()
    try:
        redline = changes(old, new, (f"a/{path}", f"b/{new_path}"))
    except OrdainError as error:
        for problem in error.problems:
            click.echo(f"not compared: {problem}")
        click.echo()
        return
    click.echo(write_terminal(redline, color=color).rstrip("\n") + "\n", color=True)


def _color() -> bool:
    """Whether marks may be colors: NO_COLOR and FORCE_COLOR say so, else git does, which knows its pager."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    terminal = "true" if sys.stdout.isatty() else "false"
    asked = ["git", "config", "--get-colorbool", "color.diff", terminal]
    try:
        said = subprocess.run(asked, capture_output=True, text=True, check=False).stdout  # noqa: S603 - as it stands
    except FileNotFoundError:
        return terminal == "true"
    return said.strip() == "true"
