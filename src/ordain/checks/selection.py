"""Which rules are asked for: prefixes of codes that are selected, and that are ignored."""

from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.checks import unreadable
from ordain.checks.catalog import RULES
from ordain.errors import nearest, refuse

if TYPE_CHECKING:
    from collections.abc import Iterable


class Selection(Struct, frozen=True):
    """Prefixes of codes; where a code has several, the longest decides, and of two alike the ignored one.

    With nothing selected every rule is.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def holds(self, code: str) -> bool:
        """Whether the findings of a rule are asked for; what cannot be read is always said.

        >>> Selection(("D", "M001"), ("D00", "D002")).holds("D014")
        True
        """
        if code == unreadable.CODE:
            return True
        selected = _longest(self.select or ("",), code)
        return selected is not None and selected > (_longest(self.ignore, code) or -1)


# What is asked for where nothing is said.
EVERYTHING = Selection()


def selection(select: "Iterable[str]", ignore: "Iterable[str]") -> Selection:
    """Return the selection of these prefixes; raises OrdainError for one that no code begins with.

    A prefix may be a list, `D,M001`.
    """
    return Selection(_prefixes(select), _prefixes(ignore))


def _prefixes(given: "Iterable[str]") -> tuple[str, ...]:
    prefixes = tuple(it.strip() for prefix in given for it in prefix.split(",") if it.strip())
    codes = [code for code in RULES if code != unreadable.CODE]
    for prefix in prefixes:
        if not any(code.startswith(prefix) for code in codes):
            raise refuse(f"no rule has a code that begins with '{prefix}'", nearest(prefix, codes))
    return prefixes


def _longest(prefixes: "Iterable[str]", code: str) -> int | None:
    return max((len(prefix) for prefix in prefixes if code.startswith(prefix)), default=None)
