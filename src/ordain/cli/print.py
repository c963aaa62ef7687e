"""`ordain print`."""

from pathlib import Path

import click

from ordain.cli import options
from ordain.workflow.files import write_files
from ordain.workflow.houses import houses
from ordain.workflow.print import print_of


@click.command("print")
@click.argument("source", type=options.PATH)
@click.option("-o", "--output", type=options.PATH, required=True, metavar="FILE", help="The .docx to write.")
@options.house
@options.templates
@options.force
def command(source: Path, output: Path, house: str | None, templates: Path | None, *, force: bool) -> None:
    """Print an order (.yaml) or a draft (.txt) as a Word document in the house's layout.

    \b
    Example:
      ordain print 1-introduced.txt -o O-26-12.docx
    """
    content = print_of(source, output, houses(source, templates=templates), house)
    write_files({output: content}, force=force)
    click.echo(f"wrote {output}", err=True)
