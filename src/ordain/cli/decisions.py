"""`ordain decisions`."""

from pathlib import Path

import click

from ordain.cli import options, report
from ordain.workflow.decisions import decisions_docx, decisions_report, merge
from ordain.workflow.files import check_outputs, write_files
from ordain.workflow.houses import houses


@click.command("decisions")
@click.argument("files", type=options.PATH, nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--in", "folders", type=options.PATH, multiple=True, metavar="DIR", help="A folder that holds the versions."
)
@options.templates
@report.outputs
def command(
    files: tuple[Path, ...],
    folders: tuple[Path, ...],
    templates: Path | None,
    outputs: tuple[Path, ...],
    *,
    as_json: bool,
    force: bool,
) -> None:
    """Merge the decisions that readers exported from the page of `ordain review`.

    A .docx is the redline of the two versions, with the decisions as comments at their
    places; any other form is a table.

    \b
    Examples:
      ordain decisions decisions.json -o decisions.docx
      ordain decisions baca.json rogers.json --in drafts/albuquerque-safer-community
    """
    merged = merge(files, houses(*folders, *files, templates=templates), folders)
    documents = tuple(path for path in outputs if path.suffix.lower() == ".docx")
    others = tuple(path for path in outputs if path not in documents)
    check_outputs(outputs, files)
    write_files({path: decisions_docx(merged) for path in documents}, force=force)
    for path in documents:
        click.echo(f"wrote {path}", err=True)
    if others or not documents or as_json:
        report.show(decisions_report(merged), others, as_json=as_json, force=force, inputs=files)
    for view in merged.elsewhere:
        click.echo(f"not a change of these two versions: {view.reader}, {view.decision.address}", err=True)
