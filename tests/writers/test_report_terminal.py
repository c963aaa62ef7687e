"""A report on the terminal."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from ordain.model.report import Cell, Column, Report, Table, Tone
from ordain.writers.report_terminal import write_report_terminal
from tests.reports import COVERAGE, LEDGER, reports

_CODE = re.compile(r"\x1b\[\d+m")


def plain(report: Report, width: int = 80) -> str:
    return write_report_terminal(report, color=False, width=width)


def only(*rows: tuple[Cell, ...]) -> Report:
    columns = tuple(Column(f"key{at}", f"Title {at}") for at in range(len(rows[0])))
    return Report(name="x", title="T", parts=(Table(key="rows", columns=columns, rows=rows),))


def test_a_table_has_columns_that_line_up_and_cells_that_wrap() -> None:
    assert (
        plain(COVERAGE, 60)
        == """\
What of the order is in the bill
================================

Each provision of the order, and what became of it.

Provisions of the order

Provision         State         Where, and why
----------------  ------------  ----------------------------
facility-reports  codified      Section 3(A)
                                Section 4

signs             weakened      Each department head shall
                                report to the Mayor every
                                request for the use of City
                                property.

training          not codified  –

<b>&amp;          " onload="x   </style><script>alert('x')</
                                script>

Added without source
--------------------

(none)
"""
    )


def test_rows_of_one_line_stand_close() -> None:
    assert plain(only((Cell("a"), Cell("b")), (Cell("c"), Cell("d")))).endswith("""
Title 0  Title 1
-------  -------
a        b
c        d
""")


def test_an_empty_line_inside_a_cell_stays() -> None:
    assert plain(only((Cell("a\n\nb"), Cell("c")))).endswith("\na        c\n\nb\n")


def test_where_columns_would_get_too_narrow_each_row_is_a_block() -> None:
    text = plain(LEDGER)
    assert text.count("\nVersion 1: Section ") == 8
    assert (
        """

Version 1: Section 8
  Version 2:
    Each department head shall report to the Mayor every request for the use of
    City property.
  Version 3:
"""
        in text
    )


def test_columns_that_need_little_are_no_reason_for_blocks() -> None:
    assert "Title 7" in plain(only(tuple(Cell("x") for _ in range(8)))).splitlines()[3]


@pytest.mark.parametrize(("tone", "code"), [("STRONG", "1"), ("QUIET", "2"), ("GOOD", "32"), ("BAD", "31")])
def test_a_tone_is_a_color_only_where_color_is_wanted(tone: str, code: str) -> None:
    report = only((Cell("a"), Cell("weakened", Tone[tone])))
    assert f"\x1b[{code}mweakened\x1b[0m" in write_report_terminal(report, color=True, width=80)
    assert "\x1b" not in plain(report)


@given(reports(), st.integers(20, 140))
def test_no_line_is_longer_than_the_terminal(report: Report, width: int) -> None:
    assert max(map(len, plain(report, width).splitlines())) <= width


@given(reports(), st.integers(20, 140))
def test_colors_change_nothing_but_the_color(report: Report, width: int) -> None:
    text = plain(report, width)
    assert "\x1b" not in text
    assert _CODE.sub("", write_report_terminal(report, color=True, width=width)) == text


@given(reports(), st.integers(20, 140))
def test_every_cell_is_shown_whole(report: Report, width: int) -> None:
    for table in report.tables:
        for row in table.rows:
            alone = replace(report, parts=(replace(table, rows=(row,)),))
            letters = sorted(re.sub(r"\s", "", "".join(line for cell in row for line in cell.lines)))
            text = re.sub(r"\s", "", plain(alone, width))
            assert all(text.count(sign) >= letters.count(sign) for sign in set(letters))


def test_a_terminal_that_claims_no_width_is_given_lines_all_the_same() -> None:
    assert plain(COVERAGE, 0) == plain(COVERAGE, 20)
