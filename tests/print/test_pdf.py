"""The print is an accessible PDF, the same for the same draft, and says what it is on every page."""

import ctypes
import datetime
import re
import subprocess
import sys

import pypdfium2
import pytest
from msgspec.structs import replace
from pypdfium2 import raw

from ordain.errors import OrdainError, Place
from ordain.markup.digest import short_digest
from ordain.markup.parse import parse
from ordain.model.draft import UNDATED
from ordain.model.heading import ILLUSTRATIVE
from ordain.model.house import House
from ordain.print.pdf import write_pdf
from tests.chains import ROOT
from tests.houses import shipped_houses
from tests.print.prints import ALBUQUERQUE, LOS_ANGELES, NASHVILLE, bill, lines_of, pdf_of, source


def _pages(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


def _metadata(pdf: bytes) -> dict[str, str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return dict(document.get_metadata_dict())


def _with(house: House, **layout: object) -> House:
    return replace(house, layout=replace(house.layout, **layout))


def _artifacts(pdf: bytes) -> list[tuple[str, bool]]:
    """Return every run of letters, and whether it is marked as no part of what is read."""
    found = []
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            text = page.get_textpage()
            for it in page.get_objects([raw.FPDF_PAGEOBJ_TEXT], max_depth=9):
                size = raw.FPDFTextObj_GetText(it.raw, text.raw, None, 0)
                units = (raw.FPDF_WCHAR * (size // 2))()
                raw.FPDFTextObj_GetText(it.raw, text.raw, units, size)
                said = bytes(units).decode("utf-16-le").rstrip("\0")
                marks = {_mark(it, at) for at in range(raw.FPDFPageObj_CountMarks(it.raw))}
                found.append((said, "Artifact" in marks))
    return found


def _mark(it: pypdfium2.PdfObject, at: int) -> str:
    name = (raw.FPDF_WCHAR * 40)()
    raw.FPDFPageObjMark_GetName(raw.FPDFPageObj_GetMark(it.raw, at), name, 80, ctypes.c_ulong())
    return bytes(name).decode("utf-16-le").rstrip("\0")


def test_the_same_draft_gives_the_same_bytes_in_another_process() -> None:
    again = "import sys; from tests.print.prints import *; sys.stdout.buffer.write(pdf_of(ALBUQUERQUE))"
    done = subprocess.run([sys.executable, "-c", again], capture_output=True, check=True, cwd=ROOT)
    assert pdf_of(ALBUQUERQUE) == pdf_of(ALBUQUERQUE) == done.stdout


def test_the_moment_is_the_one_that_is_given() -> None:
    found = source(ALBUQUERQUE)
    moment = datetime.datetime(2026, 3, 11, 9, 30, tzinfo=datetime.UTC)
    assert _metadata(write_pdf(found.draft, found.house, moment))["CreationDate"] == "D:20260311093000Z"


def test_the_print_is_tagged_and_has_title_language_and_a_standard() -> None:
    pdf = pdf_of(ALBUQUERQUE)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    assert re.search(rb"/Lang ?\(en-US\)", pdf)
    assert b"/Marked true" in pdf
    assert _metadata(pdf)["Title"].startswith(
        "ORDINANCE, As amended: RELATING TO THE PROTECTION OF IMMIGRANT RESIDENTS"
    )
    assert len(_metadata(pdf)["Title"]) <= 120


def test_every_section_is_a_bookmark() -> None:
    found = source(ALBUQUERQUE)
    with pypdfium2.PdfDocument(pdf_of(ALBUQUERQUE)) as document:
        titles = [(mark.level, mark.get_title()) for mark in document.get_toc()]
    assert titles[0] == (0, "ORDINANCE")
    labels = [unit.label for unit in found.draft.units() if unit.label.startswith("SECTION")]
    assert [title.split(".")[0] + "." for level, title in titles if level == 1] == labels


def test_a_section_without_a_heading_is_found_by_its_first_words() -> None:
    draft = parse(
        "A TITLE.\n\nSECTION 1. The Mayor shall report to the Council every month of the year.\n",
        shipped_houses(),
        house="albuquerque",
    )
    with pypdfium2.PdfDocument(write_pdf(draft, shipped_houses()["albuquerque"], UNDATED)) as document:
        assert [mark.get_title() for mark in document.get_toc()] == [
            "ORDINANCE",
            "SECTION 1. The Mayor shall report to the Council every …",
        ]


def test_line_numbers_and_running_lines_are_no_part_of_what_is_read() -> None:
    found = source(ALBUQUERQUE)
    runs = _artifacts(pdf_of(ALBUQUERQUE))
    read = "".join("".join(text.split()) for text, artifact in runs if not artifact)
    rows = lines_of(found.draft, found.house).rows
    assert "".join("".join(row.text.split()) for row in rows) in read
    skipped = [text.strip() for text, artifact in runs if artifact and text.strip()]
    assert sum(text.isdigit() for text in skipped) >= len(rows)
    assert not any("WHEREAS" in text for text in skipped)


def test_the_foot_of_every_page_tells_version_date_digest_and_page() -> None:
    found = source(ALBUQUERQUE)
    for at, text in enumerate(_pages(pdf_of(ALBUQUERQUE)), start=1):
        assert f"As amended · undated · page {at}" in text
        assert f"Digest of the text {short_digest(found.draft)}" in text


@pytest.mark.parametrize("path", [ALBUQUERQUE, LOS_ANGELES, NASHVILLE], ids=lambda path: path.parent.name)
def test_what_is_not_the_councils_says_so_on_every_page(path: object) -> None:
    pdf = pdf_of(path)  # type: ignore[arg-type]
    assert all(text.count(ILLUSTRATIVE) == 1 for text in _pages(pdf))


def test_it_is_read_aloud_once_that_a_text_is_not_the_councils() -> None:
    said = [artifact for text, artifact in _artifacts(pdf_of(ALBUQUERQUE)) if ILLUSTRATIVE in text]
    assert said.count(False) == 1
    assert len(said) == len(_pages(pdf_of(ALBUQUERQUE)))


def test_a_bill_of_the_councils_says_nothing_of_the_kind() -> None:
    draft, house = bill("The Mayor may report.")
    assert "Illustrative" not in _pages(write_pdf(draft, house, UNDATED))[0]


def test_the_legend_heads_every_page_of_a_bill() -> None:
    assert all("[+Bracketed/Underscored Material+] - New" in text for text in _pages(pdf_of(ALBUQUERQUE)))


@pytest.mark.parametrize(
    ("letter", "says"),
    [
        ("\U0001f600", "the typeface for Arial has no"),
        ("条", "the typeface for Arial has no"),
        ("\u05d0", "runs from right to left"),
        ("\u202e", "a sign stands here that nobody sees (U+202E, right-to-left override)"),
        ("\u00ad", "a sign stands here that nobody sees"),
        ("\ua717", "is a sign for a tone of speech"),
        ("\ufb29", "runs from right to left"),
        ("q\u0301", "an accent stands here over a letter that has none"),
    ],
)
def test_what_cannot_be_printed_is_refused_with_its_place(letter: str, says: str) -> None:
    text = f"A TITLE.\n\nWHEREAS, the {letter} stands here; and\n"
    draft = parse(text, shipped_houses(), "bill.txt", house="albuquerque")
    with pytest.raises(OrdainError) as caught:
        write_pdf(draft, shipped_houses()["albuquerque"], UNDATED)
    [problem] = caught.value.problems
    assert says in problem.message
    assert problem.remedy
    assert problem.place is not None
    assert (problem.place.file, problem.place.line) == ("bill.txt", 3)
    assert problem.place.column == 13 + len(letter)


def test_a_letter_of_the_front_matter_that_cannot_be_printed_is_refused() -> None:
    draft, house = bill(sponsors=("条",))
    with pytest.raises(OrdainError, match="has no '条'") as caught:
        write_pdf(draft, house, UNDATED)
    assert caught.value.problems[0].place == Place("the draft")


def test_a_foot_is_set_whatever_blanks_and_hyphens_it_holds() -> None:
    draft, house = bill(bill="O\u201126\u2028\u20091\t2")
    assert "ORDINANCE O-26 1 2 ·" in " ".join(_pages(write_pdf(draft, house, UNDATED))[0].split())


def test_a_font_for_which_no_typeface_comes_is_refused() -> None:
    draft, house = bill()
    with pytest.raises(
        OrdainError, match="no typeface comes with the program for the font 'Arail'; did you mean 'Arial'"
    ):
        write_pdf(draft, _with(house, font="Arail"), UNDATED)


@pytest.mark.parametrize(
    ("layout", "says"),
    [
        ({"margins": (400, 72, 400, 72)}, "leave room for 0 lines of 20.7 points, not 33"),
        ({"margins": (54, 72, 75, 90)}, "leave room for 32 lines of 20.7 points, not 33"),
        ({"margins": (54, 300, 54, 300)}, "leave no room for a line"),
    ],
)
def test_margins_that_leave_no_room_are_refused(layout: dict[str, object], says: str) -> None:
    draft, house = bill()
    with pytest.raises(OrdainError, match=says):
        write_pdf(draft, _with(house, **layout), UNDATED)


def test_a_foot_that_does_not_fit_in_its_margin_is_refused() -> None:
    draft, house = bill()
    with pytest.raises(OrdainError, match="do not fit in its margin"):
        write_pdf(draft, _with(house, footer=("A line.",) * 9), UNDATED)


def test_a_heading_that_needs_more_room_than_the_house_gives_takes_it() -> None:
    few, house = bill()
    many, _ = bill(sponsors=tuple(f"Councilor {at}" for at in range(90)))
    assert len(lines_of(few, house).rows) == len(lines_of(many, house).rows)


def test_lines_may_be_broken_evenly_and_set_flush() -> None:
    draft, house = bill("The Mayor shall report to the Council every month of the year. " * 9)
    typesetting = replace(house.layout.typesetting, greedy=False, justify=True, kerning=True, together=False)
    even = lines_of(draft, _with(house, typesetting=typesetting))
    assert even.rows != lines_of(draft, house).rows


def test_a_paragraph_leaves_no_line_alone_on_a_page() -> None:
    draft, house = bill(*["The Mayor shall report to the Council every month of the year, and more often. "] * 40)
    pages: dict[int, set[int]] = {}
    for row in lines_of(draft, house).rows[2:]:
        pages.setdefault(row.span.unit, set()).add(row.line.page)
    assert all(len(numbers) == 1 for numbers in pages.values())
