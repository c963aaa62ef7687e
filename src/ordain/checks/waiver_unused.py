"""W002: a waiver that waives nothing.

The fault that it let stand was mended or moved away; the waiver would hide the next one.

Source: the findings of the other rules.

Bad:

    waivers: {D014: quoted from the order}   # and no "and/or" in the text

Good:

    # no waiver where there is nothing to waive
"""

from typing import TYPE_CHECKING

from ordain.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from ordain.model.draft import Front

CODE = "W002"


def check(front: "Front", ran: "AbstractSet[str]", found: "AbstractSet[str]") -> "Iterator[tuple[str, Problem]]":
    """Yield every waived code whose rule ran and found nothing."""
    for code, _ in front.waivers:
        if code in ran and code not in found:
            yield code, Problem(f"{code} finds nothing here", "take the waiver out", code=CODE)
