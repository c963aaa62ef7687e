"""Redline two of: order, draft, Word file; into every form that is asked for."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from ordain.compare import Redline, compare
from ordain.errors import Place, refuse
from ordain.model.unit import Unit
from ordain.text.segments import Weight
from ordain.workflow.pause import without_collection
from ordain.workflow.sources import Source, TextSource, WordSource

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from ordain.model.force import Signal
    from ordain.word.redlining.pair import Existing, Pair

Comments = Literal["rationale", "none", "all"]


class Options(Struct, frozen=True, kw_only=True):
    """What a user may say of a redline; None is left to the new version.

    Changes of other `weights` are counted and not shown, but in files that must give both
    sides back.
    """

    author: str | None = None
    date: datetime.datetime | None = None
    comments: Comments | None = None
    marked: bool = False
    columns: bool = False
    weights: "Collection[Weight]" = tuple(Weight)


class Comparison(Struct, frozen=True):
    """Two sides and the redline between them; `pair` are their Word files, where these were read."""

    old: Source
    new: Source
    units: tuple[tuple[Unit, ...], tuple[Unit, ...]]
    redline: Redline
    pair: "Pair | None" = None

    @property
    def uncompared(self) -> tuple[str, ...]:
        """What differs between the two and no redline can show."""
        return () if self.pair is None else self.pair.uncompared


def forces(comparison: Comparison) -> "Mapping[int, tuple[Signal, ...]]":
    """Return the signals of force of each change by its number, by the words of the new side's house."""
    from ordain.force.redlines import signals  # noqa: PLC0415 - tracked changes alone need no rules
    from ordain.workflow.houses import vocabulary  # noqa: PLC0415 - the same

    texts = [it for it in (comparison.new, comparison.old) if isinstance(it, TextSource)]
    return signals(comparison.redline, texts[0].house.vocabulary if texts else vocabulary())


@without_collection()
def redline_of(
    old: Source, new: Source, *, existing: "Existing" = "keep", cited: bool = True, limit: int | None = None
) -> Comparison:
    """Compare two sides; a text beside a Word file is compared as its print.

    `existing` says what becomes of tracked changes that a Word file holds already;
    `cited`, whether anybody will read the addresses of its paragraphs; `limit`, to how
    many megabytes it may unpack, where that is more than is taken for safe.
    """
    if isinstance(old, TextSource) and isinstance(new, TextSource):
        from ordain.model.heading import printed  # noqa: PLC0415 - two Word files have no house

        units = (printed(old.draft, old.house), printed(new.draft, new.house))
        return Comparison(old, new, units, compare(*units))
    from ordain.word.parts.package import LARGEST  # noqa: PLC0415 - a comparison of texts needs no Word
    from ordain.word.redlining.pair import Pair, Terms  # noqa: PLC0415 - the same

    terms = Terms(existing=existing, cited=cited, largest=LARGEST if limit is None else limit * 1024 * 1024)
    pair = Pair(_as_file(old), _as_file(new), terms=terms)
    return Comparison(old, new, pair.units, compare(*pair.units), pair)


def write_all(
    comparison: Comparison, paths: "Sequence[Path]", options: Options
) -> "tuple[dict[Path, bytes], Comparison]":
    """Return the redline in every form that is asked for, all of one comparison, which comes back.

    Tracked changes come first: a place that no mark fits is marked whole, in all of them.
    """
    written: dict[Path, bytes] = {}
    for path in paths:
        if path.suffix.lower() == ".docx" and not options.marked and not options.columns:
            written[path], comparison = as_docx(comparison, options)
    for path in paths:
        if path not in written:
            written[path] = write(comparison, path, options)
    return written, comparison


def write(comparison: Comparison, path: Path, options: Options) -> bytes:
    """Return the redline in the form that the suffix of `path` names.

    Raises OrdainError for an unknown suffix, or a form that this pair of sides has not.
    """
    match path.suffix.lower():
        case ".docx" if options.columns:
            return _as_columns_docx(comparison, path, options)
        case ".pdf":
            return _as_pdf(comparison, path, options)
        case suffix if options.columns:
            raise refuse(
                f"nothing is written side by side as '{suffix}'", "end the name in .pdf or .docx", Place(str(path))
            )
        case ".docx" if options.marked:
            return _marked(comparison, path, options)
        case ".docx":
            return write_docx(comparison, options)
        case ".json":
            from ordain.writers.json import write_json  # noqa: PLC0415 - a redline in Word needs no other form

            return write_json(comparison.redline, comparison.uncompared, forces(comparison), options.weights).encode()
        case ".txt":
            source = comparison.new
            if isinstance(source, WordSource):
                raise refuse(
                    "a redline of Word files has no house and no marks",
                    "write it as .docx or .json",
                    Place(str(path)),
                )
            names = (_name(comparison.old), _name(comparison.new))
            from ordain.writers.text import write_text  # noqa: PLC0415 - the same

            marks = source.house.bill_marks()
            return write_text(comparison.redline, marks, names, source.house.name).encode()
        case suffix:
            raise refuse(
                f"no redline is written as '{suffix}'",
                "end the name in .docx, .pdf, .txt or .json",
                Place(str(path)),
            )


def write_docx(comparison: Comparison, options: Options) -> bytes:
    """Return the redline as native tracked changes, made in place from the two clean files."""
    return as_docx(comparison, options)[0]


@without_collection()
def as_docx(comparison: Comparison, options: Options) -> tuple[bytes, Comparison]:
    """Return the redline as native tracked changes, made in place from the two clean files.

    A place that no mark fits is marked whole; the comparison that was written comes back.
    """
    from ordain.word.marking.revision import Revision  # noqa: PLC0415 - the same
    from ordain.word.redlining.pair import Pair, revise_pair  # noqa: PLC0415 - a comparison of texts needs no Word

    pair = comparison.pair or Pair(_as_file(comparison.old), _as_file(comparison.new), comparison.units)
    revision = Revision(_author(comparison.new, options), options.date or _date(comparison.new, pair))
    content, redline = revise_pair(
        pair, comparison.redline, revision, lambda redline: _comments(redline, comparison.new, options)
    )
    return content, Comparison(comparison.old, comparison.new, comparison.units, redline, comparison.pair)


def _marked(comparison: Comparison, path: Path, options: Options) -> bytes:
    from ordain.word.printing.compose import compose_marked  # noqa: PLC0415 - python-docx takes 0.3 s to load

    new = comparison.new
    if isinstance(new, WordSource):
        raise refuse("a Word file has no house whose marks could be set", "give the draft as .txt", Place(str(path)))
    return compose_marked(new.draft, new.house, comparison.redline, options.date)


@without_collection()
def _as_pdf(comparison: Comparison, path: Path, options: Options) -> bytes:
    """Return the marked print, or the side-by-side print; page and line are read from the print of the new side."""
    from ordain.page.review import Turn  # noqa: PLC0415 - only this form sums up what changed
    from ordain.print.columns import write_columns  # noqa: PLC0415 - Typst and PDFium are needed for prints alone
    from ordain.print.letters import check_letters  # noqa: PLC0415 - the same
    from ordain.print.marked import write_marked  # noqa: PLC0415 - the same
    from ordain.print.markedtext import Sides  # noqa: PLC0415 - the same
    from ordain.print.pdf import write_pdf  # noqa: PLC0415 - the same
    from ordain.print.reading import read_lines  # noqa: PLC0415 - the same
    from ordain.workflow.summary import changes_of  # noqa: PLC0415 - the same

    old, new = _texts(comparison, path)
    moment = options.date or _dated(new)
    # Both texts are set in the type of the new one.
    layout = replace(old.house.layout, font=new.house.layout.font)
    check_letters(old.draft, replace(old.house, layout=layout))
    check_letters(new.draft, new.house)
    sides = Sides(
        old=old.draft,
        new=new.draft,
        house=new.house,
        redline=comparison.redline,
        weights=options.weights,
    )
    if options.columns:
        return write_columns(sides, moment)
    lines = read_lines(write_pdf(new.draft, new.house, moment), new.draft, new.house)
    turn = Turn(old=0, new=1, redline=comparison.redline, forces=forces(comparison))
    return write_marked(sides, lines, changes_of(turn, new.house.vocabulary), moment)


def _as_columns_docx(comparison: Comparison, path: Path, options: Options) -> bytes:
    from ordain.print.summarypage import name_of, said  # noqa: PLC0415 - only this form names both sides
    from ordain.word.printing.columns import Columns, write_columns_docx  # noqa: PLC0415 - a PDF needs no Word

    old, new = _texts(comparison, path)
    columns = Columns(
        names=(name_of(old.draft, old.house), name_of(new.draft, new.house)),
        marks=new.house.bill_marks(),
        said=said(old.draft, new.draft),
        weights=options.weights,
    )
    return write_columns_docx(comparison.redline, columns, options.date or _dated(new))


def _texts(comparison: Comparison, path: Path) -> tuple[TextSource, TextSource]:
    """Return both sides as texts; raises OrdainError where one is a Word file."""
    old, new = comparison.old, comparison.new
    if isinstance(old, WordSource) or isinstance(new, WordSource):
        raise refuse(
            "this print shows both sides in the marks and the type of a house, and a Word file has none",
            "give both as .txt or .yaml, or write the redline as .docx",
            Place(str(path)),
        )
    return old, new


def _comments(redline: Redline, new: Source, options: Options) -> "Mapping[int, str]":
    """Return the comment of each change: its number, and the reason that the new version gives."""
    reasons = dict(new.draft.front.rationale) if isinstance(new, TextSource) else {}
    choice = options.comments or ("rationale" if isinstance(new, TextSource) else "none")
    texts: dict[int, str] = {}
    if choice == "none":
        return texts
    for entry in redline.entries():
        names = [unit.id for unit in (entry.new, entry.old) if unit is not None and unit.id]
        reason = next((reasons[name] for name in names if name in reasons), None)
        if choice == "rationale" and reason is None:
            continue
        texts.setdefault(entry.number, f"Change {entry.number}: {reason or entry.kind}")
    return texts


def _author(new: Source, options: Options) -> str:
    return options.author or (new.draft.front.author if isinstance(new, TextSource) else None) or "Ordain"


def _date(new: Source, pair: "Pair") -> datetime.datetime:
    """Return the moment of the new version, for its revisions; never the clock."""
    return _dated(new) if isinstance(new, TextSource) else pair.modified or _undated()


def _dated(new: TextSource) -> datetime.datetime:
    day = new.draft.front.date
    return datetime.datetime.combine(day, datetime.time(), datetime.UTC) if day else _undated()


def _undated() -> datetime.datetime:
    from ordain.model.draft import UNDATED  # noqa: PLC0415 - most Word files are dated, and need no drafts

    return UNDATED


def _as_file(source: Source) -> tuple[bytes, str]:
    if isinstance(source, WordSource):
        return source.content, source.file
    from ordain.word.printing.compose import compose  # noqa: PLC0415 - python-docx takes 0.3 s to load

    return compose(source.draft, source.house), _name(source)


def _name(source: Source) -> str:
    return source.file if isinstance(source, WordSource) else Path(source.draft.file or "draft").name
