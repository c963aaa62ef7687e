"""A print is written in the form that its name asks for, and its lines are those of the PDF."""

import datetime
import io
import json
from pathlib import Path

import docx
import pypdfium2
import pytest

from ordain.errors import OrdainError
from ordain.model.draft import UNDATED
from ordain.workflow.houses import houses
from ordain.workflow.print import pdf_of, print_of, write_lines
from tests.print.prints import ALBUQUERQUE, LOS_ANGELES


@pytest.mark.parametrize(("name", "start"), [("x.docx", b"PK\x03\x04"), ("x.PDF", b"%PDF-")])
def test_the_suffix_names_the_form(name: str, start: bytes) -> None:
    assert print_of(ALBUQUERQUE, Path(name), houses(ALBUQUERQUE)).startswith(start)


def test_another_suffix_is_refused() -> None:
    with pytest.raises(OrdainError, match=r"no print is written as '.odt'; end the name in .docx or .pdf"):
        print_of(ALBUQUERQUE, Path("x.odt"), houses(ALBUQUERQUE))


def test_an_order_has_an_official_print_as_a_bill_has() -> None:
    path = ALBUQUERQUE.parent / "order.yaml"
    assert pdf_of(path, houses(path)).lines.rows[0].line.page == 1


def test_a_word_file_has_no_official_print(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(print_of(ALBUQUERQUE, path, houses(ALBUQUERQUE)))
    with pytest.raises(OrdainError, match="this is a Word file already"):
        print_of(path, Path("y.pdf"), houses(ALBUQUERQUE))


def _created(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return str(document.get_metadata_dict()["CreationDate"])


def test_the_moment_is_given_or_that_of_the_version_or_one_that_nobody_takes_for_real(tmp_path: Path) -> None:
    dated = tmp_path / "dated.txt"
    dated.write_text("---\nhouse: albuquerque\ndate: 2026-03-11\n---\nA TITLE.\n", encoding="utf-8")
    known = houses(ALBUQUERQUE)
    moment = datetime.datetime(2026, 4, 1, tzinfo=datetime.UTC)
    assert _created(pdf_of(dated, known).content).startswith("D:20260311")
    assert _created(pdf_of(dated, known, moment=moment).content).startswith("D:20260401")
    assert _created(pdf_of(ALBUQUERQUE, known).content).startswith("D:20000101")


def test_the_word_document_has_the_moment_that_is_given() -> None:
    known, moment = houses(ALBUQUERQUE), datetime.datetime(2026, 4, 1, 9, 30, tzinfo=datetime.UTC)
    given, plain = (print_of(ALBUQUERQUE, Path("x.docx"), known, moment=it) for it in (moment, None))
    assert docx.Document(io.BytesIO(given)).core_properties.created == moment
    assert docx.Document(io.BytesIO(plain)).core_properties.created == UNDATED


def test_lines_are_written_as_page_line_and_text() -> None:
    lines = pdf_of(ALBUQUERQUE, houses(ALBUQUERQUE)).lines
    written = json.loads(write_lines(lines.rows, numbered=lines.numbered))
    assert written[0] == {"page": 1, "line": 1, "text": "ORDINANCE"}
    assert len(written) == len(lines.rows)


def test_where_the_house_numbers_no_lines_the_line_is_null() -> None:
    lines = pdf_of(LOS_ANGELES, houses(LOS_ANGELES)).lines
    assert {line["line"] for line in json.loads(write_lines(lines.rows, numbered=lines.numbered))} == {None}


def test_no_lines_are_an_empty_list() -> None:
    assert json.loads(write_lines((), numbered=True)) == []
