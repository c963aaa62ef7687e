"""Sheets in Word: ours, and those that somebody typed there."""

import io

import docx
import pytest

from ordain.amend.prove import amend
from ordain.amend.sheettext import read_sheet, sheet_lines
from ordain.errors import OrdainError
from ordain.word.printing.sheet import read_sheet_docx, write_sheet_docx
from ordain.workflow.houses import houses
from ordain.workflow.readback import load_draft
from tests.amend.prints import broken
from tests.chains import ROOT
from tests.oracles import oracle
from tests.oracles.validator import Validator

pytestmark = oracle

_MATTER = ROOT / "drafts" / "albuquerque-safer-community"


def _ours() -> bytes:
    paths = [_MATTER / name for name in ("2-committee-substitute.txt", "3-floor-substitute.txt")]
    old, new = (load_draft(path, houses(path)) for path in paths)
    return write_sheet_docx(sheet_lines(amend(old.draft, new.draft, old.house, broken(old.draft))))


def test_the_schema_of_word_finds_no_fault_in_a_sheet(validator: Validator) -> None:
    assert validator.errors(_ours()) == ()
    assert validator.errors(write_sheet_docx(())) == ()


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert _ours() == _ours()


def test_a_sheet_typed_in_word_is_read_with_the_numbers_of_its_list() -> None:
    document = docx.Document()
    document.add_heading("Floor amendment 1", 0)
    document.add_paragraph("On page 1, line 12, strike “shall” and insert “may”.", style="List Number")
    document.add_paragraph("On page 1, line 14, strike “three”.", style="List Number")
    out = io.BytesIO()
    document.save(out)
    sheet = read_sheet(read_sheet_docx(out.getvalue(), "sheet.docx"))
    assert [(item.number, item.sentence) for item in sheet.items] == [
        (1, "On page 1, line 12, strike “shall” and insert “may”."),
        (2, "On page 1, line 14, strike “three”."),
    ]


def test_a_sheet_with_a_table_is_refused() -> None:
    document = docx.Document()
    document.add_paragraph("1. On page 1, line 12, strike “shall” and insert “may”.")
    document.add_table(rows=1, cols=1).cell(0, 0).text = "2. On page 1, line 14, strike “three”."
    out = io.BytesIO()
    document.save(out)
    with pytest.raises(OrdainError, match="a table stands in the sheet"):
        read_sheet_docx(out.getvalue(), "sheet.docx")
