"""The first page of a marked print: what is compared, how much changed, what the changes do, and where to look."""

from collections import Counter
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from ordain.compare.digest import digest
from ordain.compare.sidebyside import unmarked
from ordain.compare.weight import weight_of
from ordain.markup.digest import short_digest
from ordain.model.heading import ILLUSTRATIVE, ORDER, PARAPHRASE
from ordain.model.report import Cell, Column, Paragraph, Table
from ordain.print.markedwords import legible, words_of
from ordain.print.report import PAGE_OF, part_of
from ordain.text.segments import Mark, Segment, Weight

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ordain.model.draft import Draft
    from ordain.model.house import House
    from ordain.model.report import Part
    from ordain.print.markedtext import Marked, Sides

_AMOUNTS = {
    Weight.WORDING: "what the text says",
    Weight.NUMBERING: "only a number, or a reference that follows it",
    Weight.PLACE: "moved, in the same words",
    Weight.TYPOGRAPHY: "only case, quotes, dashes or blanks",
}
# What the columns of the summary are called beside the places in this print.
_PLACE, _HERE = Column("line", "Page:line", 0.4), Column("here", "Page here", 0.4)


def summary(sides: "Sides", shown: "Mapping[int, Marked]", tables: "Sequence[Table]", *, exact: bool) -> dict[str, Any]:
    """Return what the first page says; `exact` tells whether the marks can be read back letter by letter.

    `tables` have the columns where, what and change; the changes that are `shown` get page
    and line.
    """
    found = [_placed(table, shown) for table in tables]
    report: list[Part] = [
        *(Paragraph(line) for line in _said(sides, exact=exact)),
        _counted(sides),
        *(table for table in found if table.rows),
        *([] if any(table.rows for table in found) else [Paragraph(_NOTHING)]),
        Paragraph(_RULES),
        *(Paragraph(line) for line in foot(sides)),
    ]
    return {
        "old": _told(sides.old, sides.house),
        "new": _told(sides.new, sides.house),
        "signs": _signs(sides),
        "parts": [part_of(part, lambda text: legible(text, sides.house)) for part in report],
    }


def places(paragraphs: "Sequence[Marked]") -> "dict[int, Marked]":
    """Return where each change is looked for: its first paragraph; of what moved, the one where it stands now."""
    found: dict[int, Marked] = {}
    for it in paragraphs:
        if it.number is not None and (it.number not in found or not found[it.number].line):
            found[it.number] = it
    return found


_NOTHING = "No provision says anything else, or stands elsewhere."
_RULES = "What a change does is told by rules that read the words; they do not replace your reading."


def name_of(draft: "Draft", house: "House") -> str:
    """Return what names a version in a line: the instrument, its number, and the stage."""
    front = draft.front
    stage = house.stage(front.version)
    version = stage.label if stage else front.version
    name = " ".join(part for part in (house.instrument_name(front.instrument), front.bill) if part)
    return f"{name}, {version}" if version else name


def foot(sides: "Sides") -> tuple[str, ...]:
    """Return what stands at the foot of every page, and once in the text, for those who listen."""
    return (
        *said(sides.old, sides.new),
        *unmarked(sides.weights),
        f"Digest of the changes {digest(sides.redline.entries())}",
    )


def said(old: "Draft", new: "Draft") -> tuple[str, ...]:
    """Return what must stand at the foot of a page where a text is not the council's."""
    if not (old.front.illustrative or new.front.illustrative):
        return ()
    orders = [draft for draft in (old, new) if draft.front.instrument == ORDER]
    return (PARAPHRASE if len(orders) == len((old, new)) else ILLUSTRATIVE,)


def _told(draft: "Draft", house: "House") -> list[str]:
    date = draft.front.date.isoformat() if draft.front.date else "undated"
    about = draft.front.title or draft.title
    lines = (f"{name_of(draft, house)}, {date}", about, f"Digest of the text {short_digest(draft)}")
    return [legible(line, house) for line in lines]


def _signs(sides: "Sides") -> list[dict[str, Any]]:
    """Return the sentence that explains the marks, in the marks."""
    sentence = (
        Segment(Mark.STRUCK, ("Struck words",)),
        Segment(Mark.KEPT, (" stand first, and ",)),
        Segment(Mark.ADDED, ("added words",)),
        Segment(Mark.KEPT, (" behind them.",)),
    )
    return words_of(sentence, sides.house.bill_marks())


def _said(sides: "Sides", *, exact: bool) -> "Iterator[str]":
    yield (
        "A provision that only has another number is not marked, nor is a reference that follows it: both read as "
        "they do now. What has moved is struck where it stood, and marked where it stands only where its words changed."
    )
    yield (
        "The numbers in the margin are page and line of the official print of the new version, beside the words with "
        "which each of its lines begins; the lines of this print are not cited."
    )
    around = sum(block.kind != "kept" for block in sides.redline.heading)
    if around:
        yield f"Lines of the heading, head and foot that differ, and have no number: {around}."
    if not exact:
        yield (
            "Some marked words hold blanks or hyphens of another kind, or long words with several blanks between them, "
            "which look alike in print: the digest cannot be computed from this print alone."
        )


def _counted(sides: "Sides") -> Table:
    counts = Counter(weight_of(change) for _, change in sides.redline.changes)
    return Table(
        key="weights",
        title="How much",
        columns=(
            Column("weight", "Changes of", 0.4),
            Column("means", "What it means"),
            Column("count", "Changes", 0.4),
        ),
        rows=tuple(
            (
                Cell(weight.value.capitalize()),
                Cell(_AMOUNTS[weight] if weight in sides.weights else f"{_AMOUNTS[weight]}; not marked here"),
                Cell(str(counts[weight])),
            )
            for weight in Weight
        ),
    )


def _placed(table: Table, shown: "Mapping[int, Marked]") -> Table:
    """Return a table of the summary with page and line; what has no mark in this print is left out."""
    at = {column.key: number for number, column in enumerate(table.columns)}
    where, what, change = (table.columns[at[key]] for key in ("where", "what", "change"))
    rows = []
    for row in table.rows:
        number = row[at["change"]].value
        if isinstance(number, int) and number in shown:
            here = Cell(value={PAGE_OF: number})
            rows.append((row[at["change"]], row[at["where"]], Cell(shown[number].line), row[at["what"]], here))
    return replace(table, columns=(change, where, _PLACE, what, _HERE), rows=tuple(rows))
