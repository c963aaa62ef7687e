"""Tables of Word files on the page."""

from pathlib import Path

import pytest
from lxml import html

from ordain.compare.digest import digest
from ordain.model.report import Cell, Column, Paragraph, Report, Table
from ordain.page.render import write_page
from ordain.page.review import Review
from ordain.workflow.houses import houses
from ordain.workflow.report import write_report
from ordain.workflow.review import review_two
from tests.oracles import oracle
from tests.page.browser import Desk, state
from tests.page.marks import digest_from, words_of
from tests.page.test_access import violations
from tests.word.alterations import seeded

_OLD = (
    ("Street fair", "$120", "three days", "City Clerk"),
    ("Food cart", "$45", "one year", "Environmental Health"),
    ("Sidewalk café", "$200", "one year", "Planning"),
    ("Banner | flag", "$15", "30 days", "Clerk"),
)
_NEW = (
    ("Film production", "$300", "ten days", "Film Office"),
    ("Street fair", "$150", "three days", "City Clerk"),
    ("Food cart", "$45", "two years", "Environmental Health\nand the Clerk"),
    ("Banner | flag", "$15", "30 days", "Clerk"),
)


def _document(*tables: tuple[tuple[str, ...], ...]) -> bytes:
    titles = ("Kind of permit", "Fee", "Term", "Issued by")
    columns = tuple(Column(title, title) for title in titles)
    parts = tuple(
        Table(key=f"fees {at}", title="", columns=columns, rows=tuple(tuple(map(Cell, row)) for row in rows))
        for at, rows in enumerate(tables)
    )
    report = Report(name="fees", title="Fees", facts={}, parts=(Paragraph("The fees are these."), *parts))
    return write_report(report, Path("fees.docx"))


_SAME = (("Kennel", "$9", "one year", "Animal Welfare"),)


def _review(folder: Path, before: bytes, after: bytes) -> Review:
    old, new = folder / "old.docx", folder / "new.docx"
    old.write_bytes(before)
    new.write_bytes(after)
    return review_two(old, new, houses(old, new))


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> Review:
    return _review(tmp_path_factory.mktemp("tables"), _document(_SAME, _OLD), _document(_SAME, _NEW))


@pytest.fixture(scope="module")
def path(review: Review, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("tables") / "review.html"
    path.write_text(write_page(review), encoding="utf-8")
    return path


def test_a_table_is_a_table_with_its_heads_and_the_marks_in_its_cells(review: Review) -> None:
    page = html.document_fromstring(write_page(review))
    same, fees = page.xpath("//table")
    assert [cell.get("scope") for cell in fees.xpath(".//tr[1]/th")] == ["col"] * 4
    assert not same.xpath(".//ins | .//del")
    assert [row.get("class") for row in fees.xpath(".//tr")] == [None, "added", None, None, "struck", None]
    (fee,) = fees.xpath(".//tr[3]/td[2]")
    assert [mark.tag for mark in fee.xpath(".//ins | .//del")] == ["del", "ins"]
    assert digest_from(write_page(review)) == digest(review.last.redline.entries())


class TestInABrowser:
    pytestmark = oracle

    def test_the_script_shows_the_tables_that_the_page_came_with(self, review: Review, path: Path, desk: Desk) -> None:
        page, seen = desk.open(path)
        page.evaluate("() => { change({fold: false}) }")
        assert digest_from(page.content()) == digest(review.last.redline.entries())
        assert words_of(page.content()) == words_of(path.read_text(encoding="utf-8"))
        assert not seen.complaints

    def test_each_view_has_the_rows_of_its_version(self, path: Path, desk: Desk) -> None:
        page, _ = desk.open(path)
        rows = "[...[...document.querySelectorAll('#redline table')].at(-1).rows].map((row) => [...row.cells].map((its) => its.innerText.trim().replace(/\\n+/g, ' / ')))"
        for view, held in (("old", _OLD), ("new", _NEW)):
            page.evaluate(f"() => set({{view: '{view}'}})")
            assert state(page, rows)[1:] == [[cell.replace("\n", " / ") for cell in row] for row in held]
            assert page.locator("#redline ins, #redline del").count() == 0
        page.evaluate("() => { set({view: 'side'}); change({spoken: false}) }")
        sides = page.locator(".change .pair").last.locator("> div")
        assert sides.nth(0).locator("tr").count() == len(_OLD) + 1
        assert sides.nth(1).locator("tr").count() == len(_NEW) + 1
        assert sides.nth(0).locator("ins").count() == 0

    def test_a_table_scrolls_by_itself_on_a_small_screen(self, path: Path, desk: Desk, axe_script: str) -> None:
        page, _ = desk.open(path)
        page.set_viewport_size({"width": 320, "height": 640})
        for view in ("inline", "side", "new", "old"):
            page.evaluate(f"() => {{ set({{view: '{view}'}}); change({{fold: false}}) }}")
            assert state(page, "document.documentElement.scrollWidth") <= 320, view
        box = page.locator("#redline .table").last
        assert box.evaluate("(its) => its.scrollWidth > its.clientWidth && its.tabIndex === 0")
        assert violations(page, axe_script, "#redline") == []

    @pytest.mark.parametrize("seed", [3, 7, 13, 51])
    def test_random_word_files_show_the_same_words_written_out_and_built(
        self, desk: Desk, tmp_path: Path, seed: int
    ) -> None:
        pair = seeded(seed)
        held = _review(tmp_path, pair.old, pair.new)
        path = tmp_path / "random.html"
        path.write_text(write_page(held), encoding="utf-8", newline="")
        page, seen = desk.open(path)
        page.evaluate("() => { set({hidden: []}); change({fold: false}); buildAll() }")
        assert words_of(page.content()) == words_of(path.read_text(encoding="utf-8"))
        assert digest_from(page.content()) == digest(held.last.redline.entries())
        assert not seen.complaints
