"""`ordain new`."""

from pathlib import Path

import click

from ordain.cli import options
from ordain.workflow.files import write_files
from ordain.workflow.houses import houses
from ordain.workflow.new import new_matter


@click.command("new")
@click.argument("matter", type=options.PATH)
@click.option("--house", required=True, metavar="NAME", help="The council's house, such as albuquerque.")
@options.templates
def command(matter: Path, house: str, templates: Path | None) -> None:
    """Begin a matter: a folder with a commented order.yaml, its schema and matter.yaml.

    \b
    Example:
      ordain new drafts/parking-lots --house minneapolis
    """
    files = new_matter(matter, house, houses(matter, templates=templates))
    write_files(files, force=False)
    for path in files:
        click.echo(path)
    click.echo(f"Fill in {matter / 'order.yaml'}, then: ordain draft {matter}", err=True)
