"""The ledger: who must do what, by when, unless what, in the order and in every version of a chain."""

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from ordain.chain.threads import threads
from ordain.force.between import force
from ordain.model.addresses import join_address, split_address
from ordain.model.duty import Duty
from ordain.model.force import Signal
from ordain.model.numbering import Level
from ordain.model.provision import heading_of
from ordain.norms.norm import Norm, norms
from ordain.norms.reading import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from ordain.chain.threads import Thread
    from ordain.model.unit import Unit
    from ordain.model.vocabulary import Vocabulary

    # The ids of the provisions of the order that stand in a unit: its version and its place.
    Sources = Callable[[int, int], Iterable[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a provision says in one text: where it stands, its norms, and how its force differs from the text before."""

    addresses: tuple[str, ...]
    norms: tuple[Norm, ...]
    signals: tuple[Signal, ...] = ()
    is_same: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A provision: its heading, what the order says of it, and what each version says; None where it is absent."""

    heading: str
    order: Standing | None
    versions: tuple[Standing | None, ...]


# These bind nobody.
_SILENT = (Level.TITLE, Level.RECITAL, Level.ENACTING)


def ledger(
    demands: "Mapping[str, str]", chain: "Sequence[Sequence[Unit]]", sources: "Sources", vocabulary: "Vocabulary"
) -> tuple[Row, ...]:
    """Return a row for each provision that lays something on somebody in any text, in the order of the last one.

    `demands` are the provisions of the order by id; those that no version holds come last.
    """
    rows = []
    shown: set[str] = set()
    told = [_told(units, vocabulary) for units in chain]
    for thread in threads(chain):
        asked = [name for name in _names(thread, sources) if name in demands]
        row = _row(thread, {name: demands[name] for name in asked}, told, vocabulary)
        if any(it is not None and it.norms for it in row.versions):
            rows.append(row)
            shown.update(asked)
    for name, text in demands.items():
        said = _norms(text, vocabulary)
        if name not in shown and said:
            order = Standing(addresses=(name,), norms=said)
            rows.append(Row(heading="", order=order, versions=(None,) * len(chain)))
    return tuple(rows)


def _names(thread: "Thread", sources: "Sources") -> tuple[str, ...]:
    """Return the provisions of the order that a provision comes from, as the first version that holds it says."""
    first = next(version for version, places in enumerate(thread) if places)
    return tuple(dict.fromkeys(name for at in thread[first] for name in sources(first, at)))


def _row(
    thread: "Thread",
    asked: "Mapping[str, str]",
    chain: "Sequence[Sequence[_Told]]",
    vocabulary: "Vocabulary",
) -> Row:
    order = " ".join(asked.values())
    # What came in later is a part of what the order says, and no weaker form of it.
    before = order if len(asked) == 1 and thread[0] else None
    versions: list[Standing | None] = []
    heading = ""
    for version, places in enumerate(thread):
        held = [chain[version][at] for at in places if chain[version][at].unit.level not in _SILENT]
        if not held:
            versions.append(None)
            continue
        text = " ".join(it.text for it in held)
        heading = held[0].heading or heading
        versions.append(
            Standing(
                addresses=tuple(it.unit.address for it in held),
                norms=tuple(norm for it in held for norm in _norms(it.text, vocabulary)),
                signals=() if before is None else force(before, text, vocabulary),
                is_same=text == before,
            )
        )
        before = text
    standing = Standing(addresses=tuple(asked), norms=_norms(order, vocabulary)) if asked else None
    return Row(heading=heading, order=standing, versions=tuple(versions))


@dataclass(frozen=True, slots=True)
class _Told:
    """A unit with all that it says, and the heading that it stands under."""

    unit: "Unit"
    text: str
    heading: str


def _told(units: "Sequence[Unit]", vocabulary: "Vocabulary") -> list[_Told]:
    """Return the units of a text; a duty that ends in a colon goes on with its items."""
    by_address = {it.address: it for it in reversed(units)}
    told = []
    for at, unit in enumerate(units):
        text = unit.text
        if text.endswith(":") and _norms(text, vocabulary):
            items = takewhile(lambda it, its=unit: it.depth > its.depth, units[at + 1 :])  # type: ignore[misc]
            text = " ".join([text, *(it.line for it in items if not _norms(it.text, vocabulary))])
        told.append(_Told(unit, text, _heading(unit, by_address, vocabulary)))
    return told


def _heading(unit: "Unit", by_address: "Mapping[str, Unit]", vocabulary: "Vocabulary") -> str:
    """Return the heading of a provision, or of the nearest one that it stands in."""
    root, steps = split_address(unit.address)
    outer = [join_address(root, steps[:many]) for many in reversed(range(len(steps)))]
    held = (_caption(it.text, vocabulary) for it in (unit, *(by_address[it] for it in outer if it in by_address)))
    return next((heading for heading in held if heading), "")


# "Duty to report. A covered employee shall ...": a caption in small letters is a few words long.
_CAPTION = re.compile(r"([A-Z][\w'\u2019,-]*(?:\s+[\w'\u2019,-]+){0,5})\.(?=\s|$)")


def _caption(text: str, vocabulary: "Vocabulary") -> str:
    match = _CAPTION.match(text)
    caption = match[1] if match and not _norms(match[0], vocabulary) else ""
    return heading_of(text).rstrip(".") or caption


def _norms(text: str, vocabulary: "Vocabulary") -> tuple[Norm, ...]:
    """Return what a text lays on somebody; a definition lays nothing."""
    return tuple(
        norm
        for sentence in read(text, vocabulary).sentences
        for norm in norms(sentence.sentence, sentence.findings)
        if norm.duty is not Duty.MEANS
    )
