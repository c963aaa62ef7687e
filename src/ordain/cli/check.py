"""`ordain check`."""

import json
from pathlib import Path

import click

from ordain.cli import options
from ordain.workflow.check import check_path
from ordain.workflow.houses import houses


@click.command("check")
@click.argument("paths", type=options.PATH, nargs=-1, required=True)
@options.house
@options.templates
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
def command(paths: tuple[Path, ...], house: str | None, templates: Path | None, *, as_json: bool) -> int:
    """Find faults in orders (.yaml), drafts (.txt, or .docx as printed), house.yaml, or a matter's folder.

    Exit status 1 where something is found; a finding waived in the front matter does not count.

    \b
    Examples:
      ordain check drafts/albuquerque-safer-community
      ordain check order.yaml 2-committee-substitute.txt --json
    """
    found = [
        finding
        for path in paths
        for finding in check_path(
            path, houses(path, templates=templates), house, tell=lambda said: click.echo(said, err=True)
        )
    ]
    if as_json:
        rows = [
            {
                "code": finding.problem.code,
                "file": finding.problem.place.file if finding.problem.place else None,
                "line": finding.problem.place.line if finding.problem.place else None,
                "column": finding.problem.place.column if finding.problem.place else None,
                "message": finding.problem.message,
                "remedy": finding.problem.remedy,
                "waived": finding.waived,
            }
            for finding in found
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for finding in found:
            click.echo(
                f"{finding.problem}" if finding.waived is None else f"{finding.problem} (waived: {finding.waived})"
            )
    open_findings = [finding for finding in found if finding.waived is None]
    if not as_json:
        click.echo(f"{len(open_findings)} found" if open_findings else "nothing found", err=True)
    return 1 if open_findings else 0
