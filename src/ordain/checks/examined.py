"""A draft as the rules read it: its paragraphs, its terms, what becomes law, and what goes into the code."""

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.model.addresses import Addresses, addresses_of, split_address
from ordain.model.numbering import Level
from ordain.model.references import Kind, Reference, find
from ordain.norms.terms import Definition, definitions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ordain.model.draft import Draft
    from ordain.model.house import House
    from ordain.model.provision import Provision
    from ordain.model.unit import Unit

# "Section 1. Section ____ is added to the Code to read as follows:" - what stands below is the code's.
_SET_OUT = re.compile(r"\b(?:added?|adding|amended|amending|enacted)\b[^:]*\bas\s+follows:\s*$", re.IGNORECASE)
# "SECTIONS 1 through 11 of this Ordinance are ... to be compiled as part of", "are added to".
_COMPILES = re.compile(r"\b(?:compiled|codified|incorporated\s+in(?:to)?|made\s+(?:a\s+)?part\s+of|added\s+to)\b")


class Examined(Struct, frozen=True, kw_only=True):
    """A draft and its house, with what several rules read, read once.

    `provisions` and `units` are the same paragraphs in the same order; `law` holds the
    positions of those that become law, and `code` of those that go into the code.
    """

    draft: "Draft"
    house: "House"
    provisions: "tuple[Provision, ...]"
    units: "tuple[Unit, ...]"
    law: tuple[int, ...]
    code: tuple[int, ...]
    definitions: tuple[Definition, ...]
    addresses: Addresses
    references: tuple[tuple[Reference, ...], ...]

    def sections(self) -> "Iterator[Provision]":
        """Yield the sections of the bill, first to last."""
        return (provision for provision in self.draft.provisions if provision.level is Level.SECTION)

    def found(self, at: int, words: str) -> int | None:
        """Return where words begin in a paragraph, None where it has them in another form."""
        start = self.provisions[at].text.find(words)
        return start if start >= 0 else None


def examine(draft: "Draft", house: "House") -> Examined:
    """Return a draft, read for the rules."""
    provisions, units = tuple(draft.walk()), draft.units()
    law = _law(provisions, units)
    held = set(law)
    references = tuple(find(unit.text, unit.address) if at in held else () for at, unit in enumerate(units))
    return Examined(
        draft=draft,
        house=house,
        provisions=provisions,
        units=units,
        law=law,
        code=tuple(sorted(_code(units, references))),
        definitions=tuple(it for it in definitions(units) if it.at in held),
        addresses=addresses_of(units),
        references=references,
    )


def _law(provisions: "Sequence[Provision]", units: "Sequence[Unit]") -> tuple[int, ...]:
    """Return the positions of the sections and of what stands in them."""
    found = []
    within = False
    for at, (provision, unit) in enumerate(zip(provisions, units, strict=True)):
        if unit.depth == 0:
            within = Level.SECTION <= provision.level < Level.FURTHER
        if within:
            found.append(at)
    return tuple(found)


def _code(units: "Sequence[Unit]", references: "Sequence[Sequence[Reference]]") -> "Iterator[int]":
    """Yield the positions of what a section sets out as text of the code, or says is to be compiled in it."""
    roots = _roots(units)
    set_out: int | None = None
    for at, unit in enumerate(units):
        if set_out is not None and unit.depth <= set_out:
            set_out = None
        if set_out is not None:
            yield at
            continue
        if _SET_OUT.search(unit.text):
            set_out = unit.depth
        elif unit.depth == 0 and _COMPILES.search(unit.text):
            for first, last in _named(references[at]):
                lo, hi = roots.get(first, (0, 0))[0], roots.get(last, (0, 0))[1]
                yield from range(lo, hi)


def _roots(units: "Sequence[Unit]") -> dict[str, tuple[int, int]]:
    """Return the span of positions of each section, by its address."""
    starts = [at for at, unit in enumerate(units) if unit.depth == 0]
    ends = [*starts[1:], len(units)]
    return {split_address(units[lo].address)[0]: (lo, hi) for lo, hi in zip(starts, ends, strict=False)}


def _named(references: "Sequence[Reference]") -> "Iterator[tuple[str, str]]":
    """Yield the first and the last section of each stretch that references name."""
    for reference in references:
        last: str | None = None
        for number in reference.numbers if reference.kind is Kind.INSIDE else ():
            yield (last if number.through and last else number.address), number.address
            last = number.address
