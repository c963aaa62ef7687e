"""D003: a reference to a provision that is not there, or to the very provision that makes it.

Sections move from version to version, and a reference that was not moved along cites the wrong rule or none.
One that cites its own section by number sends the reader in a circle, and the codifier gives that section another
number.

Source: a bill is amended until the last vote, and its sections are numbered anew each time.

Bad:

    SECTION 1. FEES. The Clerk shall waive the fee in the cases of Section 7.
    SECTION 2. EFFECTIVE DATE. This ordinance takes effect on passage.

Good:

    SECTION 1. FEES. The Clerk shall waive the fee in the cases of this section.
    SECTION 2. EFFECTIVE DATE. This ordinance takes effect on passage.
"""

from typing import TYPE_CHECKING

from ordain.checks.fault import Fault
from ordain.model.references import Status, resolve, status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.checks.examined import Examined
    from ordain.model.references import Number, Reference

CODE = "D003"


def check(examined: "Examined") -> "Iterator[Fault]":
    """Yield every reference that leads nowhere, or to where it stands."""
    for at in examined.law:
        provision, own = examined.provisions[at], examined.units[at].address
        for reference in examined.references[at]:
            for number in reference.numbers:
                if status(number, examined.addresses) is Status.DANGLING:
                    words, start = _words(reference, number)
                    remedy = "cite a provision that stands in this text, or name the law that holds it"
                    yield Fault(provision, words, f"there is no {number.address} in this text", remedy, start)
            cited = {resolve(number, examined.addresses) for number in reference.numbers}
            if cited == {own}:
                message = f"{own} cites itself by its number"
                remedy = "write 'this section', or cite another"
                yield Fault(provision, reference.text, message, remedy, reference.start)


def _words(reference: "Reference", number: "Number") -> tuple[str, int]:
    """Return the words that cite a number and where they begin: of several numbers only the one at fault."""
    if len(reference.numbers) == 1:
        return reference.text, reference.start
    return number.text, number.start
