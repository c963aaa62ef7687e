"""`ordain redline`."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ordain.cli import options
from ordain.cli.color import wanted
from ordain.compare.redline import same
from ordain.errors import refuse
from ordain.text.segments import Weight
from ordain.workflow.files import check_outputs, write_files
from ordain.workflow.houses import houses
from ordain.workflow.pause import without_collection
from ordain.workflow.redline import Options, forces, redline_of, write_all
from ordain.workflow.sources import load

if TYPE_CHECKING:
    from ordain.word.redlining.pair import Existing
    from ordain.workflow.redline import Comments


@click.command("redline")
@click.argument("old", type=options.PATH)
@click.argument("new", type=options.PATH)
@click.option(
    "-o",
    "--output",
    "outputs",
    type=options.PATH,
    multiple=True,
    metavar="FILE",
    help="Write FILE: .docx with tracked changes, .pdf or .txt with the house's marks, .json. May be repeated.",
)
@click.option("--marked", is_flag=True, help="Write the .docx as the marked bill for the packet: no tracked changes.")
@click.option(
    "--columns", is_flag=True, help="Write the .pdf or .docx as a table: old and new side by side, a row a provision."
)
@click.option("--author", metavar="NAME", help="Author of the tracked changes; else the version's, else Ordain.")
@click.option(
    "--date",
    callback=options.moment,
    metavar="DATE",
    help="Date of the tracked changes and in the properties of a print; else the version's.",
)
@click.option(
    "--comments",
    type=click.Choice(["rationale", "none", "all"]),
    default=None,
    help="Which changes get a comment: those with a rationale (the default for drafts), none, or all.",
)
@click.option(
    "--existing",
    type=click.Choice(["keep", "accept", "reject"]),
    default="keep",
    help="Tracked changes that a Word file holds already: keep them pending (the default), accept or reject them.",
)
@click.option(
    "--limit", type=click.IntRange(min=1), metavar="MB", help="Allow a Word file that unpacks to so many megabytes."
)
@click.option(
    "--only",
    callback=options.weights,
    metavar="WEIGHTS",
    help="Show only changes of these weights: wording, numbering, place, typography. The others are counted.",
)
@click.option("--hide", callback=options.weights, metavar="WEIGHTS", help="Show changes of all weights but these.")
@click.option("--json", "as_json", is_flag=True, help="Print the changes as JSON.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 where there are differences, even with -o.")
@options.house
@options.templates
@options.force
@without_collection()
def command(
    old: Path,
    new: Path,
    outputs: tuple[Path, ...],
    author: str | None,
    date: datetime.datetime | None,
    comments: "Comments | None",
    existing: "Existing",
    limit: int | None,
    only: tuple[Weight, ...] | None,
    hide: tuple[Weight, ...] | None,
    house: str | None,
    templates: Path | None,
    *,
    marked: bool,
    columns: bool,
    as_json: bool,
    exit_code: bool,
    force: bool,
) -> int:
    """Show what changed between two of: an order (.yaml), a draft (.txt), a Word file (.docx).

    Without -o the changes are printed, and the exit status is 1 where there are any.

    \b
    Examples:
      ordain redline 1-introduced.txt 2-committee-substitute.txt
      ordain redline order.yaml 1-introduced.txt -o redline.docx
      ordain redline 3.txt 4.txt -o marked.docx --marked
      ordain redline 3.txt 4.txt -o marked.pdf
      ordain redline 3.txt 4.txt -o table.pdf --columns
      ordain redline 3.txt 4.txt --only wording
    """
    if marked and columns:
        raise refuse("--marked and --columns are two forms of a redline", "give one of them")
    check_outputs(outputs, (old, new))
    known = houses(old, new, templates=templates)
    cited = as_json or not outputs or any(path.suffix.lower() != ".docx" for path in outputs)
    sides = (load(old, known, house), load(new, known, house))
    comparison = redline_of(*sides, existing=existing, cited=cited, limit=limit)
    weights = tuple(weight for weight in only or Weight if weight not in (hide or ()))
    chosen = Options(author=author, date=date, comments=comments, marked=marked, columns=columns, weights=weights)
    written, comparison = write_all(comparison, outputs, chosen)
    write_files(written, force=force)
    for path in outputs:
        click.echo(f"wrote {path}", err=True)
    for what in comparison.uncompared:
        click.echo(f"not compared: {what}", err=True)
    if as_json:
        from ordain.writers.json import write_json  # noqa: PLC0415 - a redline in Word needs no other form

        click.echo(write_json(comparison.redline, comparison.uncompared, forces(comparison), weights), nl=False)
    elif not outputs:
        from ordain.writers.terminal import write_terminal  # noqa: PLC0415 - the same

        click.echo(
            write_terminal(comparison.redline, color=wanted(), weights=weights, forces=forces(comparison)),
            nl=False,
            color=True,
        )
    found = not same(comparison.redline)
    return 1 if found and (exit_code or not outputs) else 0
