"""Which provision a label means that stands twice, since somebody put a provision in.

A reference means the provision that had the label before.  That is the one that has it in
the base, known by its id, its words or its heading; without a base, the only one with an
id, in a draft in which all others of its level have one.
"""

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from ordain.model.addresses import Addresses, address_of, addresses_of, join_address, spellings, split_address
from ordain.model.provision import heading_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordain.model.draft import Draft
    from ordain.model.references import Number
    from ordain.model.unit import Unit


class Meant(Struct, frozen=True):
    """The provisions of a draft by addresses of which no two are equal.

    `own` is the address of each, None where it has none to be cited by; `here` the one by
    which its text is read.  `ambiguous` are the addresses that could be of two.
    """

    own: tuple[str | None, ...]
    here: tuple[str, ...]
    known: Addresses
    ambiguous: frozenset[str]

    def is_ambiguous(self, number: "Number") -> bool:
        """Whether what a number cites, or what holds it, could be one of two."""
        root, steps = split_address(number.address)
        held = (join_address(root, steps[:many]) for many in range(len(steps) + 1))
        return any(spelling in self.ambiguous for it in held for spelling in spellings(it))

    def is_code(self, number: "Number") -> bool:
        """Whether a number cites sections of the code that share theirs: it has no other to be given."""
        is_root = not split_address(number.address)[1]
        return is_root and any(it.startswith("§") and it in self.ambiguous for it in spellings(number.address))


def tell_apart(draft: "Draft", base: "Draft | None") -> Meant:
    """Return the provisions of a draft by address; of those that share one, the one that is meant keeps it."""
    units = draft.units()
    before = None if base is None else addresses_of(base.units())
    holders = _holders(units)
    own: dict[int, str] = {}
    ambiguous: set[str] = set()
    for group in _groups(units, holders):
        plain = _plain(units[group[0]], own.get(holders[group[0]], ""))
        meant = group[0] if len(group) == 1 else _meant(units, group, before)
        ambiguous |= {plain} if meant is None else set()
        own |= {at: plain if at == meant else _another(plain, turn) for turn, at in enumerate(group)}
    here = tuple(own.get(at) or own.get(holders[at]) or unit.address for at, unit in enumerate(units))
    told = (replace(unit, address=its) for unit, its in zip(units, here, strict=True))
    return Meant(tuple(own.get(at) for at in range(len(units))), here, addresses_of(told), frozenset(ambiguous))


# Nothing is held by this.
_NOWHERE = -1


def _holders(units: "Sequence[Unit]") -> list[int]:
    """Return for each unit the position of the one that holds it and can be cited, or _NOWHERE."""
    path: list[int] = []
    out = []
    for at, unit in enumerate(units):
        while path and units[path[-1]].depth >= unit.depth:
            path.pop()
        out.append(path[-1] if path else _NOWHERE)
        if address_of(unit) is not None:
            path.append(at)
    return out


def _groups(units: "Sequence[Unit]", holders: "Sequence[int]") -> list[list[int]]:
    """Return the positions of the units that can be cited, those together that share an address."""
    groups: dict[tuple[int, str], list[int]] = {}
    for at, unit in enumerate(units):
        address = address_of(unit)
        if address is not None:
            root, steps = split_address(address)
            groups.setdefault((holders[at], steps[-1]) if steps else (_NOWHERE, root), []).append(at)
    return list(groups.values())


def _plain(unit: "Unit", outer: str) -> str:
    root, steps = split_address(address_of(unit) or "")
    return join_address(outer, steps[-1:]) if steps else root


def _meant(units: "Sequence[Unit]", group: "Sequence[int]", before: Addresses | None) -> int | None:
    """Return which of several provisions had their address before, or None where nobody can tell."""
    if before is None:
        return _only_named(units, group)
    was = before.at(units[group[0]].address)
    if len(was) != 1:
        return None
    for is_same in (_same_name, _same_words, _same_heading):
        found = [at for at in group if is_same(was[0], units[at])]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _only_named(units: "Sequence[Unit]", group: "Sequence[int]") -> int | None:
    """Return the one that has an id, where all others of its level but those in question have one."""
    named = [at for at in group if units[at].id]
    level = units[group[0]].level
    others = (unit for at, unit in enumerate(units) if unit.level is level and at not in group)
    return named[0] if len(named) == 1 and all(unit.id for unit in others) else None


def _same_name(old: "Unit", new: "Unit") -> bool:
    return old.id is not None and old.id == new.id


def _same_words(old: "Unit", new: "Unit") -> bool:
    return bool(old.tokens) and old.tokens == new.tokens


def _same_heading(old: "Unit", new: "Unit") -> bool:
    return bool(heading_of(old.text)) and heading_of(old.text) == heading_of(new.text)


def _another(plain: str, turn: int) -> str:
    """Return an address that no text cites, for one more provision of an address."""
    return f"{plain[:-1]}-9{turn:02})" if plain.endswith(")") else f"{plain}~{turn}"


_ANOTHER = re.compile(r"~[0-9]+|-9[0-9]{2}(?=\))")


def shown(address: str) -> str:
    """Return an address as the draft has it, whichever of two provisions it is."""
    return _ANOTHER.sub("", address)
