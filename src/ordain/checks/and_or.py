"""D014: the words "and/or".

They say "and" to one reader and "or" to the other, and leave it to a court.
"A or B" lets in both; where it does not, "A or B or both" does.

Source: what courts have said of them is collected in Ira P. Robbins, "And/Or" and the Proper Use of Legal Language,
77 Maryland Law Review 311 (2018).

Bad:

    SECTION 1. SIGNS. The Clerk shall post a sign at the door and/or the gate.

Good:

    SECTION 1. SIGNS. The Clerk shall post a sign at the door or the gate, or both.
"""

import re
from typing import TYPE_CHECKING

from ordain.checks.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.checks.examined import Examined

CODE = "D014"

_AND_OR = re.compile(r"\b(?:and\s*/\s*or|or\s*/\s*and)\b", re.IGNORECASE)


def check(examined: "Examined") -> "Iterator[Fault]":
    """Yield every "and/or" of the draft."""
    for provision in examined.provisions:
        for match in _AND_OR.finditer(provision.text):
            message = f"'{match[0]}' does not say which of the two it means"
            yield Fault(provision, match[0], message, "write 'and', 'or', or 'A or B or both'", match.start())
