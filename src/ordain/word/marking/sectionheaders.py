"""Which header became which: the one that stands in the same place of what its section became.

A header has no place but in its section, so its two states must be one part.  Which section
became which is known once the body is compared; before, headers were matched by their words.
"""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from ordain.compare.anchors import OLD
from ordain.model.unit import Story
from ordain.word.marking.headers import sections_paired
from ordain.word.marking.lines import lines, place_ends
from ordain.word.reading.read import shown_by_sections

if TYPE_CHECKING:
    from ordain.compare.redline import Redline
    from ordain.model.unit import Unit
    from ordain.word.reading.side import Side


def with_sections(old: "Side", new: "Side", redline: "Redline") -> "list[Unit] | None":
    """Return the old units with each header in the place that its section has in the new file.

    None where they stand there already.
    """
    places = _places(old, new, redline)
    if not places:
        return None
    units = [
        replace(unit, place=places.get(paragraph.unit.place, unit.place)) if unit.story in _RUNNING else unit
        for unit, paragraph in zip(old.units, old.paragraphs, strict=True)
    ]
    return None if all(one.place == other.place for one, other in zip(units, old.units, strict=True)) else units


def _places(old: "Side", new: "Side", redline: "Redline") -> dict[str, str]:
    """Return the place in the new file of each header of the old one, by its place there."""
    shown = [shown_by_sections(side.package) for side in (old, new)]
    if all(len(sections) < 2 for sections in shown) or not all(map(any, shown)):
        return {}
    body = [block for block in redline.blocks if block.unit.story is Story.BODY]
    became = sections_paired(place_ends(lines(body, old, new), lambda _: False), old.package, new.package)
    found: dict[str, str] = {}
    for before, after in sorted(became.items()):
        for use, place in shown[0][before].items():
            target = shown[1][after].get(use)
            if target is not None and place not in found and target not in found.values():
                found[place] = target
    return {place: found.get(place, f"{place} {OLD}") for its in shown[0] for place in its.values()}


def parts_that_stay(old: "Side", new: "Side") -> dict[str, str]:
    """Return the part of each header of the old file that became one of the new, and the part of that one."""
    parts = [
        {unit.place: its.part for unit, its in zip(side.units, side.paragraphs, strict=True) if unit.story in _RUNNING}
        for side in (old, new)
    ]
    return {part: parts[1][place] for place, part in parts[0].items() if place in parts[1]}


_RUNNING = (Story.HEADER, Story.FOOTER)
