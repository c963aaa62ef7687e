"""What is read from a print is what stands in the draft, letter by letter and line by line."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from ordain.errors import OrdainError, Problem
from ordain.model.draft import UNDATED, Draft
from ordain.model.linemap import Line, LineMap
from ordain.print.faces import family_of
from ordain.print.faces import letters_of as letters_of_family
from ordain.print.letterplaces import letters_of
from ordain.print.letters import is_printable
from ordain.print.page import page_of
from ordain.print.pdf import write_pdf
from ordain.print.reading import read_lines
from tests.houses import shipped_houses
from tests.oracles import oracle
from tests.oracles.poppler import Poppler
from tests.print.prints import ALBUQUERQUE, LOS_ANGELES, MINNEAPOLIS, bill, lines_of, pdf_of, printable, source
from tests.strategies import drafts


def _check(lines: LineMap) -> None:
    """Check that the lines hold every letter of every paragraph once, and count from 1 on each page."""
    for at in range(len(lines.units)):
        rows = lines.rows_of(lines.whole(at))
        assert [row.span.start for row in rows] == [0, *(row.span.end for row in rows[:-1])]
        assert rows[-1].span.end == len(lines.units[at].line)
        assert " ".join(row.text for row in rows).split() == lines.units[at].line.split() or len(rows) > 1
    previous = Line(0, 0)
    for row in lines.rows:
        assert row.line in (Line(previous.page, previous.number + 1), Line(row.line.page, 1))
        assert row.line > previous
        previous = row.line


@given(drafts(), st.sampled_from(sorted(shipped_houses())))
def test_every_letter_of_a_draft_stands_on_one_line(draft: Draft, name: str) -> None:
    house = shipped_houses()[name]
    _check(lines_of(printable(draft, house), house))


@given(drafts(), st.sampled_from(sorted(shipped_houses())))
@settings(max_examples=25)
def test_any_draft_is_printed_or_refused_with_its_reason(draft: Draft, name: str) -> None:
    house = shipped_houses()[name]
    refused: tuple[Problem, ...] = ()
    try:
        _check(lines_of(draft, house))
    except OrdainError as error:
        refused = error.problems
    assert all(problem.remedy for problem in refused)


_HARD = (
    "Quotes \" and ' and \\ stay, and #let x = 1, $400,000$, *bold*, _under_, `raw`, <label>, @cite, [x], {y}, ~, =.",
    '#include "x" // no comment /* nor this */ -- --- ... \\u{41} https://a.b/c?d=e&f=%20',
    "On the 1st, 2nd, 3rd and 14th day of 2008-2009, under (a)(1), O-02-39, path/street, and/or, right-of-way.",
    "A word of " + "l" * 200 + "ong letters and a blank of " + "_" * 90 + ".",
    "Pen\u0303a, Peña, ½, ﬁnal, § 5, “curly”, ‘single’, non\u2011breaking, a\u00a0b, a\tb, a\u2028b, x\u2009y.",
    "well-" * 40 + "known",
    "-5 degrees, - alone, a - b, a – b, a—b, a--b, ends in a hyphen-",
    "æ-",
)


@pytest.mark.parametrize("name", sorted(shipped_houses()))
def test_no_letter_of_a_hard_text_is_read_as_markup(name: str) -> None:
    draft, house = bill(*_HARD, name=name)
    lines = lines_of(draft, house)
    _check(lines)
    words = "".join("".join(row.text.split()) for row in lines.rows)
    for text in _HARD:
        assert "".join(text.split()) in words


@pytest.mark.parametrize("name", ["albuquerque", "nashville"])
def test_every_letter_that_a_typeface_has_can_be_printed_and_read_back(name: str) -> None:
    known = letters_of_family(family_of(shipped_houses()[name].layout.font))
    letters = [letter for letter in map(chr, sorted(known)) if is_printable(letter, known)]
    draft, house = bill(*(f"{it} a{it}b {it}{it} a{it} {it}b {it}" for it in letters if it.strip()), name=name)
    assert len(letters) > 2000
    _check(lines_of(draft, house))


def test_no_line_stands_out_over_the_edge_of_the_text() -> None:
    draft, house = bill("W" * 300, "/" * 300, "WWWW/" * 60, "WWWWW-" * 60)
    right = page_of(house.layout).right
    assert all(letter.x < right for page in letters_of(write_pdf(draft, house, UNDATED)) for letter in page)


@pytest.mark.parametrize("whole", ["Albuquerque/Bernalillo", "(a)(1)(B)(ii)(3)(x)", "$400,000", "non\u2011breaking"])
def test_no_line_parts_what_a_word_processor_keeps_whole(whole: str) -> None:
    draft, house = bill(*("word " * 10 + "x" * before + f" {whole} and more" for before in range(1, 30)))
    shown = [row.text for row in lines_of(draft, house).rows]
    assert sum(whole in text for text in shown) == 29


def test_a_line_may_end_behind_a_hyphen_before_a_figure() -> None:
    draft, house = bill(*("word " * 10 + "x" * before + " 200800-200900 and more" for before in range(1, 30)))
    assert any(row.text.endswith("200800-") for row in lines_of(draft, house).rows)


def test_raised_letters_and_wide_gaps_change_no_word() -> None:
    draft, house = bill("The 14th  of 21st Street.")
    assert lines_of(draft, house).rows[-1].text == "The 14th of 21st Street."


def test_a_house_without_line_numbers_has_none_and_its_lines_are_counted() -> None:
    found = source(LOS_ANGELES)
    lines = lines_of(found.draft, found.house)
    assert not lines.numbered
    _check(lines)


def test_the_print_of_another_draft_is_refused() -> None:
    draft, house = bill("The Mayor may report.")
    other, _ = bill("The Mayor must report.")
    with pytest.raises(OrdainError, match="does not read as the draft does"):
        read_lines(write_pdf(draft, house, UNDATED), other, house)


def test_a_print_with_more_than_the_draft_is_refused() -> None:
    draft, house = bill("The Mayor may report.", "And more.")
    other, _ = bill("The Mayor may report.")
    with pytest.raises(OrdainError, match="does not read as the draft does"):
        read_lines(write_pdf(draft, house, UNDATED), other, house)


def test_numbers_that_do_not_count_the_lines_are_refused() -> None:
    draft, house = bill("The Mayor may report.")
    unnumbered = replace(house, layout=replace(house.layout, line_numbers=False))
    with pytest.raises(OrdainError, match="do not count them"):
        read_lines(write_pdf(draft, unnumbered, UNDATED), draft, house)


@pytest.mark.parametrize("path", [ALBUQUERQUE, MINNEAPOLIS], ids=lambda path: path.parent.name)
class TestAsPopplerReadsIt:
    pytestmark = oracle

    def test_every_line_has_the_same_words(self, path: Path, poppler: Poppler) -> None:
        found = source(path)
        pdf = pdf_of(path)
        lines = read_lines(pdf, found.draft, found.house)
        assert poppler(pdf) == tuple((row.line.page, row.line.number, row.text) for row in lines.rows)
