"""D001: numbers that repeat or leave a gap among provisions of one level.

A reference to a number that stands twice cites nothing, and a gap looks like a section that was lost.

Source: a reference finds its provision by the number.

Bad:

    SECTION 1. FEES. A permit costs ten dollars.
    SECTION 3. RECORDS. The Clerk shall keep a record.

Good:

    SECTION 1. FEES. A permit costs ten dollars.
    SECTION 2. RECORDS. The Clerk shall keep a record.
"""

import re
from typing import TYPE_CHECKING

from ordain.checks.fault import Fault
from ordain.model.numbering import Level

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ordain.checks.examined import Examined
    from ordain.model.numbering import LabelStyle, Scheme
    from ordain.model.provision import Provision

CODE = "D001"

# A record may write "Section 3." where its house writes "SECTION 3.".
_FIGURES = re.compile(r"[0-9]+")

# What was put in later stands behind its number: 2A.
_PUT_IN = re.compile(r"[0-9][A-Z]")


def check(examined: "Examined") -> "Iterator[Fault]":
    """Yield every provision whose number does not follow the one before it."""
    draft = examined.draft
    yield from _siblings(draft.provisions, examined.house.scheme(draft.front.instrument))


def _siblings(provisions: "Sequence[Provision]", scheme: "Scheme") -> "Iterator[Fault]":
    last: dict[Level, int] = {}
    for provision in provisions:
        style = dict(scheme).get(provision.level)
        number = _number(provision, style) if style else 0
        if style and number:
            due = last.get(provision.level, 0) + 1
            last[provision.level] = number
            put_in = number == due - 1 and _PUT_IN.search(provision.label)
            if number != due and not put_in:
                message = f"{provision.label} stands where {style.label(due)} is due"
                yield Fault(provision, provision.label, message, "number it anew")
        yield from _siblings(provision.children, scheme)


def _number(provision: "Provision", style: "LabelStyle") -> int:
    """Return the number of a provision; 0 where it has none that counts."""
    figures = _FIGURES.search(provision.label) if provision.level is Level.SECTION else None
    return style.ordinal(provision.label) or (int(figures[0]) if figures else 0)
