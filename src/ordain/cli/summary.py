"""`ordain summary`."""

import datetime
import shutil
from pathlib import Path

import click

from ordain.cli import options
from ordain.cli.color import wanted
from ordain.errors import refuse
from ordain.workflow.files import check_outputs, write_files
from ordain.workflow.houses import houses
from ordain.workflow.review import review_matter, review_two
from ordain.workflow.summary import Sheet, summary_of, write_summary
from ordain.writers.report_terminal import write_report_terminal

# Longer lines of prose are hard to follow from one to the next.
_WIDEST = 140


@click.command("summary")
@click.argument("sources", type=options.PATH, nargs=-1, required=True, metavar="MATTER | OLD NEW")
@click.option(
    "-o",
    "--output",
    "outputs",
    type=options.PATH,
    multiple=True,
    metavar="FILE",
    help="Write FILE: .docx, .html, .json, .md, .pdf or .txt. May be repeated.",
)
@click.option(
    "--lang", "language", type=click.Choice(["en", "es"]), default="en", help="English (the default) or Spanish."
)
@click.option(
    "--date",
    callback=options.moment,
    metavar="DATE",
    help="Date in the properties of the .docx and .pdf; else the new version's.",
)
@options.house
@options.templates
@options.force
def command(
    sources: tuple[Path, ...],
    outputs: tuple[Path, ...],
    language: str,
    date: datetime.datetime | None,
    house: str | None,
    templates: Path | None,
    *,
    force: bool,
) -> None:
    """Say in plain sentences what changed: the first screen of the councilor's page, for the packet.

    Of a MATTER the last two versions are compared, and what is gone from the order is said too.

    \b
    Examples:
      ordain summary 3-floor-substitute.txt 4-as-amended.txt -o summary.pdf
      ordain summary drafts/albuquerque-safer-community --lang es
    """
    check_outputs(outputs, sources)
    known = houses(*sources, templates=templates)
    match sources:
        case (folder,):
            review = review_matter(folder, known)
        case (old, new):
            review = review_two(old, new, known, house)
        case _:
            raise refuse("a summary is made of a matter, or of two texts", "name one folder, or two files")
    report = summary_of(review, review.last, language)
    sheet = Sheet(house=review.house, moment=date or review.editions[review.last.new].moment)
    write_files({path: write_summary(report, path, sheet) for path in outputs}, force=force)
    for path in outputs:
        click.echo(f"wrote {path}", err=True)
    if not outputs:
        width = min(shutil.get_terminal_size().columns, _WIDEST)
        click.echo(write_report_terminal(report, color=wanted(), width=width), nl=False, color=True)
