"""`ordain git-setup`."""

import shlex
import sys
from pathlib import Path

import click

from ordain.workflow.gitsetup import set_up


@click.command("git-setup")
@click.option("--global", "everywhere", is_flag=True, help="For all your repositories, not only the one you are in.")
def command(*, everywhere: bool) -> None:
    """Make git show .docx as redlines: words struck and added in `git diff`, paragraphs in `git log -p`.

    Sets a diff driver in the repository's configuration, and names it in .gitattributes.
    To undo it: git config --remove-section diff.ordain

    \b
    Example:
      ordain git-setup && git diff HEAD~1 -- bill.docx
    """
    done = set_up(_program(), Path.cwd(), everywhere=everywhere)
    for said in done or ("nothing to do: git shows .docx through Ordain already",):
        click.echo(said, err=True)
    if done and not everywhere:
        click.echo("commit .gitattributes; whoever clones the repository runs `ordain git-setup`, too", err=True)


def _program() -> str:
    """Return this program as a shell starts it from any folder, in a virtual environment or not."""
    started = Path(sys.argv[0])
    if started.stem == "ordain" and started.is_file():
        return shlex.quote(started.absolute().as_posix())
    return f"{shlex.quote(Path(sys.executable).as_posix())} -m ordain"
