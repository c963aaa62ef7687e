"""`ordain where`."""

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ordain.cli import options
from ordain.workflow.houses import houses
from ordain.workflow.print import pdf_of, write_lines
from ordain.workflow.where import standing_of, standing_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.workflow.where import Standing


@click.command("where")
@click.argument("draft", type=options.PATH)
@click.argument("address", required=False)
@click.option("--page", type=click.IntRange(min=1), metavar="N", help="Show what stands on this page.")
@click.option("--line", type=click.IntRange(min=1), metavar="N", help="Show what stands on this line of the page.")
@click.option("--json", "as_json", is_flag=True, help="Print the lines as JSON.")
@options.house
@options.templates
def command(
    draft: Path,
    address: str | None,
    page: int | None,
    line: int | None,
    house: str | None,
    templates: Path | None,
    *,
    as_json: bool,
) -> None:
    """Tell on which page and lines of the official print a provision stands, or what stands there.

    A provision is named by its address or its id.

    \b
    Examples:
      ordain where 4-as-amended.txt "Section 4"
      ordain where 4-as-amended.txt --page 3 --line 18
    """
    if (address is None) == (page is None):
        raise click.UsageError("name a provision, or a page with --page")
    if line is not None and page is None:
        raise click.UsageError("--line needs --page")
    pdf = pdf_of(draft, houses(draft, templates=templates), house)
    numbered = pdf.lines.numbered
    if address is not None:
        found = standing_of(pdf, address)
    else:
        assert page is not None
        found = standing_on(pdf, page, line)
    if as_json:
        click.echo(write_lines([row for it in found for row in it.rows], numbered=numbered), nl=False)
        return
    for it in found:
        for said in _lines(it, numbered=numbered):
            click.echo(said)


def _lines(standing: "Standing", *, numbered: bool) -> "Iterator[str]":
    """Yield the lines that show where a provision stands: its pages, and below each the lines."""
    for page, rows in groupby(standing.rows, key=lambda row: row.line.page):
        here = list(rows)
        first, last = here[0].line.number, here[-1].line.number
        lines = f", line {first}" if first == last else f", lines {first} to {last}"
        yield f"{standing.address}: page {page}{lines if numbered else ''}"
        for row in here:
            yield f"{row.line.number:>6}  {row.text}" if numbered else f"        {row.text}"
