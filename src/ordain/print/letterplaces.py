"""Read where each letter of a PDF stands.

The only module that knows PDFium.  PDFium's own lines of text join a word that is parted
at the end of a line; so only its single letters are used.
"""

import ctypes
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2
from pypdfium2 import raw

if TYPE_CHECKING:
    from collections.abc import Iterator


class Letter(NamedTuple):
    """A letter on a page: its place in points from the left, and its baseline from the bottom.

    A bill of 200 pages has 400,000 of them: a named tuple is made in half the time that a
    frozen value takes.
    """

    text: str
    x: float
    y: float


def letters_of(pdf: bytes) -> "Iterator[tuple[Letter, ...]]":
    """Yield the letters of each page in the order in which they are read; blanks are none."""
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            text = page.get_textpage()
            yield tuple(_letters(text))
            text.close()
            page.close()


# What PDFium gives for a hyphen at the end of a line; no text has either.
_PARTING = "\x02\ufffe"


def _letters(page: "pypdfium2.PdfTextPage") -> "Iterator[Letter]":
    x, y = ctypes.c_double(), ctypes.c_double()
    x_there, y_there = ctypes.byref(x), ctypes.byref(y)
    origin_of, it = raw.FPDFText_GetCharOrigin, page.raw
    for at, letter in enumerate(_text(page)):
        if letter != "\0" and not letter.isspace():
            origin_of(it, at, x_there, y_there)
            yield Letter("-" if letter in _PARTING else letter, x.value, y.value)


def _text(page: "pypdfium2.PdfTextPage") -> str:
    """Return the letters of a page in one text: no print of ours has one beyond the first plane of Unicode."""
    count = page.count_chars()
    units = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(page.raw, 0, count, units)
    assert written == count + 1 or not count
    return bytes(units)[: 2 * count].decode("utf-16-le")
