"""What readers and programs are given of a cell, and how wide a column is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordain.model.report import NOTHING, Cell, Column, Report, Table, shown
from tests.reports import tables


def table(*texts: str, shares: tuple[float, ...] = (1.0, 1.0, 1.0)) -> Table:
    columns = tuple(Column(f"key{at}", "T", share) for at, share in zip(range(len(texts)), shares, strict=False))
    return Table(key="rows", columns=columns, rows=(tuple(map(Cell, texts)),))


def test_an_empty_cell_is_a_dash_for_readers_and_null_for_programs() -> None:
    assert Cell().lines == (NOTHING,)
    assert Cell().told is None


def test_a_cell_is_told_by_its_value_and_else_by_its_text() -> None:
    assert Cell("30 calendar days", value=30).told == 30
    assert Cell("none", value=0).told == 0
    assert Cell("30 calendar days").told == "30 calendar days"


def test_a_reader_is_shown_no_sign_that_a_terminal_would_obey() -> None:
    assert shown("a\x1b[31mb\tc\xa0d\xad\u202ee\x85") == ("a?[31mb c de ",)
    assert Cell("a\nb").lines == ("a", "b")


def test_a_short_column_takes_what_it_needs_and_the_long_ones_the_rest_by_their_shares() -> None:
    assert table("abc", "x" * 90, "x" * 90, shares=(1, 1, 3)).widths(43) == (3, 10, 30)
    assert table("abc", "x" * 90, "x" * 90, shares=(1, 1, 3)).widths(49, 2) == (5, 11, 33)


def test_columns_that_fit_take_no_more_than_they_need() -> None:
    assert table("abc", "de").widths(80) == (3, 2)


@given(tables(), st.integers(20, 200), st.integers(0, 2))
def test_the_columns_never_need_more_than_the_room(it: Table, room: int, around: int) -> None:
    widths = it.widths(room, around)
    assert sum(widths) <= room
    assert all(width <= longest + around for width, longest in zip(widths, it.longest(), strict=True))
    if sum(it.longest()) + around * len(widths) <= room:
        assert widths == tuple(longest + around for longest in it.longest())


def test_a_row_has_a_cell_for_each_column_and_no_two_columns_share_a_key() -> None:
    with pytest.raises(AssertionError):
        Table(key="rows", columns=(Column("id", "Id"),), rows=((Cell(), Cell()),))
    with pytest.raises(AssertionError):
        Table(key="rows", columns=(Column("id", "Id"), Column("id", "Other")), rows=())


@pytest.mark.parametrize("key", ["schema", "title", "matter"])
def test_a_table_takes_no_key_that_is_taken(key: str) -> None:
    with pytest.raises(AssertionError):
        Report(name="x", title="x", parts=(Table(key=key, columns=(), rows=()),), facts={"matter": "x"})
