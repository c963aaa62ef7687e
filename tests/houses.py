"""The houses that come with the program, as tests read them."""

from functools import cache

from ordain.model.house import House
from ordain.workflow.houses import houses, shipped


@cache
def shipped_houses() -> dict[str, House]:
    """Return the houses of `templates/` by name."""
    known = houses(shipped("templates", in_checkout="templates"))
    return {name: known.house(name) for name in known.names()}
