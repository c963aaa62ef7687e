"""An amendment sheet as a value: what its heading says, and its instructions in order."""

import datetime
import json
import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from ordain.errors import nearest, refuse
from ordain.notation import dates

if TYPE_CHECKING:
    from ordain.errors import Place
    from ordain.model.draft import Front

Value = str | bool | tuple[str, ...] | datetime.date | None
Names = tuple[tuple[str | None, tuple[str, ...]], ...]


class Step(Struct, frozen=True):
    """What the front matter says in one key, in the bill and in the bill as amended."""

    key: str
    old: Value
    new: Value


class Item(Struct, frozen=True, kw_only=True):
    """One numbered instruction: its sentence, the paragraphs behind it, and where it stands in the sheet.

    `names` are the ids and sources of these paragraphs, which are never printed.
    """

    number: int
    sentence: str
    lines: tuple[str, ...] = ()
    names: Names = ()
    place: "Place | None" = None

    @property
    def said(self) -> tuple[str, tuple[str, ...]]:
        """What the item says, wherever it stands."""
        return self.sentence, self.lines


class Sheet(Struct, frozen=True, kw_only=True):
    """An amendment sheet: the print that it addresses, what its heading changes, and its instructions.

    `label` and `digest` are those of the print; a sheet that somebody typed may have none.
    """

    items: tuple[Item, ...]
    title: str = ""
    bill: str = ""
    label: str = ""
    digest: str = ""
    sponsor: str = ""
    date: str = ""
    steps: tuple[Step, ...] = ()


# What of the front matter is printed, by its key, as the heading of a sheet names it.
PRINTED = {
    "instrument": "Instrument",
    "council": "Council",
    "bill": "Bill number",
    "enactment": "Enactment number",
    "sponsors": "Sponsors",
    "version": "Version",
    "date": "Date of the version",
    "title": "Title in the heading",
    "illustrative": "Illustrative",
}


def steps_between(old: "Front", new: "Front") -> tuple[Step, ...]:
    """Return what of the printed front matter differs."""
    pairs = ((key, getattr(old, key), getattr(new, key)) for key in PRINTED)
    return tuple(Step(key, before, after) for key, before, after in pairs if before != after)


def stepped(front: "Front", steps: tuple[Step, ...]) -> "Front":
    """Return front matter as the heading of a sheet sets it; raises OrdainError where it said something else."""
    for step in steps:
        if getattr(front, step.key) != step.old:
            raise refuse(
                f"{PRINTED[step.key]} is {write_value(getattr(front, step.key))} in the bill, "
                f"and {write_value(step.old)} in the heading of the sheet",
                "give the version that the sheet was made for",
            )
    return replace(front, **{step.key: step.new for step in steps})


def write_step(step: Step) -> str:
    """Return a line of the heading."""
    return f"{PRINTED[step.key]}: from {write_value(step.old)} to {write_value(step.new)}"


# A string of the front matter between straight marks, or as a word processor sets them.
STRING = r"(?:\"(?:[^\"\\]|\\.)*\"|“[^”]*”)"
_VALUE = rf"(?:{STRING}(?:, {STRING})*|none|nobody|yes|no|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})"
_STEP = re.compile(rf"(?P<key>[A-Z][a-z ]+): from (?P<old>{_VALUE}) to (?P<new>{_VALUE})\.?")


def read_step(line: str, place: "Place") -> Step | None:
    """Return the step that a line of a heading tells, or None where the line is none.

    Raises OrdainError for a line that names a key and cannot be read.
    """
    named = line.partition(":")[0].strip()
    keys = {name: key for key, name in PRINTED.items()}
    match = _STEP.fullmatch(line)
    if match is None and (named not in keys or not line.partition(":")[2].strip().startswith("from ")):
        return None
    if match is None or named not in keys:
        remedy = 'write it as in: Version: from "introduced" to "as-amended"' if named in keys else nearest(named, keys)
        raise refuse("this line of the heading cannot be read", remedy, place)
    key = keys[named]
    return Step(key, _read_value(match["old"], key), _read_value(match["new"], key))


def write_value(value: Value) -> str:
    """Return a value of the front matter as a heading shows it.

    >>> write_value(("Baca", "Rogers")), write_value(None)
    ('"Baca", "Rogers"', 'none')
    """
    match value:
        case None:
            return "none"
        case bool():
            return "yes" if value else "no"
        case datetime.date():
            return value.isoformat()
        case str():
            return json.dumps(value, ensure_ascii=False)
        case _:
            return ", ".join(map(write_value, value)) or "nobody"


def _read_value(written: str, key: str) -> Value:
    if written == "none":
        return None
    if written in ("yes", "no"):
        return written == "yes"
    if written == "nobody":
        return ()
    date = dates.read_date(written)
    if date is not None:
        return date
    values = tuple(map(read_string, re.findall(STRING, written)))
    return values if key == "sponsors" else values[0]


def read_string(written: str) -> str:
    """Return a string that stands in quotation marks of either kind."""
    return written[1:-1] if written.startswith("“") else str(json.loads(written, strict=False))
