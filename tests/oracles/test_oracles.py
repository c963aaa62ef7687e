"""The oracles tell right from wrong, so their silence means something."""

import io
import os
import signal
import zipfile
from contextlib import closing

import pytest
from docx import Document

from tests.oracles import oracle
from tests.oracles.office import Office, OfficeError, Reading
from tests.oracles.pandoc import Pandoc
from tests.oracles.validator import Validator

pytestmark = oracle

_CONTENT_TYPES = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>"""

_RELATIONSHIPS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Target="word/document.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
</Relationships>"""

_INSERTION = """
<w:ins w:id="3" w:author="Clerk" w:date="2026-01-02T00:00:00Z"><w:r><w:t>again</w:t></w:r></w:ins>"""

_DOCUMENT = """<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
<w:p><w:r><w:t xml:space="preserve">The Mayor </w:t></w:r>
<w:del w:id="1" w:author="Clerk" w:date="2026-01-02T00:00:00Z"><w:r><w:delText>may</w:delText></w:r></w:del>
<w:ins w:id="2" w:author="Clerk" w:date="2026-01-02T00:00:00Z"><w:r><w:t>shall</w:t></w:r></w:ins>
<w:r><w:t xml:space="preserve"> report.</w:t></w:r></w:p>
<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr/>
<w:p><w:r><w:t>A cell.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:p/>
</w:body></w:document>"""


@pytest.fixture(scope="module")
def docx() -> bytes:
    """Return a document that strikes one word and adds another."""
    return _package(_DOCUMENT)


def test_the_office_accepts(office: Office, docx: bytes) -> None:
    assert office.resolve(docx, "accept") == _reading("The Mayor shall report.", left=0)


def test_the_office_rejects(office: Office, docx: bytes) -> None:
    assert office.resolve(docx, "reject") == _reading("The Mayor may report.", left=0)


def test_the_office_keeps_both_words_and_counts_the_changes(office: Office, docx: bytes) -> None:
    assert office.resolve(docx, "keep") == _reading("The Mayor mayshall report.", left=2)


def test_the_office_answers_many_in_their_order(office: Office, docx: bytes) -> None:
    new, old = office.resolve_many([(docx, "accept"), (docx, "reject")])
    assert (new.paragraphs[0], old.paragraphs[0]) == ("The Mayor shall report.", "The Mayor may report.")


def test_the_office_reads_numbers_and_headers(office: Office) -> None:
    document = Document()
    document.add_paragraph("Reports.", style="List Number")
    document.sections[0].header.paragraphs[0].text = "Bill 26-1"
    out = io.BytesIO()
    document.save(out)
    reading = office.resolve(out.getvalue(), "keep")
    assert (reading.body, reading.paragraphs) == ("    1. Reports.\n", ("Reports.",))
    assert reading.headers == ("Bill 26-1",)


def test_the_office_prints(office: Office, docx: bytes) -> None:
    assert office.pdf(docx).startswith(b"%PDF-")


def test_the_office_refuses_what_is_not_a_document(office: Office) -> None:
    with pytest.raises(OfficeError):
        office.resolve(b"The Mayor shall report.", "keep")


def test_a_dead_office_is_replaced(office: Office, docx: bytes) -> None:
    worker = office._worker or office._start()
    os.killpg(worker.pid, signal.SIGKILL)
    assert office.resolve(docx, "accept").paragraphs[0] == "The Mayor shall report."
    assert office._worker is not worker


@pytest.mark.usefixtures("office")  # for its skip where there is none
def test_an_office_that_is_always_late_is_given_up(docx: bytes) -> None:
    hasty = Office(limit=0.01)
    with closing(hasty), pytest.raises(OfficeError, match="no answer in"):
        hasty.resolve(docx, "accept")


def test_pandoc_accepts_and_rejects(pandoc: Pandoc, docx: bytes) -> None:
    assert pandoc(docx, "accept")[0] == "The Mayor shall report."
    assert pandoc(docx, "reject")[0] == "The Mayor may report."


def test_the_validator_finds_no_error_in_a_sound_document(validator: Validator, docx: bytes) -> None:
    assert validator.errors(docx) == ()


def test_the_validator_finds_two_insertions_with_one_id(validator: Validator) -> None:
    (error,) = validator.errors(_package(_DOCUMENT.replace("<w:p/>", f"<w:p>{_INSERTION}{_INSERTION}</w:p>")))
    assert "should have unique value" in error
    assert "/word/document.xml" in error


def test_the_validator_says_that_a_file_is_no_package(validator: Validator) -> None:
    (error,) = validator.errors(b"The Mayor shall report.")
    assert "cannot be opened" in error


def _reading(first: str, left: int) -> Reading:
    return Reading(
        body=f"{first}\nA cell.\n\n",
        paragraphs=(first, "A cell.", ""),
        footnotes=(),
        endnotes=(),
        headers=(),
        left=left,
    )


def _package(document: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("[Content_Types].xml", _CONTENT_TYPES)
        package.writestr("_rels/.rels", _RELATIONSHIPS)
        package.writestr("word/document.xml", document)
    return out.getvalue()
