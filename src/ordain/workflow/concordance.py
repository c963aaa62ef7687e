"""The concordance of two texts as a report."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from ordain.compare.concordance import Citation, Concordance, Row, concordance
from ordain.compare.repointing import FAULTS, Repointing, Verdict
from ordain.model.report import Cell, Column, Heading, Paragraph, Part, Report, Table, Tone

if TYPE_CHECKING:
    from ordain.workflow.redline import Comparison


def concordance_of(comparison: "Comparison") -> Concordance:
    """Return which number each provision had and has, and whether every reference follows."""
    return concordance(comparison.redline)


def concordance_report(found: Concordance, old: Path, new: Path) -> Report:
    """Return a concordance of two files as a report."""
    told = [it for it in found.citations if it.number.verdict is not Verdict.STANDS]
    parts: list[Part] = [Paragraph(_summary(found))]
    if found.rows:
        parts.append(_provisions(found.rows))
    if told:
        parts += [Heading("References"), _references(told)]
    return Report(
        name="concordance",
        title=f"Concordance of {old.name} and {new.name}",
        parts=tuple(parts),
        facts={
            "old": old.name,
            "new": new.name,
            "references_checked": len(found.citations),
            "faults": len(found.faults),
            **({} if found.rows else {"provisions": []}),
            **({} if told else {"references": []}),
        },
    )


def _summary(found: Concordance) -> str:
    renumbered = sum(1 for row in found.rows if row.old and row.new and row.old != row.new)
    verdicts = Counter(it.number.verdict for it in found.citations)
    told = [f"{verdicts[it]} {_NAMES.get(it, it.value)}" for it in Verdict if verdicts[it]]
    checked = (
        f"{_counted(len(found.citations), 'number')} in references: {', '.join(told)}" if told else "No references"
    )
    return f"{_counted(renumbered, 'provision')} with another number. {checked}."


_NAMES = {Verdict.STANDS: "as they were", Verdict.RIGHT: "following"}


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _provisions(rows: "tuple[Row, ...]") -> Table:
    columns = (Column("old", "Old", 1.0), Column("new", "New", 1.0), Column("why", "Why", 4.0))
    return Table(
        key="provisions",
        columns=columns,
        rows=tuple((Cell(row.old or ""), Cell(row.new or ""), Cell(_sentence(row.why))) for row in rows),
    )


def _references(citations: "list[Citation]") -> Table:
    columns = (
        Column("address", "In", 1.0),
        Column("reference", "Reference", 2.0),
        Column("cited", "Cited", 1.0),
        Column("cites", "Cites", 1.0),
        Column("verdict", "Verdict", 1.0),
        Column("why", "Why", 3.0),
    )
    return Table(key="references", columns=columns, rows=tuple(map(_reference, citations)))


def _reference(citation: Citation) -> tuple[Cell, ...]:
    it = citation.number
    tone = Tone.BAD if it.verdict in FAULTS else Tone.GOOD if it.verdict is Verdict.RIGHT else Tone.PLAIN
    return (
        Cell(citation.unit.address),
        Cell(it.words),
        Cell(it.cited or ""),
        Cell(it.cites or ""),
        Cell(it.verdict.value, tone),
        Cell(_sentence(_why(it))),
    )


def _why(it: Repointing) -> str:
    """Return what is to be said of a reference, as a sentence without its period."""
    became = f"{it.cited} is {it.due} now" if it.due else f"{it.cited} is no more"
    match it.verdict:
        case Verdict.STANDS | Verdict.RIGHT:
            return became
        case Verdict.CHANGED if it.due:
            return "the range covers other provisions than it did"
        case Verdict.CHANGED if it.cites == it.cited:
            return f"{became}, and a new provision has its number"
        case Verdict.CHANGED:
            return f"{became}, and it was made to cite {it.cites}"
        case Verdict.WRONG | Verdict.STALE:
            return f"{became}, and {it.cites} is another provision"
        case Verdict.DANGLING:
            return (
                f"{became}, and no provision is {it.new.address}" if it.cited else f"no provision is {it.new.address}"
            )
        case Verdict.AMBIGUOUS:
            return f"two provisions are {it.cites}"
        case _:
            assert_never(it.verdict)


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."
