"""The data of the page: every paragraph once, and of every two versions what turns one into the other.

A passage that is kept is two numbers.  One that changed is told as a walk along both
texts: `=12-3+4` keeps 12 signs, strikes 3 and adds 4.  A browser counts signs in units of
UTF-16, and so does the walk.
"""

import json
from typing import TYPE_CHECKING, Any

from ordain.compare.digest import digest
from ordain.model.provision import heading_of
from ordain.page.cards import cards
from ordain.page.first import first
from ordain.page.grid import spans
from ordain.page.order import order_cells
from ordain.page.passages import parts
from ordain.page.place import Spot
from ordain.page.saying import Blank, Saying
from ordain.page.signs import BADGES, CELL_SIGNS, GROUP_SIGNS, plain
from ordain.page.words import ADDRESSES, LANGUAGES, table
from ordain.text.segments import Mark, Weight, side
from ordain.text.tokens import join

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordain.compare.changes import Words
    from ordain.model.house import Marks
    from ordain.model.unit import Unit
    from ordain.page.cards import Card
    from ordain.page.first import Item
    from ordain.page.grid import GridRow
    from ordain.page.order import Cell
    from ordain.page.passages import Part, Passage
    from ordain.page.review import Edition, Review, Turn

SCHEMA = "ordain/page/1"


def encode(review: "Review", language: str) -> str:
    """Return the data as JSON that can stand inside an element of a page."""
    units = _Units()
    content = {
        "schema": SCHEMA,
        "key": review.key,
        "title": plain(review.title),
        "language": language,
        "marks": _marks(review.marks),
        "editions": [_edition(edition) for edition in review.editions],
        "turns": [_turn(turn, review, units) for turn in review.turns],
        "units": units.rows,
        "signs": {"groups": GROUP_SIGNS, "cells": CELL_SIGNS, "badges": BADGES},
        "languages": LANGUAGES,
        "words": {name: table(name) for name in LANGUAGES},
        "addresses": ADDRESSES,
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return "".join(_HIDDEN.get(sign, sign) for sign in text)


# Inside JSON these stand only in strings; written so, none can end the element or begin
# markup, and no reader of scripts takes one for the end of a line.
_HIDDEN = {sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


class _Units:
    """The paragraphs of all versions, each once."""

    def __init__(self) -> None:
        self.rows: list[list[Any]] = []
        self._places: dict[tuple[Any, ...], int] = {}

    def place(self, unit: "Unit | None") -> int:
        """Return the place of a unit in the list; -1 for none."""
        if unit is None:
            return -1
        level = "" if unit.level is None else unit.level.name.lower()
        head = 0 if unit.rows else _length(heading_of(unit.text))
        row = (unit.label, unit.text, unit.address, unit.depth, level, head, *_table(unit))
        if row not in self._places:
            self._places[row] = len(self.rows)
            self.rows.append(list(row))
        return self._places[row]


def _table(unit: "Unit") -> tuple[Any, ...]:
    """Return where the text of a table is cut: its rows, heads or not, with the columns and lengths of each cell."""
    if not unit.rows:
        return ()
    return (
        tuple(
            (
                int(row.head),
                tuple(
                    (span, *(_length(its.text) for its in cell))
                    for cell, span in zip(row.cells, spans(row), strict=True)
                ),
            )
            for row in unit.rows
        ),
    )


def _marks(marks: "Marks | None") -> list[list[str]]:
    if marks is None:
        return [["[", "]"], ["[", "]"]]
    return [[plain(style.open), plain(style.close)] for style in (marks.struck, marks.added)]


def _edition(edition: "Edition") -> dict[str, Any]:
    return {
        "name": plain(edition.name),
        "file": edition.file,
        "digest": edition.digest,
        "date": edition.date and plain(edition.date),
        "order": edition.is_order,
        "cells": None if edition.coverage is None else [_cell(cell) for cell in order_cells(edition.coverage)],
    }


def _cell(cell: "Cell") -> list[Any]:
    places = [_spot(place) for place, _ in cell.at]
    addresses = [unit.address for _, unit in cell.at]
    return [cell.name, cell.is_recital, cell.sign, cell.states, places, addresses, cell.reasons]


def _turn(turn: "Turn", review: "Review", units: _Units) -> dict[str, Any]:
    seen = first(turn, review.vocabulary)
    held = cards(turn, review.vocabulary)
    return {
        "old": turn.old,
        "new": turn.new,
        "digest": digest(turn.redline.entries()),
        "parts": [_part(part, units) for part in parts(turn.redline)],
        "around": [_told(block.words) for block in turn.redline.top if block.kind != "kept"],
        "cards": [_card(card) for card in held],
        "counts": [_saying(saying) for saying in seen.counts],
        "items": [_item(item, {card.number: card.sayings for card in held}[item.number]) for item in seen.items],
        "uncompared": turn.uncompared,
    }


def _item(item: "Item", known: "Sequence[Saying]") -> list[Any]:
    """Return an item; where it stands is told by the card of its change, and so is what that says too."""
    sayings = [known.index(saying) if saying in known else _saying(saying) for saying in item.sayings]
    return [item.group.value, item.number, sayings]


def _card(card: "Card") -> list[Any]:
    return [
        card.number,
        card.kind,
        card.weight.value,
        card.fingerprint,
        _spot(card.spot),
        card.was and _spot(card.was),
        card.verdict,
        card.forces,
        [_saying(saying) for saying in card.sayings],
        card.reason,
    ]


def _saying(saying: Saying) -> list[Any]:
    blanks = {name: _blank(blank) for name, blank in saying.blanks if blank != ""}
    return [saying.key, blanks] if blanks else [saying.key]


def _blank(blank: Blank) -> Any:
    match blank:
        case Saying():
            return _saying(blank)
        case Spot():
            return _spot(blank)
        case tuple():
            return [_saying(saying) for saying in blank]
        case _:
            return blank


def _spot(spot: Spot) -> dict[str, str]:
    return {"a": spot.address, "h": spot.heading}


def _part(part: "Part", units: _Units) -> dict[str, Any]:
    held: list[Any] = []
    for passage in part.passages:
        old, new = units.place(passage.old), units.place(passage.new)
        if passage.number is not None:
            held.append(_changed(passage, old, new))
        elif held and isinstance(held[-1], list) and _follows(held[-1], old, new):
            held[-1][2] += 1
        else:
            held.append([old, new, 1])
    return {"sort": part.sort, "held": held}


def _follows(run: list[int], old: int, new: int) -> bool:
    return (run[0] + run[2], run[1] + run[2]) == (old, new)


def _changed(passage: "Passage", old: int, new: int) -> dict[str, Any]:
    words = (*passage.heading, *passage.words)
    out: dict[str, Any] = {
        "n": passage.number,
        "o": old,
        "u": new,
        "l": _walk(passage.label),
        "h": "" if passage.rows else _walk(passage.heading) if _walks(words, passage) else _told(passage.heading),
        "w": "" if passage.rows else _walk(passage.words) if _walks(words, passage) else _told(passage.words),
    }
    if passage.rows:
        out["r"] = [_row(row) for row in passage.rows]
    if passage.move:
        out["m"] = passage.move
    if passage.end is not Mark.KEPT:
        out["e"] = _SIGNS[passage.end]
    if not _walks(passage.label, passage, "label"):
        out["l"] = _told(passage.label)
    return out


def _row(row: "GridRow") -> list[Any]:
    """Return a row by its place in the table of its side; its words where they differ from it."""
    if row.is_whole:
        return [_SIGNS[row.mark], row.at]
    cells = [[[_told(line.words), _SIGNS[line.end]] for line in cell.lines] for cell in row.cells]
    return [_SIGNS[row.mark], row.at, cells]


def _walks(words: "Words", passage: "Passage", what: str = "text") -> bool:
    """Whether the two texts of a passage give its words back."""
    old = getattr(passage.old, what, "") if passage.old else ""
    new = getattr(passage.new, what, "") if passage.new else ""
    if passage.move == "from":
        return join(side(words, Mark.STRUCK)) == old and all(part.mark is not Mark.ADDED for part in words)
    return join(side(words, Mark.STRUCK)) == old and join(side(words, Mark.ADDED)) == new


_SIGNS = {Mark.KEPT: "=", Mark.STRUCK: "-", Mark.ADDED: "+"}
_WEIGHTS = {Weight.WORDING: "", Weight.NUMBERING: "n", Weight.TYPOGRAPHY: "t", Weight.PLACE: ""}


def _walk(words: "Words") -> str:
    return "".join(f"{_SIGNS[part.mark]}{_length(part.text)}{_weight(part.mark, part.weight)}" for part in words)


def _told(words: "Words") -> list[list[str]]:
    return [[_SIGNS[part.mark] + _weight(part.mark, part.weight), part.text] for part in words]


def _weight(mark: Mark, weight: Weight) -> str:
    return "" if mark is Mark.KEPT else _WEIGHTS[weight]


def _length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
