"""Read the line map of a print from the PDF, letter by letter against the draft.

What a reader sees decides: the letters on the pages, in the order in which they are read,
must be those of the draft, one by one, and the numbers beside them must count the lines.
"""

import unicodedata
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.errors import refuse
from ordain.model.linemap import Line, LineMap, Row, Span
from ordain.print.letterplaces import letters_of
from ordain.print.page import page_of
from ordain.print.paragraphs import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.errors import OrdainError
    from ordain.model.draft import Draft
    from ordain.model.house import House
    from ordain.print.letterplaces import Letter
    from ordain.print.page import Page
    from ordain.print.paragraphs import Paragraph


def read_lines(pdf: bytes, draft: "Draft", house: "House") -> LineMap:
    """Return the line map of the print of a draft.

    Raises OrdainError where the PDF does not hold the letters of the draft and no others,
    or its numbers do not count its lines.
    """
    page = page_of(house.layout)
    sheets = [_sheet(letters, page) for letters in letters_of(pdf)]
    printed = paragraphs(draft, house)
    counted = [at for at, paragraph in enumerate(printed) if paragraph.counted]
    places = {at: place for place, at in enumerate(counted)}
    lines = [line for line in _lines(sheets, printed, page.pitch) if line.paragraph in places]
    rows = []
    for number, on_page in groupby(lines, key=lambda line: line.page):
        here = list(on_page)
        if house.layout.line_numbers:
            _check_numbers(sheets[number - 1].numbers, here, page.pitch)
        for at, it in enumerate(here, start=1):
            text = " ".join(printed[it.paragraph].unit.line[it.start : it.end].split())
            rows.append(Row(Line(number, at), Span(places[it.paragraph], it.start, it.end), text))
    return LineMap(tuple(printed[at].unit for at in counted), tuple(rows), numbered=house.layout.line_numbers)


class _Sheet(Struct, frozen=True):
    """A page: its letters without head, foot and margin, and the numbers in the margin with their baselines."""

    letters: tuple["Letter", ...]
    numbers: tuple[tuple[str, float], ...]


class _Line(Struct, frozen=True):
    """A line as it is found: the letters from `start` to `end` of a paragraph, on one baseline."""

    page: int
    y: float
    paragraph: int
    start: int
    end: int


# A letter that starts left of the text is one of the margin; lengths are rounded in a PDF.
_ROUNDED = 0.5

# Letters that are raised stand less than this share of the distance of lines over their
# baseline, and the lines next to theirs are further away.
_SAME_LINE = 0.45


def _sheet(letters: "tuple[Letter, ...]", page: "Page") -> _Sheet:
    top, bottom = page.height - page.top, page.height - page.bottom
    inside = [letter for letter in letters if bottom < letter.y < top]
    margin = [letter for letter in inside if letter.x < page.left - _ROUNDED]
    numbers = tuple(("".join(it.text for it in figures), y) for y, figures in groupby(margin, key=lambda it: it.y))
    return _Sheet(
        tuple(letter for letter in inside if letter.x >= page.left - _ROUNDED),
        tuple(sorted(numbers, key=lambda number: -number[1])),
    )


def _lines(sheets: list[_Sheet], printed: "tuple[Paragraph, ...]", pitch: float) -> "Iterator[_Line]":
    """Yield the lines of all paragraphs, while every letter of them is compared with the letter on the page."""
    found = (
        (number, letter.y, sign)
        for number, it in enumerate(sheets, 1)
        for letter in it.letters
        for sign in _signs(letter.text)
    )
    for at, paragraph in enumerate(printed):
        text = paragraph.unit.line
        begin, page, baseline = 0, 0, 0.0
        for offset, letter in enumerate(text):
            for sign in _signs(letter):
                number, y, printed_sign = next(found, (0, 0.0, ""))
                if printed_sign != sign:
                    raise _other(text, offset)
                if page and (number != page or abs(y - baseline) > pitch * _SAME_LINE):
                    yield _Line(page, baseline, at, begin, offset)
                    begin, page = offset, 0
                if not page:
                    page, baseline = number, y
        yield _Line(page, baseline, at, begin, len(text))
    if next(found, None) is not None:
        raise _other("", 0)


@cache
def _signs(letter: str) -> str:
    """Return a letter in the form in which two that look alike are one: base and accent apart, one hyphen, no blank."""
    if letter in "\u2010\u2011":
        return "-"
    return "".join(unicodedata.normalize("NFKD", letter).split())


def _check_numbers(numbers: tuple[tuple[str, float], ...], lines: list[_Line], pitch: float) -> None:
    """Raise OrdainError where the numbers of a page are not 1, 2, 3, each beside its line."""
    same = len(numbers) == len(lines) and all(
        number == str(at) and abs(y - line.y) < pitch * _SAME_LINE
        for at, ((number, y), line) in enumerate(zip(numbers, lines, strict=True), start=1)
    )
    if not same:
        raise refuse(
            f"the numbers beside the lines of page {lines[0].page} do not count them",
            "give the house's layout more room between lines, or smaller type",
        )


def _other(text: str, offset: int) -> "OrdainError":
    near = text[max(0, offset - 20) : offset + 20]
    return refuse(
        f"the print does not read as the draft does, near '{near}'",
        "cite this text by section; its lines cannot be told",
    )
