"""D008: *shall* and *must* in one draft.

Where both stand, a court may ask what the difference is.
The rule takes the word that the draft uses more often for the one that is meant.

Source: NMSA § 12-2A-4 gives both words one meaning; 101 Pa. Code § 15.143 uses only *shall*; 101 Pa. Code § 15.92
asks for one expression throughout.

Bad:

    SECTION 1. RECORDS. The Clerk shall keep a record. The Clerk shall publish it. The Clerk must correct it.

Good:

    SECTION 1. RECORDS. The Clerk shall keep a record. The Clerk shall publish it. The Clerk shall correct it.
"""

import re
from typing import TYPE_CHECKING

from ordain.checks.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.checks.examined import Examined

CODE = "D008"

# "A matter that must come before the Council" tells of a duty and lays none down; capitals are those of a notice.
_DUTY = re.compile(r"(?<!that )(?<!which )(?<!who )\b([Ss]hall|[Mm]ust)\b")


def check(examined: "Examined") -> "Iterator[Fault]":
    """Yield every use of the rarer of the two words."""
    found: dict[str, list[tuple[int, re.Match[str]]]] = {"shall": [], "must": []}
    for at in examined.law:
        for match in _DUTY.finditer(examined.provisions[at].text):
            found[match[0].lower()].append((at, match))
    rarer, other = ("shall", "must") if len(found["shall"]) < len(found["must"]) else ("must", "shall")
    for at, match in found[rarer] if found[other] else ():
        message = f"'{match[0]}' stands beside '{other}', which the draft uses {_times(len(found[other]))}"
        yield Fault(examined.provisions[at], match[0], message, f"write '{other}'", match.start())


def _times(many: int) -> str:
    return {1: "once", 2: "twice"}.get(many, f"{many} times")
