"""Write a redline as JSON, for programs."""

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from ordain.compare.digest import digest
from ordain.text.segments import Weight

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from ordain.compare.blocks import Block
    from ordain.compare.changes import Entry, Words
    from ordain.compare.redline import Redline
    from ordain.model.force import Signal
    from ordain.model.unit import Unit

SCHEMA = "ordain/redline/1"


def write_json(
    redline: "Redline",
    uncompared: "Sequence[str]" = (),
    forces: "Mapping[int, Sequence[Signal]] | None" = None,
    weights: "Collection[Weight]" = tuple(Weight),
) -> str:
    """Return the changes in the order of the new text; what is kept is left out.

    `segments` are the words of the provision without label and children, each with
    `kept`, `struck` or `added`.  A provision that was only renumbered has no struck or
    added segment: its addresses differ.  `uncompared` says what the comparison leaves
    out, `forces` the signals of each change by its number.  Changes of other `weights`
    are counted, and left out; the digest is that of all.
    """
    entries = redline.entries()
    shown = [entry for entry in entries if entry.weight in weights]
    hidden = Counter({entry.number: entry.weight.value for entry in entries if entry.weight not in weights}.values())
    content = {
        "schema": SCHEMA,
        "digest": digest(entries),
        "heading": [_around(block) for block in redline.heading if block.kind != "kept"],
        "changes": [_change(entry, (forces or {}).get(entry.number, ())) for entry in shown],
        "hidden": dict(sorted(hidden.items())),
        "uncompared": list(uncompared),
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _change(entry: "Entry", signals: "Sequence[Signal]") -> dict[str, Any]:
    return {
        "number": entry.number,
        "kind": entry.kind,
        "weight": entry.weight.value,
        "old": _unit(entry.old),
        "new": _unit(entry.new),
        "segments": _segments(entry.words),
        "consequential": [{"old": old, "new": new} for old, new in entry.followed],
        "force": [_signal(signal) for signal in signals],
    }


def _signal(signal: "Signal") -> dict[str, Any]:
    return {
        "signal": signal.aspect.value,
        "rule": signal.rule,
        "direction": signal.direction.value,
        "old": signal.old,
        "new": signal.new,
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
