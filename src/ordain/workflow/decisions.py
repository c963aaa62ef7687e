"""Merge the decisions that members sent to staff: as a table, or as comments at their places in Word."""

import datetime
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.errors import Place, refuse
from ordain.model.decision import Compared, Decision, Decisions
from ordain.model.draft import UNDATED
from ordain.model.report import Cell, Column, Paragraph, Report, Table, Tone
from ordain.page.fingerprint import fingerprints
from ordain.page.first import sides
from ordain.page.place import spot
from ordain.readers.decisions import read_decisions
from ordain.workflow.files import read_bytes, read_text
from ordain.workflow.pause import without_collection
from ordain.workflow.redline import Comparison, redline_of
from ordain.workflow.sources import Source, TextSource, WordSource, load

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ordain.compare.redline import Redline
    from ordain.model.report import Json, Part
    from ordain.workflow.houses import Houses


class View(Struct, frozen=True):
    """What one reader thinks of one change."""

    reader: str
    decision: Decision


class Merged(Struct, frozen=True):
    """The decisions of several readers on one comparison.

    `views` are those on each change by its number; `elsewhere` those on changes that the
    comparison does not have.
    """

    of: tuple[Compared, Compared]
    comparison: Comparison
    views: dict[int, tuple[View, ...]]
    elsewhere: tuple[View, ...]


def merge(paths: "Sequence[Path]", known: "Houses", folders: "Sequence[Path]") -> Merged:
    """Return the decisions in some files, on the versions that the first of them names.

    The versions are looked for by name and digest in `folders`, beside the files, and
    below the current folder.  Raises OrdainError where one is not found, or where a file
    is of another matter.
    """
    files = [read_decisions(read_text(path), str(path)) for path in paths]
    first = files[0]
    for path, its in zip(paths, files, strict=True):
        if its.matter != first.matter:
            raise refuse(
                f"these are decisions on '{its.matter}', not on '{first.matter}'",
                "merge the files of one matter",
                Place(str(path)),
            )
    places = [*folders, *(path.parent for path in paths), Path(), *sorted(Path().glob("drafts/*/"))]
    old, new = (_found(its, places) for its in (first.old, first.new))
    comparison = redline_of(load(old, known), load(new, known))
    numbers = {name: number for number, name in fingerprints(comparison.redline.entries()).items()}
    views: dict[int, list[View]] = {number: [] for number, _ in comparison.redline.changes}
    elsewhere: list[View] = []
    for view in _views(files):
        number = numbers.get(view.decision.fingerprint)
        (elsewhere if number is None else views[number]).append(view)
    held = {number: tuple(its) for number, its in views.items() if its}
    return Merged((first.old, first.new), comparison, held, tuple(elsewhere))


@without_collection()
def decisions_docx(merged: Merged) -> bytes:
    """Return the redline as tracked changes, with the views on each change as a comment at its place.

    A place that no mark fits is marked whole, which may give changes other numbers; a
    view stays with its change by the fingerprint.
    """
    from ordain.word.marking.revision import Revision  # noqa: PLC0415 - the same
    from ordain.word.redlining.pair import Pair, revise_pair  # noqa: PLC0415 - a table needs no Word

    its = merged.comparison
    pair = its.pair or Pair(_as_file(its.old), _as_file(its.new), its.units)
    by_name = {view.decision.fingerprint: views for views in merged.views.values() for view in views}

    def comments(redline: "Redline") -> dict[int, str]:
        return {
            number: "\n".join([f"Change {number}", *map(_said, by_name[name])])
            for number, name in fingerprints(redline.entries()).items()
            if name in by_name
        }

    return revise_pair(pair, its.redline, Revision(_AUTHOR, _moment(its.new)), comments)[0]


def decisions_report(merged: Merged) -> Report:
    """Return the views as a table, change by change."""
    rows = tuple(_row(number, merged) for number, _ in merged.comparison.redline.changes)
    old, new = merged.of
    parts: list[Part] = [
        Paragraph(f"From “{old.name}” to “{new.name}”. For staff: a member's views are not passed to other members."),
        Table(
            key="changes",
            columns=(Column("change", "Change", 0.4), Column("where", "Where"), Column("views", "Views", 2.2)),
            rows=rows,
        ),
    ]
    if merged.elsewhere:
        parts.append(
            Table(
                key="elsewhere",
                title="Views on changes that these two versions do not have",
                columns=(Column("where", "Where"), Column("view", "View", 2.2)),
                rows=tuple((Cell(view.decision.address), Cell(_said(view))) for view in merged.elsewhere),
            )
        )
    return Report(name="decisions", title="Decisions", parts=tuple(parts))


# Whose tracked changes they are; the comments name the readers.
_AUTHOR = "Ordain"


def _as_file(source: Source) -> tuple[bytes, str]:
    if isinstance(source, WordSource):
        return source.content, source.file
    from ordain.word.printing.compose import compose  # noqa: PLC0415 - python-docx takes 0.3 s to load

    return compose(source.draft, source.house), Path(source.draft.file or "draft").name


def _moment(new: Source) -> datetime.datetime:
    """Return the day of the new version; never the clock."""
    day = new.draft.front.date if isinstance(new, TextSource) else None
    return datetime.datetime.combine(day, datetime.time(), datetime.UTC) if day else UNDATED


def _row(number: int, merged: Merged) -> tuple[Cell, ...]:
    change = dict(merged.comparison.redline.changes)[number]
    old, new = sides(change)
    views = merged.views.get(number, ())
    verdicts = {view.decision.verdict for view in views}
    value: list[Json] = [
        {
            "reader": view.reader,
            "decision": view.decision.verdict.value if view.decision.verdict else None,
            "comment": view.decision.comment,
        }
        for view in views
    ]
    tone = Tone.STRONG if len(verdicts) > 1 else Tone.PLAIN
    return (
        Cell(str(number), value=number),
        Cell(spot((new or old)[0]).said()),
        Cell("\n".join(map(_said, views)), tone, value),
    )


def _said(view: View) -> str:
    verdict = view.decision.verdict.value if view.decision.verdict else "no verdict"
    return f"{view.reader}: {verdict}. {view.decision.comment}".rstrip()


def _views(files: "Sequence[Decisions]") -> "Iterator[View]":
    for at, its in enumerate(files, start=1):
        for decision in its.decisions:
            yield View(its.reader or f"Reader {at}", decision)


def _found(version: Compared, folders: "Sequence[Path]") -> Path:
    for folder in folders:
        path = folder / Path(version.file).name
        if path.is_file() and hashlib.sha256(read_bytes(path)).hexdigest() == version.digest:
            return path
    named = next((folder / version.file for folder in folders if (folder / version.file).is_file()), None)
    if named is not None:
        raise refuse(
            "this version was changed after the decisions were made on it",
            "write the page anew from it, or name the folder of the version as it was with --in",
            Place(str(named)),
        )
    raise refuse(
        f"the version '{version.name}' ({version.file}) was not found",
        "name the folder that holds it with --in",
    )
