"""Notes and text boxes: which one became which, before the text that they hang on is compared.

A reference to a note has no letters; two references are the same where their notes are.
So the notes of both sides are aligned as paragraphs are, and those that became each other
are given one key.  The same goes for the drawings that hold text boxes.
"""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from ordain.compare.align import align
from ordain.model.unit import Form, Story, Unit
from ordain.text.tokens import Opaque

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ordain.text.tokens import Token

    Units = tuple[Unit, ...]


def matched(old: "Sequence[Unit]", new: "Sequence[Unit]") -> "tuple[Units, Units]":
    """Return both sides with one key for each note or box that they share, and one place for each header.

    The units stand in the same order and number as before.
    """
    old = _with_headers_of(old, new)
    anchors = [list(_anchors(side)) for side in (old, new)]
    if not anchors[0] and not anchors[1]:
        return tuple(old), tuple(new)
    pseudo = [_as_units(its, side) for its, side in zip(anchors, (old, new), strict=True)]
    shared = {
        (pair.old[0], pair.new[0])
        for pair in align(*pseudo)
        if pair.old and pair.new and _may_share(anchors[0][pair.old[0]], anchors[1][pair.new[0]])
    }
    shared_by = ({i: i for i, _ in shared}, {j: i for i, j in shared})
    return _renamed(old, anchors[0], "old", shared_by[0]), _renamed(new, anchors[1], "new", shared_by[1])


def _may_share(one: Opaque, other: Opaque) -> bool:
    return one.key == other.key and len(one.places) == len(other.places)


def _anchors(units: "Iterable[Unit]") -> "Iterator[Opaque]":
    """Yield what notes and boxes hang on, in order; what stands in a table, row by row."""
    for unit in units:
        if unit.rows:
            yield from (anchor for row in unit.rows for cell in row.cells for anchor in _anchors(cell))
        else:
            yield from anchors_in(unit.tokens)


def anchors_in(tokens: "Sequence[Token]") -> list[Opaque]:
    """Return the tokens on which a note or a box hangs."""
    try:
        "".join(tokens)  # type: ignore[arg-type] # mere words, found out faster than by looking at each
    except TypeError:
        return [token for token in tokens if isinstance(token, Opaque) and token.places]
    return []


def _as_units(anchors: "Sequence[Opaque]", units: "Sequence[Unit]") -> list[Unit]:
    """Return the text that hangs on each anchor as one unit."""
    held: dict[str, list[Token]] = {}
    for unit in units:
        if unit.place:
            held.setdefault(unit.place, []).extend((*unit.tokens, "\n"))
    return [
        Unit(
            tokens=tuple(token for place in anchor.places for token in held.get(place, ())),
            label=anchor.key,
            form=Form.ROW,
        )
        for anchor in anchors
    ]


def _renamed(units: "Iterable[Unit]", anchors: "Sequence[Opaque]", side: str, shared: "Mapping[int, int]") -> "Units":
    """Return units whose anchors, and the stories on them, go by a name that is shared or that of their side."""
    named: dict[str, Opaque] = {}
    places: dict[str, str] = {}
    for at, anchor in enumerate(anchors):
        name = f"both {shared[at]}" if at in shared else f"{side} {at}"
        fresh = tuple(f"{name}.{number}" for number in range(len(anchor.places)))
        named[anchor.places[0]] = Opaque(f"{anchor.key} {name}", anchor.shown, fresh)
        places |= dict(zip(anchor.places, fresh, strict=True))
    return tuple(_renamed_unit(unit, named, places) for unit in units)


def _renamed_unit(unit: Unit, names: "Mapping[str, Opaque]", places: "Mapping[str, str]") -> Unit:
    rows = tuple(
        replace(row, cells=tuple(tuple(_renamed_unit(held, names, places) for held in cell) for cell in row.cells))
        for row in unit.rows
    )
    tokens = tuple(
        names[token.places[0]] if isinstance(token, Opaque) and token.places else token for token in unit.tokens
    )
    return replace(unit, tokens=tokens, rows=rows, place=places.get(unit.place, unit.place))


def _with_headers_of(old: "Sequence[Unit]", new: "Sequence[Unit]") -> "Units":
    """Return the old units, with the place of each header that of the new one that it became.

    A section that comes or goes changes the number of those behind it; headers are known
    by what they say, then by being the only ones left of their use, and only then by
    where they stand.
    """
    texts = [_headers(units) for units in (old, new)]
    names = [list(side) for side in texts]
    pseudo = [
        [Unit(tokens=tokens, label=_use(place), form=Form.ROW) for place, tokens in side.items()] for side in texts
    ]
    pairs = {
        names[0][pair.old[0]]: names[1][pair.new[0]]
        for pair in align(*pseudo)
        if pair.old and pair.new and _use(names[0][pair.old[0]]) == _use(names[1][pair.new[0]])
    }
    for use in dict.fromkeys(map(_use, names[0])):
        left = [place for place in names[0] if place not in pairs and _use(place) == use]
        right = [place for place in names[1] if place not in pairs.values() and _use(place) == use]
        if len(left) == len(right) == 1:
            pairs[left[0]] = right[0]
    taken = set(pairs.values())
    for place in names[0]:
        pairs.setdefault(place, place if place in texts[1] and place not in taken else f"{place} {OLD}")
    return tuple(
        unit if pairs.get(unit.place, unit.place) == unit.place else replace(unit, place=pairs[unit.place])
        for unit in old
    )


def _headers(units: "Iterable[Unit]") -> "dict[str, tuple[Token, ...]]":
    """Return the text of each header and footer that has a place, by that place."""
    held: dict[str, tuple[Token, ...]] = {}
    for unit in units:
        if unit.story in (Story.HEADER, Story.FOOTER) and unit.place:
            held[unit.place] = (*held.get(unit.place, ()), *unit.tokens, "\n")
    return held


def _use(place: str) -> str:
    """Return the place of a header without the number of its section."""
    story, _, use = place.split(" ")
    return f"{story} {use}"


# Ends the place of a header that only the old file has.
OLD = "old"
