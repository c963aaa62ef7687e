"""Rows: the passages of the page, each with the name under which it can be linked."""

from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.page.place import slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ordain.page.passages import Part, Passage


class Row(Struct, frozen=True):
    """A passage with its anchor, or none where another has it; `opens` says that it is the first of a section.

    The card of a change stands at its first passage that is not the place it left.
    """

    passage: "Passage"
    anchor: str
    opens: bool
    has_card: bool


def rows(parts: "Sequence[Part]") -> "tuple[tuple[str, tuple[Row, ...]], ...]":
    """Return the rows of each part, with the sort of the part."""
    taken: set[str] = set()
    carded: set[int] = set()
    return tuple((part.sort, tuple(_rows(part, taken, carded))) for part in parts)


def _rows(part: "Part", taken: set[str], carded: set[int]) -> "Iterator[Row]":
    for at, passage in enumerate(part.passages):
        name = slug(passage.unit.address)
        name = name if passage.new is not None or not name else f"old-{name}"
        number = passage.number if passage.move != "from" else None
        yield Row(
            passage=passage,
            anchor="" if name in taken else name,
            opens=at == 0 and part.sort == "section",
            has_card=number is not None and number not in carded,
        )
        taken.add(name)
        if number is not None:
            carded.add(number)
