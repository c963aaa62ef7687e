"""The ledger: who must do what, by when, unless what, in the order and in every version of a chain."""

import re
from collections import Counter
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.chain.effects import effects
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


class Standing(Struct, frozen=True, kw_only=True):
    """What a provision says in one text: where it stands, its norms, and how its force differs from the text before."""

    addresses: tuple[str, ...]
    norms: tuple[Norm, ...]
    signals: tuple[Signal, ...] = ()
    is_same: bool = False


class Row(Struct, frozen=True, kw_only=True):
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
    followed = threads(chain)
    texts = _Texts(tuple(_told(units, vocabulary) for units in chain), _came_from(followed, len(chain)))
    named = [[name for name in _names(thread, sources) if name in demands] for thread in followed]
    many = Counter(name for thread, asked in zip(followed, named, strict=True) if thread[0] for name in asked)
    for thread, asked in zip(followed, named, strict=True):
        # What is split, and what came in later, is a part of what the order says, and no weaker form of it.
        is_whole = len(asked) == 1 and many[asked[0]] == 1 and bool(thread[0])
        row = _row(thread, {name: demands[name] for name in asked}, texts, vocabulary, is_whole=is_whole)
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


def _came_from(followed: "Sequence[Thread]", versions: int) -> tuple[dict[int, set[int]], ...]:
    """Return for each text what each of its units was in the text before; a joined one was several."""
    found: tuple[dict[int, set[int]], ...] = tuple({} for _ in range(versions))
    for thread in followed:
        for version, (old, new) in enumerate(pairwise(thread), start=1):
            for at in new:
                found[version].setdefault(at, set()).update(old)
    return found


def _row(
    thread: "Thread", asked: "Mapping[str, str]", texts: "_Texts", vocabulary: "Vocabulary", *, is_whole: bool
) -> Row:
    """Return the row of a thread; `is_whole` says that its first text holds all that the order asks there."""
    order = " ".join(asked.values())
    versions: list[Standing | None] = []
    heading = ""
    for version, places in enumerate(thread):
        held = [it for at in places if (it := texts.told[version][at]).unit.level not in _SILENT]
        if not held:
            versions.append(None)
            continue
        text = _joined(held)
        before = texts.before(version, places)
        if version == 0 and is_whole:
            before = order
        heading = held[0].heading or heading
        versions.append(
            Standing(
                addresses=tuple(it.unit.address for it in held),
                norms=tuple(norm for it in held for norm in _norms(it.text, vocabulary)),
                signals=_signals(before, text, vocabulary) if before else (),
                is_same=text == before,
            )
        )
    standing = Standing(addresses=tuple(asked), norms=_norms(order, vocabulary)) if asked else None
    return Row(heading=heading, order=standing, versions=tuple(versions))


def _signals(before: str, text: str, vocabulary: "Vocabulary") -> tuple[Signal, ...]:
    """Return what became of the force of a text, without what only comes with other words."""
    return effects(before, text, text, lambda old, new: force(old, new, vocabulary))


class _Told(Struct, frozen=True):
    """A unit with all that it says, and the heading that it stands under."""

    unit: "Unit"
    text: str
    heading: str


class _Texts(Struct, frozen=True):
    """The units of every text, and for each what it was in the text before."""

    told: "tuple[Sequence[_Told], ...]"
    came_from: "tuple[Mapping[int, set[int]], ...]"

    def before(self, version: int, places: "Sequence[int]") -> str:
        """Return what the text before said where some units come from; nothing where they are new."""
        olds = sorted({old for at in places for old in self.came_from[version].get(at, ())})
        return _joined([self.told[version - 1][old] for old in olds])


def _joined(told: "Sequence[_Told]") -> str:
    return " ".join(it.text for it in told)


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
