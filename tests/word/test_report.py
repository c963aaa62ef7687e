"""A report as a Word document."""

import datetime
import io

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from hypothesis import given, settings

from ordain.model.report import Cell, Column, Heading, Paragraph, Report, Table, Tone, shown
from ordain.word.parts.names import local, w
from ordain.word.parts.package import Package, open_package
from ordain.word.printing.report import write_report_docx
from tests.oracles import oracle
from tests.oracles.validator import Validator
from tests.reports import COVERAGE, LEDGER, reports

pytestmark = oracle

_EVERYTHING = Report(name="x", title="All parts", parts=(*COVERAGE.parts, *COVERAGE.parts[:1], *LEDGER.parts))


def opened(report: Report) -> Document:
    return docx.Document(io.BytesIO(write_report_docx(report)))


def package(report: Report) -> Package:
    return open_package(write_report_docx(report))


def test_the_title_the_headings_and_the_titles_of_tables_have_their_styles() -> None:
    paragraphs = [(it.style.name, it.text) for it in opened(COVERAGE).paragraphs if it.style and it.text]
    assert paragraphs == [
        ("Title", "What of the order is in the bill"),
        ("Normal", "Each provision of the order, and what became of it."),
        ("Caption", "Provisions of the order"),
        ("Heading 1", "Added without source"),
    ]


def test_a_table_has_its_cells_line_by_line() -> None:
    table = opened(COVERAGE).tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["Provision", "State", "Where, and why"]
    assert [cell.text for cell in table.rows[1].cells] == ["facility-reports", "codified", "Section 3(A)\nSection 4"]
    assert table.rows[3].cells[2].text == "–"
    assert opened(COVERAGE).tables[1].rows[1].cells[0].text == "none"


def test_the_titles_of_columns_are_repeated_and_no_row_is_broken_over_pages() -> None:
    for table in package(COVERAGE).tree("word/document.xml").iter(w("tbl")):
        rows = [[local(it) for it in row.iterfind(f"{w('trPr')}/*")] for row in table.iter(w("tr"))]
        assert rows == [["cantSplit", "tblHeader"], *[["cantSplit"]] * (len(rows) - 1)]


def test_tables_never_meet() -> None:
    report = Report(name="x", title="x", parts=(LEDGER.parts[0], *COVERAGE.parts[1:2]))
    body = [local(it) for it in package(report).tree("word/document.xml")[0]]
    assert body == ["p", "tbl", "p", "p", "tbl", "p", "sectPr"]


def test_a_report_of_many_columns_lies_on_its_side() -> None:
    for report, orientation in ((LEDGER, WD_ORIENT.LANDSCAPE), (COVERAGE, WD_ORIENT.PORTRAIT)):
        section = opened(report).sections[0]
        assert section.orientation == orientation
        assert section.page_width is not None
        assert section.page_height is not None
        assert (section.page_width > section.page_height) == (orientation == WD_ORIENT.LANDSCAPE)


def test_a_table_is_as_wide_as_the_text() -> None:
    for report, room in ((LEDGER, 13680), (COVERAGE, 10080)):
        for table in package(report).tree("word/document.xml").iter(w("tbl")):
            widths = [int(it.get(w("w"), "")) for it in table.iter(w("gridCol"))]
            assert room - len(widths) <= sum(widths) <= room


def test_every_format_is_a_style() -> None:
    document = package(COVERAGE).tree("word/document.xml")
    properties = {local(it) for kind in ("pPr", "rPr") for found in document.iter(w(kind)) for it in found}
    assert properties == {"pStyle", "rStyle"}


@pytest.mark.parametrize("tone", [tone for tone in Tone if tone is not Tone.PLAIN])
def test_a_tone_is_a_character_style(tone: Tone) -> None:
    row = (Cell("x"), Cell("y", tone))
    table = Table(key="rows", columns=(Column("a", "A"), Column("b", "B")), rows=(row,))
    [run] = opened(Report(name="x", title="x", parts=(table,))).tables[0].rows[1].cells[1].paragraphs[0].runs
    assert run.style is not None
    assert run.style.name == f"Report {tone.value.capitalize()}"


def test_the_foot_of_each_page_has_its_number() -> None:
    fields = [it.get(w("instr")) for it in package(COVERAGE).tree("word/footer.xml").iter(w("fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_the_document_says_its_title_its_language_and_the_date_that_it_is_given() -> None:
    given_date = datetime.datetime(2026, 3, 11, 9, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=-6)))
    properties = docx.Document(io.BytesIO(write_report_docx(COVERAGE, given_date))).core_properties
    assert properties.title == COVERAGE.title
    assert properties.language == "en-US"
    assert properties.created == properties.modified == given_date
    undated = opened(COVERAGE).core_properties
    assert undated.created == datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)


@settings(max_examples=20)
@given(reports())
def test_any_report_is_written_whole_and_twice_alike(report: Report) -> None:
    content = write_report_docx(report)
    assert content == write_report_docx(report)
    document = open_package(content).tree("word/document.xml")
    wanted = [report.title]
    for part in report.parts:
        match part:
            case Heading(text) | Paragraph(text):
                wanted += [" ".join(shown(text))]
            case Table():
                wanted += [" ".join(shown(part.title)), *(column.title for column in part.columns)]
                wanted += [line for row in part.rows for cell in row for line in cell.lines] or ["none"]
    found = " ".join("".join(it.text or "" for it in paragraph.iter(w("t"))) for paragraph in document.iter(w("p")))
    assert found.split() == " ".join(wanted).split()


def test_the_schema_of_word_finds_no_fault(validator: Validator) -> None:
    assert validator.errors(write_report_docx(_EVERYTHING)) == ()
    assert validator.errors(write_report_docx(Report(name="x", title="x", parts=()))) == ()
