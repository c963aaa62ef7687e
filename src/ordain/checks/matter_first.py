"""M002: a first draft that is not what the templates make of the order.

The first draft shows what follows from the order alone.
What somebody changed by hand belongs into a later version, where the redline shows it.

Source: the promise that a first draft can be made again.

Bad:

    The order says "shall report", and somebody wrote "may report" into 1-introduced.txt.

Good:

    1-introduced.txt as `ordain draft` wrote it, and "may report" in 2-committee-substitute.txt.
"""

from typing import TYPE_CHECKING

from ordain.errors import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.checks.chain import Chain

CODE = "M002"


def check(chain: "Chain") -> "Iterator[Problem]":
    """Yield the first draft where it was changed."""
    if chain.first is not None and chain.first != chain.drafted:
        message = "the first draft is not what the templates make of the order"
        remedy = "put what was changed by hand into a later version, and run `ordain draft` with --force"
        yield Problem(message, remedy, Place(chain.first_file))
