"""The page holds the change set of every other output."""

from pathlib import Path

import pytest

from ordain.compare.digest import digest
from ordain.page.review import Review
from tests.oracles import oracle
from tests.page.browser import Desk
from tests.page.marks import digest_from, words_of

pytestmark = oracle

_SHOW_ALL = "set({hidden: []}); for (const box of redline.querySelectorAll(FOLDED)) unfold(box)"


def test_the_page_as_it_is_written_holds_the_changes_between_the_last_two_versions(review: Review, file: Path) -> None:
    assert digest_from(file.read_text(encoding="utf-8")) == digest(review.last.redline.entries())


def test_every_pair_of_versions_shows_its_own_changes(review: Review, file: Path, desk: Desk) -> None:
    page, seen = desk.open(file)
    for turn in review.turns:
        page.evaluate(f"() => {{ set({{old: {turn.old}, new: {turn.new}}}); {_SHOW_ALL} }}")
        assert digest_from(page.content()) == digest(turn.redline.entries()), (turn.old, turn.new)
        assert page.inner_text("#digest") == digest(turn.redline.entries())[:12]
    assert not seen.complaints


def test_with_brackets_and_without_spoken_marks_the_changes_are_the_same(
    review: Review, file: Path, desk: Desk
) -> None:
    page, _ = desk.open(file)
    page.evaluate(f"() => {{ change({{brackets: true, spoken: false}}); {_SHOW_ALL} }}")
    assert page.locator("#redline .bracket").count() > 0
    assert digest_from(page.content()) == digest(review.last.redline.entries())


def test_the_script_shows_the_words_that_the_page_came_with(file: Path, desk: Desk) -> None:
    page, _ = desk.open(file)
    page.evaluate(f"() => {{ {_SHOW_ALL}; change({{fold: false}}) }}")
    assert words_of(page.content()) == words_of(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("view", "side"), [("new", "new"), ("old", "old")])
def test_the_new_and_the_old_text_are_those_of_the_versions(
    review: Review, file: Path, desk: Desk, view: str, side: str
) -> None:
    page, _ = desk.open(file)
    for turn in review.turns:
        page.evaluate(f"() => set({{old: {turn.old}, new: {turn.new}, view: '{view}'}})")
        shown = page.evaluate(
            "() => [...redline.querySelectorAll('.passage')].map("
            "(its) => [...its.querySelectorAll('h3, h4, p')].map((text) => text.innerText).join(' '))"
        )
        units = turn.redline.accepted() if side == "new" else turn.redline.rejected()
        assert [_plain(text) for text in shown] == [_plain(unit.line) for unit in units]
        assert page.locator("#redline ins, #redline del").count() == 0


def _plain(text: str) -> str:
    return " ".join(text.split())
