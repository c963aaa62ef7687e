"""A draft numbered anew, held against what is read back of it."""

from typing import TYPE_CHECKING

from ordain.errors import Place, refuse
from ordain.markup.parse import parse
from ordain.markup.renumber import renumber
from ordain.markup.write import write

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ordain.model.draft import Draft
    from ordain.model.house import House


def renumbered(draft: "Draft", houses: "Mapping[str, House]", base: "Draft | None") -> "Draft":
    """Return a draft numbered by the scheme of its house, its references following.

    Raises OrdainError where a reference could not follow, or where a new label would be
    read as one of another level.
    """
    numbered = renumber(draft, houses[draft.front.house], base)
    if parse(write(numbered), houses) != numbered:
        raise refuse(
            "with new numbers, the draft would be read as another tree of provisions",
            "number it by hand where (i) could be the ninth letter or the first Roman number",
            Place(draft.file or "-"),
        )
    return numbered
