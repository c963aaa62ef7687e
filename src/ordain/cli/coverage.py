"""`ordain coverage`."""

from pathlib import Path

import click

from ordain.chain.coverage import lost
from ordain.cli import options, report
from ordain.workflow.chain import version_named
from ordain.workflow.coverage import cover
from ordain.workflow.coveragereport import coverage_report
from ordain.workflow.houses import houses


@click.command("coverage")
@click.argument("matter", type=options.PATH)
@click.option(
    "--version", "name", metavar="V", help="The version: its stage, its number, or its file; else the last one."
)
@click.option(
    "--check", is_flag=True, help="Exit with 1 where a provision is dropped without a reason, or its loss is suspected."
)
@options.templates
@report.outputs
def command(
    matter: Path,
    name: str | None,
    templates: Path | None,
    outputs: tuple[Path, ...],
    *,
    check: bool,
    as_json: bool,
    force: bool,
) -> int:
    """Show what of the order is in a version of a matter, and where each provision of the version comes from.

    \b
    Examples:
      ordain coverage drafts/albuquerque-safer-community
      ordain coverage drafts/albuquerque-safer-community --version 2 -o coverage.docx
      ordain coverage drafts/albuquerque-safer-community --check --json
    """
    covering = cover(matter, houses(matter, templates=templates))
    at = version_named(covering.matter, name, matter)
    inputs = [matter / version.file for version in covering.matter.versions]
    report.show(coverage_report(covering, at), outputs, as_json=as_json, force=force, inputs=inputs)
    gone = lost(covering.versions[at]) if check else ()
    for it in gone:
        click.echo(f"{it.demand.id}: {', '.join(state.value for state in it.states)}", err=True)
    return 1 if gone else 0
