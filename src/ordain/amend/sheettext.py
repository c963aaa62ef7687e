"""The text of a sheet: heading, numbered instructions, and the paragraphs that these insert.

It is what a sheet is proven by.  A line that opens with a number and a period opens an
instruction, one in quotation marks is a paragraph to be inserted, any other goes on with
the sentence above.
"""

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ordain.amend.sheet import STRING, Item, Sheet, read_step, read_string, write_step, write_value
from ordain.errors import OrdainError, Place, Problem, refuse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def write_sheet(sheet: Sheet) -> str:
    """Return a sheet as text; it ends in a line end."""
    return "\n".join(sheet_lines(sheet)) + "\n"


def sheet_lines(sheet: Sheet) -> tuple[str, ...]:
    """Return the lines of a sheet, each of which is a paragraph of its own."""
    return (*heading_lines(sheet), "", *(line for item in sheet.items for line in _item_lines(item)))


def heading_lines(sheet: Sheet) -> tuple[str, ...]:
    """Return the lines above the instructions."""
    heading = [sheet.title] if sheet.title else []
    heading += [f"Sponsor: {sheet.sponsor}"] if sheet.sponsor else []
    heading += [f"Date: {sheet.date}"] if sheet.date else []
    heading += [f"Print: {write_value(sheet.label)}, digest {sheet.digest}"] if sheet.digest else []
    heading += [write_step(step) for step in sheet.steps]
    return tuple(heading)


def _item_lines(item: Item) -> "Iterator[str]":
    yield f"{item.number}. {item.sentence}"
    for line in item.lines:
        yield f"    “{line}”"


_PRINT = re.compile(rf"Print: (?P<label>{STRING}), digest (?P<digest>[0-9a-f]{{6,64}})\.?")
_NUMBERED = re.compile(r"\s*(?P<number>[0-9]{1,4})\.\s+(?P<sentence>\S.*)", re.DOTALL)
_TALK = {"Sponsor": "sponsor", "Date": "date"}


def read_sheet(text: str, file: str = "-") -> Sheet:
    """Return the sheet that a text holds.

    Raises OrdainError where a line of the heading cannot be read, a number stands twice,
    or nothing is numbered and the heading changes nothing.
    """
    lines = text.removesuffix("\n").split("\n")
    first = next((at for at, line in enumerate(lines) if _NUMBERED.fullmatch(line)), None)
    sheet = read_heading(lines[:first], file)
    if first is None:
        if sheet.steps or sheet.digest:
            return sheet
        remedy = "number each, as in “1. On page 3, line 12, …”"
        raise refuse("the sheet has no numbered instruction", remedy, Place(file))
    items = tuple(_items(lines, first, file))
    numbers = [item.number for item in items]
    problems = [
        Problem(f"the number {item.number} stands twice", "number the instructions 1, 2, 3", item.place)
        for at, item in enumerate(items)
        if item.number in numbers[:at]
    ]
    if problems:
        raise OrdainError(*problems)
    return replace(sheet, items=items)


def read_heading(lines: "Sequence[str]", file: str) -> Sheet:
    """Return a sheet without instructions, as the lines above them tell it; what else they say is for readers."""
    sheet = Sheet(items=())
    for number, line in enumerate(lines, start=1):
        place = Place(file, number, 1, line)
        step = read_step(line.strip(), place)
        printed = _PRINT.fullmatch(line.strip())
        key, _, said = line.strip().partition(": ")
        if step is not None:
            sheet = replace(sheet, steps=(*sheet.steps, step))
        elif printed is not None:
            sheet = replace(sheet, label=read_string(printed["label"]), digest=printed["digest"])
        elif line.strip().startswith("Print:"):
            raise refuse("the print cannot be read", 'write it as in: Print: "introduced", digest 5f2a9c01d3e4', place)
        elif key in _TALK:
            sheet = replace(sheet, **{_TALK[key]: said})
        elif not sheet.title:
            sheet = replace(sheet, title=line.strip())
    return sheet


def _items(lines: "Sequence[str]", first: int, file: str) -> "Iterator[Item]":
    starts = [at for at in range(first, len(lines)) if _opens(lines, first, at)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        match = _NUMBERED.fullmatch(lines[start])
        assert match is not None
        place = Place(file, start + 1, match.start("sentence") + 1, lines[start])
        sentence, rest = match["sentence"].rstrip(), start + 1
        while rest < end and not sentence.endswith(":"):
            sentence = f"{sentence} {lines[rest].strip()}".rstrip()
            rest += 1
        quoted = [(at, lines[at]) for at in range(rest, end) if lines[at].strip()]
        yield Item(number=int(match["number"]), sentence=sentence, lines=_unquoted(quoted, file), place=place)


def _opens(lines: "Sequence[str]", first: int, at: int) -> bool:
    """Whether a line opens an instruction; a paragraph to be inserted may open with a number too, but in quotes."""
    return at == first or _NUMBERED.fullmatch(lines[at]) is not None


_OPENING, _CLOSING = ("“", '"'), ("”", '"')


def _unquoted(quoted: "Sequence[tuple[int, str]]", file: str) -> tuple[str, ...]:
    """Return paragraphs without their marks: each opens with one, and each, or only the last, ends with one."""
    held = [line.strip(" \t") for _, line in quoted]
    held[-1:] = [re.sub(r"(?<=[”\"])[.;]$", "", line) for line in held[-1:]]
    for (at, line), text in zip(quoted, held, strict=True):
        if not text.startswith(_OPENING):
            message = "this is neither an instruction nor a paragraph in quotation marks"
            raise refuse(
                message, "put each paragraph that is inserted in quotation marks", Place(file, at + 1, 1, line)
            )
    closed = [text.endswith(_CLOSING) and len(text) > 1 for text in held]
    if held and not closed[-1]:
        at, line = quoted[-1]
        raise refuse("this paragraph has no closing mark", "end it with ”", Place(file, at + 1, 1, line))
    last = len(held) - 1
    return tuple(text[1:-1] if all(closed) or at == last else text[1:] for at, text in enumerate(held))
