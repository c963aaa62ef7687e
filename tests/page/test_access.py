"""Whether everybody can use the page: judged by axe-core, and by what a browser hands to a screen reader."""

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.oracles import oracle
from tests.page.browser import Desk, state

pytestmark = oracle

_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What alone can differ between light and dark.
_OF_COLOR = ["color-contrast", "link-in-text-block"]


@pytest.mark.parametrize("view", ["inline", "side", "new", "old"])
def test_axe_finds_nothing_in_any_view_light_or_dark(file: Path, desk: Desk, axe_script: str, view: str) -> None:
    page, _ = desk.open(file, "#2-3/change-6")
    page.evaluate(f"() => {{ set({{view: '{view}', hidden: []}}); change({{fold: {str(view == 'inline').lower()}}}) }}")
    assert violations(page, axe_script) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, axe_script, rules=_OF_COLOR) == []


def test_axe_finds_nothing_in_any_panel(file: Path, desk: Desk, axe_script: str) -> None:
    page, _ = desk.open(file)
    for panel in ("find", "filter", "decisions", "settings", "help"):
        page.click(f"#open-{panel}")
        assert violations(page, axe_script, "#help" if panel == "help" else "#bar") == [], panel
        page.keyboard.press("Escape")


def test_axe_finds_nothing_in_spanish_on_a_small_screen(file: Path, desk: Desk, axe_script: str) -> None:
    page, _ = desk.open(file)
    page.set_viewport_size({"width": 320, "height": 640})
    page.get_by_role("button", name="Español").click()
    page.locator(".card .comment").first.click()
    assert violations(page, axe_script) == []


def test_axe_finds_nothing_without_scripts(file: Path, other: BrowserContext, axe_script: str) -> None:
    static = re.sub(r"<script>.*?</script>", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
    page = other.new_page()
    page.set_content(static.replace('http-equiv="Content-Security-Policy"', 'name="policy"'))
    assert violations(page, axe_script) == []


def test_a_change_is_spoken_in_its_order_with_where_it_begins_and_ends(file: Path, desk: Desk) -> None:
    page, _ = desk.open(file, "#change-4")
    said = page.locator(".change.current .text").aria_snapshot()
    order = [
        "at least",
        "deletion:",
        "begin deleted",
        "once",
        "end deleted",
        "insertion:",
        "begin added",
        "twice",
        "end added",
        "each calendar",
    ]
    places = [said.find(words) for words in order]
    assert -1 not in places
    assert places == sorted(places)


def test_spoken_marks_can_be_silenced(file: Path, desk: Desk) -> None:
    page, _ = desk.open(file, "#change-4")
    page.click("#open-settings")
    page.get_by_label("Speak “begin deleted … end deleted” to screen readers").uncheck()
    page.keyboard.press("Escape")
    said = page.locator(".change[data-number='4'] .text").aria_snapshot()
    assert "begin deleted" not in said
    assert "deletion:" in said


def test_the_headings_are_those_of_the_bill_and_skip_no_level(file: Path, desk: Desk) -> None:
    page, _ = desk.open(file)
    levels = state(page, "[...document.querySelectorAll('h1, h2, h3, h4')].map((its) => Number(its.tagName[1]))")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert page.get_by_role("heading", level=3, name=re.compile("^SECTION ")).count() == 18


def test_marks_are_told_apart_without_any_color(file: Path, desk: Desk) -> None:
    page, _ = desk.open(file, "#change-4")
    lines = "[...document.querySelectorAll('.current del, .current ins')].map((its) => getComputedStyle(its).textDecorationLine)"
    assert state(page, lines) == ["line-through", "underline"] * 2
    page.emulate_media(forced_colors="active")
    assert state(page, lines) == ["line-through", "underline"] * 2


def test_the_focus_is_seen_and_the_tab_key_goes_through_the_whole_page(file: Path, desk: Desk) -> None:
    page, _ = desk.open(file)
    seen = []
    for _ in range(200):
        page.keyboard.press("Tab")
        if state(page, "document.activeElement === document.body"):
            break
        seen.append(
            state(
                page,
                "[document.activeElement.tagName, getComputedStyle(document.activeElement).outlineStyle, document.activeElement.type ?? '']",
            )
        )
    assert 40 < len(seen) < 200
    assert all(outline != "none" for _, outline, sort in seen if sort != "radio")


def violations(page: Page, script: str, where: str = "html", rules: Sequence[str] = _TAGS) -> list[str]:
    """Return what axe-core finds in an element of the page."""
    page.evaluate(f"() => {{ if (!globalThis.axe) {{ {script} }} }}")
    found = page.evaluate("([where, rules]) => axe.run(where, {runOnly: rules})", [where, list(rules)])
    return [f"{it['id']}: {node['html'][:160]}" for it in found["violations"] for node in it["nodes"]]
