"""The councilor's page: a matter with all its versions, or any two texts."""

import hashlib
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ordain.errors import Place, refuse
from ordain.force.redlines import signals
from ordain.page.review import Edition, Review, Turn
from ordain.workflow.coverage import cover
from ordain.workflow.draft import MATTER, load_matter
from ordain.workflow.files import read_bytes
from ordain.workflow.houses import vocabulary
from ordain.workflow.redline import Comparison, redline_of
from ordain.workflow.sources import Source, TextSource, load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordain.model.draft import Front
    from ordain.model.house import House
    from ordain.model.matter import Matter
    from ordain.model.vocabulary import Vocabulary
    from ordain.workflow.houses import Houses


def review_matter(folder: Path, known: "Houses") -> Review:
    """Return the page of a matter: its order, its versions, and what of the order each of them holds."""
    matter = load_matter(folder)
    if not matter.versions:
        raise refuse("the matter has no version yet", f"write the first one: ordain draft {folder}", Place(str(folder)))
    house = known.house(matter.house)
    paths = [folder / matter.order, *(folder / version.file for version in matter.versions)]
    sources = [load(path, known, matter.house) for path in paths]
    covering = cover(folder, known)
    editions = [_edition(paths[0], "Executive order", sources[0], is_order=True)]
    for version, path, coverage in zip(matter.versions, paths[1:], covering.versions, strict=True):
        stage = house.stage(version.stage)
        name = stage.label if stage else version.stage
        date = version.date.isoformat() if version.date else None
        editions.append(Edition(name=name, file=path.name, digest=_digest(path), date=date, coverage=coverage))
    return _review(_key(matter), matter.name, _distinct(editions), sources, house)


def review_two(old: Path, new: Path, known: "Houses", house: str | None = None) -> Review:
    """Return the page of two texts; in a matter's folder it has the name of the matter."""
    sources = [load(path, known, house) for path in (old, new)]
    editions = [_edition(path, path.stem, source) for path, source in zip((old, new), sources, strict=True)]
    of = next((source.house for source in reversed(sources) if isinstance(source, TextSource)), None)
    front = _front(sources)
    title = (front.title or front.bill) if front else None
    key, name = f"two/{new.name}", title or new.stem
    if (new.parent / MATTER).is_file():
        matter = load_matter(new.parent)
        key, name = _key(matter), matter.name
    return _review(key, name, _distinct(editions), sources, of)


def _key(matter: "Matter") -> str:
    return f"{matter.house}/{matter.name}"


def _review(
    key: str, title: str, editions: "Sequence[Edition]", sources: "Sequence[Source]", house: "House | None"
) -> Review:
    words = house.vocabulary if house else vocabulary()
    front = _front(sources)
    return Review(
        key=key,
        title=title,
        house=house,
        city=house.city if house else None,
        bill=front.bill if front else None,
        sponsors=(front.sponsors or ()) if front else (),
        illustrative=bool(front and front.illustrative),
        editions=tuple(editions),
        turns=tuple(
            _turn(old, new, redline_of(sources[old], sources[new]), words)
            for old, new in combinations(range(len(sources)), 2)
        ),
        marks=house.bill_marks() if house else None,
        vocabulary=words,
    )


def _turn(old: int, new: int, comparison: Comparison, words: "Vocabulary") -> Turn:
    redline = comparison.redline
    source = comparison.new
    given = dict(source.draft.front.rationale) if isinstance(source, TextSource) else {}
    reasons: dict[int, str] = {}
    for entry in redline.entries():
        for unit in (entry.new, entry.old):
            if unit is not None and unit.id in given:
                reasons.setdefault(entry.number, given[unit.id])
    return Turn(
        old=old,
        new=new,
        redline=redline,
        forces=signals(redline, words),
        reasons=reasons,
        uncompared=comparison.uncompared,
    )


def _front(sources: "Sequence[Source]") -> "Front | None":
    """Return the front matter of the newest text that has one."""
    return next((source.draft.front for source in reversed(sources) if isinstance(source, TextSource)), None)


def _edition(path: Path, name: str, source: Source, *, is_order: bool = False) -> Edition:
    date = None
    if isinstance(source, TextSource):
        front = source.draft.front
        stage = source.house.stage(front.version)
        name = stage.label if stage and not is_order else name
        date = front.date.isoformat() if front.date else None
    return Edition(name=name, file=path.name, digest=_digest(path), date=date, is_order=is_order)


def _distinct(editions: "Sequence[Edition]") -> tuple[Edition, ...]:
    """Return editions with names that tell them apart: one that several have is told with its file."""
    names = [edition.name for edition in editions]
    return tuple(
        replace(edition, name=f"{edition.name} ({edition.file})") if names.count(edition.name) > 1 else edition
        for edition in editions
    )


def _digest(path: Path) -> str:
    return hashlib.sha256(read_bytes(path)).hexdigest()
