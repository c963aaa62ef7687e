"""O002: an exception whose law no source names.

What the order excepts "as required by law" the bill will except in the same words, unless somebody finds out which
law it is.

Source: Albuquerque's order of 2025 is reported with "unless legally required"; chapter 12H of San Francisco's
Administrative Code names the law.

Bad:

    exception: {text: as required by law, basis: null}

Good:

    exception: {text: as a court order requires, basis: a warrant signed by a judge}
"""

from typing import TYPE_CHECKING

from ordain.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.model.order import Order

CODE = "O002"


def check(order: "Order") -> "Iterator[Problem]":
    """Yield every exception without a legal basis."""
    for provision in order.provisions:
        if provision.exception is not None and provision.exception.basis is None:
            message = f"the exception of '{provision.id}' names no law"
            remedy = "say in `basis` which law it rests on; a bare 'as required by law' was argued over in court"
            yield Problem(message, remedy, provision.place)
