"""Give the provisions of an edited print their ids again, and say how each was found.

By its bookmark; else by its label and heading; else by its words: the same ones, or the
most alike by the alignment that every redline goes by.
"""

from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from ordain.compare.align import align
from ordain.compare.likeness import alike, words
from ordain.model.numbering import Level
from ordain.model.provision import heading_of
from ordain.word.printing.origin import Named, digest_of, label_of

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

    from ordain.model.unit import Unit


class Way(Enum):
    """How a provision was found."""

    BOOKMARK = "by bookmark"
    HEADING = "by label and heading"
    TEXT = "by its words"


class Naming(Struct, frozen=True):
    """What was found for each unit, None where nothing was; `new` are the positions of those that the print had not.

    Without the draft that was printed nobody can tell what is new, and `new` is None.
    """

    found: "tuple[Found | None, ...]"
    new: tuple[int, ...] | None


class Found(Struct, frozen=True):
    """The id and the sources of a provision, the way it was found, and how alike its words are where that decided."""

    id: str | None
    sources: tuple[str, ...]
    way: Way
    likeness: float = 1.0


def name_units(
    units: "Sequence[Unit]",
    named: "Sequence[Named]",
    marks: "Mapping[str, Sequence[int]]",
    base: "Sequence[Unit]" = (),
) -> Naming:
    """Return what was found for each unit.

    `named` are the provisions of the print, `marks` the positions of the units that the
    bookmark of an id lies over, `base` the units of the draft that was printed, as far as
    it is at hand.
    """
    naming = _Search(units, named, base)
    naming.by_bookmark(marks)
    naming.by_heading()
    naming.by_digest()
    naming.by_likeness()
    return Naming(tuple(map(naming.found.get, range(len(units)))), tuple(naming.new) if base else None)


class _Search:
    """What was found so far; made for one print."""

    def __init__(self, units: "Sequence[Unit]", named: "Sequence[Named]", base: "Sequence[Unit]") -> None:
        self.units, self.base = units, base
        self.left = list(named)
        self.ids: set[str] = set()
        self.found: dict[int, Found] = {}
        self.new: list[int] = []

    def by_bookmark(self, marks: "Mapping[str, Sequence[int]]") -> None:
        """Take the bookmarks, and where one lies over several units, or several over one, those that fit best."""
        by_id = {it.id: it for it in self.left if it.id}
        texts = {unit.id: unit for unit in self.base if unit.id}
        fits = [
            (self._fit(by_id.get(name), texts.get(name), self.units[at]), name, at)
            for name, places in marks.items()
            for at in places
        ]
        for _, name, at in sorted(fits, key=lambda it: (*(-part for part in it[0]), it[2], it[1])):
            if at not in self.found and name not in self.ids:
                its = by_id.get(name)
                self._take(at, Found(name, its.sources if its else (), Way.BOOKMARK), its)

    def by_heading(self) -> None:
        """Take what has a label and heading that stand once among the names left and once among the units left."""
        for olds, news in self._groups(_heading_key, lambda it: _heading_key(_as_named(it))):
            if len(olds) == len(news) == 1:
                self._take(news[0], Found(olds[0].id, olds[0].sources, Way.HEADING), olds[0])

    def by_digest(self) -> None:
        """Take what has the same words; where they stand several times, in their order, unless one is gone."""
        for olds, news in self._groups(lambda it: it.digest, digest_of):
            if len(olds) == len(news):
                for its, at in zip(olds, news, strict=True):
                    self._take(at, Found(its.id, its.sources, Way.TEXT), its)

    def by_likeness(self) -> None:
        """Take what the alignment with the printed draft pairs, and note what it finds new."""
        new = [
            replace(unit, id=self.found[at].id if at in self.found else None, sources=())
            for at, unit in enumerate(self.units)
        ]
        for pair in align(self.base, new) if self.base else ():
            olds = [(self.base[i], its) for i in pair.old if (its := self._left_of(self.base[i])) is not None]
            for at in [at for at in pair.new if at not in self.found]:
                if olds and at == pair.new[0] and not self._could_be_another(olds[0][0], self.units[at]):
                    old, its = olds[0]
                    likeness = alike(words(old), words(self.units[at]))
                    self._take(at, Found(its.id, its.sources, Way.TEXT, likeness), its)
                elif not pair.old or at != pair.new[0]:
                    self.new.append(at)

    def _groups(
        self, key: "Callable[[Named], Hashable]", unit_key: "Callable[[Unit], Hashable]"
    ) -> "list[tuple[list[Named], list[int]]]":
        """Return the names left and the units left of each key that both have."""
        olds: dict[Hashable, list[Named]] = {}
        news: dict[Hashable, list[int]] = {}
        for its in self.left:
            olds.setdefault(key(its), []).append(its)
        for at, unit in enumerate(self.units):
            if at not in self.found:
                news.setdefault(unit_key(unit), []).append(at)
        return [(olds[it], news[it]) for it in olds if it is not None and it in news]

    def _left_of(self, old: "Unit") -> "Named | None":
        if old.id is None and not old.sources:
            return None
        return next((it for it in self.left if it.id == old.id and (it.id or it.sources == old.sources)), None)

    def _could_be_another(self, old: "Unit", unit: "Unit") -> bool:
        """Whether the same words stood in several provisions, of which some are gone."""
        stood = sum(1 for it in self.base if it.tokens == old.tokens)
        return stood > 1 and old.tokens == unit.tokens and stood != sum(it.tokens == unit.tokens for it in self.units)

    def _take(self, at: int, found: Found, its: "Named | None") -> None:
        self.found[at] = found
        if found.id is not None:
            self.ids.add(found.id)
        if its is not None:
            self.left.remove(its)

    def _fit(self, its: "Named | None", old: "Unit | None", unit: "Unit") -> tuple[bool, bool, float]:
        if its is None:
            return False, False, 0.0
        heading = heading_of(unit.text)
        likeness = alike(words(old), words(unit)) if old else 0.0
        return its.digest == digest_of(unit), bool(heading) and heading == its.heading, likeness


def _as_named(unit: "Unit") -> Named:
    return Named(label_of(unit), heading_of(unit.text), "")


def _heading_key(its: Named) -> tuple[str, str] | None:
    """Return label and heading; None where there is no heading, but for what a draft has only one of."""
    only_one = its.label in (Level.TITLE.name.lower(), Level.ENACTING.name.lower())
    if only_one:
        return its.label, ""
    return (its.label, its.heading) if its.label and its.heading else None
