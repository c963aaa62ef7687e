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
    """Return the field that `elements` are, or None; the instructions of fields inside are part of its own."""
    first = elements[0]
    signs = [sign.get(w("fldCharType")) for sign in first.iter(w("fldChar"))] if local(first) == "r" else []
    if local(first) != "fldSimple" and signs[:1] != ["begin"]:
        return None
    instruction, result = "", []
    shown: list[bool] = []  # of each field that is open, the outermost first, whether its result has begun
    for kind, held in (step for element in elements for step in _steps(element)):
        if kind == "begin":
            instruction += "{" if shown else ""
            shown.append(False)
        elif kind == "separate" and shown:
            shown[-1] = True
        elif kind == "end" and shown:
            shown.pop()
        elif isinstance(held, str):
            instruction += held
        elif held is not None and all(shown):
            result.append(held)
        elif held is not None:
            instruction += held.text or local(held)
    return Field(stable(instruction), tuple(result))


def _steps(element: Element) -> "Iterator[tuple[str, Element | str | None]]":
    """Yield what a field consists of: its signs, its instruction as text, and what it shows."""
    name = local(element)
    if name == "fldSimple":
        yield "begin", None
        yield "instruction", element.get(w("instr"), "")
        yield "separate", None
    for child in element:
        inner = local(child)
        if inner == "fldChar":
            yield child.get(w("fldCharType"), ""), None
        elif inner == "instrText":
            yield "instruction", child.text or ""
        elif name != "r" or inner == "fldSimple":
            yield from _steps(child)
        elif inner != "rPr":
            yield "shown", child
    if name == "fldSimple":
        yield "end", None


def as_runs(field: Element) -> list[Element]:
    """Return a `w:fldSimple` in the long form, the only one that a revision can hold."""
    properties = next((list(run.iterfind(w("rPr"))) for run in field.iter(w("r"))), [])

    def run(child: Element) -> Element:
        return make("r", children=[*map(copy.deepcopy, properties), child])

    code = make("instrText")
    code.text = field.get(w("instr"), "")
    code.set(SPACE, "preserve")
    signs = [make("fldChar", {"fldCharType": kind}) for kind in ("begin", "separate", "end")]
    shown = [part for child in field for part in (as_runs(child) if local(child) == "fldSimple" else [child])]
    return [run(signs[0]), run(code), run(signs[1]), *shown, run(signs[2])]


def stable(name: str) -> str:
    """Return an instruction or an anchor without what Word numbers anew by itself.

    >>> stable("PAGEREF  _Toc4711 ")
    'PAGEREF _Toc'
    """
    return " ".join(_OWN_BOOKMARK.sub(r"_\1", name).split())
