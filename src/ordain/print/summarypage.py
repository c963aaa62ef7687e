"""The first page of a marked print: what is compared, how much changed, which duties, and where to look."""

from collections import Counter
from typing import TYPE_CHECKING, Any

from ordain.compare.digest import digest
from ordain.compare.sidebyside import unmarked
from ordain.compare.weight import weight_of
from ordain.markup.digest import short_digest
from ordain.model.force import Direction
from ordain.model.heading import ILLUSTRATIVE, ORDER, PARAPHRASE
from ordain.print.markedwords import legible, words_of
from ordain.text.segments import Mark, Segment, Weight

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ordain.model.draft import Draft
    from ordain.model.house import House
    from ordain.print.markedtext import Marked, Sides

_AMOUNTS = {
    Weight.WORDING: "what the text says",
    Weight.NUMBERING: "only a number, or a reference that follows it",
    Weight.PLACE: "moved, in the same words",
    Weight.TYPOGRAPHY: "only case, quotes, dashes or blanks",
}
_TOLD = {Direction.STRICTER: "stricter", Direction.LOOSER: "weaker", Direction.DIFFERENT: "other"}
# Where only a number or a sign differs there is nothing to look for.
_LOOKED_AT = (Weight.WORDING, Weight.PLACE)


def summary(sides: "Sides", paragraphs: "Sequence[Marked]", *, exact: bool) -> dict[str, Any]:
    """Return what the first page says; `exact` tells whether the marks can be read back letter by letter."""
    first: dict[int, Marked] = {}
    for it in paragraphs:
        # What moved is looked for where it stands now.
        if it.number is not None and (it.number not in first or not first[it.number].line):
            first[it.number] = it
    weights = {number: weight_of(change) for number, change in sides.redline.changes}
    looked = [it for number, it in sorted(first.items()) if weights[number] in _LOOKED_AT]
    return {
        "old": _told(sides.old, sides.house),
        "new": _told(sides.new, sides.house),
        "signs": _signs(sides),
        "digest": digest(sides.redline.entries()),
        "said": list(_said(sides, exact=exact)),
        "weights": _counted(sides, list(weights.values())),
        "forces": [
            [it.number, _where(it), it.line, legible(said, sides.house)]
            for _, it in sorted(first.items())
            for said in _forces(sides, it.number)
        ],
        "places": [[it.number, _where(it), it.line, legible(it.note, sides.house)] for it in looked],
    }


def name_of(draft: "Draft", house: "House") -> str:
    """Return what names a version in a line: the instrument, its number, and the stage."""
    front = draft.front
    stage = house.stage(front.version)
    version = stage.label if stage else front.version
    name = " ".join(part for part in (house.instrument_name(front.instrument), front.bill) if part)
    return f"{name}, {version}" if version else name


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
    yield ("Page and line are those of the official print of the new version; the lines of this print are not cited.")
    around = sum(block.kind != "kept" for block in sides.redline.heading)
    if around:
        yield f"Lines of the heading, head and foot that differ, and have no number: {around}."
    yield from unmarked(sides.weights)
    if not exact:
        yield (
            "Some marked words hold blanks or hyphens of another kind, or several blanks in a row, which look alike in "
            "print: the digest cannot be computed from this print alone."
        )


def _counted(sides: "Sides", weights: "Sequence[Weight]") -> list[list[str]]:
    counts = Counter(weights)
    return [
        [weight.value.capitalize(), _AMOUNTS[weight], str(counts[weight])]
        if weight in sides.weights
        else [weight.value.capitalize(), f"{_AMOUNTS[weight]}; not marked here", str(counts[weight])]
        for weight in Weight
    ]


def _forces(sides: "Sides", number: int | None) -> list[str]:
    """Return what a change does to the force of its provision, where a rule tells, each once."""
    signals = (sides.forces or {}).get(number or 0, ())
    told = (f"{_TOLD[it.direction]}, {it.aspect.value}: {it.said}" for it in signals if it.direction in _TOLD)
    return list(dict.fromkeys(told))


def _where(it: "Marked") -> str:
    return it.unit.address if it.line else f"old {it.unit.address}"
