"""`ordain git-text`."""

import hashlib
from pathlib import Path

import click

from ordain.cli import options
from ordain.errors import OrdainError
from ordain.workflow.files import read_bytes
from ordain.workflow.gitview import text


@click.command("git-text")
@click.argument("file", type=options.PATH)
def command(file: Path) -> None:
    """Print the text of a Word file, one paragraph a line, as `git log -p` asks for it; see `ordain git-setup`.

    A file that cannot be read shows the reason and its digest in the place of its text,
    and the exit status is 0 all the same: any other would end `git log`.
    """
    try:
        click.echo(text(file, "this file"), nl=False)
    except OrdainError as error:
        for problem in error.problems:
            click.echo(f"not read: {problem}")
        # Two versions that are refused alike still differ.
        click.echo(f"SHA-256 {hashlib.sha256(read_bytes(file)).hexdigest()}")
