"""The side-by-side print: a row for each provision, old beside new, as PDF and as Word document."""

import io
from functools import cache
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT

from ordain.compare.digest import digest
from ordain.compare.sidebyside import side_by_side
from ordain.errors import OrdainError
from ordain.text.segments import Mark, Weight
from ordain.word.parts.names import w
from ordain.word.parts.package import open_package
from ordain.workflow.redline import Options, write, write_all
from tests.chains import comparison
from tests.oracles.validator import Validator
from tests.print.rereading import pages
from tests.print.test_marked import FOURTH, PAIRS_OF_MATTERS, SECOND, THIRD, compared, of_texts


@cache
def as_pdf(old: Path, new: Path) -> bytes:
    return write(compared(old, new), Path("table.pdf"), Options(columns=True))


def as_word(old: Path, new: Path, **options: object) -> bytes:
    return write(compared(old, new), Path("table.docx"), Options(columns=True, **options))  # type: ignore[arg-type]


def opened(content: bytes) -> Document:
    return docx.Document(io.BytesIO(content))


def cells(content: bytes) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in opened(content).tables[0].rows]


def _applied(text: str, gone: str, stays: str) -> str:
    """Return a cell without its signs; nothing may stand in it that belongs to the other side."""
    assert f"[{gone}" not in text
    return text.replace(f"[{stays}", "").replace(f"{stays}]", "")


@pytest.mark.parametrize(("old", "new"), PAIRS_OF_MATTERS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_each_column_holds_its_text_whole(old: Path, new: Path) -> None:
    made = compared(old, new)
    rows = cells(as_word(old, new))[1:]
    olds = sorted("".join(_applied(row[1], "+", "-").split()) for row in rows)
    news = ["".join(_applied(row[2], "-", "+").split()) for row in rows]
    wanted = [
        "".join("".join(unit.line.split()) for unit in units if unit.story.value in ("heading", "body"))
        for units in made.units
    ]
    assert "".join(news) == wanted[1]
    # A provision that moved stands beside its successor, so only the letters are counted.
    assert sorted("".join(olds)) == sorted(wanted[0])


@pytest.mark.parametrize(("old", "new"), PAIRS_OF_MATTERS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_pdf_holds_the_rows_of_the_word_document(old: Path, new: Path) -> None:
    texts = ["".join(text.split()) for text in pages(as_pdf(old, new))]
    for row in cells(as_word(old, new))[1:]:
        wanted = ["".join(cell.split()) for cell in row]
        assert any(all(cell in text for cell in wanted) for text in texts)


def test_what_moved_stands_beside_what_it_was_and_where_it_stood_a_note_says_so() -> None:
    rows = [row for row in cells(as_word(SECOND, THIRD)) if row[0].startswith("Change 17")]
    assert [row[0] for row in rows] == ["Change 17\nmoved to Section 15", "Change 17\nmoved from Section 7"]
    assert rows[0][1:] == ["", ""]
    assert rows[1][1].startswith("SECTION 7. IMPLEMENTATION.")
    assert rows[1][2].startswith("SECTION 15. IMPLEMENTATION.")


def test_a_provision_that_came_or_went_stands_alone_in_its_row() -> None:
    rows = {row[0]: row[1:] for row in cells(as_word(SECOND, THIRD))}
    assert rows["Change 5\ninserted"] == [
        "",
        "[+POLICE OFFICER. A sworn officer of the Albuquerque Police Department.+]",
    ]
    assert rows["Change 10\nremoved"][0].startswith("[-SECTION 9. SECRET ACTIVITIES.")
    assert rows["Change 10\nremoved"][1] == ""


def test_a_row_that_is_not_changed_is_shown_quietly() -> None:
    table = opened(as_word(SECOND, THIRD)).tables[0]
    styles = {row.cells[0].text.partition("\n")[0]: row.cells[2].paragraphs[0].runs for row in table.rows[1:]}
    assert {run.style.name for run in styles[""] if run.style} == {"Report Quiet"}
    assert "Report Quiet" not in {run.style.name for run in styles["Change 14"] if run.style}


def test_struck_and_added_words_have_lines_and_their_signs_have_none() -> None:
    document = opened(as_word(SECOND, THIRD))
    [row] = [row for row in document.tables[0].rows if row.cells[0].text.startswith("Change 14")]
    runs = [[(run.text, run.style.name) for run in cell.paragraphs[0].runs if run.style] for cell in row.cells[1:]]
    assert runs[0][1:4] == [
        ("[-", "Default Paragraph Font"),
        ("may", "Columns Struck"),
        ("-]", "Default Paragraph Font"),
    ]
    assert ("shall", "Columns Added") in runs[1]


def test_the_page_lies_on_its_side_and_its_first_row_is_repeated() -> None:
    document = opened(as_word(SECOND, THIRD))
    assert document.sections[0].orientation == WD_ORIENT.LANDSCAPE
    rows = open_package(as_word(SECOND, THIRD)).tree("word/document.xml").iter(w("tblHeader"))
    assert len(list(rows)) == 1
    with pypdfium2.PdfDocument(as_pdf(SECOND, THIRD)) as pdf:
        assert all(width > height for width, height in (page.get_size() for page in pdf))
    assert all("Change Old: ORDINANCE, Committee substitute New:" in text for text in pages(as_pdf(SECOND, THIRD)))


def test_the_digest_stands_at_the_foot_of_every_page() -> None:
    wanted = digest(comparison(THIRD, FOURTH).redline.entries())
    assert all(f"Digest of the changes {wanted}" in text for text in pages(as_pdf(THIRD, FOURTH)))
    foot = [it.text for it in opened(as_word(THIRD, FOURTH)).sections[0].footer.paragraphs]
    assert foot[:2] == ["Illustrative draft, not a document of the council", f"Digest of the changes {wanted}"]


def test_on_a_single_page_the_digest_stands_above_the_table_alone() -> None:
    made = of_texts("WHEREAS, it may report; and\n", "WHEREAS, it shall report; and\n")
    [text] = pages(write(made, Path("x.pdf"), Options(columns=True)))
    assert text.count("Digest of the changes") == 1
    assert text.index("Digest of the changes") < text.index("Change 1")


def test_changes_of_hidden_weights_are_not_marked() -> None:
    content = as_word(SECOND, THIRD, weights=(Weight.PLACE,))
    assert {row[0].partition("\n")[0] for row in cells(content)[1:]} == {"", "Change 17"}
    assert not any("[+" in cell or "[-" in cell for row in cells(content) for cell in row)
    foot = [it.text for it in opened(content).sections[0].footer.paragraphs]
    assert "Not marked: changes of wording, numbering, typography. The digest is that of all changes." in foot


def test_where_only_a_number_differs_no_word_is_marked_on_either_side() -> None:
    made = compared(SECOND, THIRD)
    renumbered = {it.number for it in made.redline.entries() if it.kind == "renumbered"}
    for row in side_by_side(made.redline):
        if row.number in renumbered:
            assert {part.mark for part in (*row.old, *row.new)} == {Mark.KEPT}


def test_the_same_two_versions_give_the_same_bytes() -> None:
    assert as_word(THIRD, FOURTH) == as_word(THIRD, FOURTH)
    assert as_pdf(THIRD, FOURTH) == as_pdf(THIRD, FOURTH)


def test_no_other_form_has_columns() -> None:
    with pytest.raises(OrdainError, match=r"nothing is written side by side as '\.txt'"):
        write(comparison(THIRD, FOURTH), Path("x.txt"), Options(columns=True))


def test_columns_as_word_document_have_no_tracked_changes() -> None:
    written, _ = write_all(comparison(THIRD, FOURTH), [Path("x.docx")], Options(columns=True))
    assert opened(written[Path("x.docx")]).tables


def test_the_schema_of_word_finds_no_fault(validator: Validator) -> None:
    assert validator.errors(as_word(SECOND, THIRD)) == ()
