"""M005: a duty whose time the order left open, and the last version leaves open too.

The order could be executed by the next memorandum; a section of the code cannot.
A duty without a time is done when it is done.
Only the last version is looked at: it is the one that will be voted on.

Source: `deadline.number: null` in order.yaml, which stands for a time that no source gives.

Bad:

    SECTION 1. REPORTS. A City department shall report it to the Mayor. {#reports from=reports}

Good:

    SECTION 1. REPORTS. A City department shall report it to the Mayor within one business day. {#reports from=reports}
"""

import re
from typing import TYPE_CHECKING

from ordain.checks.fault import place_of
from ordain.errors import Problem
from ordain.model.duty import Duty
from ordain.model.force import Aspect
from ordain.norms.reading import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.checks.chain import Chain
    from ordain.model.draft import Draft
    from ordain.model.provision import Provision
    from ordain.model.vocabulary import Vocabulary
    from ordain.norms.norm import Piece

CODE = "M005"

# A duty that is to be done before another has the time of that one.
_IN_TIME = re.compile(r"\bin\s+time\s+(?:for|to)\b", re.IGNORECASE)


def check(chain: "Chain") -> "Iterator[Problem]":
    """Yield every duty without a time that goes back to a provision of the order without one."""
    opened = {it.id for it in chain.order.provisions if it.deadline is not None and it.deadline.number is None}
    for draft in chain.drafts[-1:]:
        for name, provisions in _from(draft, opened).items():
            vocabulary = chain.house.vocabulary
            duties = ((provision, it) for provision in provisions for it in _duties(provision, vocabulary))
            first = next(duties, None)
            if first is not None and not any(_timed(provision, vocabulary) for provision in provisions):
                place = place_of(first[0], first[1].text, first[1].start)
                message = f"the order leaves open by when '{name}' is to be done, and so does this version"
                yield Problem(message, "say within how many calendar or business days, or how often", place)


def _from(draft: "Draft", names: set[str]) -> "dict[str, list[Provision]]":
    """Return the provisions of a draft by what they come from."""
    found: dict[str, list[Provision]] = {}
    for provision in draft.walk():
        for name in provision.sources:
            if name in names:
                found.setdefault(name, []).append(provision)
    return found


def _duties(provision: "Provision", vocabulary: "Vocabulary") -> "Iterator[Piece]":
    """Yield the words by which a provision lays down a duty."""
    for norm in read(provision.text, vocabulary).norms:
        if norm.duty is Duty.SHALL:
            yield norm.modal


def _timed(provision: "Provision", vocabulary: "Vocabulary") -> bool:
    """Whether a provision, or one inside it, says by when."""
    said = read(provision.text, vocabulary).about(Aspect.TIME) or _IN_TIME.search(provision.text)
    return bool(said) or any(_timed(child, vocabulary) for child in provision.children)
