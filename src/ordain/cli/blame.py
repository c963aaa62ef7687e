"""`ordain blame`."""

from pathlib import Path

import click

from ordain.cli import options, report
from ordain.workflow.houses import houses
from ordain.workflow.provenance import provenance_report


@click.command("blame")
@click.argument("draft", type=options.PATH)
@options.templates
@report.outputs
def command(draft: Path, templates: Path | None, outputs: tuple[Path, ...], *, as_json: bool, force: bool) -> None:
    """Show for each provision of a draft when it came in, which versions changed its words, and its source.

    The draft is a version in a matter's folder.  A new number changes no words.

    \b
    Examples:
      ordain blame drafts/albuquerque-safer-community/4-as-amended.txt
      ordain blame drafts/minneapolis-parking-lots/2-as-amended.txt -o provenance.html
    """
    found = provenance_report(draft, houses(draft, templates=templates))
    report.show(found, outputs, as_json=as_json, force=force, inputs=[draft])
