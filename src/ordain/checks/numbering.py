"""D001: numbers that repeat or leave a gap among provisions of one level.

A reference to a number that stands twice cites nothing.  Bad: Section 3, Section 5.
Good: Section 3, Section 4.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ordain.model.draft import Draft
    from ordain.model.house import House
    from ordain.model.numbering import Level, Scheme
    from ordain.model.provision import Provision

CODE = "D001"


def check(draft: "Draft", house: "House") -> "Iterator[tuple[Provision, str, str]]":
    """Yield every provision whose number does not follow the one before it."""
    yield from _siblings(draft.provisions, house.scheme(draft.front.instrument))


def _siblings(provisions: "Sequence[Provision]", scheme: "Scheme") -> "Iterator[tuple[Provision, str, str]]":
    expected: dict[Level, int] = {}
    for provision in provisions:
        yield from _siblings(provision.children, scheme)
        style = dict(scheme).get(provision.level)
        number = style.ordinal(provision.label) if style else None
        if style is None or not number:
            continue
        due = expected.get(provision.level, 0) + 1
        expected[provision.level] = number
        if number != due:
            yield provision, f"{provision.label} stands where {style.label(due)} is due", "number it anew"
