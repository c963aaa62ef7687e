"""The first screen of the councilor's page alone, as one page for the packet."""

import datetime
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from ordain.compare.digest import digest
from ordain.errors import Place, refuse
from ordain.model.draft import UNDATED
from ordain.model.report import Cell, Column, Heading, Paragraph, Report, Table, Tone
from ordain.page.first import Group, first
from ordain.page.order import order_cells
from ordain.page.saying import counted, say
from ordain.page.words import opened, placed, sentence, table, told
from ordain.workflow.report import write_report
from ordain.writers.report_markdown import write_report_markdown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ordain.model.house import House
    from ordain.model.report import Part
    from ordain.model.vocabulary import Vocabulary
    from ordain.page.first import First, Item
    from ordain.page.order import Cell as OrderCell
    from ordain.page.review import Review, Turn


class Sheet(Struct, frozen=True, kw_only=True):
    """How the one page is made: the house whose paper and type a PDF has, and the moment that it tells."""

    house: "House | None" = None
    moment: datetime.datetime = UNDATED


PLAIN = Sheet()


def summary_of(review: "Review", turn: "Turn", language: str = "en") -> Report:
    """Return what changed between two versions, in plain sentences, and what of the order is gone."""
    words = table(language)
    seen = first(turn, review.vocabulary)
    old, new = review.editions[turn.old], review.editions[turn.new]
    bill = told(say("bill", bill=review.bill), language) if review.bill else words["bill.none"]
    known = digest(turn.redline.entries())
    parts: list[Part] = [
        Paragraph(". ".join([bill, *([words["illustrative"]] if review.illustrative else [])]) + "."),
        Paragraph(
            f"{told(say('changed.between', old=old.name, new=new.name), language)}. {words['digest']}: {known[:12]}."
        ),
        Paragraph(opened(sentence(seen.counts, language)) if seen.counts else words["changed.none"]),
    ]
    parts += _groups(seen, language)
    if new.coverage is not None:
        parts += _order(order_cells(new.coverage), language)
    parts.append(Paragraph(words["group.note"]))
    return Report(
        name="summary",
        title=f"{review.title}: {words['changed'].lower()}",
        parts=tuple(parts),
        language=language,
        facts={"from": old.file, "to": new.file, "digest": known},
    )


def changes_of(turn: "Turn", vocabulary: "Vocabulary", language: str = "en") -> tuple[Table, ...]:
    """Return what changed between two versions as the tables of the summary, in the order of what weighs most."""
    return tuple(_groups(first(turn, vocabulary), language))


def write_summary(report: Report, path: "Path", sheet: Sheet = PLAIN) -> bytes:
    """Return the summary in the form that the suffix of `path` names.

    Raises OrdainError for an unknown suffix, or a letter that a PDF cannot show.
    """
    match path.suffix.lower():
        case ".pdf":
            return _pdf(report, sheet)
        case ".docx":
            from ordain.word.printing.report import write_report_docx  # noqa: PLC0415 - lxml takes time to load

            return write_report_docx(report, sheet.moment)
        case ".md":
            return write_report_markdown(report).encode()
        case ".html" | ".txt" | ".json":
            return write_report(report, path)
        case suffix:
            raise refuse(
                f"no summary is written as '{suffix}'",
                "end the name in .docx, .html, .json, .md, .pdf or .txt",
                Place(str(path)),
            )


def _pdf(report: Report, sheet: Sheet) -> bytes:
    from ordain.print.report import Look, write_report_pdf  # noqa: PLC0415 - Typst is needed for a PDF alone

    words = table(report.language)
    look = Look(page=words["page.of"])
    if sheet.house is not None:
        layout = sheet.house.layout
        look = replace(look, paper=(layout.width, layout.height), font=layout.font)
    return write_report_pdf(report, look, sheet.moment)


def _groups(seen: "First", language: str) -> "Iterator[Table]":
    for group in Group:
        items = [item for item in seen.items if item.group is group]
        if items:
            yield _group(group, items, language)


_TONES = {
    Group.WEAKER: Tone.BAD,
    Group.MIXED: Tone.BAD,
    Group.GONE: Tone.BAD,
    Group.STRONGER: Tone.GOOD,
    Group.NEW: Tone.GOOD,
}


def _group(group: Group, items: "list[Item]", language: str) -> Table:
    words = table(language)
    return Table(
        key=group.value,
        title=f"{words[f'group.{group.value}']} ({len(items)})",
        columns=(
            Column("where", words["filter.section"]),
            Column("what", words["changed"], 2.2),
            Column("change", words["number"], 0.4),
        ),
        rows=tuple(
            (
                Cell(placed(item.spot, language), _TONES.get(group, Tone.PLAIN)),
                Cell("\n".join(opened(told(saying, language)) for saying in item.sayings)),
                Cell(str(item.number), value=item.number),
            )
            for item in items
        ),
    )


def _order(cells: "tuple[OrderCell, ...]", language: str) -> "list[Part]":
    words = table(language)
    gone = [cell for cell in cells if cell.sign in ("gone", "partly", "left", "suspect")]
    if not gone:
        return [Heading(words["coverage"]), Paragraph(words["coverage.lost.none"])]
    return [
        Heading(words["coverage"]),
        Table(
            key="order",
            title=told(counted("coverage.lost", len(gone)), language),
            columns=(
                Column("provision", words["coverage.provision"]),
                Column("state", words["coverage.state"], 0.8),
                Column("reason", words["coverage.reason"], 2.0),
            ),
            rows=tuple(
                (
                    Cell(cell.name, Tone.BAD),
                    Cell(", ".join(words[f"state.{state}"] for state in cell.states)),
                    Cell(opened(" ".join(cell.reasons)) or words["coverage.noreason"]),
                )
                for cell in gone
            ),
        ),
    ]
