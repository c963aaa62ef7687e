"""Write a redline as JSON, for programs."""

import json
from typing import TYPE_CHECKING, Any

from ordain.compare.digest import digest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordain.compare.blocks import Block
    from ordain.compare.changes import Entry, Words
    from ordain.compare.redline import Redline
    from ordain.model.unit import Unit

SCHEMA = "ordain/redline/1"


def write_json(redline: "Redline", uncompared: "Sequence[str]" = ()) -> str:
    """Return the changes in the order of the new text; what is kept is left out.

    `segments` are the words of the provision without label and children, each with
    `kept`, `struck` or `added`.  A provision that was only renumbered has no struck or
    added segment: its addresses differ.  `uncompared` says what the comparison leaves out.
    """
    entries = redline.entries()
    content = {
        "schema": SCHEMA,
        "digest": digest(entries),
        "heading": [_around(block) for block in redline.heading if block.kind != "kept"],
        "changes": [_change(entry) for entry in entries],
        "uncompared": list(uncompared),
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _change(entry: "Entry") -> dict[str, Any]:
    return {
        "number": entry.number,
        "kind": entry.kind,
        "old": _unit(entry.old),
        "new": _unit(entry.new),
        "segments": _segments(entry.words),
    }


def _around(block: "Block") -> dict[str, Any]:
    return {
        "old": block.old.text if block.old else None,
        "new": block.new.text if block.new else None,
        "segments": _segments(block.words),
    }


def _unit(unit: "Unit | None") -> dict[str, Any] | None:
    return None if unit is None else {"id": unit.id, "address": unit.address, "text": unit.text}


def _segments(words: "Words") -> list[list[str]]:
    return [[part.mark.value, part.text] for part in words]
