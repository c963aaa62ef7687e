"""The laws: what holds of every draft and of every two."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordain.compare import compare
from ordain.compare.align import align
from ordain.compare.changes import Kept
from ordain.errors import OrdainError
from ordain.markup.parse import parse
from ordain.markup.write import write
from ordain.model.draft import Draft
from ordain.readers.house import read_house
from ordain.readers.matter import read_matter
from ordain.readers.order import read_order
from ordain.text.segments import Mark, side
from ordain.text.tidy import tidy
from ordain.text.tokens import join, tokenize
from ordain.text.worddiff import diff
from tests.literate import sound
from tests.strategies import PAIRS, TEXTS, drafts, house, spoiled

_HOUSES = {"springfield": house()}


@given(drafts())
def test_a_draft_is_read_back_as_it_was_written(draft: Draft) -> None:
    assert parse(write(draft), _HOUSES) == draft


@given(PAIRS)
def test_an_edited_draft_is_read_back_as_it_was_written(pair: tuple[Draft, Draft]) -> None:
    _, new = pair
    assert parse(write(new), _HOUSES) == new


@given(st.text())
def test_the_tokens_of_a_text_are_the_text(text: str) -> None:
    assert join(tokenize(text)) == text


@given(TEXTS, TEXTS)
def test_a_readable_diff_has_the_same_two_sides(old: str, new: str) -> None:
    words = tidy(diff(tokenize(old), tokenize(new)))
    assert (join(side(words, Mark.STRUCK)), join(side(words, Mark.ADDED))) == (old, new)


@given(PAIRS)
def test_rejecting_every_change_restores_the_old_draft(pair: tuple[Draft, Draft]) -> None:
    old, new = pair
    assert compare(old.units(), new.units()).rejected() == old.units()


@given(PAIRS)
def test_accepting_every_change_gives_the_new_draft(pair: tuple[Draft, Draft]) -> None:
    old, new = pair
    assert compare(old.units(), new.units()).accepted() == new.units()


@given(drafts())
def test_a_draft_compared_with_itself_has_no_changes(draft: Draft) -> None:
    redline = compare(draft.units(), draft.units())
    assert redline.changes == ()
    assert {block.kind for block in redline.blocks} <= {Kept.__name__.lower()}


@given(PAIRS)
def test_every_provision_of_either_side_is_in_exactly_one_pair(pair: tuple[Draft, Draft]) -> None:
    old, new = (draft.units() for draft in pair)
    pairs = align(old, new)
    assert sorted(i for it in pairs for i in it.old) == list(range(len(old)))
    assert sorted(j for it in pairs for j in it.new) == list(range(len(new)))


@given(st.one_of(st.text(), spoiled(sound("bill.txt")), drafts().map(write).flatmap(spoiled)))
def test_a_bill_text_is_a_draft_that_can_be_written_or_its_faults_are_told(text: str) -> None:
    try:
        draft = parse(text, _HOUSES, "bill.txt")
    except OrdainError as error:
        _check_places(error, text)
    else:
        assert parse(write(draft), _HOUSES) == draft


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("order.yaml", read_order),
        ("house.yaml", lambda text, file: read_house(text, file, "springfield")),
        ("matter.yaml", read_matter),
    ],
)
@given(data=st.data())
def test_whatever_is_typed_into_a_file_it_is_read_or_its_faults_are_told(
    name: str, read: Callable[[str, str], object], data: st.DataObject
) -> None:
    text = data.draw(st.one_of(spoiled(sound(name)), st.text()))
    try:
        read(text, name)
    except OrdainError as error:
        _check_places(error, text)


def _check_places(error: OrdainError, text: str) -> None:
    """Every problem has a remedy, and a place that is in the text."""
    lines = text.split("\n")
    for problem in error.problems:
        place = problem.place
        assert problem.remedy
        assert place is not None
        assert place.line is not None
        assert 1 <= place.line <= len(lines)
        line = lines[place.line - 1]
        assert place.excerpt.rstrip("\r") in (line.rstrip("\r").removeprefix("\ufeff"), line.rstrip("\r"), "")
        assert place.column is None or 1 <= place.column <= len(line) + 1
