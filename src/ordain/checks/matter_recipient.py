"""M006: a report whose recipient the order left open, and the last version leaves open too.

A report that is made to nobody need not be made.
Only the last version is looked at: it is the one that will be voted on.

Source: a provision of order.yaml that lays down a report and has no `recipient`.

Bad:

    SECTION 1. REPORTS. A City department shall report any violation. {#reports from=reports}

Good:

    SECTION 1. REPORTS. A City department shall report any violation to the City Clerk. {#reports from=reports}
"""

import re
from typing import TYPE_CHECKING

from ordain.checks.fault import place_of
from ordain.errors import Problem
from ordain.model.duty import Duty
from ordain.norms.reading import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.checks.chain import Chain

CODE = "M006"

# What is done to somebody; what is published is published to all.
_TOLD = re.compile(r"(?:report|submit|deliver|transmit|disclose|present)\b", re.IGNORECASE)


def check(chain: "Chain") -> "Iterator[Problem]":
    """Yield every report to nobody that goes back to a provision of the order without a recipient."""
    opened = {it.id for it in chain.order.provisions if it.recipient is None and _TOLD.match(it.act)}
    for draft in chain.drafts[-1:]:
        for provision in draft.walk():
            name = next((it for it in provision.sources if it in opened), None)
            for norm in read(provision.text, chain.house.vocabulary).norms if name else ():
                if norm.duty is Duty.SHALL and norm.act and _TOLD.match(norm.act.text) and not norm.recipients:
                    message = f"the order leaves open to whom '{name}' is to be made, and so does this version"
                    place = place_of(provision, norm.act.text, norm.act.start)
                    yield Problem(message, "name the office that receives it", place)
