"""What a stranger once misread in pictures of the page is told in words."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from ordain.page import render
from ordain.page.render import write_page
from ordain.page.review import Review
from tests.oracles import oracle
from tests.page.browser import Desk, state

pytestmark = oracle

_NAMES = {
    "inline": ["From “Committee substitute” to “Floor substitute”"],
    "side": ["As it was: Committee substitute", "As it would be: Floor substitute"],
    "new": ["The text of “Floor substitute”; a bar marks what differs from “Committee substitute”"],
    "old": ["The text of “Committee substitute”; a bar marks what differs from “Floor substitute”"],
}


@pytest.mark.parametrize("size", [(1280, 900), (768, 1024), (320, 640)])
def test_the_names_of_both_versions_stay_in_sight_and_cover_no_focus(
    file: Path, desk: Desk, size: tuple[int, int]
) -> None:
    page, _ = desk.open(file, "#2-3/change-11")
    page.set_viewport_size({"width": size[0], "height": size[1]})
    for view, names in _NAMES.items():
        page.evaluate(f"() => {{ set({{view: '{view}'}}); step(1); step(1) }}")
        for name in names:
            expect(page.locator("#versions")).to_contain_text(name)
        top, bottom = state(page, "(({top, bottom}) => [top, bottom])(byId('versions').getBoundingClientRect())")
        assert 0 <= top < bottom < 200, view
        assert state(page, "document.activeElement.getBoundingClientRect().top") >= bottom, view


def test_side_by_side_each_name_stands_over_its_column(file: Path, desk: Desk) -> None:
    page, _ = desk.open(file, "#2-3/change-11")
    page.keyboard.press("2")
    lefts = "[...document.querySelectorAll('{}')].map((its) => its.getBoundingClientRect().left)"
    names = state(page, lefts.format("#versions p"))
    columns = state(page, lefts.format(".change.current .pair > div"))
    assert len(names) == len(columns) == 2
    assert all(abs(name - column) < 8 for name, column in zip(names, columns, strict=True))


def test_what_is_weaker_and_stricter_has_a_verdict_of_its_own(file: Path, desk: Desk) -> None:
    page, _ = desk.open(file, "#change-3")
    group = page.locator(".group.mixed")
    expect(group).to_contain_text("Weaker in one way, stricter in another (1)")
    expect(group).to_contain_text("Section 10, DUTY TO INTERVENE")
    assert page.get_by_role("link", name="Section 10, DUTY TO INTERVENE").count() == 1
    expect(page.locator("#change-3 .verdict")).to_have_text("⇅ weaker in one way, stricter in another")


def test_every_change_of_wording_says_its_verdict_in_words_and_by_a_mark(file: Path, desk: Desk) -> None:
    page, _ = desk.open(file)
    said = page.locator(".card .verdict").all_inner_texts()
    assert said == [
        "¶ effect not judged: read it",
        "¶ effect not judged: read it",
        "⇅ weaker in one way, stricter in another",
        "▼ weaker than before",
        "▲ stricter than before",
    ]


def test_the_two_comparisons_say_what_they_are_held_against(file: Path, desk: Desk) -> None:
    page, _ = desk.open(file)
    expect(page.locator("#first")).to_contain_text("“As amended”, compared with “Floor substitute”")
    expect(page.locator("#first")).to_contain_text("Weaker than before (1)")
    expect(page.locator("#coverage")).to_contain_text("“As amended”, compared with the executive order itself")
    expect(page.locator("#coverage")).to_contain_text("Of the order, 3 provisions are gone, in whole or in part")
    cell = page.locator(".strip a").filter(has_text="Identification of federal officers")
    assert cell.locator(".sign").inner_text() == "◐"
    assert cell.locator(".state").inner_text() == "gone in part"
    assert cell.locator(".name").is_visible()


def test_a_comma_that_follows_struck_words_stands_by_the_word_before(file: Path, desk: Desk) -> None:
    page, _ = desk.open(file, "#1-2/change-22")
    added = page.locator(".change.current ins").first
    expect(added).to_contain_text(", on the request of a resident")
    assert added.evaluate("(its) => getComputedStyle(its).marginLeft") == "0px"
    page.keyboard.press("3")
    expect(page.locator("#section-10")).to_contain_text(
        "officers and, on the request of a resident, verify whether they"
    )


@pytest.mark.parametrize("script", ["const = 1;", "throw new Error('old')", "byId('bill').nothing()"])
def test_where_the_script_fails_the_bill_is_read_as_it_was_written(
    review: Review, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    monkeypatch.setattr(render, "program", lambda: script)
    path = tmp_path / "failing.html"
    path.write_text(write_page(review), encoding="utf-8")
    page, seen = desk.open(path)
    assert len(seen.complaints) == 1
    assert page.locator("#written").get_by_text("trauma-informed").is_visible()
    assert page.locator("#first").is_visible()
    assert page.locator(".js").filter(visible=True).count() == 0


def test_what_was_written_out_leaves_when_the_script_has_built_the_bill(file: Path, desk: Desk) -> None:
    page, _ = desk.open(file)
    assert page.locator("#written").count() == 0
    assert state(
        page,
        "[...document.querySelectorAll('[id]')].length === new Set([...document.querySelectorAll('[id]')].map((its) => its.id)).size",
    )
