"""Make a sheet, and prove it: it is read back from its own words, applied, and held against the new draft."""

from itertools import zip_longest
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ordain.amend.adopt import adopt
from ordain.amend.bill import Bill, bill_of
from ordain.amend.find import UnfitError
from ordain.amend.instruct import instruct
from ordain.amend.instructions import InsertProvision, StrikeThrough
from ordain.amend.paragraphs import paragraphs_of
from ordain.amend.plan import plan
from ordain.amend.sentences import write_instruction
from ordain.amend.sheet import Item, Sheet, steps_between
from ordain.amend.sheettext import read_sheet, write_sheet
from ordain.amend.splices import Numbered, Splice, Words
from ordain.amend.succession import successors
from ordain.errors import OrdainError, quoted, refuse
from ordain.markup.labels import labelled
from ordain.model.heading import BLANK, printed
from ordain.model.numbering import NUMBERED, Level

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ordain.amend.instructions import Instruction
    from ordain.amend.pages import Print
    from ordain.amend.paragraphs import Paragraph
    from ordain.model.draft import Draft
    from ordain.model.house import House
    from ordain.model.numbering import Scheme


# The heading of a sheet that nobody has signed yet.
UNSIGNED = Sheet(items=())


def amend(old: "Draft", new: "Draft", house: "House", pages: "Print | None" = None, signed: Sheet = UNSIGNED) -> Sheet:
    """Return the sheet that turns `old` into `new`, proven; sponsor and date are those of `signed`.

    Raises OrdainError where no sheet does: a place cannot be named, or the sheet, read
    back from its own words, gives another bill.
    """
    if old.front.house != new.front.house:
        raise refuse("the two drafts are of two houses", "give two versions of one bill")
    bill = bill_of(old, house, pages)
    heading = replace(signed, title=_title(old, house), steps=steps_between(old.front, new.front))
    if pages is not None:
        heading = replace(heading, label=pages.label, digest=pages.digest)
    error: OrdainError | None = None
    for splices in _plans(bill, paragraphs_of(new), successors(old.units(), new.units())):
        try:
            sheet = replace(heading, items=_items(bill, splices, house))
            prove(old, new, sheet, house, pages)
        except OrdainError as found:
            error = error or found
            continue
        return sheet
    assert error is not None
    raise error


def prove(old: "Draft", new: "Draft", sheet: Sheet, house: "House", pages: "Print | None") -> None:
    """Raise OrdainError where a sheet, read back from its own words and applied to `old`, does not give `new`.

    Ids and sources are no difference: they are not printed.
    """
    is_empty = not sheet.items and not sheet.steps
    back = sheet if is_empty else read_sheet(write_sheet(sheet), "the sheet")
    made = adopt(old, back, house, pages)
    for one, other in zip_longest(printed(made, house), printed(new, house)):
        if one is None or other is None or (one.line, one.level, one.story) != (other.line, other.level, other.story):
            shown = other or one
            assert shown is not None
            raise refuse(
                f"no sheet can be proven: applied, it does not give {shown.address}, {quoted(shown.line)}",
                "strike the provision and insert it anew in the new draft, or split the change in two",
            )


def _title(old: "Draft", house: "House") -> str:
    return f"AMENDMENTS TO {house.instrument_name(old.front.instrument)} {old.front.bill or BLANK}".replace("\n", " ")


def _plans(bill: Bill, new: "Sequence[Paragraph]", became: "Mapping[int, int]") -> "Iterator[tuple[Splice, ...]]":
    """Yield the plans that lead from a bill to another, that of the fewest splices first."""
    found = [plan(bill, new, became, numbered) for numbered in _numberings(bill, new, became)]
    yield from sorted((it for it in found if it is not None), key=lambda it: (_holds_back(bill, it), len(it)))


def _holds_back(bill: Bill, splices: "Sequence[Splice]") -> bool:
    """Whether a plan sets words as they are, only so that they do not follow: nobody would understand it."""
    return any(
        bill.paragraphs[it.paragraph].line[it.start : it.end] == it.text for it in splices if isinstance(it, Words)
    )


def _numberings(bill: Bill, new: "Sequence[Paragraph]", became: "Mapping[int, int]") -> "Iterator[Numbered | None]":
    """Yield the ways to number on that could give the new labels."""
    changed = {bill.paragraphs[at].level for at, its in became.items() if bill.paragraphs[at].label != new[its].label}
    levels = tuple(level for level in NUMBERED if level in changed and level is not Level.CODE)
    if levels:
        yield Numbered(levels, references=True)
        yield Numbered(levels)
        if len(levels) > 1:
            yield from (Numbered((level,)) for level in levels)
    yield None


def _items(bill: Bill, splices: "Sequence[Splice]", house: "House") -> tuple[Item, ...]:
    try:
        instructed = instruct(bill, splices)
    except UnfitError as error:
        raise refuse(f"no sheet can be written: {error.message}", error.remedy) from None
    items = []
    for number, (instruction, names) in enumerate(instructed, start=1):
        sentence, lines = write_instruction(instruction, house.amendments, _noun(instruction, bill.scheme))
        items.append(Item(number=number, sentence=sentence, lines=lines, names=names))
    return tuple(items)


def _noun(instruction: "Instruction", scheme: "Scheme") -> str:
    """Return what the paragraphs are called that an instruction inserts."""
    if not isinstance(instruction, InsertProvision | StrikeThrough) or not instruction.lines:
        return ""
    levels = [_level(line, scheme) for line in instruction.lines]
    outer = min(levels)
    name = _NOUNS.get(outer, outer.name.lower())
    return name if levels.count(outer) == 1 else f"{name}s"


_NOUNS = {Level.FURTHER: "paragraph", Level.CODE: "section", Level.RECITAL: "recital"}


def _level(line: str, scheme: "Scheme") -> Level:
    found = labelled(line, scheme, {})
    if found is not None:
        return found.level
    return Level.RECITAL if line.startswith("WHEREAS") else Level.FURTHER
