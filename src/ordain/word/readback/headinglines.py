"""What somebody wrote into the heading of a print, taken over into the front matter.

A clerk fills in the number of the bill where the print has a blank.  Each line of the
heading shows fields of the front matter; a line that reads otherwise than it was printed
is read by the same expression that recognizes it in a bill without front matter.
"""

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ordain.errors import quoted
from ordain.model.heading import heading, heading_lines, recognizer
from ordain.word.readback.plainlines import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordain.model.draft import Draft, Front
    from ordain.model.house import House

# What a heading may set; the rest comes from the house or from the stage.
_SETTABLE = ("bill", "enactment", "council", "title", "sponsors")


def take_over(draft: "Draft", house: "House", lines: "Sequence[tuple[int, str]]") -> "tuple[Front, tuple[str, ...]]":
    """Return the front matter with what the heading says of it now, and a sentence for each thing that changed.

    `draft` is the one that was printed, `lines` the paragraphs of the heading with the
    number, counted from 1, of the line that each was printed as.
    """
    front, said = draft.front, []
    printed = [one_line(unit.text) for unit in heading(draft, house)]
    patterns = [recognizer(line) for line in heading_lines(front.instrument, house)]
    missing = {number: text for number, text in enumerate(printed, start=1) if text}
    changed = []
    for number, text in lines:
        if missing.get(number) == text:
            del missing[number]
        elif text:
            changed.append((number, text))
    for number, text in changed:
        was = missing.get(number)
        fields = None if was is None else _changed_fields(patterns[number - 1], was, text)
        if fields is None:
            said.append(f"the line {quoted(text)} of the heading fits no field of the front matter; it was left out")
            continue
        missing.pop(number)
        for name, value in fields.items():
            if name in _SETTABLE:
                front = _with(front, name, value)
                said.append(f"{name} is now {quoted(value)}, from the heading" if value else f"{name} is not known now")
            else:
                said.append(f"the heading says {quoted(value)} for {name}, which comes from elsewhere; it was left out")
    said += [f"the line {quoted(text)} of the heading is gone; a print shows it again" for text in missing.values()]
    return front, tuple(said)


def _changed_fields(pattern: re.Pattern[str], was: str, text: str) -> dict[str, str] | None:
    """Return the fields that a line shows otherwise than it was printed, or None where it is no such line."""
    before, now = pattern.fullmatch(was), pattern.fullmatch(text)
    if before is None or now is None:
        return None
    old, new = ({name: value.strip(" _") for name, value in match.groupdict().items()} for match in (before, now))
    return {name: value for name, value in new.items() if value != old[name]}


def _with(front: "Front", name: str, written: str) -> "Front":
    if name == "sponsors":
        return replace(front, sponsors=tuple(it.strip() for it in written.split(",")) if written else None)
    return replace(front, **{name: written or None})
