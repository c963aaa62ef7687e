"""`ordain print`."""

import datetime
from pathlib import Path

import click

from ordain.cli import options
from ordain.errors import Place, refuse
from ordain.workflow.files import write_files
from ordain.workflow.houses import houses
from ordain.workflow.print import pdf_of, print_of, write_lines


@click.command("print")
@click.argument("source", type=options.PATH)
@click.option("-o", "--output", type=options.PATH, required=True, metavar="FILE", help="The .pdf or .docx to write.")
@click.option("--lines", is_flag=True, help="Print the page, number and words of every line of the .pdf, as JSON.")
@click.option(
    "--date", callback=options.moment, metavar="DATE", help="Date in the properties of the file; else the version's."
)
@options.house
@options.templates
@options.force
def command(
    source: Path,
    output: Path,
    house: str | None,
    templates: Path | None,
    date: datetime.datetime | None,
    *,
    lines: bool,
    force: bool,
) -> None:
    """Print an order (.yaml) or a draft (.txt) in the house's layout.

    The .pdf is the official print: its pages and lines are those that are cited.  It is
    read back letter by letter before it is written.

    \b
    Examples:
      ordain print 1-introduced.txt -o O-26-12.pdf
      ordain print 1-introduced.txt -o O-26-12.pdf --lines > lines.json
      ordain print 1-introduced.txt -o O-26-12.docx
    """
    known = houses(source, templates=templates)
    if not lines:
        write_files({output: print_of(source, output, known, house, date)}, force=force)
    elif output.suffix.lower() == ".pdf":
        pdf = pdf_of(source, known, house, date)
        write_files({output: pdf.content}, force=force)
        click.echo(write_lines(pdf.lines.rows, numbered=pdf.lines.numbered), nl=False)
    else:
        raise refuse("only a .pdf has lines that are cited", "end the name in .pdf", Place(str(output)))
    click.echo(f"wrote {output}", err=True)
