"""A paragraph is cut only where Typst and a word processor part it differently."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordain.print.pieces import composed, pieces_of

_LETTERS = st.text(st.sampled_from("ab14thsnd -/)(\u2011\u2013—\u00a0\té."), max_size=80)


def whole(text: str) -> list[str]:
    return ["".join(run.text for run in piece.runs) for piece in pieces_of(text, ordinals=False) if piece.whole]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("path/street", ["path/street"]),
        ("2008-2009", ["2008-", "2009"]),
        ("F/S R-07-268", ["F/S", "R-", "07-", "268"]),
        ("(a)(1)", ["(a)(1)"]),
        ("right-of-way", []),
        ("transit-oriented/mixed", ["transit-", "oriented/mixed"]),
        ("-5 degrees", ["-5"]),
        ("a-", []),
        ("a/-", ["a/-"]),
        ("non\u2011breaking", ["non-breaking"]),
        ("word(s), $400,000 and 50%", []),
        ("l" * 31, list("l" * 31)),
        ("l" * 30, []),
        ("well-" * 20 + "known", []),
    ],
)
def test_what_stays_whole_is_cut_behind_its_hyphens(text: str, parts: list[str]) -> None:
    assert whole(text) == parts


@pytest.mark.parametrize(
    ("text", "raised"),
    [
        ("14th, 1st, 2nd, 3rd", ["th", "st", "nd", "rd"]),
        ("14 the, 14thly, fourth, th", []),
        ("14th/15th", ["th", "th"]),
    ],
)
def test_only_the_letters_behind_a_number_are_raised(text: str, raised: list[str]) -> None:
    assert [run.text for piece in pieces_of(text, ordinals=True) for run in piece.runs if run.raised] == raised


@given(_LETTERS, st.booleans())
def test_no_letter_comes_or_goes(text: str, ordinals: bool) -> None:  # noqa: FBT001 - drawn by Hypothesis
    joined = "".join(run.text for piece in pieces_of(text, ordinals=ordinals) for run in piece.runs)
    expected = composed(text).replace("\t", " ").replace("\u2011", "-")
    assert joined.replace("\u00a0", " ") == expected.replace("\u00a0", " ")


def test_a_blank_where_no_line_ends_stays_where_it_keeps_words_together() -> None:
    [piece] = pieces_of("a\u00a0b \u00a0 c\u00a0\u00a0 d", ordinals=False)
    assert piece.runs[0].text == "a\u00a0b   c   d"
