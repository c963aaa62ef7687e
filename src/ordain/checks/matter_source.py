"""M003: a provision that says it comes from something which the order does not have.

Coverage and blame go by these ids.

Source: the ids in order.yaml.

Bad:

    SECTION 1. REPORTS. A City department shall report it. {#reports from=reprots}

Good:

    SECTION 1. REPORTS. A City department shall report it. {#reports from=reports}
"""

from typing import TYPE_CHECKING

from ordain.errors import Problem, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.checks.chain import Chain

CODE = "M003"


def check(chain: "Chain") -> "Iterator[Problem]":
    """Yield every source that is no provision of the order."""
    ids = {it.id for it in chain.order.recitals} | {it.id for it in chain.order.provisions}
    for draft in chain.drafts:
        for provision in draft.walk():
            for name in provision.sources:
                if name not in ids:
                    yield Problem(f"'{name}' is no provision of the order", nearest(name, ids), provision.source)
