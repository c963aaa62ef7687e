"""The origin of a print: what its text does not show of the draft that it was made from.

The front matter, and of each paragraph the label, heading, id and sources, stand in the
properties of the document: as JSON, cut over as many numbered properties as it needs.
Of the words there is a digest, never the words: what somebody strikes from a print is
not in the file.
"""

import datetime
import hashlib
import json
import re
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from msgspec.structs import fields

from ordain.errors import Place, refuse
from ordain.model.draft import Front
from ordain.model.ids import is_id
from ordain.model.numbering import Level
from ordain.model.provision import heading_of
from ordain.word.parts.documentproperties import FORM, MARKED, PRINT, properties, set_properties

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.errors import OrdainError
    from ordain.model.draft import Draft
    from ordain.model.unit import Unit
    from ordain.word.parts.package import Package

_T = TypeVar("_T")

# Word's own window takes no longer value of a property.
_LONGEST = 255
_PIECE = re.compile(r"Ordain draft ([0-9]{1,9})")
# Says how the rest is to be read; another number is of a program that knows more.
_EDITION = 1


class Named(Struct, frozen=True):
    """A provision of the printed draft.

    `label` is its label, or the level of what has none and stands once in a bill, `digest`
    that of its words.
    """

    label: str
    heading: str
    digest: str
    id: str | None = None
    sources: tuple[str, ...] = ()


class Origin(Struct, frozen=True):
    """The front matter of the printed draft, and its provisions in reading order."""

    front: Front
    provisions: tuple[Named, ...]


def origin_of(draft: "Draft") -> Origin:
    """Return what the print of a draft does not show."""
    return Origin(
        draft.front,
        tuple(
            Named(label_of(unit), heading_of(unit.text), digest_of(unit), unit.id, unit.sources)
            for unit in draft.units()
        ),
    )


def label_of(unit: "Unit") -> str:
    """Return the label of a unit, or the level of what a draft has only one of."""
    return unit.level.name.lower() if unit.level in (Level.TITLE, Level.ENACTING) else unit.label


def digest_of(unit: "Unit") -> str:
    """Return a short digest of the words of a unit."""
    return hashlib.sha256(unit.text.encode()).hexdigest()[:12]


def write_origin(package: "Package", origin: Origin) -> None:
    """Put the origin into the properties of a print."""
    said = {
        "edition": _EDITION,
        "front": _said(origin.front),
        "provisions": [_row(it) for it in origin.provisions],
    }
    text = json.dumps(said, separators=(",", ":"))
    # "_x0041_" is a letter to Word, and a blank at the end of a value nothing.
    text = text.replace("_x", r"\u005fx").replace("  ", r" \u0020")
    set_properties(package, {f"Ordain draft {at}": piece for at, piece in enumerate(_pieces(text), start=1)})


def read_origin(package: "Package") -> Origin:
    """Return the origin that a print of ours carries.

    Raises OrdainError for a file that Ordain did not print, or whose properties are not whole.
    """
    held = properties(package)
    _check_form(held, package.file)
    pieces = {int(match[1]): value for name, value in held.items() if (match := _PIECE.fullmatch(name))}
    if not pieces:
        raise refuse(
            "Ordain printed this file, but its front matter is not in it: an older Ordain put none in, "
            "or Word's Document Inspector took it out",
            "edit a new print of the draft, or put the changes into its .txt",
            Place(package.file),
        )
    try:
        said = json.loads("".join(pieces[at] for at in sorted(pieces)))
        if said["edition"] != _EDITION:
            raise refuse("a newer Ordain printed this file", "install that one", Place(package.file))
        return Origin(_front(said["front"]), tuple(_named(*row) for row in said["provisions"]))
    except (ValueError, TypeError, KeyError):
        raise _damaged(package.file) from None


def _check_form(held: dict[str, str], file: str) -> None:
    form = held.get(FORM)
    if form == MARKED:
        raise refuse(
            "this is a marked bill, whose brackets are no part of the text",
            "give the draft, its clean print, or the redline with tracked changes",
            Place(file),
        )
    if form != PRINT:
        raise refuse(
            "Ordain did not print this Word file, so it cannot be read as a draft",
            "print the draft with `ordain print` and edit that file, or save this one as plain text (.txt) "
            "and name its house with --house",
            Place(file),
        )


def _damaged(file: str) -> "OrdainError":
    return refuse(
        "the properties `Ordain draft` of this file are not whole, so its front matter and ids are lost",
        "edit a new print of the draft, or put the changes into its .txt",
        Place(file),
    )


def _pieces(text: str) -> "Iterator[str]":
    """Yield a text in pieces that no program cuts or trims."""
    while text:
        end = min(len(text), _LONGEST)
        while end < len(text) and " " in (text[end - 1], text[end]):
            end -= 1
        yield text[:end]
        text = text[end:]


def _said(front: Front) -> dict[str, object]:
    said: dict[str, object] = {}
    for field in fields(front):
        value = getattr(front, field.name)
        if value != field.default:
            said[field.name] = value.isoformat() if isinstance(value, datetime.date) else value
    return said


def _front(said: object) -> Front:
    """Return the front matter that is said; raises ValueError or TypeError for what is none."""
    values: dict[str, object] = {}
    for name, value in _checked(said, dict).items():
        match name:
            case "date":
                values[name] = datetime.date.fromisoformat(_checked(value, str))
            case "illustrative":
                values[name] = _checked(value, bool)
            case "sponsors":
                values[name] = tuple(_checked(it, str) for it in _checked(value, list))
            case "rationale" | "dropped" | "waivers":
                values[name] = tuple((_checked(key, str), _checked(it, str)) for key, it in _checked(value, list))
            case _:
                values[name] = _checked(value, str)
    return Front(**values)  # type: ignore[arg-type]


def _row(it: Named) -> list[object]:
    """Return a provision as its row: label, heading, digest; id and sources where it has one of them."""
    return [it.label, it.heading, it.digest, *([it.id, *it.sources] if it.id or it.sources else [])]


def _named(label: object, heading: object, digest: object, *ids: object) -> Named:
    name = None if not ids or ids[0] is None else _checked(ids[0], str)
    sources = tuple(_checked(it, str) for it in ids[1:])
    if not all(map(is_id, (*sources, *([] if name is None else [name])))):
        raise ValueError(ids)
    return Named(_checked(label, str), _checked(heading, str), _checked(digest, str), name, sources)


def _checked(value: object, kind: type[_T]) -> _T:
    if not isinstance(value, kind):
        raise TypeError(value)
    return value
