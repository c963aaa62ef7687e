"""Addresses as paths: what a draft can be cited by, and which provision an address leads to.

`Section 3(A)(1)` is the root `Section 3` and the steps `(A)` and `(1)`; a section of the
code, `§ 9-6-1-2(A)`, has the root `§ 9-6-1-2`.
"""

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.model.numbering import Level

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ordain.model.unit import Unit

_STEP = r"\([0-9A-Za-z]{1,6}(?:-[0-9]+)?\)"
_ADDRESS = re.compile(rf"(?P<root>.*?)(?P<steps>(?:{_STEP})*)(?:, further paragraph [0-9]+)?", re.DOTALL)
_ROOT = re.compile(r"(Section|§)\s*(.+?)\.?")


def split_address(address: str) -> tuple[str, tuple[str, ...]]:
    """Return the root and the steps of an address, without what a further paragraph adds.

    >>> split_address("Section 3(A)(1), further paragraph 2")
    ('Section 3', ('(A)', '(1)'))
    """
    match = _ADDRESS.fullmatch(address)
    assert match is not None
    root = _ROOT.fullmatch(match["root"])
    return f"{root[1]} {root[2]}" if root else match["root"], tuple(re.findall(_STEP, match["steps"]))


def join_address(root: str, steps: "Iterable[str]") -> str:
    """Return the address that a root and steps make.

    >>> join_address("§ 9-6-1-2", ("(A)",))
    '§ 9-6-1-2(A)'
    """
    return root + "".join(steps)


def spellings(address: str) -> tuple[str, ...]:
    """Return an address and, of a section, the other way to write it.

    >>> spellings("Section 9-6-1-2(A)")
    ('Section 9-6-1-2(A)', '§ 9-6-1-2(A)')
    """
    word, blank, rest = address.partition(" ")
    return (address, f"{_OTHER[word]} {rest}") if blank and word in _OTHER else (address,)


_OTHER = {"Section": "§", "§": "Section"}


def address_of(unit: "Unit") -> str | None:
    """Return the address by which a unit can be cited, or None, as of a recital or a further paragraph.

    A section of an order, labelled "3.", is cited as a section all the same.
    """
    if unit.level is Level.FURTHER:
        return None
    root, steps = split_address(unit.address)
    if unit.level is Level.SECTION and root.startswith(_PARAGRAPH):
        root = f"Section {root.removeprefix(_PARAGRAPH)}"
    return join_address(root, steps) if _ROOT.fullmatch(root) else None


def parent_of(address: str) -> str:
    """Return the address of what holds a provision; of a section, the word that it is cited by.

    >>> parent_of("Section 3(A)(1)"), parent_of("Section 3")
    ('Section 3(A)', 'Section')
    """
    root, steps = split_address(address)
    return join_address(root, steps[:-1]) if steps else root.split(" ")[0]


_PARAGRAPH = "Paragraph "


class Addresses(Struct, frozen=True):
    """The units of a text by address, in reading order.

    A provision that is cited though its label opens no paragraph of its own, as (a) in
    "(a)(1) The Clerk", is known without a unit.  `unnumbered` are the sections in which
    paragraphs stand without a number, `kinds` how sections are numbered, `held`
    what stands in each provision.
    """

    units: "dict[str, tuple[Unit, ...]]"
    unnumbered: frozenset[str]
    kinds: frozenset[str]
    held: "dict[str, tuple[str, ...]]"

    def at(self, address: str) -> "tuple[Unit, ...]":
        """Return the units that stand under an address: more than one where a label stands twice."""
        return self.units.get(self.known(address) or "", ())

    def known(self, address: str) -> str | None:
        """Return an address as the text has it, or None: `Section 9-6-1-2` may stand there as `§ 9-6-1-2`."""
        return next((it for it in spellings(address) if it in self.units), None)

    def level(self, address: str) -> Level | None:
        """Return the level of what stands under an address, where that is known."""
        return next((unit.level for unit in self.at(address)), None)

    def between(self, first: str, last: str) -> tuple[str, ...]:
        """Return the addresses of a range, both ends included; none where it is no range."""
        siblings = self.inside(parent_of(first))
        if first not in siblings or last not in siblings:
            return ()
        return siblings[siblings.index(first) : siblings.index(last) + 1]

    def inside(self, parent: str) -> tuple[str, ...]:
        """Return the addresses of what a provision holds; of a word such as "Section", of all that it cites."""
        return self.held.get(parent, ())

    def is_unnumbered(self, root: str) -> bool:
        """Whether paragraphs without a number stand under a root, or the root itself is one."""
        known = self.known(root)
        return known in self.unnumbered if known else _ROOT.fullmatch(root) is None

    def is_of_another_kind(self, root: str) -> bool:
        """Whether a section that the text has not is numbered as none of its sections is, or as in a code."""
        match = _ROOT.fullmatch(root)
        return match is not None and (_kind(match[2]) == "code" or _kind(match[2]) not in self.kinds)


def addresses_of(units: "Iterable[Unit]") -> Addresses:
    """Return the units of a text by the addresses that cite them."""
    found: dict[str, tuple[Unit, ...]] = {}
    unnumbered: set[str] = set()
    last = ""
    for unit in units:
        address = address_of(unit)
        if address is None:
            unnumbered |= {last} if unit.level is None else set()
            continue
        last, steps = split_address(address)
        for many in range(len(steps)):
            found.setdefault(join_address(last, steps[:many]), ())
        found[address] = (*found.get(address, ()), unit)
    held: dict[str, list[str]] = {}
    for address in found:
        held.setdefault(parent_of(address), []).append(address)
    roots = (_ROOT.fullmatch(split_address(address)[0]) for address in found)
    return Addresses(
        found,
        frozenset(unnumbered),
        frozenset(_kind(root[2]) for root in roots if root),
        {parent: tuple(addresses) for parent, addresses in held.items()},
    )


def _kind(number: str) -> str:
    """Return how a section is numbered: in figures, in Roman numbers, or as in a code, 9-6-1-2."""
    if any(sign in number for sign in ".:-"):
        return "code"
    return "figures" if number[0].isdigit() else "Roman"
