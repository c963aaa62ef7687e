"""The command `ordain`: reads arguments, calls one job, shows the result.

Each command is a module that is imported when it is called, so that `--help` is quick.
"""

import importlib
import sys

import click

from ordain.errors import OrdainError

# Every command, in the order of the help, and what it does.
_COMMANDS = {
    "new": "Begin a matter: a folder with a commented order.yaml.",
    "check": "Find faults in orders, drafts, houses and matters.",
    "draft": "Draft an ordinance from an order, or open its next version.",
    "redline": "Show what changed between two orders, drafts or Word files.",
    "concordance": "Show which provision has which number now, and whether references follow.",
    "ledger": "Show who must do what, by when, unless what, through all versions.",
    "coverage": "Show what of the order is in a draft, and what is not.",
    "blame": "Show in which version each provision came in and was changed.",
    "review": "Write the councilor's page: one file that shows what changed.",
    "decisions": "Merge the decisions that readers of the page exported.",
    "summary": "Say on one page, in plain sentences, what changed.",
    "print": "Print an order or a draft as the official PDF or as a Word document.",
    "where": "Tell on which page and lines a provision stands, or what stands there.",
    "amend": "Make the amendment sheet that turns one draft into another, and prove it.",
    "apply": "Apply an amendment sheet to a draft.",
    "conflicts": "Tell which amendment sheets get in each other's way.",
    "fmt": "Set the blank lines and indentation of drafts.",
    "schema": "Print the JSON Schema of order.yaml.",
    "demo": "Show the whole of it on a worked matter.",
    "git-setup": "Make git show Word files as redlines.",
    "git-diff": "Print the changes of a Word file; git calls this.",
    "git-text": "Print the text of a Word file; git calls this.",
}

# What a command could not do; 1 says that it found differences or faults.
_FAILED = 2


class _Commands(click.Group):
    """Finds a command by the module of its name."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the signature of click
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - the same
        if cmd_name not in _COMMANDS:
            return None
        command = importlib.import_module(f"ordain.cli.{cmd_name.replace('-', '')}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - the same
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="ordain", message="%(prog)s %(version)s")
def group() -> None:
    """Turn a mayor's executive order into an ordinance, and show exactly what changed.

    \b
    Start with:   ordain demo --output demo
    Or your own:  ordain new drafts/my-matter --house albuquerque
    """


def main() -> None:
    """Run the command; every error that a user can cause is a sentence, and exit status 2."""
    try:
        status = group(prog_name="ordain", standalone_mode=False)
    except OrdainError as error:
        for problem in error.problems:
            click.echo(f"error: {problem}", err=True)
        sys.exit(_FAILED)
    except click.ClickException as error:
        error.show()
        sys.exit(_FAILED)
    except (click.Abort, KeyboardInterrupt):
        click.echo("stopped", err=True)
        sys.exit(_FAILED)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(_FAILED)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else "what is read from or written to: "
        click.echo(f"error: {where}{error.strerror or error}; mend that, and run it again", err=True)
        sys.exit(_FAILED)
    sys.exit(status if isinstance(status, int) else 0)
