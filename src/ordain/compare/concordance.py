"""The concordance: which number each provision had and has, why, and whether every reference follows."""

from typing import TYPE_CHECKING, assert_never

from msgspec import Struct

from ordain.compare.changes import Altered, Change, Inserted, Joined, Kept, Moved, Removed, Renumbered, Split
from ordain.compare.renumbering import why
from ordain.compare.repointing import FAULTS, Repointing, repointings
from ordain.compare.successors import Successors, pairs_of, successors
from ordain.model.addresses import address_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.compare.redline import Redline
    from ordain.model.unit import Unit


class Row(Struct, frozen=True):
    """A provision whose number is another: the old address, the new one, and why.

    The old address is None for what was inserted, the new one for what was struck.  A row
    in which both are the same tells that only the form of the label changed.
    """

    old: str | None
    new: str | None
    why: str


class Citation(Struct, frozen=True):
    """One number of a reference in the new text, where it stands, and whether it follows what it cites."""

    unit: "Unit"
    number: Repointing


class Concordance(Struct, frozen=True):
    """What has another number, and the references of the new text, both in its order; what was struck comes last."""

    rows: tuple[Row, ...]
    citations: tuple[Citation, ...]

    @property
    def faults(self) -> tuple[Citation, ...]:
        """The references that are wrong, stale, dangling or ambiguous."""
        return tuple(it for it in self.citations if it.number.verdict in FAULTS)


def concordance(redline: "Redline") -> Concordance:
    """Return the concordance of a comparison."""
    old = [block.old for block in redline.blocks if block.old is not None]
    new = [block.new for block in redline.blocks if block.new is not None]
    changes = _changes(redline)
    known = successors(changes, old, new)
    rows = [row for change in changes for row in _rows(change, known)]
    was = {id(after): before for change in changes for before, after in pairs_of(change)}
    citations = (Citation(unit, it) for unit in new for it in repointings(was.get(id(unit)), unit, known))
    return Concordance(tuple(rows), tuple(citations))


def _changes(redline: "Redline") -> "list[Change]":
    """Return what happened to each provision in the order of the new text, what was struck last."""
    kept: list[Change] = [
        Kept(block.old, block.new)
        for block in redline.blocks
        if block.number is None and block.old is not None and block.new is not None
    ]
    place = {id(block.new): at for at, block in enumerate(redline.blocks) if block.new is not None}
    changes = [*kept, *(change for _, change in redline.changes)]
    return sorted(changes, key=lambda change: place[id(_new(change))] if _new(change) else len(place) + len(changes))


def _new(change: Change) -> "Unit | None":
    """Return the first new provision of a change."""
    return next((after for _, after in pairs_of(change)), None) or (
        change.new if isinstance(change, Inserted) else None
    )


def _rows(change: Change, known: Successors) -> "Iterator[Row]":
    match change:
        case Inserted(new):
            yield from _row(None, address_of(new), "it was inserted")
        case Removed(old):
            yield from _row(address_of(old), None, "it was struck")
        case Split(old, parts):
            for part in parts:
                yield from _row(address_of(old), address_of(part), "it was split")
        case Joined(parts, new):
            for part in parts:
                yield from _row(address_of(part), address_of(new), "it was joined to another")
        case Kept(old, new) | Renumbered(old, new) | Moved(old, new) | Altered(old, new):
            one, other = address_of(old), address_of(new)
            if one is None or other is None:
                yield from _row(one, other, "it got a number" if other else "it has no number now")
            elif one != other or old.label != new.label:
                yield Row(one, other, why(one, other, known, moved=isinstance(change, Moved)))
        case _:
            assert_never(change)


def _row(old: str | None, new: str | None, reason: str) -> "Iterator[Row]":
    """Yield a row, unless there is no number on either side, or the same on both."""
    if old != new:
        yield Row(old, new, reason)
