"""`ordain conflicts`."""

from pathlib import Path

import click

from ordain.cli import options, report
from ordain.workflow.conflicts import conflicts_between
from ordain.workflow.houses import houses


@click.command("conflicts")
@click.argument("old", type=options.PATH)
@click.argument("sheets", type=options.PATH, nargs=-1, required=True)
@options.house
@options.templates
@report.outputs
def command(
    old: Path,
    sheets: tuple[Path, ...],
    house: str | None,
    templates: Path | None,
    outputs: tuple[Path, ...],
    *,
    as_json: bool,
    force: bool,
) -> int:
    """Tell which amendment SHEETS to the draft OLD get in each other's way.

    For each pair: independent, the same words, one strikes what the other amends, one
    renumbers what the other cites, order matters, one moots the other.  Every order of
    adoption of up to three sheets is tried.  The exit status is 1 where two are in conflict.

    \b
    Example:
      ordain conflicts 3-floor-substitute.txt baca.docx telles.docx rogers.txt
    """
    found, has_conflicts = conflicts_between(old, sheets, houses(old, templates=templates), house)
    report.show(found, outputs, as_json=as_json, force=force, inputs=(old, *sheets))
    return 1 if has_conflicts else 0
