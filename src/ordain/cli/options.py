"""Options that several commands share."""

import datetime
import os
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from ordain.errors import nearest, quoted
from ordain.text.segments import Weight

if TYPE_CHECKING:
    from collections.abc import Callable

Command = TypeVar("Command", bound="Callable[..., object]")

PATH = click.Path(path_type=Path)


def templates(command: Command) -> Command:
    """Add --templates."""
    return click.option("--templates", type=PATH, metavar="DIR", help="A folder of houses that is searched first.")(
        command
    )


def house(command: Command) -> Command:
    """Add --house."""
    return click.option("--house", metavar="NAME", help="The house of a text that has no front matter.")(command)


def force(command: Command) -> Command:
    """Add --force."""
    return click.option("--force", is_flag=True, help="Write over files that exist.")(command)


def weights(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[Weight, ...] | None:  # noqa: ARG001 - the signature of click
    """Return the weights that --only or --hide names."""
    if value is None:
        return None
    known = {weight.value: weight for weight in Weight}
    names = [name.strip() for name in value.split(",")]
    for name in names:
        if name not in known:
            raise click.BadParameter(f"{quoted(name)} is no weight of a change; {nearest(name, known)}")
    return tuple(known[name] for name in names)


def moment(ctx: click.Context, param: click.Parameter, value: str | None) -> datetime.datetime | None:  # noqa: ARG001 - the signature of click
    """Return --date, else SOURCE_DATE_EPOCH, else None."""
    if value is None:
        epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC) if epoch.isdigit() else None
    try:
        given = datetime.datetime.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"'{value}' is no date; write it as 2026-03-11 or 2026-03-11T09:30") from None
    return given if given.tzinfo else given.replace(tzinfo=datetime.UTC)
