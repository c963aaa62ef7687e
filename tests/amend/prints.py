"""A stand-in for the official print: paragraphs broken greedily at so many letters, and pages at so many lines."""

import hashlib

from ordain.amend.pages import Print, Row
from ordain.amend.paragraphs import paragraphs_of
from ordain.model.draft import Draft
from ordain.model.linemap import Line

# The first line of a page of body text is below the numbered line of the heading.
_FIRST = 2


def broken(draft: Draft, letters: int = 60, lines: int = 20) -> Print:
    """Return the print of a draft, on pages of so many lines of so many letters."""
    rows: list[Row] = []
    page, line = 1, _FIRST
    paragraphs = paragraphs_of(draft)
    for at, paragraph in enumerate(paragraphs):
        for start, end in _stretches(paragraph.line, letters):
            if line > lines:
                page, line = page + 1, 1
            rows.append(Row(Line(page, line), at, start, end))
            line += 1
    digest = hashlib.sha256("\n".join(paragraph.line for paragraph in paragraphs).encode()).hexdigest()[:12]
    return Print(draft.front.version or "", digest, tuple(rows))


def _stretches(line: str, letters: int) -> list[tuple[int, int]]:
    found = []
    start = 0
    while len(line) - start > letters:
        cut = line.rfind(" ", start + 1, start + letters)
        end = cut + 1 if cut > start else start + letters
        found.append((start, end))
        start = end
    return [*found, (start, len(line))]
