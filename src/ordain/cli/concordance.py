"""`ordain concordance`."""

from pathlib import Path

import click

from ordain.cli import options, report
from ordain.workflow.concordance import concordance_of, concordance_report
from ordain.workflow.houses import houses
from ordain.workflow.redline import redline_of
from ordain.workflow.sources import load


@click.command("concordance")
@click.argument("old", type=options.PATH)
@click.argument("new", type=options.PATH)
@click.option("--exit-code", is_flag=True, help="Exit with 1 where a reference is at fault, even with -o.")
@options.house
@options.templates
@report.outputs
def command(
    old: Path,
    new: Path,
    house: str | None,
    templates: Path | None,
    outputs: tuple[Path, ...],
    *,
    exit_code: bool,
    as_json: bool,
    force: bool,
) -> int:
    """Show which number each provision had and has, and why, and whether every cross-reference follows.

    Without -o, exit status 1 where a reference is wrong, stale, dangling or ambiguous.

    \b
    Examples:
      ordain concordance 1-introduced.txt 2-committee-substitute.txt
      ordain concordance 3.txt 4.txt -o concordance.docx
    """
    known = houses(old, new, templates=templates)
    found = concordance_of(redline_of(load(old, known, house), load(new, known, house)))
    report.show(concordance_report(found, old, new), outputs, as_json=as_json, force=force, inputs=[old, new])
    return 1 if found.faults and (exit_code or not outputs) else 0
