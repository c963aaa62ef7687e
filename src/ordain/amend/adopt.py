"""Adopt a sheet: its instructions are found in the bill, made at once, and the result is a draft."""

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from ordain.amend.bill import Bill, bill_of
from ordain.amend.clash import clash
from ordain.amend.find import UnfitError, remedy
from ordain.amend.locate import locate
from ordain.amend.outcome import outcome
from ordain.amend.sentences import read_instruction
from ordain.amend.sheet import stepped
from ordain.amend.splices import Come, Splice
from ordain.amend.unheard import unheard
from ordain.errors import OrdainError, Problem, refuse
from ordain.markup.parse import parse
from ordain.markup.write import write
from ordain.model.draft import Draft
from ordain.model.numbering import Level
from ordain.model.provision import Provision

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from ordain.amend.pages import Print
    from ordain.amend.sheet import Item, Sheet
    from ordain.amend.standing import Standing
    from ordain.model.house import House


class Made(Struct, frozen=True):
    """An instruction of a sheet, and what it does to the bill."""

    item: "Item"
    splices: tuple[Splice, ...]


def adopt(
    old: Draft, sheet: "Sheet", house: "House", printed: "Print | None", only: "Collection[int] | None" = None
) -> Draft:
    """Return the draft that a sheet makes of `old`: all of it, or the instructions of the numbers `only`.

    Ids, sources, base and reasons are those of `old`.  Raises OrdainError with every
    instruction that does not fit, and where the sheet was made for another print.
    """
    check_print(sheet, printed)
    bill = bill_of(old, house, printed)
    made = found(bill, _chosen(sheet, only), house)
    splices = [splice for its in made for splice in its.splices]
    front = stepped(old.front, sheet.steps)
    return drafted(replace(old, front=front), outcome(bill, splices), house)


def check_print(sheet: "Sheet", printed: "Print | None") -> None:
    """Raise OrdainError where a sheet addresses another print than the one at hand."""
    if printed is None or not sheet.digest:
        return
    if not printed.digest.startswith(sheet.digest) and not sheet.digest.startswith(printed.digest):
        raise refuse(
            f"the sheet addresses the print of digest {sheet.digest}, and this one has {printed.digest}",
            "give the version that the sheet was made for",
        )


def found(bill: Bill, items: "Iterable[Item]", house: "House") -> tuple[Made, ...]:
    """Return what each instruction does; raises OrdainError with every one that does not fit."""
    made: list[Made] = []
    problems: list[Problem] = []
    for item in items:
        try:
            made.append(Made(item, _meant(bill, item, house)))
        except UnfitError as error:
            problems.append(Problem(f"{item.number}. {error.message}", remedy(bill, error), item.place))
    if problems:
        raise OrdainError(*problems)
    for at, one in enumerate(made):
        for other in made[:at]:
            message = clash(one.splices, other.splices)
            if message is not None:
                raise OrdainError(
                    Problem(
                        f"{one.item.number}. {message} instruction {other.item.number}",
                        "say both in one instruction",
                        one.item.place,
                    )
                )
    return tuple(made)


def drafted(old: Draft, standing: "Sequence[Standing]", house: "House") -> Draft:
    """Return the draft that paragraphs make, with the front matter of `old`.

    Raises OrdainError where they cannot be read as bill text, or are read as other
    paragraphs.
    """
    taken = {it.id for it in standing if it.origin is not None}
    provisions = tuple(
        Provision(
            level=Level.TITLE,
            text=it.line,
            id=None if it.origin is None and it.id in taken else it.id,
            sources=it.sources,
        )
        for it in standing
        if it.line.strip()
    )
    if not provisions:
        raise refuse("nothing of the bill is left", "a bill keeps at least its title")
    draft = parse(write(replace(old, provisions=provisions)), {house.name: house}, old.file or "-")
    for unit, it in zip(draft.units(), standing, strict=False):
        if unit.line != it.line:
            raise refuse(
                f"“{it.line[:60]}” cannot stand as a paragraph of bill text",
                "leave out the braces, or the blanks at its ends",
            )
    return replace(draft, file=old.file)


def _chosen(sheet: "Sheet", only: "Collection[int] | None") -> "tuple[Item, ...]":
    if only is None:
        return sheet.items
    known = {item.number for item in sheet.items}
    missing = sorted(set(only) - known)
    if missing:
        raise refuse(f"the sheet has no instruction {missing[0]}", f"it has {min(known)} to {max(known)}")
    return tuple(item for item in sheet.items if item.number in only)


def _meant(bill: Bill, item: "Item", house: "House") -> tuple[Splice, ...]:
    """Return what an instruction does in the one reading that fits."""
    fitting: list[tuple[Splice, ...]] = []
    errors: list[UnfitError] = []
    for instruction in read_instruction(item.sentence, item.lines, house.amendments):
        try:
            splices = locate(bill, instruction)
        except UnfitError as error:
            errors.append(error)
            continue
        if splices not in fitting:
            fitting.append(splices)
    if len(fitting) > 1:
        raise UnfitError("this can be read in two ways", "write it in one of the forms of the house")
    if not fitting:
        raise errors[0] if errors else UnfitError(*unheard(item.sentence, item.lines))
    return tuple(_with_names(splice, item) for splice in fitting[0])


def _with_names(splice: Splice, item: "Item") -> Splice:
    return replace(splice, names=item.names) if isinstance(splice, Come) and item.names else splice
