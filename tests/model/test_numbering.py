"""Labels count as councils count, and every counter is read back as it was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordain.model.numbering import LabelStyle, Level, count, counter_of, has_counter, roman


@pytest.mark.parametrize(
    ("pattern", "ordinal", "label"),
    [
        ("SECTION {1}.", 12, "SECTION 12."),
        ("({A})", 3, "(C)"),
        ("({a})", 26, "(z)"),
        ("({a})", 27, "(aa)"),
        ("{I}.", 9, "IX."),
        ("({i})", 14, "(xiv)"),
    ],
)
def test_a_label_is_its_pattern_with_the_number(pattern: str, ordinal: int, label: str) -> None:
    style = LabelStyle(pattern)
    assert style.label(ordinal) == label
    assert style.ordinal(label) == ordinal


@given(st.sampled_from("1AaIi"), st.integers(1, 52))
def test_a_number_is_read_back_as_it_was_written(counter: str, ordinal: int) -> None:
    assert LabelStyle(f"({{{counter}}})").ordinal(f"({count(counter, ordinal)})") == ordinal


def test_the_first_may_have_a_label_of_its_own() -> None:
    style = LabelStyle("Sec. {1}.", first="Section {1}.")
    assert [style.label(ordinal) for ordinal in (1, 2)] == ["Section 1.", "Sec. 2."]
    assert [style.ordinal(label) for label in ("Section 1.", "Sec. 2.", "SECTION 3.")] == [1, 2, None]


def test_a_number_may_have_a_letter_behind_it() -> None:
    assert LabelStyle("SECTION {1}.").ordinal("SECTION 2A.") == 2


def test_a_section_of_the_code_is_not_counted() -> None:
    assert LabelStyle("§ {code}").ordinal("§ 9-6-1-2") == 0
    assert LabelStyle("§ {code}").ordinal("§ ____") == 0


def test_roman_numbers_subtract() -> None:
    assert [roman(value) for value in (4, 9, 40, 90, 399)] == ["IV", "IX", "XL", "XC", "CCCXCIX"]
    assert LabelStyle("{I}.").ordinal("XCIX.") == 99


def test_a_pattern_holds_one_counter() -> None:
    assert has_counter("({A})")
    assert not has_counter("SECTION 1.")
    assert not has_counter("{1}-{2}{A}")
    assert counter_of("§ {code}") == "code"
    with pytest.raises(ValueError, match="SECTION 1"):
        counter_of("SECTION 1.")


def test_a_lower_level_stands_inside_a_higher_one() -> None:
    assert Level.TITLE < Level.SECTION < Level.CODE < Level.SUBSECTION < Level.ITEM < Level.FURTHER
