"""A report as a page."""

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import given

from ordain.model.report import Cell, Column, Heading, Paragraph, Report, Table, shown
from ordain.writers.report_html import write_report_html
from tests.reports import COVERAGE, LEDGER, reports

_VOID = {"meta", "col", "br"}


class Page(HTMLParser):
    """The elements of a page in order, each with its attributes and the text inside it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None], list[str]]] = []
        self._open: list[int] = []
        self.feed(text)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs), []))
        if tag == "br":
            self.handle_data("\n")
        if tag not in _VOID:
            self._open.append(len(self.elements) - 1)

    def handle_endtag(self, tag: str) -> None:
        assert self.elements[self._open.pop()][0] == tag

    def handle_data(self, data: str) -> None:
        for at in self._open:
            self.elements[at][2].append(data)

    def all(self, *tags: str) -> list[tuple[dict[str, str | None], str]]:
        return [(attributes, "".join(texts)) for tag, attributes, texts in self.elements if tag in tags]


def test_the_page_holds_tables_with_captions_and_headings_for_columns_and_rows() -> None:
    page = Page(write_report_html(COVERAGE))
    assert [text for _, text in page.all("h1", "h2")] == [COVERAGE.title, "Added without source"]
    assert [text for _, text in page.all("caption")] == ["Provisions of the order"]
    scopes = [(attributes["scope"], text) for attributes, text in page.all("th")]
    assert scopes[:4] == [
        ("col", "Provision"),
        ("col", "State"),
        ("col", "Where, and why"),
        ("row", "facility-reports"),
    ]
    assert [text for _, text in page.all("td")][:2] == ["codified", "Section 3(A)\nSection 4"]


def test_a_cell_repeats_the_title_of_its_column_for_a_phone() -> None:
    cells = Page(write_report_html(COVERAGE)).all("td")
    assert [attributes["data-title"] for attributes, _ in cells[:2]] == ["State", "Where, and why"]


def test_a_table_without_rows_says_so() -> None:
    assert Page(write_report_html(COVERAGE)).all("td")[-1] == ({"role": "cell", "colspan": "2"}, "none")


def test_only_a_table_with_a_long_word_breaks_its_words_anywhere() -> None:
    assert "unbroken" not in (tag_class(LEDGER) or "")
    row = (Cell("facility-reports-of-each-quarter"), Cell("short"))
    table = Table(key="rows", columns=(Column("a", "A"), Column("b", "B")), rows=(row,))
    assert "unbroken" in (tag_class(Report(name="x", title="x", parts=(table,))) or "")


def tag_class(report: Report) -> str | None:
    return Page(write_report_html(report)).all("table")[0][0]["class"]


@given(reports())
def test_a_reader_finds_every_text_and_nothing_else(report: Report) -> None:
    page = Page(write_report_html(report))
    wanted: list[str] = [report.title]
    for part in report.parts:
        match part:
            case Heading(text) | Paragraph(text):
                wanted.append("\n".join(shown(text)))
            case Table():
                wanted += ["\n".join(shown(part.title))] if part.title else []
                wanted += [column.title for column in part.columns]
                wanted += ["\n".join(cell.lines) for row in part.rows for cell in row] or ["none"]
    assert [text for _, text in page.all("h1", "h2", "p", "caption", "th", "td")] == wanted


@given(reports())
def test_the_page_loads_and_runs_nothing_and_its_policy_allows_its_one_style(report: Report) -> None:
    text = write_report_html(report)
    page = Page(text)
    allowed = {
        "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "table", "caption", "colgroup",
        "col", "thead", "tbody", "tr", "th", "td", "br",
    }  # fmt: skip
    assert {tag for tag, _, _ in page.elements} <= allowed
    names = {name for _, attributes, _ in page.elements for name in attributes}
    assert names <= {
        "lang", "charset", "http-equiv", "content", "name", "class", "role", "scope", "colspan", "data-title",
    }  # fmt: skip
    [(_, style)] = page.all("style")
    assert not re.search(r"url\(|@import|//", style)
    policy = next(it["content"] for it, _ in page.all("meta") if it.get("http-equiv"))
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def test_the_page_names_its_language_its_signs_and_the_width_of_the_screen() -> None:
    page = Page(write_report_html(COVERAGE))
    metas = [attributes for attributes, _ in page.all("meta")]
    assert page.all("html")[0][0] == {"lang": "en"}
    assert {"charset": "utf-8"} in metas
    assert {"name": "viewport", "content": "width=device-width, initial-scale=1"} in metas


def test_a_report_of_many_columns_is_printed_sideways() -> None:
    assert "size: landscape" in write_report_html(LEDGER)
    assert "size: landscape" not in write_report_html(COVERAGE)
    assert "size: landscape" not in write_report_html(Report(name="x", title="x", parts=()))


def test_rows_become_blocks_where_the_screen_is_narrower_than_ten_letters_a_column() -> None:
    style = write_report_html(COVERAGE)
    assert re.search(r"max-width: 30rem\) \{\n  \.columns-3,", style)
    assert re.search(r"max-width: 20rem\) \{\n  \.columns-2,", style)


def _schemes() -> list[dict[str, str]]:
    """Return the colors of the page by name: light and dark."""
    text = write_report_html(COVERAGE)
    found = [
        dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", rules)) for rules in re.findall(r":root \{(.*?)\}", text, re.DOTALL)
    ]
    return found[:2]


def _luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (it / 12.92 if it <= 0.04045 else ((it + 0.055) / 1.055) ** 2.4 for it in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["page", "band"])
@pytest.mark.parametrize("ink", ["ink", "soft", "good", "bad"])
def test_every_text_has_a_contrast_of_4_5_to_1(scheme: int, ground: str, ink: str) -> None:
    colors = _schemes()[scheme]
    low, high = sorted((_luminance(colors[ground]), _luminance(colors[ink])))
    assert (high + 0.05) / (low + 0.05) >= 4.5


def test_print_is_black_on_white_and_repeats_the_titles_of_columns() -> None:
    style = write_report_html(COVERAGE)
    printed = style[style.index("@media print") :]
    assert set(re.findall(r"#[0-9a-f]+", printed)) == {"#000", "#fff", "#999"}
    assert "thead { display: table-header-group; }" in printed
    assert "tr { break-inside: avoid; }" in printed
