"""D010: a closing section that is missing, or stands out of the house's order.

A council closes its ordinances in one way, and a section that is missing is most often one that a substitute forgot.
`closing` in house.yaml says which sections these are, and by which words each is known.
A house that says nothing of them is not checked.

Source: the prints of the council, named in its house.yaml.

Bad, in a house that closes with severability and effective date:

    SECTION 1. FEES. A permit costs ten dollars.
    SECTION 2. EFFECTIVE DATE. This ordinance takes effect on July 1, 2026.

Good:

    SECTION 1. FEES. A permit costs ten dollars.
    SECTION 2. SEVERABILITY. If a part of this ordinance is held invalid, the rest stands.
    SECTION 3. EFFECTIVE DATE. This ordinance takes effect on July 1, 2026.
"""

from typing import TYPE_CHECKING

from ordain.checks.fault import Fault
from ordain.norms.terms import key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ordain.checks.examined import Examined
    from ordain.model.house import Closing
    from ordain.model.provision import Provision

CODE = "D010"


def check(examined: "Examined") -> "Iterator[Fault]":
    """Yield what is missing among the closing sections, and what stands in the wrong place."""
    closing = examined.house.closing_of(examined.draft.front.instrument)
    sections = list(examined.sections())
    if not closing or not sections:
        return
    standing = _standing(sections, closing)
    order = ", ".join(it.name for it in closing)
    for it in closing:
        if it.required and it.name not in standing.values():
            message = f"the closing section '{it.name}' is missing"
            remedy = f"add it at its place among the closing sections: {order}"
            yield Fault(sections[-1], sections[-1].label, message, remedy)
    yield from _misplaced(sections, standing, [it.name for it in closing])


def _standing(sections: "Sequence[Provision]", closing: "Sequence[Closing]") -> dict[int, str]:
    """Return the position of each closing section; of several that have the words, the last is the one."""
    found: dict[str, int] = {}
    for at, section in enumerate(sections):
        text = key(section.text)
        for it in closing:
            if any(key(words) in text for words in it.says):
                found[it.name] = at
                break
    return {at: name for name, at in found.items()}


def _misplaced(sections: "Sequence[Provision]", standing: dict[int, str], order: "Sequence[str]") -> "Iterator[Fault]":
    """Yield each section that stands behind one that must follow it."""
    last = -1
    for at in range(min(standing, default=len(sections)), len(sections)):
        label = sections[at].label
        rank = order.index(standing[at]) if at in standing else -1
        if 0 <= rank < last:
            before = next(_cited(sections[it]) for it, name in standing.items() if name == order[last])
            message = f"the closing section '{order[rank]}' stands behind '{order[last]}'"
            yield Fault(sections[at], label, message, f"put it before {before}")
        elif rank < 0:
            message = f"{_cited(sections[at])} stands behind '{order[last]}', which closes the bill"
            yield Fault(sections[at], label, message, f"put it before {_cited(sections[min(standing)])}")
        last = max(last, rank)


def _cited(section: "Provision") -> str:
    return section.label.rstrip(".")
