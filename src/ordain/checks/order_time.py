"""O001: a time limit that no source gives.

The order is known to set a time, or a duty of its kind needs one, and `deadline.number` is null.
A court will not guess it.

Source: the data of the order; null stands for what no source gives.

Bad:

    deadline: {number: null, unit: null, note: no source gives a time limit}

Good:

    deadline: {number: 5, unit: business day, after: the activity is observed}
"""

from typing import TYPE_CHECKING

from ordain.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.model.order import Order

CODE = "O001"


def check(order: "Order") -> "Iterator[Problem]":
    """Yield every provision whose time limit is not known."""
    for provision in order.provisions:
        if provision.deadline is not None and provision.deadline.number is None:
            message = f"'{provision.id}' has a time limit that no source gives"
            yield Problem(message, "ask, or let the council set one in a later version", provision.place)
