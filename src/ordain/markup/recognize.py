"""Recognize the header block of a bill that has no front matter: real records have none."""

from typing import TYPE_CHECKING

from ordain.errors import Place, nearest, refuse
from ordain.markup.front import MARK
from ordain.model.draft import Front
from ordain.model.heading import recognizer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ordain.model.house import House


def recognize(lines: "Sequence[str]", houses: "Mapping[str, House]", file: str, house: str | None) -> tuple[Front, int]:
    """Return the front matter that the header says, and the index of the first line behind it.

    Raises OrdainError where no house knows the header and none is named.
    """
    if house is not None and house not in houses:
        raise refuse(f"no house is named '{house}'", nearest(house, houses))
    for name in [house] if house else sorted(houses):
        front, start = _header(lines, houses[name])
        if start:
            return front, start
    if house is not None:
        return Front(house=house, instrument=houses[house].instruments[0][0]), 0
    first = next(number for number, line in enumerate(lines, 1) if line.strip())
    raise refuse(
        "no house recognizes the head of this text",
        f"name its house with --house, or begin the file with three lines: {MARK}, `house: NAME`, {MARK}",
        Place(file, first, 1, lines[first - 1]),
    )


def _header(lines: "Sequence[str]", house: "House") -> tuple[Front, int]:
    """Read the heading lines of the house in their order; 0 where the first of them is not there."""
    fields: dict[str, str] = {}
    patterns = [recognizer(line) for line in house.layout.heading]
    at = 0
    for pattern in patterns:
        while at < len(lines) and not lines[at].strip():
            at += 1
        match = pattern.fullmatch(lines[at].strip()) if at < len(lines) else None
        if match is None:
            return Front(house=house.name), 0
        fields |= match.groupdict()
        at += 1
    names = {printed.casefold(): name for name, printed in house.instruments}
    instrument = fields.get("instrument", "").casefold()
    if "instrument" in fields and instrument not in names:
        return Front(house=house.name), 0
    sponsors = _known(fields.get("sponsors", ""))
    return Front(
        house=house.name,
        instrument=names.get(instrument, house.instruments[0][0]),
        bill=_known(fields.get("bill", "")),
        enactment=_known(fields.get("enactment", "")),
        council=_known(fields.get("council", "")),
        sponsors=tuple(sponsors.split(", ")) if sponsors else None,
    ), at


def _known(written: str) -> str | None:
    """Return what is written, or None for a blank to be filled."""
    return written.strip(" _") or None
