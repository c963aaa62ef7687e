"""W001: a waiver of a code that no rule has.

It waives nothing, and its writer believes that it does.

Source: the codes of this page.

Bad:

    waivers: {D14: quoted from the order}

Good:

    waivers: {D014: quoted from the order}
"""

from typing import TYPE_CHECKING

from ordain.errors import Problem, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ordain.model.draft import Front

CODE = "W001"


def check(front: "Front", known: "Iterable[str]") -> "Iterator[tuple[str, Problem]]":
    """Yield every code that is waived and is none of the known ones, with what is wrong."""
    codes = set(known)
    for code, _ in front.waivers:
        if code not in codes:
            yield code, Problem(f"'{code}' is the code of no rule", nearest(code, codes), code=CODE)
