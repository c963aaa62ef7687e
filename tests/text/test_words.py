"""Words are cut, compared and shown as a reader sees them."""

import importlib.util
import sys
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordain.text import plaindiff, worddiff
from ordain.text.segments import Mark, Segment, marked, segments, side, whole
from ordain.text.sequences import heaviest_chain
from ordain.text.tidy import tidy
from ordain.text.tokens import Opaque, is_word, join, tokenize
from ordain.text.worddiff import diff, diff_without_blanks

_SIGNS = {Mark.KEPT: "{}", Mark.STRUCK: "[-{}-]", Mark.ADDED: "[+{}+]"}


def _redline(old: str, new: str) -> str:
    return "".join(_SIGNS[part.mark].format(part.text) for part in tidy(diff(tokenize(old), tokenize(new))))


@pytest.mark.parametrize(
    "token",
    [
        "$400,000",
        "9-6-1-2",
        "16%",
        "14th",
        "2A",
        "31-204.42",
        "10:30",
        "Mayor's",
        "Mayor’s",
        "Peña",
        "條例",
        "2000–2018",
    ],
)
def test_what_a_reader_sees_as_one_thing_is_one_token(token: str) -> None:
    assert tokenize(token) == (token,)


@pytest.mark.parametrize("text", ["(B)", "and/or", "re-elect", "e\u0301", "a_b", "5 %"])
def test_signs_stand_alone(text: str) -> None:
    assert len(tokenize(text)) > 1
    assert join(tokenize(text)) == text


def test_an_image_is_a_word_of_its_own() -> None:
    image = Opaque("image 1", shown="▣")
    assert (str(image), join(("a ", image)), is_word(image)) == ("▣", "a ▣", True)
    assert [is_word(token) for token in ("City", "9", "$5", "(", " ")] == [True, True, True, False, False]
    assert Opaque("image 1") != Opaque("image 2")


@pytest.mark.parametrize(
    ("old", "new", "redline"),
    [
        ("may act", "shall act", "[-may-][+shall+] act"),
        ("may act now", "may act", "may act[- now-]"),
        ("may act", "may not act", "may [+not +]act"),
        ("the the", "the", "[-the -]the"),
        ("the", "the the", "[+the +]the"),
        ("A. B. D.", "A. B. C. D.", "A. B. [+C. +]D."),
        ("a, b; d", "a, b; c; d", "a, b; [+c; +]d"),
        ("ten days in May", "two weeks in June", "[-ten days in May-][+two weeks in June+]"),
        ("ten (10) days", "two (2) days", "[-ten-][+two+] ([-10-][+2+]) days"),
        ("§ 4-1(a)(1)(A)", "§ 4-2(a)(2)(A)", "§ [-4-1-][+4-2+](a)([-1-][+2+])(A)"),
        (
            "June 3, “cost” is due",
            "July 4, “costs” are due",
            "[-June 3-][+July 4+], “[-cost-][+costs+]” [-is-][+are+] due",
        ),
        ("$400,000", "$500,000", "[-$400,000-][+$500,000+]"),
        ("", "new", "[+new+]"),
        ("old", "", "[-old-]"),
        ("", "", ""),
        ("same", "same", "same"),
    ],
)
def test_a_redline_reads_as_an_editor_would_mark_it(old: str, new: str, redline: str) -> None:
    assert _redline(old, new) == redline


def test_more_words_than_there_are_letters_of_one_kind_are_compared() -> None:
    old = tuple(f"w{at}" for at in range(56000))
    assert diff(old, old[:-1]) == (Segment(Mark.KEPT, old[:-1]), Segment(Mark.STRUCK, old[-1:]))


def test_neighbors_of_one_mark_are_one_segment() -> None:
    assert segments([(Mark.KEPT, "ab"), (Mark.KEPT, "c"), (Mark.ADDED, ""), (Mark.STRUCK, "d")]) == (
        Segment(Mark.KEPT, ("a", "b", "c")),
        Segment(Mark.STRUCK, ("d",)),
    )
    assert whole(Mark.ADDED, ()) == ()


def test_a_side_is_what_is_kept_and_what_has_its_mark() -> None:
    parts = segments([(Mark.KEPT, "a"), (Mark.STRUCK, "b"), (Mark.ADDED, "c")])
    assert (side(parts, Mark.STRUCK), side(parts, Mark.ADDED)) == (("a", "b"), ("a", "c"))
    assert (marked(parts, Mark.STRUCK), marked(parts, Mark.ADDED)) == ("b", "c")


def test_the_heaviest_chain_rises_on_both_sides() -> None:
    assert heaviest_chain([]) == []
    assert heaviest_chain([(0, 0, 1), (1, 1, 1)]) == [0, 1]
    assert heaviest_chain([(0, 1, 1), (1, 0, 5)]) == [1]
    assert heaviest_chain([(0, 0, 1), (0, 1, 1), (1, 1, 1)]) == [0, 2]
    assert heaviest_chain([(1, 0, 1), (0, 1, 1)]) == [0]


_LETTERS = st.text(st.sampled_from("ābćdēƒ\U00010400\U00010401"), max_size=60)


def test_blanks_that_are_not_counted_are_marked_where_they_differ() -> None:
    found = diff_without_blanks(tokenize("The  clerk pays"), tokenize("The clerk pays"))
    assert [(part.mark, part.text) for part in found if part.mark is not Mark.KEPT] == [(Mark.STRUCK, " ")]
    assert join(side(found, Mark.ADDED)) == "The clerk pays"


@given(old=st.text("ab (", max_size=30), new=st.text("ab (", max_size=30))
def test_blanks_that_are_not_counted_cost_neither_side_a_letter(old: str, new: str) -> None:
    found = diff_without_blanks(tokenize(old), tokenize(new))
    assert (join(side(found, Mark.STRUCK)), join(side(found, Mark.ADDED))) == (old, new)


@given(old=_LETTERS, new=_LETTERS)
def test_the_compiled_library_answers_as_the_plain_one(old: str, new: str) -> None:
    pytest.importorskip("fast_diff_match_patch", reason="no compiled diff-match-patch is built for this machine")
    assert worddiff.steps(old, new) == plaindiff.steps(old, new)


def test_without_the_compiled_library_the_plain_one_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fast_diff_match_patch", None)
    without = _loaded_anew(worddiff)
    assert without.steps is plaindiff.steps
    assert without.diff(("a", " ", "b"), ("a", " ", "c")) == diff(("a", " ", "b"), ("a", " ", "c"))


def _loaded_anew(module: ModuleType) -> ModuleType:
    """Return another copy of a module, which nobody else uses."""
    assert module.__spec__ is not None
    assert module.__spec__.loader is not None
    fresh = importlib.util.module_from_spec(module.__spec__)
    module.__spec__.loader.exec_module(fresh)
    return fresh
