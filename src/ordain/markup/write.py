"""Write a draft as bill text: what `parse` reads back as the same draft."""

from typing import TYPE_CHECKING

from ordain.markup.attributes import write_attributes
from ordain.markup.front import write_front

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ordain.model.draft import Draft
    from ordain.model.provision import Provision

_INDENT = "  "


def write(draft: "Draft") -> str:
    """Return the bill text of a draft: a line for each paragraph, indented by depth, blank ones above the outermost."""
    lines = list(_lines(draft.provisions, 0))
    return "\n".join([write_front(draft.front).rstrip("\n"), *lines]) + "\n"


def _lines(provisions: "Iterable[Provision]", depth: int) -> "Iterator[str]":
    for provision in provisions:
        if depth == 0:
            yield ""
        yield _INDENT * depth + line_of(provision) + write_attributes(provision.id, provision.sources)
        yield from _lines(provision.children, depth + 1)


def line_of(provision: "Provision") -> str:
    """Return the paragraph as it is read: label and text."""
    return " ".join(part for part in (provision.label, provision.text) if part)
