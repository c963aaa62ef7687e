"""O003: a field that still holds the example of `ordain new`.

The example would be printed in the bill.

Source: `ordain new` writes it to be replaced.

Bad:

    issuer: Name Surname

Good:

    issuer: Ann Example
"""

from typing import TYPE_CHECKING

from ordain.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.model.order import Order

CODE = "O003"

# What `ordain new` writes to be replaced, by the field of the order.
_EXAMPLES = {"issuer": "Name Surname", "subject": "what the order is about"}


def check(order: "Order") -> "Iterator[Problem]":
    """Yield every field that was not filled."""
    for field, example in _EXAMPLES.items():
        if getattr(order, field) == example:
            yield Problem(f"'{field}' is still the example of `ordain new`", "replace it")
