"""The front matter of a draft: between two lines of `---`, in YAML."""

import datetime as dt
import re
from typing import TYPE_CHECKING

from ordain.errors import OrdainError, Problem, closest, nearest, quoted, refuse
from ordain.model.draft import Front
from ordain.notation import dates
from ordain.notation.yaml import Listing, Mapping, Node, Scalar, plain, read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable

KEYS = (
    "house", "instrument", "bill", "enactment", "council", "version", "base", "date", "title", "sponsors",
    "author", "illustrative", "rationale", "dropped", "waivers",
)  # fmt: skip

# The line that opens and closes the front matter.
MARK = "---"


def split_front(text: str) -> tuple[str | None, int]:
    """Return the YAML of the front matter, or None, and the index of the first line behind it."""
    lines = text.split("\n")
    if lines[0].rstrip() != MARK:
        return None, 0
    for at, line in enumerate(lines[1:], start=1):
        if line.rstrip() == MARK:
            return "\n".join(lines[1:at]), at + 1
    return None, -1


def read_front(yaml: str, file: str) -> Front:
    """Return the front matter of a draft; every fault of it is in one error.

    Raises OrdainError for an unknown key, a value of the wrong kind, a date that is none,
    or where `house` is missing.
    """
    node = read_yaml(yaml, file, first_line=2)
    if not isinstance(node, Mapping):
        node = _nothing(node)
    problems: list[Problem] = []
    values: dict[str, object] = {}
    for key, value in node.entries:
        if key.value not in KEYS:
            problems.append(
                Problem(f"'{key.value}' is no key of the front matter", nearest(key.value, KEYS), key.place)
            )
            continue
        try:
            values[key.value] = _READERS.get(key.value, _word)(value)
        except OrdainError as error:
            problems += error.problems
    stated = [closest(key.value, KEYS) for key, value in node.entries if plain(value) is not None]
    if "house" not in stated:
        problems.append(
            Problem("the front matter names no house", "add a line such as `house: albuquerque`", node.place)
        )
    if problems:
        raise OrdainError(*problems)
    return Front(**{key: value for key, value in values.items() if value is not None})  # type: ignore[arg-type]


def write_front(front: Front) -> str:
    """Return the front matter as YAML between its marks; what is not known stays null."""
    lines = [MARK, f"house: {_quoted(front.house)}", f"instrument: {_quoted(front.instrument)}"]
    lines.append(f"bill: {_quoted(front.bill)}")
    if front.enactment is not None:
        lines.append(f"enactment: {_quoted(front.enactment)}")
    if front.council is not None:
        lines.append(f"council: {_quoted(front.council)}")
    lines.append(f"version: {_quoted(front.version)}")
    if front.base is not None:
        lines.append(f"base: {_quoted(front.base)}")
    lines.append(f"date: {front.date.isoformat() if front.date else 'null'}")
    if front.title is not None:
        lines.append(f"title: {_quoted(front.title)}")
    lines.append("sponsors: " + _sponsors(front.sponsors))
    if front.author is not None:
        lines.append(f"author: {_quoted(front.author)}")
    lines.append(f"illustrative: {'true' if front.illustrative else 'false'}")
    for key in ("rationale", "dropped", "waivers"):
        entries: tuple[tuple[str, str], ...] = getattr(front, key)
        if entries:
            lines += [f"{key}:", *(f"  {_quoted(name)}: {_quoted(reason)}" for name, reason in entries)]
    return "\n".join([*lines, MARK]) + "\n"


def _nothing(node: Node) -> Mapping:
    """Return front matter that says nothing as no keys; raises OrdainError where it says something else."""
    if plain(node) is None:
        return Mapping((), node.place)
    raise refuse("the front matter holds no keys", "write lines such as `house: albuquerque`", node.place)


def _word(node: Node) -> str | None:
    if not isinstance(node, Scalar):
        raise refuse("a single value belongs here", "put it in quotes if it holds brackets or a colon", node.place)
    value = plain(node)
    return None if value is None else str(value)


def _date(node: Node) -> dt.date | None:
    written = _word(node)
    date = None if written is None else dates.read_date(written)
    if written is not None and date is None:
        raise refuse(f"{quoted(written)} is no date", dates.REMEDY, node.place)
    return date


def _truth(node: Node) -> bool | None:
    written = _word(node)
    if written is not None and written not in ("true", "false"):
        raise refuse(f"illustrative is {quoted(written)}", "write true or false", node.place)
    return None if written is None else written == "true"


def _names(node: Node) -> tuple[str, ...] | None:
    if isinstance(node, Listing):
        return tuple(_name(item) for item in node.items)
    written = _word(node)
    return None if written is None else (written,)


def _name(node: Node) -> str:
    written = _word(node)
    if written is None:
        raise refuse("a name is missing here", "write it, or leave out the item", node.place)
    return written


def _reasons(node: Node) -> tuple[tuple[str, str], ...] | None:
    if isinstance(node, Scalar) and plain(node) is None:
        return None
    if not isinstance(node, Mapping):
        raise refuse(
            "this is no group of reasons", "write each in a line of its own, `id: reason`, indented", node.place
        )
    reasons = []
    for key, value in node.entries:
        reason = _word(value)
        if not reason:
            raise refuse(f"{quoted(key.value)} has no reason", "say it in a sentence, or leave the line out", key.place)
        reasons.append((key.value, reason))
    return tuple(reasons)


_READERS: "dict[str, Callable[[Node], object]]" = {
    "date": _date,
    "illustrative": _truth,
    "sponsors": _names,
    "rationale": _reasons,
    "dropped": _reasons,
    "waivers": _reasons,
}

# What can stand in YAML without quotes and is read back as the same string.
_BARE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 ./()_-]*[A-Za-z0-9./()_-])?")


def _quoted(value: str | None) -> str:
    if value is None:
        return "null"
    if _BARE.fullmatch(value) and value.lower() not in ("null", "true", "false"):
        return value
    escaped = "".join(_ESCAPES.get(sign) or _escape(sign) for sign in value)
    return f'"{escaped}"'


_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def _escape(sign: str) -> str:
    """Return a sign that YAML cannot hold as it is by its number."""
    printable = sign.isprintable() or sign == " "
    return sign if printable else f"\\U{ord(sign):08X}"


def _sponsors(names: tuple[str, ...] | None) -> str:
    return "null" if names is None else f"[{', '.join(map(_quoted, names))}]"
