"""`ordain ledger`."""

from pathlib import Path

import click

from ordain.cli import options, report
from ordain.workflow.houses import houses
from ordain.workflow.ledger import ledger_report


@click.command("ledger")
@click.argument("matter", type=options.PATH)
@options.templates
@report.outputs
def command(matter: Path, templates: Path | None, outputs: tuple[Path, ...], *, as_json: bool, force: bool) -> None:
    """Show who must do what, by when, unless what, in the order and in every version of a matter.

    \b
    Examples:
      ordain ledger drafts/albuquerque-safer-community
      ordain ledger drafts/albuquerque-safer-community -o ledger.docx -o ledger.html
    """
    made = ledger_report(matter, houses(matter, templates=templates))
    report.show(made, outputs, as_json=as_json, force=force)
