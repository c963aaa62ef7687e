"""`ordain check`."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ordain.checks.catalog import RULES, explain
from ordain.checks.selection import selection
from ordain.cli import options
from ordain.errors import nearest, refuse
from ordain.workflow.check import check_path
from ordain.workflow.houses import houses

if TYPE_CHECKING:
    from ordain.checks import Finding


@click.command("check")
@click.argument("paths", type=options.PATH, nargs=-1)
@options.house
@options.templates
@click.option("--select", multiple=True, metavar="CODES", help="Only the rules whose codes begin so: D,M001.")
@click.option("--ignore", multiple=True, metavar="CODES", help="Not these; of two prefixes the longer decides.")
@click.option("--explain", "explained", metavar="CODE", help="Say why a rule is one, with a bad and a good text.")
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
def command(
    paths: tuple[Path, ...],
    house: str | None,
    templates: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    explained: str | None,
    *,
    as_json: bool,
) -> int:
    """Find faults in orders (.yaml), drafts (.txt, or .docx as printed), house.yaml, or a matter's folder.

    Exit status 1 where something is found; a finding waived in the front matter does not count.

    \b
    Examples:
      ordain check drafts/albuquerque-safer-community
      ordain check order.yaml 2-committee-substitute.txt --json
      ordain check 2-committee-substitute.txt --select D --ignore D007
      ordain check --explain D007
    """
    if explained is not None:
        return _explain(explained)
    if not paths:
        raise click.UsageError("name a file or a folder to check, or a rule behind --explain")
    chosen = selection(select, ignore)
    found = [
        finding
        for path in paths
        for finding in check_path(
            path, houses(path, templates=templates), house, lambda said: click.echo(said, err=True), chosen
        )
    ]
    left = sum(finding.waived is None for finding in found)
    if as_json:
        click.echo(json.dumps([_row(finding) for finding in found], ensure_ascii=False, indent=2))
    else:
        for finding in found:
            waived = "" if finding.waived is None else f" (waived: {finding.waived})"
            click.echo(f"{finding.problem}{waived}")
        click.echo(f"{left} found" if left else "nothing found", err=True)
    return 1 if left else 0


def _explain(code: str) -> int:
    if code not in RULES:
        raise refuse(f"no rule has the code '{code}'", nearest(code, RULES))
    click.echo(explain(code))
    return 0


def _row(finding: "Finding") -> dict[str, Any]:
    problem, place = finding.problem, finding.problem.place
    return {
        "code": problem.code,
        "file": place.file if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "message": problem.message,
        "remedy": problem.remedy,
        "waived": finding.waived,
    }
