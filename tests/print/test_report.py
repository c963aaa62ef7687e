"""A report as a PDF says what the report says."""

import datetime
import re
import unicodedata

import pypdfium2
import pytest
from hypothesis import assume, given, settings

from ordain.errors import OrdainError
from ordain.model.draft import UNDATED
from ordain.model.report import Heading, Paragraph, Report, Table, shown
from ordain.print.report import Look, write_report_pdf
from tests.reports import COVERAGE, LEDGER, reports


def printed(report: Report) -> bytes:
    return write_report_pdf(report, Look(), UNDATED)


def pages(pdf: bytes) -> list[str]:
    """Return the letters of each page without blanks; a hyphen at the end of a line is told as a control sign."""
    texts = (page.get_textpage().get_text_range().replace("\x02", "-") for page in pypdfium2.PdfDocument(pdf))
    return [_letters(text) for text in texts]


def said(report: Report) -> str:
    words = [report.title]
    for part in report.parts:
        match part:
            case Heading(text) | Paragraph(text):
                words += shown(text)
            case Table():
                words += [part.title, *(column.title for column in part.columns)]
                words += [line for row in part.rows for cell in row for line in cell.lines] or ["none"]
    return _letters("".join(line for word in words for line in shown(word)))


def _letters(text: str) -> str:
    return unicodedata.normalize("NFKD", re.sub(r"[\s\ufffe]", "", text))


@settings(max_examples=25)
@given(reports())
def test_any_report_that_fits_one_page_is_read_back_letter_by_letter_or_refused(report: Report) -> None:
    try:
        pdf = printed(report)
    except OrdainError:
        return
    found = pages(pdf)
    assume(len(found) == 1)
    assert found[0] == said(report) + "Page1of1"


@pytest.mark.parametrize("report", [COVERAGE, LEDGER], ids=lambda report: report.name)
def test_a_worked_report_is_read_back(report: Report) -> None:
    assert pages(printed(report)) == [said(report) + "Page1of1"]


def test_the_titles_of_columns_stand_on_every_page() -> None:
    (table, *_) = LEDGER.tables
    long = Report(name="x", title="Long", parts=(Table(key="t", columns=table.columns, rows=table.rows * 40),))
    found = pages(printed(long))
    assert len(found) > 1
    assert all(_letters(column.title) in page for page in found for column in table.columns)


def test_many_columns_turn_the_page() -> None:
    def is_sideways(report: Report) -> bool:
        width, height = pypdfium2.PdfDocument(printed(report))[0].get_size()
        return bool(width > height)

    assert is_sideways(LEDGER) is LEDGER.sideways
    assert is_sideways(COVERAGE) is COVERAGE.sideways
    assert LEDGER.sideways is not COVERAGE.sideways


def test_the_same_report_and_moment_give_the_same_bytes() -> None:
    assert printed(COVERAGE) == printed(COVERAGE)
    assert write_report_pdf(COVERAGE, Look(), UNDATED + datetime.timedelta(days=1)) != printed(COVERAGE)


def test_the_language_is_that_of_its_words() -> None:
    assert b"/Lang(es" in printed(Report(name="x", title="Un resumen", parts=(), language="es"))
    assert b"/Lang(en" in printed(COVERAGE)


def test_a_letter_that_the_typeface_lacks_is_refused() -> None:
    with pytest.raises(OrdainError, match=r"the x: the typeface for Arial has no '条'"):
        printed(Report(name="x", title="x", parts=(Heading("条"),)))
