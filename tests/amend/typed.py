"""Sheets that somebody typed: what one does to the bill of the cases, or why it is refused."""

import difflib
import re
from dataclasses import dataclass

from ordain.amend.adopt import adopt
from ordain.amend.paragraphs import paragraphs_of
from ordain.amend.sheettext import read_sheet
from ordain.errors import OrdainError
from ordain.markup.front import MARK, write_front
from ordain.markup.parse import parse
from ordain.model.draft import Draft
from tests.amend.prints import broken
from tests.literate import AMENDMENTS
from tests.strategies import house

_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_BLOCK = re.compile(r"^```(\w+)(?: \S+)?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Typed:
    """A case: its heading, the sheet, and what comes of it, `diff` or `error`."""

    heading: str
    sheet: str
    kind: str
    outcome: str


def typed() -> tuple[str, str, tuple[Typed, ...]]:
    """Return the bill of the cases, its print line by line, and the cases."""
    parts = _HEADING.split(AMENDMENTS.read_text(encoding="utf-8"))
    blocks = [_BLOCK.findall(body) for body in parts[2::2]]
    cases = (
        Typed(heading, sheet[1], *outcome) for heading, (sheet, outcome) in zip(parts[5::2], blocks[2:], strict=True)
    )
    return blocks[0][0][1], blocks[1][0][1], tuple(cases)


def said(bill: str, sheet: str) -> tuple[str, str]:
    """Return the paragraphs of a bill that a sheet changes, as `diff`, or why it is refused, as `error`."""
    old = _draft(bill)
    try:
        new = adopt(old, read_sheet(sheet, "sheet.txt"), house(), broken(old))
    except OrdainError as error:
        return "error", "".join(f"{problem}\n" for problem in error.problems)
    lines = difflib.unified_diff(_shown(old), _shown(new), n=0, lineterm="")
    return "diff", "".join(f"{line}\n" for line in lines if not line.startswith(("---", "+++", "@@")))


def printed_lines(bill: str) -> str:
    """Return the print of a bill: page, line and words."""
    draft = _draft(bill)
    paragraphs = paragraphs_of(draft)
    return "".join(
        f"{row.line.page}:{row.line.number:<4} {paragraphs[row.paragraph].line[row.start : row.end].rstrip()}\n"
        for row in broken(draft).rows
    )


def _draft(text: str) -> Draft:
    return parse(text, {"springfield": house()}, "bill.txt")


def _shown(draft: Draft) -> list[str]:
    front = [line for line in write_front(draft.front).splitlines() if line != MARK]
    return [*front, *(paragraph.line for paragraph in paragraphs_of(draft))]
