"""D009: words that lose their meaning when the text is compiled in the code.

In the code there is no "this ordinance", no "preceding section" that stays the preceding one, and no "date of passage".
The codifier puts other words in their place, and decides what was meant.
Only text that goes into the code is looked at: what a section sets out to be added, and the sections that another
one says are compiled.

Source: Code of Alabama § 29-5A-22 lets the codifier replace "this act" and "the preceding section"; other codifiers
replace "the effective date of this ordinance".

Bad:

    SECTION 1. FEES. Under this ordinance a permit costs ten dollars.
    SECTION 2. COMPILATION. Section 1 of this ordinance is to be compiled as part of the City Code.

Good:

    SECTION 1. FEES. Under this section a permit costs ten dollars.
    SECTION 2. COMPILATION. Section 1 of this ordinance is to be compiled as part of the City Code.
"""

import re
from typing import TYPE_CHECKING

from ordain.checks.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.checks.examined import Examined

CODE = "D009"

_TIME = r"(?:passage|enactment|adoption|approval)"
_BILL = r"this\s+(?:ordinance|bill|act|resolution)"
_LOST = re.compile(
    rf"""\b(?:
      (?P<date>(?:the\s+)?(?:effective\s+date|date\s+of\s+(?:the\s+)?{_TIME}|{_TIME})\s+of\s+{_BILL}
        | (?:the\s+)?date\s+of\s+(?:passage|enactment)(?!\s+of\s+(?!this))
        | (?:after|upon|on)\s+(?:its\s+)?(?:final\s+)?passage(?!\s+(?:of\s+(?!this)|through|over)))
    | (?P<whole>{_BILL})
    | (?P<place>(?:the\s+)?(?:preceding|foregoing|previous|next|above|following)\s+(?:section|subsection|paragraph)s?
        | (?:section|subsection|paragraph)s?\s+(?:above|below))
    | (?P<here>here(?:in(?:after|above|below|before)?|of|under|to(?:fore)?|after))
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)

_REMEDIES = {
    "date": "write the date, or leave a blank for it",
    "whole": "write 'this section', 'this article' or 'this chapter'",
    "place": "cite it by its number",
    "here": "write 'in this section', or cite the provision that is meant",
}


def check(examined: "Examined") -> "Iterator[Fault]":
    """Yield every word in text for the code that means something only in the bill."""
    for at in examined.code:
        provision = examined.provisions[at]
        for match in _LOST.finditer(provision.text):
            message = f"this text goes into the code, where '{match[0]}' means nothing or something else"
            yield Fault(provision, match[0], message, _REMEDIES[match.lastgroup or "whole"], match.start())
