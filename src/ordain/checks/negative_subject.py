"""D002: a bar with a negative subject.

Taken literally, "No employee shall disclose" says that nobody has a duty to disclose.
It does not say that everybody has the duty not to.

Source: 101 Pa. Code § 15.143.

Bad:

    SECTION 1. SECRECY. No City employee shall disclose a record.

Good:

    SECTION 1. SECRECY. A City employee shall not disclose a record.
"""

import re
from typing import TYPE_CHECKING

from ordain.checks.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.checks.examined import Examined

CODE = "D002"

_NEGATIVE = re.compile(r"(?:^|[.;:]\s+)(No\s+(?:[\w,']+\s+){1,8}?shall)\b")


def check(examined: "Examined") -> "Iterator[Fault]":
    """Yield every bar whose subject is negative."""
    for provision in examined.provisions:
        for match in _NEGATIVE.finditer(provision.text):
            message = f"'{match[1]}' bars nobody"
            yield Fault(provision, match[1], message, "write 'A ... shall not', or 'No ... may'", match.start(1))
