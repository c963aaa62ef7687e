"""How much of one text stands in another."""

import pytest
from hypothesis import given

from ordain.chain.holding import missing, share
from tests.strategies import TEXTS


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        ("the City's activities", "an activity of the city"),
        ("officers are identified", "the identification of an officer"),
        ("residents’ parks", "a resident parks here"),
        ("the and of", ""),
        ("", ""),
    ],
)
def test_forms_of_a_word_count_as_the_word(wanted: str, text: str) -> None:
    assert share(wanted, text) == 1.0
    assert missing(wanted, text) == ()


def test_what_is_not_there_is_told_in_its_words() -> None:
    assert share("A depot is a garage", "A depot is a yard") == 0.5
    assert missing("Lock every depot, garage, yard and gate at night", "Sleep at night") == (
        "Lock depot garage yard gate",
    )
    assert missing("Lock every depot and gate at night", "Sleep at night") == ()


@given(TEXTS, TEXTS)
def test_a_text_holds_itself_and_more_text_holds_no_less(wanted: str, text: str) -> None:
    assert share(wanted, wanted) == 1.0
    assert 0.0 <= share(wanted, text) <= share(wanted, f"{text} {wanted}") == 1.0
    assert missing(wanted, wanted) == ()
