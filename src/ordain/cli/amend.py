"""`ordain amend`."""

import datetime
from pathlib import Path

import click

from ordain.amend.sheet import Sheet
from ordain.cli import options
from ordain.workflow.amend import sheet_between, write_in_form
from ordain.workflow.files import check_outputs, write_files
from ordain.workflow.houses import houses


@click.command("amend")
@click.argument("old", type=options.PATH)
@click.argument("new", type=options.PATH)
@click.option(
    "-o",
    "--output",
    "outputs",
    type=options.PATH,
    multiple=True,
    metavar="FILE",
    help="Write FILE: .docx, .txt or .json. May be repeated.",
)
@click.option("--sponsor", default="", metavar="NAME", help="Who moves the amendments, for the heading.")
@click.option("--date", callback=options.moment, metavar="DATE", help="The date of the sheet, for the heading.")
@options.house
@options.templates
@options.force
def command(
    old: Path,
    new: Path,
    outputs: tuple[Path, ...],
    sponsor: str,
    date: datetime.datetime | None,
    house: str | None,
    templates: Path | None,
    *,
    force: bool,
) -> None:
    """Make the amendment sheet that turns the draft OLD into NEW, and prove it.

    The sheet is read back from its own words and applied to OLD before anything is
    written.  Where that does not give NEW as printed, there is no sheet, and the exit
    status is 2.  Without -o the sheet is printed.

    \b
    Examples:
      ordain amend 3-floor-substitute.txt 4-as-amended.txt
      ordain amend 3-floor-substitute.txt 4-as-amended.txt -o sheet.docx --sponsor Baca
    """
    check_outputs(outputs, (old, new))
    signed = Sheet(items=(), sponsor=" ".join(sponsor.split()), date=date.date().isoformat() if date else "")
    sheet = sheet_between(old, new, houses(old, new, templates=templates), house, signed)
    write_files({path: write_in_form(sheet, path, date) for path in outputs}, force=force)
    for path in outputs:
        click.echo(f"wrote {path}", err=True)
    if not outputs:
        click.echo(write_in_form(sheet, Path("sheet.txt")).decode(), nl=False)
