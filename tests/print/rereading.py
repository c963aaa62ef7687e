"""Compute the digest of a marked print again, from the letters of the PDF alone.

Nothing here shares code with the print: what stands beside a line tells where a paragraph
begins, and what happened to it; the signs round the words tell what is struck and added.
"""

import ctypes
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from tests.recomputed import from_text

# Where the words of a paragraph stand, in points from the left, and above the foot of the page.
LEFT, RIGHT, FOOT, HEAD = 105, 475, 58, 735
# The columns of the first pages with the number of a change, and with its page: left of, right of.
LISTED = 90, 500
# What stands beside a line has smaller type, and so another baseline.
BESIDE = 6
# In the margin the number of the line with which a paragraph begins is larger than those that follow it.
OPENS, NUMBERS = 7, 8


NOTED = re.compile(r"Change \d|(Heading|Header|Footer), ")


# What PDFium gives for a hyphen at the end of a line.
_HYPHENS = str.maketrans("\x02\ufffe", "--")


# How wide a blank is in each face, as a share of the size of the type.
BLANK = {"Sans": 0.278, "Serif": 0.25}


class Letter(NamedTuple):
    text: str
    x: float
    y: float
    size: float
    font: str
    made: bool


class Found(NamedTuple):
    """A paragraph as it is read: page and line beside it, what happened to it, and its words with their signs."""

    line: str
    note: str
    words: str

    @property
    def number(self) -> int | None:
        match = re.match(r"Change (\d+)", self.note)
        return int(match[1]) if match else None

    @property
    def kind(self) -> str:
        return re.sub(r"^Change \d+", "", self.note).strip()


def pages(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [" ".join(page.get_textpage().get_text_range().translate(_HYPHENS).split()) for page in document]


def stated(pdf: bytes) -> str:
    """Return the digest that stands on the first page."""
    [found] = set(re.findall(r"Digest of the changes:? ([0-9a-f]{64})", " ".join(pages(pdf))))
    return str(found)


def from_marked_print(pdf: bytes) -> str:
    return from_text(
        "\n".join(_as_text(it) for it in paragraphs(pdf) if it.number and not it.kind.startswith("moved to"))
    )


def _as_text(it: Found) -> str:
    kind = re.match(r"[a-z]+", it.kind)
    assert kind is not None
    groups = len(re.findall(r"\[[+-].*?[+-]\]", it.words))
    edits = f" edits={','.join(map(str, range(1, groups + 1)))}" if kind[0] == "moved" and groups else ""
    return f"{it.words.rstrip()} {{change={it.number}:{kind[0]}{edits}}}"


def paragraphs(pdf: bytes) -> list[Found]:
    """Return the paragraphs behind the page that sums up; what stands above the first line that is cited is left out."""
    found: list[Found] = []
    for lines, beside in _columns(pdf):
        starts = [
            (line.opens, any(-1 < at - line.y < BESIDE and NOTED.match(it) for it, at in beside)) for line in lines
        ]
        tops = [line.y for line, start in zip(lines, starts, strict=True) if any(start)]
        spans = dict(pairwise([*tops, float("-inf")]))
        for line, (cited, noted) in zip(lines, starts, strict=True):
            if cited or noted:
                note = "".join(it for it, at in beside if spans[line.y] + BESIDE < at < line.y + BESIDE)
                found.append(Found(line.number if cited else "", note, line.words))
            elif found:
                found[-1] = found[-1]._replace(words=found[-1].words + line.words)
    return found


class Line(NamedTuple):
    """A line of the print: the number beside it, whether a paragraph begins there, its words, and its baseline."""

    number: str
    opens: bool
    words: str
    y: float


def lines_of(pdf: bytes) -> list[Line]:
    """Return every line behind the page that sums up, with the number in the margin."""
    return [line for lines, _ in _columns(pdf) for line in lines]


def listed(pdf: bytes) -> list[tuple[int, int]]:
    """Return the number of each change in the lists of the first pages, and the page on which it is said to stand."""
    found = []
    for letters in _letters(pdf):
        for line, y in _lines(it for it in letters if it.x < LISTED[0] and FOOT < it.y < HEAD):
            page = "".join(it.text for it in letters if it.x > LISTED[1] and abs(it.y - y) < 1)
            if line.strip().isdigit() and page.strip().isdigit():
                found.append((int(line), int(page)))
    return found


def _columns(pdf: bytes) -> Iterator[tuple[list[Line], list[tuple[str, float]]]]:
    """Yield the lines of each page, and what stands to their right with its baseline."""
    first = next(at for at, text in enumerate(pages(pdf)) if "The text with its marks" in text)
    for letters in list(_letters(pdf))[first:]:
        inside = [it for it in letters if FOOT < it.y < HEAD]
        numbers = [it for it in inside if it.x < LEFT and it.size < NUMBERS]
        lines = []
        for words, y in _lines(it for it in inside if LEFT <= it.x <= RIGHT):
            its = [it for it in numbers if abs(it.y - y) < 1]
            lines.append(Line("".join(it.text for it in its), any(it.size > OPENS for it in its), words, y))
        yield lines, list(_lines(it for it in inside if it.x > RIGHT))


def _lines(letters: Iterable[Letter]) -> Iterator[tuple[str, float]]:
    """Join the letters of each baseline, in the order in which they are read."""
    held: list[Letter] = []
    for letter in letters:
        if held and abs(letter.y - held[0].y) > 1:
            yield _joined(held), held[0].y
            held = []
        held.append(letter)
    if held:
        yield _joined(held), held[0].y


def _joined(line: list[Letter]) -> str:
    """Join the letters of a line; PDFium gives several blanks as one, and their width tells how many there are.

    A blank that PDFium made itself, since two stretches stand apart, has no width.
    """
    blanks = [
        round((after.x - it.x) / (BLANK[it.font] * it.size)) if it.text == " " and not it.made else 1
        for it, after in pairwise(line)
    ]
    return "".join(it.text * max(1, count) for it, count in zip(line, [*blanks, 1], strict=True))


def _font(text: pypdfium2.PdfTextPage, at: int) -> str:
    """Return which kind of face a letter is set in."""
    name = ctypes.create_string_buffer(100)
    raw.FPDFText_GetFontInfo(text.raw, at, name, len(name), None)
    return "Serif" if b"Serif" in name.value else "Sans"


def _letters(pdf: bytes) -> Iterator[list[Letter]]:
    x, y = ctypes.c_double(), ctypes.c_double()
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            text = page.get_textpage()
            found = []
            for at in range(text.count_chars()):
                letter = chr(raw.FPDFText_GetUnicode(text.raw, at))
                # PDFium makes the ends of lines itself, and a blank with which a stretch of letters begins.
                if letter in "\0\r\n":
                    continue
                raw.FPDFText_GetCharOrigin(text.raw, at, ctypes.byref(x), ctypes.byref(y))
                size = raw.FPDFText_GetFontSize(text.raw, at)
                made = raw.FPDFText_IsGenerated(text.raw, at) == 1
                found.append(Letter(letter.translate(_HYPHENS), x.value, y.value, size, _font(text, at), made))
            yield found
