"""`ordain apply`."""

import re
from pathlib import Path

import click

from ordain.cli import options
from ordain.errors import quoted
from ordain.workflow.apply import apply
from ordain.workflow.files import check_outputs, write_files
from ordain.workflow.houses import houses


def numbers(
    ctx: click.Context,  # noqa: ARG001 - the signature of click
    param: click.Parameter,  # noqa: ARG001 - the same
    value: str | None,
) -> tuple[int, ...] | None:
    """Return the numbers that `1,3-5` names."""
    if value is None:
        return None
    found: list[int] = []
    for part in value.split(","):
        match = re.fullmatch(r"\s*([0-9]{1,4})(?:\s*-\s*([0-9]{1,4}))?\s*", part)
        if match is None:
            raise click.BadParameter(f"{quoted(part)} is no number of an instruction; write them as in 1,3-5")
        found += range(int(match[1]), int(match[2] or match[1]) + 1)
    if not found:
        raise click.BadParameter(f"{quoted(value)} names no instruction; write the lower number first, as in 3-5")
    return tuple(found)


@click.command("apply")
@click.argument("old", type=options.PATH)
@click.argument("sheet", type=options.PATH)
@click.option("-o", "--output", type=options.PATH, metavar="FILE", help="Write the amended draft to FILE.")
@click.option(
    "--only",
    callback=numbers,
    metavar="NUMBERS",
    help="Apply only these instructions, such as 1,3-5: a divided motion.",
)
@options.house
@options.templates
@options.force
def command(
    old: Path,
    sheet: Path,
    output: Path | None,
    only: tuple[int, ...] | None,
    house: str | None,
    templates: Path | None,
    *,
    force: bool,
) -> None:
    """Apply an amendment SHEET (.txt, .docx or .json) to the draft OLD.

    The sheet may be one of ours or one that a person typed.  Every instruction must fit
    in exactly one place of the print of OLD; where one does not, nothing is written, and
    the exit status is 2.  Without -o the amended draft is printed.

    \b
    Examples:
      ordain apply 3-floor-substitute.txt sheet.docx -o 4-as-amended.txt
      ordain apply 3-floor-substitute.txt sheet.txt --only 1,3-5
    """
    check_outputs([output] if output else [], (old, sheet))
    text = apply(old, sheet, houses(old, templates=templates), house, only)
    if output is None:
        click.echo(text, nl=False)
        return
    write_files({output: text.encode()}, force=force)
    click.echo(f"wrote {output}", err=True)
