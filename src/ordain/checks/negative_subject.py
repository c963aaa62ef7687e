"""D002: a bar with a negative subject, "No employee shall".

Taken literally it says that nobody has a duty, not that everybody has the duty not to.
Source: 101 Pa. Code 15.143.  Bad: "No employee shall disclose".  Good: "An employee
shall not disclose".
"""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.model.draft import Draft
    from ordain.model.house import House
    from ordain.model.provision import Provision

CODE = "D002"

_NEGATIVE = re.compile(r"(?:^|[.;:]\s+)(No\s+(?:[\w,']+\s+){1,8}?shall)\b")


def check(draft: "Draft", _house: "House") -> "Iterator[tuple[Provision, str, str, str]]":
    """Yield every provision that bars by a negative subject."""
    for provision in draft.walk():
        match = _NEGATIVE.search(provision.text)
        if match:
            yield provision, match[1], f"'{match[1]}' bars nobody", "write 'A ... shall not', or 'No ... may'"
