"""What a councilor does with the page, in a real browser."""

import json
from pathlib import Path

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, BrowserContext, Page, expect

from ordain.page.render import write_page
from ordain.page.review import Review
from ordain.workflow.houses import houses
from ordain.workflow.review import review_two
from tests.oracles import oracle
from tests.page.browser import Desk, Seen, state

pytestmark = oracle


@pytest.fixture
def page(file: Path, desk: Desk) -> Page:
    return desk.open(file)[0]


def test_nothing_is_asked_of_any_network_and_nothing_is_complained_of(file: Path, desk: Desk) -> None:
    page, seen = desk.open(file)
    for view in ("2", "3", "4", "1"):
        page.keyboard.press(view)
    for name in ("find", "filter", "decisions", "settings", "help"):
        page.click(f"#open-{name}")
        page.keyboard.press("Escape")
    page.select_option("#old", "0")
    page.get_by_role("button", name="Español").click()
    assert seen == Seen([file.as_uri()], [])


def test_the_first_screen_says_what_changed_and_each_line_leads_there(page: Page) -> None:
    first = page.get_by_role("region", name="What changed")
    expect(first).to_contain_text("5 provisions were reworded.")
    expect(first).to_contain_text("City Attorney: less often")
    first.get_by_role("link", name="Section 11, REQUESTS FOR FEDERAL RECORDS").click()
    expect(page.locator(".change.current .number")).to_have_text("Change 4 wording")
    assert page.url.endswith("#change-4")


def test_the_strip_has_a_cell_for_each_provision_of_the_order_and_leads_to_its_place(page: Page) -> None:
    cells = page.locator(".strip a")
    assert cells.count() == 17
    cell = page.get_by_role("link", name="Care of affected children")
    cell.first.click()
    assert page.locator("#section-12").is_visible()
    assert state(page, "document.activeElement.id") == "section-12"
    expect(page.get_by_role("region", name="What became of the order")).to_contain_text("Secret activities: gone")


def test_n_and_p_go_from_change_to_change_and_say_so(page: Page) -> None:
    for at in range(1, 6):
        page.keyboard.press("n")
        expect(page.locator("#position")).to_have_text(f"Change {at} of 5")
        assert state(page, "document.activeElement.dataset.number") == str(at)
    page.keyboard.press("p")
    expect(page.locator("#position")).to_have_text("Change 4 of 5")
    expect(page.locator("#announce")).to_contain_text("Change 4 of 5: Section 11")


def test_what_has_the_focus_is_never_behind_the_bar(page: Page) -> None:
    for _ in range(5):
        page.keyboard.press("n")
        top = state(page, "document.activeElement.getBoundingClientRect().top")
        assert top >= state(page, "byId('bar').getBoundingClientRect().bottom")


def test_the_focus_in_the_bar_leaves_the_page_where_it_is(file: Path, desk: Desk) -> None:
    page, _ = desk.open(file, "#change-4")
    before = state(page, "scrollY")
    for name in ("find", "filter", "decisions", "settings"):
        page.focus(f"#open-{name}")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert state(page, "scrollY") == before, name
        page.keyboard.press("Escape")
    assert before > 0


def test_the_figures_choose_the_view(page: Page) -> None:
    for key, view in (("2", "side"), ("3", "new"), ("4", "old"), ("1", "inline")):
        page.keyboard.press(key)
        assert view in (page.locator("#redline").get_attribute("class") or "").split()
        assert state(page, "document.querySelector('input[name=view]:checked').value") == view


def test_side_by_side_the_two_texts_of_a_provision_begin_on_one_line(page: Page) -> None:
    page.keyboard.press("2")
    tops = state(
        page,
        "[...redline.querySelectorAll('.change .pair')].map((pair) => "
        "[...pair.children].map((side) => Math.round(side.getBoundingClientRect().top)))",
    )
    assert len(tops) == 5
    assert all(old == new for old, new in tops)


def test_slash_finds_words_and_opens_what_is_folded(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("trauma-informed")
    expect(page.locator("#found")).to_have_text("0 of 1")
    page.keyboard.press("Enter")
    expect(page.locator("#found")).to_have_text("1 of 1")
    assert page.get_by_text("trauma-informed").is_visible()


def test_a_shortcut_is_off_where_something_is_typed_and_where_the_reader_says_so(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("n2")
    assert state(page, "state.view") == "inline"
    assert page.input_value("#sought") == "n2"
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    page.get_by_role("dialog").get_by_label("Single-key shortcuts").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("2")
    page.keyboard.press("n")
    assert state(page, "[state.view, state.current]") == ["inline", 0]


def test_the_keyboard_leaves_every_panel_and_the_help(page: Page) -> None:
    for name in ("find", "filter", "decisions", "settings", "help"):
        page.focus(f"#open-{name}")
        page.keyboard.press("Enter")
        page.keyboard.press("Escape")
        assert state(page, "document.activeElement.id") == f"open-{name}"


def test_numbering_is_hidden_and_counted_until_it_is_asked_for(file: Path, desk: Desk) -> None:
    page, _ = desk.open(file, "#1-2/change-1")
    expect(page.locator(".hiding")).to_contain_text("3 changes are not marked: 3 numbering.")
    assert page.locator("del[data-weight=numbering]").count() == 0
    page.click("#open-filter")
    page.get_by_label("numbering (3)").check()
    assert page.locator("del[data-weight=numbering]").count() > 0
    assert page.locator(".change.renumbered").count() == 3


def test_a_filter_leaves_only_what_is_weaker(page: Page) -> None:
    page.click("#open-filter")
    for name in ("stronger", "changed, no direction", "no rule tells"):
        page.get_by_label(name, exact=False).first.uncheck()
    shown = state(page, "shownNumbers")
    assert shown == [3, 4]
    expect(page.locator("#redline")).to_contain_text("outside the filter")


def test_a_filter_of_one_section_leaves_its_changes(page: Page) -> None:
    page.click("#open-filter")
    page.select_option("#where", label="SECTION 10. DUTY TO INTERVENE")
    assert state(page, "shownNumbers") == [3]
    page.get_by_role("button", name="Show everything").click()
    assert state(page, "shownNumbers.length") == 5


def test_unchanged_sections_fold_to_their_headings_and_open(page: Page) -> None:
    button = page.get_by_role("heading", name="SECTION 8. ASSISTANCE BY THE POLICE.").get_by_role("button")
    assert button.get_attribute("aria-expanded") == "false"
    button.click()
    assert button.get_attribute("aria-expanded") == "true"
    assert page.get_by_text("The Albuquerque Police Department shall help residents").is_visible()


def test_a_move_leads_from_one_end_to_the_other(file: Path, desk: Desk) -> None:
    page, _ = desk.open(file, "#2-3/change-17-from")
    expect(page.locator("#change-17-from")).to_contain_text("Moved from here to Section 15, IMPLEMENTATION")
    page.locator("#change-17-from a").click()
    assert page.url.endswith("#2-3/change-17")
    expect(page.locator(".change.current")).to_contain_text("Moved here from Section 7, IMPLEMENTATION")
    page.locator(".change.current .note a").click()
    assert page.url.endswith("#2-3/change-17-from")


def test_a_link_leads_to_a_change_of_any_two_versions_even_one_that_is_hidden(file: Path, desk: Desk) -> None:
    page, _ = desk.open(file, "#1-2/change-29")
    expect(page.locator(".change.current .number")).to_have_text("Change 29 numbering")
    assert state(page, "[state.old, state.new]") == [1, 2]


def test_a_link_leads_to_a_provision(file: Path, desk: Desk) -> None:
    page, _ = desk.open(file, "#section-5-b")
    assert page.get_by_text("A City employee who is presented with a warrant").is_visible()
    assert state(page, "document.activeElement.id") == "section-5-b"


def test_any_two_versions_are_compared_the_order_included(page: Page) -> None:
    page.select_option("#old", label="Executive order")
    page.select_option("#new", label="Committee substitute")
    expect(page.locator("#between")).to_have_text("From “Executive order” to “Committee substitute”")
    expect(page.get_by_role("region", name="What became of the order")).to_contain_text(
        "“Committee substitute”, compared with the executive order itself"
    )
    assert state(page, "[...byId('new').options].filter((its) => its.disabled).length") == 0
    page.select_option("#old", label="Floor substitute")
    assert state(page, "[state.old, state.new]") == [3, 4]


def test_what_was_decided_and_typed_survives_a_reload(file: Path, desk: Desk) -> None:
    page, _ = desk.open(file, "#change-4")
    page.locator(".change.current").get_by_label("Reject").click()
    page.keyboard.press("c")
    page.keyboard.type("Keep it at every quarter.")
    page.reload()
    card = page.locator(".card#change-4")
    expect(card.get_by_label("Reject")).to_be_checked()
    expect(card.locator("textarea")).to_have_value("Keep it at every quarter.")
    page.click("#open-decisions")
    expect(page.locator("#tally")).to_contain_text("0 accepted, 1 rejected, 0 to discuss, 4 open")
    expect(page.locator("#tally")).not_to_contain_text("new to you")


def test_a_decision_is_taken_back_by_choosing_it_again(page: Page) -> None:
    card = page.locator(".card#change-4")
    card.get_by_label("Accept").click()
    assert card.get_by_label("Accept").is_checked()
    card.get_by_label("Accept").click()
    assert not card.get_by_label("Accept").is_checked()
    assert state(page, "Object.keys(kept.decisions).length") == 0


def test_decisions_leave_as_a_file_and_come_back_in_another_browser(
    file: Path, desk: Desk, other: BrowserContext, tmp_path: Path
) -> None:
    page, _ = desk.open(file)
    page.locator(".card#change-2").get_by_label("Accept").click()
    page.locator(".card#change-3").get_by_label("Discuss").click()
    page.click("#open-decisions")
    page.get_by_label("My name, for the file").fill("Councilor Baca")
    with page.expect_download() as download:
        page.click("#export")
    assert download.value.suggested_filename == "decisions-councilor-baca.json"
    held = tmp_path / "decisions.json"
    download.value.save_as(held)
    content = json.loads(held.read_text())
    assert [(its["number"], its["decision"]) for its in content["decisions"]] == [(2, "accept"), (3, "discuss")]
    again, seen = Desk(other).open(file)
    again.click("#open-decisions")
    again.set_input_files("#file", held)
    expect(again.locator("#imported")).to_have_text("2 decisions were read from the file.")
    assert again.locator(".card#change-3").get_by_label("Discuss").is_checked()
    again.set_input_files("#file", file)
    expect(again.locator("#imported")).to_have_text("This file holds no decisions of this page.")
    assert not seen.complaints


def test_a_decision_is_found_again_between_other_versions_and_under_another_number(page: Page) -> None:
    page.locator(".card#change-1").get_by_label("Accept").click()
    page.evaluate("() => set({old: 2, new: 4})")
    numbers = state(
        page, "turn().cards.filter((card) => decisionOn(card).verdict === 'accept').map((its) => its.number)"
    )
    assert len(numbers) == 1
    assert numbers != [1]
    assert page.locator(f".card#change-{numbers[0]}").get_by_label("Accept").is_checked()


def test_a_new_draft_shows_what_came_since_the_last_look(
    review: Review, file: Path, other: BrowserContext, tmp_path: Path
) -> None:
    held = replace(review, editions=review.editions[:-1], turns=tuple(turn for turn in review.turns if turn.new < 4))
    before = tmp_path / "before.html"
    before.write_text(write_page(held), encoding="utf-8")
    page, _ = Desk(other).open(before)
    assert page.locator("#since").is_hidden()
    page.locator(".card#change-7").get_by_label("Accept").click()
    page.goto(file.as_uri())
    expect(page.locator("#since-told")).to_have_text("You last looked at “Floor substitute”.")
    page.select_option("#old", "0")
    page.click("#since")
    assert state(page, "[state.old, state.new]") == [3, 4]
    assert page.locator("#since").get_attribute("aria-pressed") == "true"
    page.reload()
    expect(page.locator("#since-told")).to_have_text("You last looked at “Floor substitute”.")
    page.click("#open-decisions")
    expect(page.locator("#tally")).to_contain_text("5 changes are new to you")


def test_the_page_speaks_spanish_and_the_bill_stays_as_it_is(page: Page) -> None:
    page.get_by_role("button", name="Español").click()
    assert page.get_attribute("html", "lang") == "es"
    expect(page.get_by_role("heading", name="Qué cambió")).to_be_visible()
    expect(page.get_by_role("link", name="Sección 11, REQUESTS FOR FEDERAL RECORDS").first).to_be_visible()
    assert page.locator("#redline p[lang=en], #redline .head[lang=en]").count() > 10
    page.reload()
    assert page.get_attribute("html", "lang") == "es"


def test_the_page_fits_a_screen_of_320_points_in_every_view(file: Path, desk: Desk) -> None:
    page, _ = desk.open(file, "#2-3/change-1")
    page.set_viewport_size({"width": 320, "height": 640})
    for language in ("English", "Español"):
        page.get_by_role("button", name=language).click()
        for view in ("inline", "side", "new", "old"):
            page.evaluate(f"() => {{ set({{view: '{view}', hidden: []}}); change({{brackets: true, fold: false}}) }}")
            for panel in ("find", "filter", "decisions", "settings"):
                page.click(f"#open-{panel}")
                assert state(page, "document.documentElement.scrollWidth") <= 320, (view, panel)
                page.keyboard.press("Escape")


def test_every_target_is_44_points(file: Path, desk: Desk) -> None:
    page, _ = desk.open(file, "#2-3/change-17")
    page.evaluate("() => { document.querySelector('.coverage details').open = true; }")
    page.set_viewport_size({"width": 768, "height": 1024})
    page.click("#open-filter")
    targets = "button, select, textarea, input[type=text], .segments label, .check, summary, .strip a"
    targets += ", .group li > a, .card .number a, .note a, .provisions a, .skip"
    sizes = state(
        page,
        f"[...document.querySelectorAll('{targets}')].filter((its) => its.checkVisibility()).map((its) => "
        "[its.textContent, its.getBoundingClientRect().width, its.getBoundingClientRect().height])",
    )
    assert len(sizes) > 40
    assert [its for its in sizes if round(its[1]) < 44 or round(its[2]) < 44] == []


def test_without_scripts_the_whole_bill_can_be_read(review: Review, file: Path, browser: Browser) -> None:
    plain = browser.new_context(java_script_enabled=False)
    page, _ = Desk(plain).open(file)
    text = " ".join(page.inner_text("#written").split())
    for unit in review.last.redline.accepted():
        assert " ".join(unit.text.split())[:12] in text
    assert page.locator(".js").filter(visible=True).count() == 0
    assert "Section 11, REQUESTS FOR FEDERAL RECORDS" in page.inner_text(".first")
    plain.close()


def test_it_prints_in_black_on_white_with_everything_unfolded(file: Path, desk: Desk) -> None:
    page, _ = desk.open(file)
    content = page.pdf(format="Letter")
    assert content.startswith(b"%PDF")
    page.emulate_media(media="print", color_scheme="dark")
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    style = "(() => { const its = getComputedStyle(redline.querySelector('ins')); return [its.color, its.textDecorationLine]; })()"
    assert state(page, style) == ["rgb(0, 0, 0)", "underline"]
    assert page.get_by_text("trauma-informed").is_visible()
    assert page.locator("#tools").is_hidden()
    assert 'content: "Safer community places"' in state(page, "document.querySelector('style').textContent")


def test_where_the_browser_keeps_nothing_the_page_says_so(file: Path, other: BrowserContext) -> None:
    other.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }})")
    page, seen = Desk(other).open(file)
    page.locator(".card#change-2").get_by_label("Accept").click()
    page.click("#open-decisions")
    expect(page.locator("#tally")).to_contain_text("export before you close it")
    assert not seen.complaints


def test_of_a_long_bill_what_is_not_built_yet_is_counted_found_and_led_to(desk: Desk, tmp_path: Path) -> None:
    page, seen = desk.open(_long_bill(tmp_path))
    counted = page.evaluate(
        "() => { renderBill(); renderPosition(); return [waiting.length > 0, byId('position').textContent]; }"
    )
    assert counted == [True, "3 changes shown"]
    for at in (1, 2, 3):
        page.keyboard.press("n")
        expect(page.locator("#position")).to_have_text(f"Change {at} of 3")
    expect(page.locator(".change.current")).to_contain_text("SECTION 230.")
    again, _ = desk.open(_long_bill(tmp_path), "#section-239")
    assert state(again, "document.activeElement.id") == "section-239"
    assert not seen.complaints


def _long_bill(folder: Path) -> Path:
    head = "---\nhouse: albuquerque\ninstrument: ordinance\n---\n\n"
    for name, verb in (("old", "shall"), ("new", "may")):
        lines = [
            f"SECTION {at}. RULE {at}. The Clerk {verb if at in (5, 100, 230) else 'shall'} keep record {at} of the day."
            for at in range(1, 241)
        ]
        (folder / f"{name}.txt").write_text(head + "\n\n".join(lines) + "\n", encoding="utf-8")
    paths = folder / "old.txt", folder / "new.txt"
    target = folder / "long.html"
    target.write_text(write_page(review_two(*paths, houses(*paths))), encoding="utf-8")
    return target
