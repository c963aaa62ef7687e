"""Apply an amendment sheet to a draft: all of it, or the instructions that were adopted."""

from typing import TYPE_CHECKING

from ordain.amend.adopt import adopt
from ordain.markup.write import write
from ordain.workflow.amend import printed, read_in_form

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from ordain.workflow.houses import Houses


def apply(
    old: "Path", sheet: "Path", known: "Houses", house: str | None = None, only: "Collection[int] | None" = None
) -> str:
    """Return the bill text that a sheet makes of the draft at `old`.

    Raises OrdainError, and makes nothing, where one instruction does not fit.
    """
    before = printed(old, known, house)
    return write(adopt(before.draft, read_in_form(sheet), before.house, before.pages, only))
