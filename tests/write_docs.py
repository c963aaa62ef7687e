"""Write `docs/cli.md` from what the commands say of themselves: `python -m tests.write_docs`."""

from pathlib import Path

import click
from click.testing import CliRunner

from ordain.cli import group

PAGE = Path(__file__).parent.parent / "docs" / "cli.md"

# So wide is the help, whatever the terminal: the page must come out the same everywhere.
_WIDTH = 100

_HEAD = """\
# The command

<!-- Written by `make docs` from the commands' own help; a change by hand is lost. -->

Standard output carries data, standard error what is said about it.
Exit status 0: done, and nothing found; 1: differences or findings; 2: it could not be done.
An error names the place and the remedy.
A file that exists is written over only with `--force`, and files are written whole or not at all.
But `fmt` sets drafts in place, and `draft` enters each version in `matter.yaml`.
`NO_COLOR` and `FORCE_COLOR` are heeded, and `SOURCE_DATE_EPOCH` where no `--date` is given.
"""


def cli_page() -> str:
    """Return the page: a section for the command, and one for each command of it."""
    sections = [_section([]), *(_section([name]) for name in commands())]
    return "\n".join([_HEAD, *sections])


def commands() -> list[str]:
    """Return the names of all commands, in the order of the help."""
    return group.list_commands(click.Context(group))


def _section(words: list[str]) -> str:
    shown = CliRunner().invoke(group, [*words, "--help"], prog_name="ordain", terminal_width=_WIDTH)
    assert shown.exit_code == 0, shown.output
    return f"## `{' '.join(['ordain', *words])}`\n\n```text\n{shown.output.rstrip()}\n```\n"


def main() -> None:
    """Write the page."""
    PAGE.write_text(cli_page(), encoding="utf-8")


if __name__ == "__main__":
    main()
