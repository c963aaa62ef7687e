"""Which words stand on which line, and on which line which words."""

import pytest

from ordain.model.linemap import Line, LineMap, Row, Span
from ordain.model.numbering import Level
from ordain.model.unit import Unit
from ordain.text.tokens import join, tokenize

_TITLE = Unit(tokens=tokenize("RELATING TO REPORTS."), level=Level.TITLE, address="Title")
_SECTION = Unit(
    tokens=tokenize("The Mayor may report, and  may delay."),
    level=Level.SECTION,
    label="SECTION 1.",
    address="Section 1",
)

# The section is parted before "report" and before the last "may".
_LINES = LineMap(
    (_TITLE, _SECTION),
    (
        Row(Line(1, 1), Span(0, 0, 20), "RELATING TO REPORTS."),
        Row(Line(1, 2), Span(1, 0, 25), "SECTION 1. The Mayor may"),
        Row(Line(2, 1), Span(1, 25, 38), "report, and"),
        Row(Line(2, 2), Span(1, 38, 48), "may delay."),
    ),
)


def _said(*spans: Span) -> list[str]:
    return [_LINES.units[span.unit].line[span.start : span.end] for span in spans]


def test_a_line_is_found_by_its_page_and_number() -> None:
    assert [_LINES.row(row.line) for row in _LINES.rows] == list(_LINES.rows)


@pytest.mark.parametrize("line", [Line(0, 1), Line(1, 3), Line(2, 0), Line(2, 3), Line(9, 9)])
def test_a_line_that_the_print_has_not_is_none_and_holds_nothing(line: Line) -> None:
    assert _LINES.row(line) is None
    assert _LINES.words(line) == ()
    assert _LINES.occurrences("may", line) == ()


def test_a_stretch_of_a_paragraph_stands_on_the_lines_that_hold_its_letters() -> None:
    assert [row.line for row in _LINES.rows_of(Span(1, 11, 31))] == [Line(1, 2), Line(2, 1)]
    assert [row.line for row in _LINES.rows_of(_LINES.whole(1))] == [Line(1, 2), Line(2, 1), Line(2, 2)]
    assert [row.line for row in _LINES.rows_of(_LINES.whole(0))] == [Line(1, 1)]


def test_a_point_between_letters_stands_on_one_line() -> None:
    assert [row.line for row in _LINES.rows_of(Span(1, 0, 0))] == [Line(1, 2)]
    assert [row.line for row in _LINES.rows_of(Span(1, 25, 25))] == [Line(2, 1)]
    assert [row.line for row in _LINES.rows_of(Span(1, 48, 48))] == [Line(2, 2)]


def test_every_token_of_a_unit_begins_on_the_line_that_shows_it() -> None:
    for token, word in enumerate(_SECTION.tokens):
        row = _LINES.row(_LINES.line_of(1, token))
        assert row is not None
        if not str(word).isspace():
            assert str(word) in row.text
    assert _LINES.line_of(1, _SECTION.tokens.index("report")) == Line(2, 1)


def test_the_words_of_all_lines_are_those_of_all_paragraphs() -> None:
    words = [word for row in _LINES.rows for word in _said(*_LINES.words(row.line))]
    assert words == [token for unit in _LINES.units for token in tokenize(unit.line) if not token.isspace()]


def test_a_phrase_is_found_word_for_word_on_the_line_where_it_begins() -> None:
    assert _said(*_LINES.occurrences("may", Line(1, 2))) == ["may"]
    assert _said(*_LINES.occurrences("may report", Line(1, 2))) == ["may report"]
    assert _LINES.occurrences("may report", Line(2, 1)) == ()
    assert _LINES.occurrences("ma", Line(1, 2)) == ()


def test_the_blanks_between_the_words_of_a_phrase_do_not_count() -> None:
    assert _said(*_LINES.occurrences(" and may ", Line(2, 1))) == ["and  may"]


def test_every_place_of_a_phrase_in_a_paragraph_is_found() -> None:
    assert [span.start for span in _LINES.found("may", 1)] == [21, 38]
    assert _LINES.found("", 1) == ()
    assert _LINES.found("The Mayor may report, and may delay. Then more", 1) == ()


def test_a_line_is_cited_by_page_and_line() -> None:
    assert str(Line(3, 18)) == "page 3, line 18"


def test_a_paragraph_is_its_label_and_its_words() -> None:
    assert _SECTION.line == f"SECTION 1. {join(_SECTION.tokens)}"
