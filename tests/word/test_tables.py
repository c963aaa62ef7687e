"""Tables: revisions of cells that an input holds, rows in content controls, and tables that come or go in a cell."""

import pytest

from ordain.word import accept, reject
from ordain.word.parts.names import local, w
from ordain.word.parts.package import open_package
from ordain.workflow.redline import Options, redline_of, write_docx
from ordain.workflow.sources import WordSource
from tests.word.documents import file_of
from tests.word.plainly import plainly

WHOSE = 'w:author="Ann" w:date="2026-01-05T09:00:00Z"'


def cell(*blocks: str, properties: str = "") -> str:
    held = "".join(block if block.startswith("<") else paragraph(block) for block in blocks)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{held}</w:tc>"


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" if text else "<w:p/>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(it if it.startswith('<') else cell(it) for it in cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def controlled(*held: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{''.join(held)}</w:sdtContent></w:sdt>"


def redline(old: bytes, new: bytes) -> bytes:
    return write_docx(redline_of(WordSource(old, "old.docx"), WordSource(new, "new.docx")), Options())


HELD = {
    "a row behind one in a content control": (
        (controlled(row("Dog", "$10")), row("Cat", "$5")), (controlled(row("Dog", "$10")),),
    ),
    "the only row in a content control": ((row("Cat", "$5"), controlled(row("Dog", "$10"))), (row("Cat", "$5"),)),
    "a table in a cell": (
        (row(cell("Dog"), "$10"),), (row(cell("Dog", table(row("small", "large")), ""), "$10"),),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HELD)
@pytest.mark.parametrize("turned", [False, True])
def test_what_comes_or_goes_in_a_table_is_given_back(name: str, *, turned: bool) -> None:
    sides = [file_of(paragraph("Fees."), table(*rows), paragraph("End.")) for rows in HELD[name]]
    old, new = reversed(sides) if turned else sides
    made = redline(old, new)
    assert plainly(made, "accept") == plainly(new)
    assert plainly(made, "reject") == plainly(old)
    for held in open_package(made).tree("word/document.xml").iter(w("tc")):
        assert is_of_marked_row(held) or held[-1].find(f"{w('pPr')}/{w('rPr')}") is None


def is_of_marked_row(held: "object") -> bool:
    """Whether the row of a cell is marked itself: only then may the end of the cell be."""
    properties = held.getparent().find(w("trPr"))  # type: ignore[attr-defined]
    return properties is not None and any(local(mark) in ("ins", "del") for mark in properties)


INSERTED = cell("Jan", properties=f'<w:cellIns w:id="1" {WHOSE}/>')
DELETED = cell("Jan", properties=f'<w:cellDel w:id="1" {WHOSE}/>')
MERGED = cell("", properties=f'<w:cellMerge w:id="1" {WHOSE} w:vMerge="cont"/>')
PARTED = cell("", properties=f'<w:vMerge w:val="continue"/><w:cellMerge w:id="1" {WHOSE} w:vMergeOrig="cont"/>')
ONE = cell("", properties='<w:vMerge w:val="continue"/>')

CELLS = {
    "added": (INSERTED, cell("Jan"), ""),
    "struck": (DELETED, "", cell("Jan")),
    "merged": (MERGED, ONE, cell("")),
    "parted": (PARTED, cell(""), ONE),
}


@pytest.mark.parametrize("name", CELLS)
def test_a_revision_of_a_cell_is_resolved(name: str) -> None:
    held, accepted, rejected = (
        file_of(paragraph("Fees."), table(row("Dog", *filter(None, [its])), row("Cat", "$5")), paragraph("End."))
        for its in CELLS[name]
    )
    assert plainly(accept(held)) == plainly(accepted)
    assert plainly(reject(held)) == plainly(rejected)


def test_a_row_all_of_whose_cells_go_goes_too() -> None:
    held = file_of(paragraph("Fees."), table(row("Dog"), row(DELETED)), paragraph("End."))
    assert plainly(accept(held)) == plainly(file_of(paragraph("Fees."), table(row("Dog")), paragraph("End.")))


def test_a_revision_of_a_cell_that_an_input_holds_is_settled() -> None:
    old = file_of(paragraph("Fees."), table(row("Dog", INSERTED)), paragraph("End."))
    new = file_of(paragraph("Fees."), table(row("Dog", "Jan")), paragraph("End."))
    made = redline(old, new)
    assert plainly(made, "accept") == plainly(new)
    assert plainly(made, "reject") == plainly(old, "reject")


def test_a_table_that_comes_between_two_paragraphs_of_a_cell_leaves_its_row() -> None:
    old, new = (
        file_of(paragraph("Fees."), table(row(cell("Dog", *held, "Cat"), "$10")), paragraph("End."))
        for held in ((), (table(row("small", "large")),))
    )
    assert b"$10</w:delText>" not in open_package(redline(old, new)).raw("word/document.xml")
