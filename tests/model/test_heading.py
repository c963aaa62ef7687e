"""What is printed round a bill comes from its front matter, and a blank is left for what is not known."""

import datetime as dt

from msgspec.structs import replace

from ordain.model.draft import Draft, Front
from ordain.model.heading import (
    BLANK,
    FIELDS,
    ILLUSTRATIVE,
    NOT_CITED,
    PAGE,
    _values,
    fill,
    footer,
    header,
    heading,
    printed,
    recognizer,
    word_footer,
)
from ordain.model.house import HeadingLine, House
from ordain.model.unit import Story
from tests.strategies import house

_FRONT = Front(
    house="springfield", bill="26-12", version="as-amended", date=dt.date(2026, 3, 2), sponsors=("Ann", "Bob")
)


def _house(**layout: object) -> House:
    return replace(house(), layout=replace(house().layout, **layout))


def _draft(front: Front = _FRONT) -> Draft:
    return Draft(front=front, provisions=())


def _lines(*texts: str) -> tuple[HeadingLine, ...]:
    return tuple(HeadingLine(text=text, size=12) for text in texts)


def test_every_field_that_may_be_named_has_a_value() -> None:
    assert tuple(_values(_FRONT, house())) == FIELDS


def test_a_heading_is_filled_from_the_front_matter() -> None:
    shown = heading(
        _draft(), _house(heading=_lines("{instrument} NO. {bill}", "{sponsors}: {version}, {date}", "{enactment}"))
    )
    assert [unit.text for unit in shown] == ["ORDINANCE NO. 26-12", "Ann, Bob: As amended, 2026-03-02", BLANK]
    assert [unit.address for unit in shown] == ["Heading, line 1", "Heading, line 2", "Heading, line 3"]
    assert {unit.story for unit in shown} == {Story.HEADING}


def test_a_stage_that_the_house_does_not_know_is_printed_as_it_is() -> None:
    assert _values(replace(_FRONT, version="vetoed"), house())["version"] == "vetoed"
    assert _values(replace(_FRONT, version=None, date=None), house())["date"] == "undated"


def test_an_order_has_a_heading_of_its_own_where_the_house_has_one() -> None:
    order = _draft(replace(_FRONT, instrument="executive-order"))
    assert [unit.text for unit in heading(order, house())] == ["CITY OF SPRINGFIELD", "BILL NO. 26-12"]
    own = _house(order_heading=_lines("EXECUTIVE ORDER {bill}"))
    assert [unit.text for unit in heading(order, own)] == ["EXECUTIVE ORDER 26-12"]
    assert [unit.text for unit in heading(_draft(), own)] == ["CITY OF SPRINGFIELD", "BILL NO. 26-12"]


def test_the_legend_runs_above_a_bill_and_not_above_an_order() -> None:
    marked = replace(house(), legend=("[+new+]", "[-old-]"))
    assert [unit.text for unit in header(_draft(), marked)] == ["[+new+]", "[-old-]"]
    assert [unit.text for unit in header(_draft(replace(_FRONT, instrument="executive-order")), marked)] == [""]
    assert [unit.text for unit in header(_draft(), house())] == [""]


def test_the_page_is_a_sign_that_the_print_fills() -> None:
    [foot] = footer(_draft(), _house(footer=("{bill}, page {page}",)))
    assert foot.tokens[-1] == PAGE
    assert foot.story is Story.FOOTER


def test_what_is_not_the_councils_says_so_at_every_foot() -> None:
    feet = footer(_draft(replace(_FRONT, illustrative=True)), _house(footer=("{bill}",)))
    assert [unit.text for unit in feet] == [ILLUSTRATIVE, "26-12"]


def test_only_word_says_that_its_line_numbers_are_not_the_cited_ones() -> None:
    numbered, unnumbered = (_house(footer=("{bill}",), line_numbers=it) for it in (True, False))
    assert [unit.text for unit in word_footer(_draft(), numbered)] == ["26-12", NOT_CITED]
    assert word_footer(_draft(), unnumbered) == footer(_draft(), unnumbered) == footer(_draft(), numbered)


def test_all_that_is_printed_stands_in_one_list() -> None:
    shown = printed(_draft(), _house(footer=("{bill}",)))
    assert [unit.story for unit in shown] == [Story.HEADING, Story.HEADING, Story.HEADER, Story.FOOTER]


def test_a_heading_that_was_printed_is_recognized() -> None:
    line = HeadingLine(text="COUNCIL BILL NO.   {bill}   ENACTMENT NO.   {enactment}", size=12)
    for written, bill, enactment in (
        (fill(line.text, {"bill": "O-26-12", "enactment": "7"}), "O-26-12", "7"),
        ("COUNCIL BILL NO. O-26-12 ENACTMENT NO.", "O-26-12", ""),
        ("COUNCIL  BILL NO.ENACTMENT NO.   ____", "", "____"),
    ):
        match = recognizer(line).fullmatch(written)
        assert match is not None, written
        assert (match["bill"], match["enactment"]) == (bill, enactment)


def test_signs_in_a_heading_are_taken_as_they_are() -> None:
    assert recognizer(HeadingLine(text="BILL (NO.) {bill}", size=12)).fullmatch("BILL (NO.) 7")
    assert not recognizer(HeadingLine(text="BILL (NO.) {bill}", size=12)).fullmatch("BILL NOT 7")
