"""D011: a title that names a section, article or chapter which the body does not touch.

The title tells the public what the bill amends.
A section that it names and the body leaves alone was most often dropped on the way.
A blank in the title is compared with nothing.

Source: American Legal Publishing's guidelines for ordinances ask for a title that names what is amended or repealed.

Bad:

    AMENDING § 9-6-1-2 AND § 9-6-1-3 OF THE CODE.
    SECTION 1. § 9-6-1-2 of the Code is amended by striking "ten".

Good:

    AMENDING § 9-6-1-2 OF THE CODE.
    SECTION 1. § 9-6-1-2 of the Code is amended by striking "ten".
"""

import re
from typing import TYPE_CHECKING

from ordain.checks.fault import Fault
from ordain.model.numbering import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.checks.examined import Examined

CODE = "D011"

_NUMBER = r"[0-9]+[A-Za-z]?(?:[-.:][0-9]+[A-Za-z]?)*"
# "§§ 5-5-20 and 5-5-21", "Sections 2.04.010, 2.04.020 and 2.04.030", "CHAPTER 9, ARTICLE 6".
_NAMED = re.compile(
    rf"(?P<what>§§?|\b(?:sections?|articles?|chapters?|titles?))\s*"
    rf"(?P<numbers>{_NUMBER}(?:(?:\s*,\s*(?:and\s+)?|\s+(?:and|through|to)\s+)(?:§\s*)?{_NUMBER})*)",
    re.IGNORECASE,
)
_EACH = re.compile(_NUMBER)
# A number of other law says nothing of what this bill amends: "8 U.S.C. § 1373".
_OTHER = re.compile(r"(?:\b[A-Z]\.\s?[A-Z]\.(?:\s?[A-Z]\.)*|\b(?:Annotated|NMSA(?:\s+1978)?|Act),?)\s*$")


def check(examined: "Examined") -> "Iterator[Fault]":
    """Yield every number of the code that stands in the title and not in the body."""
    title = next((it for it in examined.provisions if it.level is Level.TITLE), None)
    named = list(_named(title.text)) if title is not None else []
    if title is None or not named:
        return
    touched = _touched(examined)
    for what, number, start in named:
        if (what, number) not in touched:
            message = f"the title names {what} {number}, and no section touches it"
            yield Fault(title, number, message, "take it out of the title, or amend it", start)


def _touched(examined: "Examined") -> set[tuple[str, str]]:
    """Return what the body names; a section of the code, "9-6-1-2", also touches chapter 9 and article 6."""
    found = set()
    for at in examined.law:
        provision = examined.provisions[at]
        for what, number, _ in _named(f"{provision.label} {provision.text}"):
            found.add((what, number))
            steps = re.split(r"[-.:]", number)
            if what == "section" and len(steps) > 1:
                found |= {("title", steps[0]), ("chapter", steps[0]), ("article", steps[1])}
                found |= {("chapter", f"{steps[0]}.{steps[1]}"), ("chapter", steps[1])}
    return found


def _named(text: str) -> "Iterator[tuple[str, str, int]]":
    """Yield what is named of the code, each with its number and where that stands."""
    for match in _NAMED.finditer(text):
        if _OTHER.search(text, max(0, match.start() - _NEAR), match.start()):
            continue
        word = match["what"].lower()
        what = "section" if word.startswith("§") else word.removesuffix("s")
        for number in _EACH.finditer(match["numbers"]):
            yield what, number[0], match.start("numbers") + number.start()


# So much is looked at before a number.
_NEAR = 20
