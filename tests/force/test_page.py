"""The page about force says what the program does."""

from tests.force.test_between import CASES
from tests.force.write_page import PAGE, page


def test_the_measured_tables_are_what_is_measured() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()


def test_every_rule_stands_on_the_page() -> None:
    text = PAGE.read_text(encoding="utf-8")
    rules = {rule for _, _, rule, _ in CASES if not rule.startswith("duty.")}
    assert [rule for rule in sorted(rules) if f"`{rule}`" not in text] == []
