"""An amendment sheet as a PDF says what its text says."""

import datetime

import pypdfium2
import pytest

from ordain.errors import OrdainError
from ordain.model.draft import UNDATED
from ordain.print.sheet import write_sheet_pdf

LINES = (
    "AMENDMENTS TO ORDINANCE O-1",
    "Print: “introduced”",
    "",
    "1. On page 2, line 3, strike “#may*”.",
    "    “_A_ <b>”",
)


def _words(pdf: bytes) -> str:
    page = pypdfium2.PdfDocument(pdf)[0]
    return " ".join(page.get_textpage().get_text_range().split())


def test_every_line_is_read_back_letter_by_letter() -> None:
    said = " ".join(line.strip() for line in LINES if line)
    assert _words(write_sheet_pdf(LINES, UNDATED, "sheet.pdf")) == f"{said} Page 1 of 1"


def test_the_same_sheet_and_moment_give_the_same_bytes() -> None:
    first = write_sheet_pdf(LINES, UNDATED, "sheet.pdf")
    assert write_sheet_pdf(LINES, UNDATED, "sheet.pdf") == first
    assert write_sheet_pdf(LINES, UNDATED + datetime.timedelta(days=1), "sheet.pdf") != first


def test_a_letter_that_the_typeface_lacks_is_refused_with_its_place() -> None:
    with pytest.raises(OrdainError, match=r"sheet\.pdf:2:1: the typeface for Arial has no '条'"):
        write_sheet_pdf(("AMENDMENTS", "条"), UNDATED, "sheet.pdf")
