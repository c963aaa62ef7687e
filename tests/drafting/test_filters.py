"""What templates write in words is what a drafter would write."""

import pytest

from ordain.drafting.filters import capital, letter, listing, number, number_words, ordinal, plural, sections


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "zero"),
        (9, "nine"),
        (19, "nineteen"),
        (20, "twenty"),
        (99, "ninety-nine"),
        (100, "one hundred"),
        (101, "one hundred one"),
        (999, "nine hundred ninety-nine"),
        (1000, "1,000"),
        (12500, "12,500"),
        (-5, "-5"),
    ],
)
def test_a_number_is_written_in_words_up_to_a_thousand(value: int, words: str) -> None:
    assert number_words(value) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (1, "first"),
        (5, "fifth"),
        (9, "ninth"),
        (12, "twelfth"),
        (20, "twentieth"),
        (22, "twenty-second"),
        (100, "one hundredth"),
        (103, "one hundred third"),
        (120, "one hundred twentieth"),
        (1001, "1,001st"),
        (1003, "1,003rd"),
        (1004, "1,004th"),
        (1011, "1,011th"),
        (1112, "1,112th"),
    ],
)
def test_an_ordinal_ends_as_it_is_spoken(value: int, words: str) -> None:
    assert ordinal(value) == words


def test_a_house_writes_numbers_in_its_own_style() -> None:
    assert [number(value) for value in (9, 10, 1200)] == ["nine", "10", "1,200"]
    assert [number(value, "words-and-figures") for value in (9, 1200)] == ["nine (9)", "1,200 (1200)"]
    assert number(9, "figures") == "9"


def test_a_list_has_its_word_before_the_last() -> None:
    assert [listing(items) for items in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]
    assert listing(("a", "b"), "or") == "a or b"


def test_a_word_follows_its_number() -> None:
    assert (plural(1, "day"), plural(2, "day"), plural(2, "is", "are")) == ("day", "days", "are")


def test_a_sentence_begins_with_a_capital_and_keeps_the_rest() -> None:
    assert (capital("the City"), capital("")) == ("The City", "")


def test_sections_are_cited_by_their_run() -> None:
    assert sections([3], "SECTION") == "SECTION 3"
    assert sections([1, 2], "SECTION") == "SECTIONS 1 and 2"
    assert sections(range(1, 5)) == "Sections 1 through 4"
    assert sections([1, 2, 4], "Sec.", "Secs.") == "Secs. 1, 2 and 4"


def test_no_section_is_not_cited() -> None:
    with pytest.raises(ValueError, match="no section to cite"):
        sections([])


def test_letters_go_on_behind_z() -> None:
    assert [letter(value) for value in (1, 26, 27)] == ["A", "Z", "AA"]
