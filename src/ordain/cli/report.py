"""What the commands that write a report share: their options, and how the report is shown."""

import shutil
from typing import TYPE_CHECKING

import click

from ordain.cli import options
from ordain.cli.color import wanted
from ordain.workflow.files import check_outputs, write_files
from ordain.workflow.report import write_report
from ordain.writers.report_json import write_report_json
from ordain.writers.report_terminal import write_report_terminal

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from ordain.cli.options import Command
    from ordain.model.report import Report

# Longer lines of prose are hard to follow from one to the next.
_WIDEST = 140


def outputs(command: "Command") -> "Command":
    """Add -o, --json and --force; the command is given `outputs`, `as_json` and `force`."""
    command = options.force(command)
    command = click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")(command)
    return click.option(
        "-o",
        "--output",
        "outputs",
        type=options.PATH,
        multiple=True,
        metavar="FILE",
        help="Write FILE: .docx, .html, .json, .pdf or .txt. May be repeated.",
    )(command)


def show(
    report: "Report",
    outputs: "Sequence[Path]",
    *,
    as_json: bool,
    force: bool,
    inputs: "Collection[Path]" = (),
) -> None:
    """Write the report into each of `outputs`, and print it where there is none, or as JSON where that is asked for.

    Raises OrdainError where a file exists and `force` is not given, or is one of `inputs`.
    """
    check_outputs(outputs, inputs)
    write_files({path: write_report(report, path) for path in outputs}, force=force)
    for path in outputs:
        click.echo(f"wrote {path}", err=True)
    if as_json:
        click.echo(write_report_json(report), nl=False)
    elif not outputs:
        width = min(shutil.get_terminal_size().columns, _WIDEST)
        click.echo(write_report_terminal(report, color=wanted(), width=width), nl=False, color=True)
