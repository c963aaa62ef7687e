"""The documentation of the rules is what they say of themselves, and their examples are what they say they are."""

import re

import pytest
from msgspec.structs import replace

from ordain.checks import check
from ordain.checks.catalog import DRAFT_RULES, RULES, explain
from ordain.markup.parse import parse
from ordain.model.house import Closing
from tests.strategies import house
from tests.write_checks import PAGE, checks_page

_FORM = re.compile(
    r"(?P<code>\w\d{3}): .+\.\n\n.+\n\nSource: .+\n\nBad(?:, [^:]+)?:\n\n(?: {4}.+\n)+\nGood:\n\n(?: {4}.+\n?)+",
    re.DOTALL,
)


def test_the_page_of_the_rules_is_what_they_say_of_themselves() -> None:
    assert PAGE.read_text(encoding="utf-8") == checks_page(), "run `make docs`"


@pytest.mark.parametrize("code", RULES)
def test_every_rule_says_why_and_whence_and_shows_a_bad_and_a_good_text(code: str) -> None:
    match = _FORM.fullmatch(explain(code))
    assert match is not None
    assert match["code"] == code


_CLOSING = (
    Closing(name="severability", says=("held invalid",)),
    Closing(name="effective date", says=("takes effect",)),
)


@pytest.mark.parametrize("code", [rule.CODE for rule in DRAFT_RULES])
def test_a_rule_about_drafts_finds_its_bad_text_and_lets_its_good_text_stand(code: str) -> None:
    bad, good = re.findall(r"^(?:Bad|Good)[^\n]*:\n\n((?:    .+\n?)+)", explain(code), re.MULTILINE)
    assert code in _codes(code, bad)
    assert code not in _codes(code, good)


def _codes(code: str, example: str) -> set[str]:
    of = replace(house(), closing=(("ordinance", _CLOSING),)) if code == "D010" else house()
    lines = [line.strip() for line in example.splitlines()]
    # Only the example of titles has one.
    title = [] if lines[0].startswith("AMENDING") else ["AN ORDINANCE."]
    text = "\n".join(["---", "house: springfield", "---", *title, *lines])
    return {finding.problem.code for finding in check(parse(text, {"springfield": of}, "bill.txt"), of)}
