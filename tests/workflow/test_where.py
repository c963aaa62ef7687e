"""A provision is found on its lines, and a line in its provision."""

from pathlib import Path

import pytest

from ordain.errors import OrdainError
from ordain.workflow.houses import houses
from ordain.workflow.print import Pdf, pdf_of
from ordain.workflow.where import standing_of, standing_on
from tests.print.prints import ALBUQUERQUE, LOS_ANGELES


@pytest.fixture(scope="module")
def pdf() -> Pdf:
    return pdf_of(ALBUQUERQUE, houses(ALBUQUERQUE))


def test_every_provision_of_a_bill_is_found_by_its_address_and_its_id(pdf: Pdf) -> None:
    for unit in pdf.draft.units():
        assert unit.address in [it.address for it in standing_of(pdf, unit.address)]
        if unit.id:
            [found] = standing_of(pdf, unit.id)
            assert found.rows[0].text.split()[0] == unit.line.split()[0]


def test_a_section_is_found_with_all_that_is_inside_it(pdf: Pdf) -> None:
    [found] = standing_of(pdf, "section  7")
    words = " ".join(row.text for row in found.rows)
    assert words.startswith("SECTION 7.")
    assert words.endswith("any other information that identifies a private person.")


def test_a_line_is_found_with_its_provision(pdf: Pdf) -> None:
    for row in pdf.lines.rows:
        [found] = standing_on(pdf, row.line.page, row.line.number)
        assert found.rows == (row,)
        assert row in standing_of(pdf, found.address)[0].rows


def test_a_page_is_shown_provision_by_provision(pdf: Pdf) -> None:
    found = standing_on(pdf, 3)
    assert [row for it in found for row in it.rows] == [row for row in pdf.lines.rows if row.line.page == 3]
    assert [it.address for it in found][:2] == ["Section 4", "Section 5"]


@pytest.mark.parametrize(
    ("page", "line", "says"),
    [(9, None, "the print has no page 9; its last page is 5"), (3, 34, "page 3 has no line 34; its last line is 33")],
)
def test_a_place_that_the_print_has_not_is_refused(pdf: Pdf, page: int, line: int | None, says: str) -> None:
    with pytest.raises(OrdainError, match=says):
        standing_on(pdf, page, line)


def test_an_address_that_nothing_has_is_refused_with_the_nearest(pdf: Pdf) -> None:
    with pytest.raises(OrdainError, match="nothing in this text is cited as 'Secton 4'; did you mean 'Section 4'"):
        standing_of(pdf, "Secton 4")


def test_an_address_that_stands_twice_is_found_twice(tmp_path: Path) -> None:
    path = tmp_path / "twice.txt"
    path.write_text(
        "---\nhouse: albuquerque\n---\nA TITLE.\n\nSECTION 1. One.\n\nSECTION 2. Two.\n\nSECTION 2. Again.\n",
        encoding="utf-8",
    )
    found = standing_of(pdf_of(path, houses(path)), "Section 2")
    assert [row.text for it in found for row in it.rows] == ["SECTION 2. Two.", "SECTION 2. Again."]


def test_where_the_house_numbers_no_lines_a_page_is_found_and_no_line() -> None:
    found = pdf_of(LOS_ANGELES, houses(LOS_ANGELES))
    assert standing_on(found, 1)
    with pytest.raises(OrdainError, match="this house numbers no lines; name the page alone"):
        standing_on(found, 1, 3)
