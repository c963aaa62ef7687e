"""Fields: an instruction and what it last gave, in the short form (`w:fldSimple`) or as a row of runs."""

import copy
import re
from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.word.parts.names import SPACE, Element, local, make, w

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Word gives its own bookmarks a new number at every update of a table of contents.
_OWN_BOOKMARK = re.compile(r"\b_(Toc|Ref|Hlk)\d+")


class Field(Struct, frozen=True):
    """What a field asks for, and the run content that it shows."""

    instruction: str
    result: tuple[Element, ...]


def field_of(elements: "Sequence[Element]") -> Field | None:
    """Return the field that `elements` are, or None."""
    first = elements[0]
    if local(first) == "fldSimple":
        return Field(stable(first.get(w("instr"), "")), tuple(_held(first)))
    signs = [sign.get(w("fldCharType")) for sign in first.iter(w("fldChar"))] if local(first) == "r" else []
    if not signs or signs[0] != "begin":
        return None
    instruction, result = "", []
    depth, shown = 0, False
    for element in elements:
        for child in _held(element) if local(element) != "r" else element:
            kind = child.get(w("fldCharType")) if local(child) == "fldChar" else None
            depth += kind == "begin"
            if depth == 1 and kind is not None:
                shown = kind == "separate"
            elif depth == 1 and not shown:
                instruction += child.text or "" if local(child) == "instrText" else ""
            elif local(child) != "rPr":
                result.append(child)
            depth -= kind == "end"
    return Field(stable(instruction), tuple(result))


def as_runs(field: Element) -> list[Element]:
    """Return a `w:fldSimple` in the long form, the only one that a revision can hold."""
    properties = next((list(run.iterfind(w("rPr"))) for run in field.iter(w("r"))), [])

    def run(child: Element) -> Element:
        return make("r", children=[*map(copy.deepcopy, properties), child])

    code = make("instrText")
    code.text = field.get(w("instr"), "")
    code.set(SPACE, "preserve")
    signs = [make("fldChar", {"fldCharType": kind}) for kind in ("begin", "separate", "end")]
    return [run(signs[0]), run(code), run(signs[1]), *field.findall(w("r")), run(signs[2])]


def stable(name: str) -> str:
    """Return an instruction or an anchor without what Word numbers anew by itself.

    >>> stable("PAGEREF  _Toc4711 ")
    'PAGEREF _Toc'
    """
    return " ".join(_OWN_BOOKMARK.sub(r"_\1", name).split())


def _held(element: Element) -> "Iterator[Element]":
    """Yield the run content in an element, in order."""
    for run in element.iter(w("r")):
        yield from (child for child in run if local(child) != "rPr")
