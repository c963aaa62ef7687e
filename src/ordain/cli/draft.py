"""`ordain draft`."""

from pathlib import Path

import click

from ordain.cli import options
from ordain.workflow.draft import first_draft, next_version
from ordain.workflow.files import write_files
from ordain.workflow.houses import houses


@click.command("draft")
@click.argument("matter", type=options.PATH)
@click.option("--stage", metavar="STAGE", help="Open the next version under this stage.")
@click.option(
    "--from",
    "start",
    type=options.PATH,
    metavar="FILE",
    help="Open it from FILE, a draft or an edited print (.docx), not from the latest.",
)
@options.house
@options.templates
@options.force
def command(
    matter: Path,
    stage: str | None,
    start: Path | None,
    house: str | None,
    templates: Path | None,
    *,
    force: bool,
) -> None:
    """Draft the first version of a matter from its order, or open the next one.

    A .docx that `ordain print` wrote and somebody edited in Word is read back: how each id
    was found is told on standard error.

    \b
    Examples:
      ordain draft drafts/parking-lots
      ordain draft drafts/parking-lots --stage committee-substitute
      ordain draft drafts/parking-lots --stage committee-substitute --from edited.docx
    """
    known = houses(matter, templates=templates)
    if stage is None:
        files = first_draft(matter, known)
    else:
        files = next_version(matter, known, stage, start, house, tell=lambda said: click.echo(said, err=True))
    draft = next(iter(files))
    write_files(files, force=force, updated=[path for path in files if path != draft])
    click.echo(draft)
