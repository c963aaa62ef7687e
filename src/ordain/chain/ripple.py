"""Ripple: the unchanged provisions that a changed definition, or a changed amount or time, reaches."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from ordain.chain.cited import citations
from ordain.chain.effects import Force
from ordain.compare.align import align
from ordain.model.force import Aspect, Signal
from ordain.model.numbering import Level
from ordain.norms.terms import definitions, key, users
from ordain.text.typography import plain_opening

if TYPE_CHECKING:
    from ordain.model.unit import Unit
    from ordain.norms.terms import Definition


class Reached(Struct, frozen=True):
    """An unchanged provision, and the term through which it is reached where it does not use the changed one."""

    unit: "Unit"
    through: str | None = None


class Redefined(Struct, frozen=True):
    """A definition that came, went or changed: what it said and says, None where there is none."""

    term: str
    old: "Unit | None"
    new: "Unit | None"
    reached: tuple[Reached, ...]


class Reset(Struct, frozen=True):
    """An amount or a time that changed in a provision which others cite."""

    old: "Unit"
    new: "Unit"
    signals: tuple[Signal, ...]
    reached: tuple[Reached, ...]


Ripple: TypeAlias = Redefined | Reset


def ripples(old: "Sequence[Unit]", new: "Sequence[Unit]", force: Force) -> tuple[Ripple, ...]:
    """Return each change that reaches provisions which did not change themselves, definitions first.

    Recitals and the title are not reached: a definition governs what is enacted.
    """
    pairs = [(pair.old[0], pair.new[0]) for pair in align(old, new) if len(pair.old) == len(pair.new) == 1]
    kept = [j for i, j in pairs if _same(old[i], new[j]) and new[j].level not in _BEFORE_THE_LAW]
    found: list[Ripple] = [*_redefined(old, new, kept), *_reset(old, new, pairs, kept, force)]
    return tuple(ripple for ripple in found if ripple.reached)


_BEFORE_THE_LAW = (Level.TITLE, Level.RECITAL, Level.ENACTING)
_THRESHOLDS = (Aspect.AMOUNT, Aspect.TIME)


def _same(old: "Unit", new: "Unit") -> bool:
    return plain_opening(old.text) == plain_opening(new.text)


def _redefined(old: "Sequence[Unit]", new: "Sequence[Unit]", kept: Sequence[int]) -> Iterator[Redefined]:
    before = {key(it.term): it for it in definitions(old)}
    after = {key(it.term): it for it in definitions(new)}
    # A term that is defined no more is still looked for in the text.
    terms = {it.term: it.at for it in after.values()} | {
        it.term: -1 for name, it in before.items() if name not in after
    }
    using = users(terms, new)
    for name, it in {**before, **after}.items():
        was, now = before.get(name), after.get(name)
        if was is None or now is None or plain_opening(was.meaning) != plain_opening(now.meaning):
            yield Redefined(
                it.term,
                old[was.at] if was else None,
                new[now.at] if now else None,
                tuple(_reached(it, tuple(after.values()), using, new, kept)),
            )


def _reached(
    cause: "Definition",
    defined: "Sequence[Definition]",
    using: dict[str, tuple[int, ...]],
    units: "Sequence[Unit]",
    kept: Sequence[int],
) -> Iterator[Reached]:
    """Yield what uses a term, then what uses a term whose own unchanged definition uses it."""
    waiting: list[tuple[str, str | None]] = [(cause.term, None)]
    seen: set[int] = set()
    terms = {cause.term}
    while waiting:
        term, through = waiting.pop(0)
        for at in using[term]:
            if at in kept and at not in seen:
                seen.add(at)
                yield Reached(units[at], through)
                inner = [it.term for it in defined if it.at == at and it.term not in terms]
                terms.update(inner)
                waiting += [(name, name) for name in inner]


def _reset(
    old: "Sequence[Unit]",
    new: "Sequence[Unit]",
    pairs: Sequence[tuple[int, int]],
    kept: Sequence[int],
    force: Force,
) -> Iterator[Reset]:
    citing: dict[int, list[int]] = {}
    found = citations(new)
    for at in kept:
        for place in found[at]:
            citing.setdefault(place, []).append(at)
    for i, j in pairs:
        if j in citing and not _same(old[i], new[j]):
            signals = tuple(it for it in force(old[i].text, new[j].text) if it.aspect in _THRESHOLDS)
            if signals:
                yield Reset(old[i], new[j], signals, tuple(Reached(new[at]) for at in citing[j]))
