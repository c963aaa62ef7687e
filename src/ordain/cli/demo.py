"""`ordain demo`."""

from pathlib import Path

import click

from ordain.cli import options
from ordain.workflow.demo import demo_files
from ordain.workflow.files import write_files


@click.command("demo")
@click.option("--output", type=options.PATH, default=Path("ordain-demo"), show_default=True, metavar="DIR",
              help="The folder to write into.")  # fmt: skip
@options.force
def command(output: Path, *, force: bool) -> None:
    """Show the whole of it on a worked matter: drafts, prints and redlines, with no other software.

    \b
    Example:
      ordain demo --output demo
    """
    files = list(demo_files(output))
    write_files({path: content for path, content, _ in files}, force=force)
    width = max(len(str(path)) for path, _, _ in files)
    for path, _, says in files:
        click.echo(f"{path!s:{width}}  {says}")
    opened = [path for path, _, _ in files if path.name.startswith("redline-")]
    click.echo(f"\nOpen {opened[0]} in Word or LibreOffice: the whole order becomes the first draft.", err=True)
    click.echo(f"Then {opened[-1]}: what the last meeting changed.", err=True)
