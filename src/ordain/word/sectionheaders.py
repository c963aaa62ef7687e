"""Which header became which: the one that stands in the same place of what its section became.

A header has no place but in its section, so its two states must be one part.  Which section
became which is known once the body is compared; before, headers were matched by their words.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from ordain.compare.anchors import OLD
from ordain.model.unit import Story
from ordain.word.headers import sections_paired
from ordain.word.lines import lines, place_ends
from ordain.word.read import shown_at

if TYPE_CHECKING:
    from ordain.compare.redline import Redline
    from ordain.model.unit import Unit
    from ordain.word.side import Side


def with_sections(old: "Side", new: "Side", redline: "Redline") -> "list[Unit] | None":
    """Return the old units with each header in the place that its section has in the new file.

    None where they stand there already.
    """
    places = _places(old, new, redline)
    units = [
        replace(unit, place=places.get(paragraph.unit.place, unit.place))
        if unit.story in (Story.HEADER, Story.FOOTER)
        else unit
        for unit, paragraph in zip(old.units, old.paragraphs, strict=True)
    ]
    return None if all(one.place == other.place for one, other in zip(units, old.units, strict=True)) else units


def _places(old: "Side", new: "Side", redline: "Redline") -> dict[str, str]:
    """Return the place in the new file of each header of the old one, by its place there."""
    shown = [shown_at(side.package) for side in (old, new)]
    if all(len({at for at, *_ in its}) < 2 for its in shown):
        return {}
    body = [block for block in redline.blocks if block.unit.story is Story.BODY]
    became = sections_paired(place_ends(lines(body, old, new), lambda _: False), old.package, new.package)
    found: dict[str, str] = {}
    taken: set[str] = set()
    for (at, kind, use), place in shown[0].items():
        target = shown[1].get((became.get(at, -1), kind, use))
        if target is not None and place not in found and target not in taken:
            found[place] = target
            taken.add(target)
    return {place: found.get(place, f"{place} {OLD}") for place in shown[0].values()}
