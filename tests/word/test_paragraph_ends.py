"""Where the end of a paragraph is marked, and what goes with it: sections, content controls, tables."""

import pytest

from ordain.word import accept, reject
from ordain.word.parts.names import local, w
from ordain.word.parts.package import open_package
from ordain.workflow.redline import Options, redline_of, write_docx
from ordain.workflow.sources import WordSource
from tests.word.documents import file_of
from tests.word.plainly import faults, plainly
from tests.word.shown import shown
from tests.word.specimens import with_parts

TABLE = (
    "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr/><w:p><w:r><w:t>Cell</w:t></w:r></w:p>"
    "</w:tc></w:tr></w:tbl>"
)


def paragraph(text: str, properties: str = "") -> str:
    said = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f'<w:p>{said}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def control(*blocks: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{''.join(blocks)}</w:sdtContent></w:sdt>"


CLERK, MAYOR = paragraph("The clerk keeps the record."), paragraph("The mayor signs the bill.")
FEE = paragraph("A fee of ten dollars is due.")
PAGE = '<w:sectPr><w:pgSz w:w="15840" w:h="12240" w:orient="landscape"/></w:sectPr>'
SECTION = paragraph("Here a section ends.", PAGE)
INLINE = f"<w:p>{control('<w:r><w:t>A fee is due.</w:t></w:r>')}</w:p>"
BOXED = (
    '<w:p><w:r><w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
    "<w:p><w:r><w:t>Boxed words.</w:t></w:r></w:p></w:txbxContent></v:textbox></v:rect></w:pict></w:r></w:p>"
)


def picture(width: int) -> str:
    space = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    drawn = f'<wp:inline xmlns:wp="{space}"><wp:extent cx="{width}" cy="9525"/><wp:docPr id="1" name=""/></wp:inline>'
    return f"<w:r><w:drawing>{drawn}</w:drawing></w:r>"


SMALL, LARGE = picture(9525), picture(19050)

CASES = {
    "inserted before a content control": ((CLERK, control(MAYOR)), (CLERK, FEE, control(MAYOR))),
    "inserted, with a control in it, before another": ((CLERK, control(MAYOR)), (CLERK, INLINE, control(MAYOR))),
    "deleted behind a content control": ((control(CLERK), FEE, "<w:p/>", "<w:p/>"), (control(CLERK), "<w:p/>")),
    "inserted at the end of a content control": ((control(CLERK), MAYOR), (control(CLERK, FEE), MAYOR)),
    "all replaced in a content control": (
        (CLERK, control(FEE), MAYOR),
        (CLERK, control(paragraph("Repealed.")), MAYOR),
    ),
    "two inserted behind a content control": ((control(CLERK),), (control(CLERK), "<w:p/>", "<w:p/>")),
    "inserted between a section and a table": ((SECTION, TABLE, MAYOR), (SECTION, FEE, TABLE, MAYOR)),
    "deleted between a section and a table": ((SECTION, FEE, TABLE, MAYOR), (SECTION, TABLE, MAYOR)),
    "deleted before a table that opens the body": ((CLERK, TABLE, MAYOR), (TABLE, MAYOR)),
    "inserted before a table that opens the body": ((TABLE, MAYOR), (CLERK, TABLE, MAYOR)),
    "a section put before a table": ((CLERK, TABLE, MAYOR), (CLERK, SECTION, TABLE, MAYOR)),
    "a section taken away before a table": ((CLERK, SECTION, TABLE, MAYOR), (CLERK, TABLE, MAYOR)),
    "a section replaced by a paragraph before a table": ((CLERK, SECTION, TABLE, MAYOR), (CLERK, FEE, TABLE, MAYOR)),
    "a table inserted behind a paragraph in a content control": (
        (CLERK, control(MAYOR), FEE),
        (CLERK, control(MAYOR, TABLE), FEE),
    ),
    "a picture replaced": ((CLERK, f"<w:p>{SMALL}</w:p>", MAYOR), (CLERK, f"<w:p>{LARGE}</w:p>", MAYOR)),
    "sections closed by many paragraphs that stay": (
        tuple(paragraph(f"Chapter {at}.") for at in range(20)),
        tuple(paragraph(f"Chapter {at}.", PAGE if at % 5 else "") for at in range(20)),
    ),
    "a section closed by another of the same paragraphs": (
        (CLERK, CLERK, paragraph("The clerk keeps the record.", PAGE), CLERK),
        (CLERK, paragraph("The clerk keeps the record.", PAGE), CLERK, CLERK),
    ),
    "a paragraph with a box inserted behind a section": ((SECTION, MAYOR), (SECTION, BOXED, MAYOR)),
    "a paragraph with a box deleted behind a section": ((SECTION, BOXED, MAYOR), (SECTION, MAYOR)),
}


@pytest.mark.parametrize("name", CASES)
def test_both_sides_come_back(name: str) -> None:
    old, new = (file_of(*blocks) for blocks in CASES[name])
    made = write_docx(redline_of(WordSource(old, "old.docx"), WordSource(new, "new.docx")), Options())
    assert faults(made) == []
    assert plainly(made, "accept") == plainly(new)
    assert plainly(made, "reject") == plainly(old)


def closed_by_a_table(*blocks: str) -> bytes:
    """Return a file whose body ends with a table, as pandoc writes it; Word shows an empty paragraph behind."""
    behind = b"</w:tbl><w:p/><w:sectPr>"
    return with_parts(file_of(*blocks, TABLE), {"word/document.xml": (behind, behind.replace(b"<w:p/>", b""))})


BOOKMARKED = f'<w:bookmarkStart w:id="7" w:name="here"/>{FEE}<w:bookmarkEnd w:id="7"/>'


@pytest.mark.parametrize("behind", ["<w:p/>", FEE, FEE + MAYOR, BOOKMARKED], ids=["empty", "one", "two", "bookmarked"])
@pytest.mark.parametrize("table", [TABLE, TABLE.replace("Cell", "Other"), ""], ids=["kept", "altered", "gone"])
def test_what_comes_behind_a_table_that_closes_the_body(table: str, behind: str) -> None:
    closed, followed = closed_by_a_table(CLERK), file_of(CLERK, table, behind)
    for old, new in ((closed, followed), (followed, closed)):
        made = write_docx(redline_of(WordSource(old, "old.docx"), WordSource(new, "new.docx")), Options())
        assert shown(accept(made)) == shown(new)
        assert shown(reject(made)) == shown(old)


OLD_TABLE, NEW_TABLE = TABLE.replace("Cell", "Old"), TABLE.replace("Cell", "New")
PARKING, SIGNS = paragraph("No person may park here."), paragraph("Each sign shows its hours.")
BEFORE_TABLES = {
    "a paragraph before a table that goes": ((CLERK, OLD_TABLE, MAYOR), (PARKING, SIGNS)),
    "a paragraph that goes, before a new table": ((CLERK, MAYOR), (NEW_TABLE, PARKING)),
    "a new paragraph, before a table that goes": ((OLD_TABLE, MAYOR), (CLERK, PARKING)),
}


@pytest.mark.parametrize("name", BEFORE_TABLES)
def test_no_end_is_marked_before_a_table_where_another_paragraph_can_take_its_place(name: str) -> None:
    old, new = (file_of(*blocks) for blocks in BEFORE_TABLES[name])
    for sides in ((old, new), (new, old)):
        made = write_docx(redline_of(WordSource(sides[0], "old.docx"), WordSource(sides[1], "new.docx")), Options())
        assert faults(made) == []
        assert plainly(made, "accept") == plainly(sides[1])
        assert plainly(made, "reject") == plainly(sides[0])
        package = open_package(made)
        body = package.tree(package.main)[0]
        before = [it.getprevious() for it in body if local(it) == "tbl"]
        ends = [it.find(f"{w('pPr')}/{w('rPr')}") for it in before if it is not None]
        assert [it for it in ends if it is not None] == []


def test_a_paragraph_on_which_a_box_hangs_stays_before_a_new_table() -> None:
    old, new = file_of(BOXED), file_of(NEW_TABLE, PARKING)
    made = write_docx(redline_of(WordSource(old, "old.docx"), WordSource(new, "new.docx")), Options())
    package = open_package(made)
    assert [local(it) for it in package.tree(package.main)[0]][:2] == ["p", "tbl"]
    assert plainly(made, "accept") == plainly(new)
    assert plainly(made, "reject") == plainly(old)


NEW_CONTROLS = {
    "between others": ((CLERK, MAYOR), (CLERK, control(FEE), MAYOR)),
    "of two paragraphs": ((CLERK, MAYOR), (CLERK, control(FEE, SECTION), MAYOR)),
    "in another": ((CLERK, MAYOR), (CLERK, control(control(FEE)), MAYOR)),
    "at the end": ((CLERK,), (CLERK, control(FEE))),
    "in a cell": ((TABLE, MAYOR), (TABLE.replace("</w:p>", f"</w:p>{control(FEE)}<w:p/>"), MAYOR)),
}


@pytest.mark.parametrize("name", NEW_CONTROLS)
def test_a_control_that_came_with_all_its_text_is_left_out(name: str) -> None:
    old, new = (file_of(*blocks) for blocks in NEW_CONTROLS[name])
    made = write_docx(redline_of(WordSource(old, "old.docx"), WordSource(new, "new.docx")), Options())
    assert plainly(made, "accept") == plainly(new)
    assert plainly(made, "reject") == plainly(old)
    package = open_package(made)
    assert "sdt" not in {local(it) for it in package.tree(package.main).iter()}


def test_a_control_in_a_new_row_stays() -> None:
    table = TABLE.replace("</w:tbl>", f"<w:tr><w:tc><w:tcPr/>{control(FEE)}</w:tc></w:tr></w:tbl>")
    old, new = file_of(TABLE, MAYOR), file_of(table, MAYOR)
    made = write_docx(redline_of(WordSource(old, "old.docx"), WordSource(new, "new.docx")), Options())
    package = open_package(made)
    assert "sdt" in {local(it) for it in package.tree(package.main).iter()}


def test_words_that_come_at_an_end_and_at_the_next_opening_are_dated_apart() -> None:
    """LibreOffice would take the two insertions, and the end between them, for one."""
    old = file_of(CLERK, MAYOR)
    new = file_of(
        paragraph("The clerk keeps the record. It is public."), paragraph("Within a week: The mayor signs the bill.")
    )
    package = open_package(write_docx(redline_of(WordSource(old, "o"), WordSource(new, "n")), Options()))
    dates = [mark.get(w("date")) for mark in package.tree(package.main).iter(w("ins"))]
    assert len(dates) == len(set(dates)) == 2


@pytest.mark.parametrize("after", [LARGE, SMALL + LARGE, LARGE + SMALL])
def test_a_paragraph_of_pictures_is_struck_and_set_anew(after: str) -> None:
    """LibreOffice would take a paragraph that holds nothing else away with one of its pictures."""
    old, new = (file_of(CLERK, f"<w:p>{held}</w:p>", MAYOR) for held in (SMALL, after))
    package = open_package(write_docx(redline_of(WordSource(old, "o"), WordSource(new, "n")), Options()))
    ends = [it.find(f"{w('pPr')}/{w('rPr')}") for it in package.tree(package.main).iter(w("p"))]
    assert [None if end is None else local(end[0]) for end in ends] == [None, "del", "ins", None]


def test_a_picture_beside_words_is_replaced_where_it_stands() -> None:
    old, new = (file_of(f"<w:p><w:r><w:t>Figure </w:t></w:r>{held}</w:p>", MAYOR) for held in (SMALL, LARGE))
    package = open_package(write_docx(redline_of(WordSource(old, "o"), WordSource(new, "n")), Options()))
    assert [local(it) for it in package.tree(package.main).iter(w("p"), w("ins"), w("del"))] == ["p", "del", "ins", "p"]


def test_a_struck_drawing_has_a_number_that_no_other_has() -> None:
    drawing = (
        '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="{0}" cy="9"/><wp:docPr id="1" name="x"/></wp:inline></w:drawing>'
        "</w:r></w:p>"
    )
    old, new = (file_of(CLERK, drawing.format(size), MAYOR) for size in (8, 9))
    made = write_docx(redline_of(WordSource(old, "old.docx"), WordSource(new, "new.docx")), Options())
    package = open_package(made)
    numbers = [it.get("id") for it in package.tree(package.main).iter() if local(it) == "docPr"]
    assert len(numbers) == len(set(numbers)) == 2


@pytest.mark.parametrize("name", ["inserted at the end of a content control", "all replaced in a content control"])
def test_the_last_end_in_a_content_control_stays(name: str) -> None:
    old, new = (file_of(*blocks) for blocks in CASES[name])
    made = write_docx(redline_of(WordSource(old, "old.docx"), WordSource(new, "new.docx")), Options())
    held = next(open_package(made).tree("word/document.xml").iter(w("sdtContent")))
    assert held[-1].find(f"{w('pPr')}/{w('rPr')}") is None
