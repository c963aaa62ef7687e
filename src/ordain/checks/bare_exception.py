"""D012: an exception that names no law.

"Unless legally required" lets everybody decide for himself what the law requires, and which law.
An exception that names the law, or at least its kind and whose it is, can be tested.

Source: San Francisco's Administrative Code, chapter 12H, excepts what a federal or state statute, regulation or
court decision requires.

Bad:

    SECTION 1. RECORDS. The Clerk shall not disclose the record, except as required by law.

Good:

    SECTION 1. RECORDS. The Clerk shall not disclose the record, except as a state statute or a court order requires.
"""

import re
from typing import TYPE_CHECKING

from ordain.checks.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.checks.examined import Examined

CODE = "D012"

_OPENS = (
    r"(?:unless|except(?:\s+(?:as|where|when|if|to\s+the\s+extent))?|save\s+as"
    r"|to\s+the\s+(?:fullest\s+|maximum\s+)?extent|as|where|when|if)"
)
_ALLOWED = r"(?:required|permitted|allowed|authorized|provided|mandated|prohibited)"
_HELPS = (
    r"(?:(?:it|this|that)\s+)?(?:(?:may|shall|must)\s+be\s+|is\s+|are\s+|be\s+)?"
    r"(?:otherwise\s+|specifically\s+|expressly\s+)?"
)
_BARE = re.compile(
    rf"""\b{_OPENS}\s+{_HELPS}(?:
        legally\s+{_ALLOWED}
      | {_ALLOWED}\s+(?:by|under)\s+(?:the\s+|applicable\s+|any\s+(?:other\s+)?|other\s+)?laws?
      | (?:the\s+|applicable\s+)?law\s+(?:otherwise\s+)?(?:requires|permits|allows|provides)
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
# What names the law after all: "by law, including § 1373", "by the law of New Mexico".  "Where the
# law requires that" excepts nothing.
_NAMES = re.compile(r",?\s*\(?\s*(?:of\s+(?:the\s+)?[A-Z]|that\b|including\b|such\s+as\b|under\s+(?:§|[A-Z0-9]))")


def check(examined: "Examined") -> "Iterator[Fault]":
    """Yield every exception that rests on "law" and does not say which."""
    for at in examined.law:
        provision = examined.provisions[at]
        for match in _BARE.finditer(provision.text):
            if not _NAMES.match(provision.text, match.end()):
                message = f"'{match[0]}' names no law"
                remedy = "name the statute, or at least whose statute, regulation or court decision it is"
                yield Fault(provision, match[0], message, remedy, match.start())
