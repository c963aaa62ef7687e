"""Bill text is read as a drafter means it: labels, levels, recitals, the head of a record."""

from collections import Counter
from pathlib import Path

import pytest

from ordain.errors import OrdainError
from ordain.markup.parse import parse
from ordain.model.draft import Draft
from ordain.model.numbering import Level
from tests.houses import shipped_houses
from tests.strategies import house

_HOUSES = {"springfield": house(), **shipped_houses()}


def _draft(*lines: str, house: str = "springfield", instrument: str = "ordinance") -> Draft:
    return parse("\n".join(["---", f"house: {house}", f"instrument: {instrument}", "---", *lines]), _HOUSES)


def _addresses(*lines: str, instrument: str = "ordinance") -> list[str]:
    """Return the address of every paragraph but the title."""
    return [unit.address for unit in _draft("An ordinance.", *lines, instrument=instrument).units()][1:]


@pytest.mark.parametrize(
    ("line", "label", "text"),
    [
        ("SECTION 1. REPORTS. A department", "SECTION 1.", "REPORTS. A department"),
        ("Section 1. Reports.", "Section 1.", "Reports."),
        ("Sec. 2. Reports.", "Sec. 2.", "Reports."),
        ("SEC. 2A. Reports.", "SEC. 2A.", "Reports."),
        ("Section  3.   Reports.", "Section 3.", "Reports."),
        ("SECTION\u00a04. Reports.", "SECTION 4.", "Reports."),
        ("SECTION 5.", "SECTION 5.", ""),
    ],
)
def test_a_section_is_known_in_whatever_form_a_record_writes_it(line: str, label: str, text: str) -> None:
    [_, section] = _draft("An ordinance.", line).provisions
    assert (section.level, section.label, section.text) == (Level.SECTION, label, text)


@pytest.mark.parametrize("line", ["Sections 1 and 2 are repealed.", "Section 5-5-20 is amended.", "SECTIONAL maps."])
def test_a_mention_of_a_section_is_no_section(line: str) -> None:
    assert _addresses(line) == ["Title, further paragraph 1"]


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("§ 9-6-1-2 REPORTS. A department", "§ 9-6-1-2"),
        ("§ 9-6-1-2. REPORTS. A department", "§ 9-6-1-2."),
        ("§ ________ REPORTS.", "§ ________"),
        ("§ 5 REPORTS.", "§ 5"),
        ("§ 9-6-1-2", "§ 9-6-1-2"),
    ],
)
def test_a_section_of_the_code_is_known_by_its_heading(line: str, label: str) -> None:
    [_, section] = _draft("An ordinance.", "SECTION 1. CODE.", line).provisions
    assert (section.children[0].level, section.children[0].label) == (Level.CODE, label)


def test_a_mention_of_the_code_is_text() -> None:
    assert _addresses("SECTION 1. CODE.", "§ 9-6-1-2 of the Code is amended.")[1] == "Section 1, further paragraph 1"


def test_levels_stand_inside_each_other() -> None:
    lines = [
        "SECTION 1. A.",
        "(A) B.",
        "(1) C.",
        "(a) D.",
        "(i) E.",
        "(ii) F.",
        "(b) G.",
        "(2) H.",
        "(B) I.",
        "SECTION 2. J.",
    ]
    assert _addresses(*lines) == [
        "Section 1",
        "Section 1(A)",
        "Section 1(A)(1)",
        "Section 1(A)(1)(a)",
        "Section 1(A)(1)(a)(i)",
        "Section 1(A)(1)(a)(ii)",
        "Section 1(A)(1)(b)",
        "Section 1(A)(2)",
        "Section 1(B)",
        "Section 2",
    ]


def test_labels_with_periods_are_cited_in_parentheses() -> None:
    lines = ["Section 1. A.", "A. B.", "1. C.", "a. D.", "i. E.", "B. F."]
    assert _addresses(*lines, instrument="act") == [
        "Section 1",
        "Section 1(A)",
        "Section 1(A)(1)",
        "Section 1(A)(1)(a)",
        "Section 1(A)(1)(a)(i)",
        "Section 1(B)",
    ]


def test_an_order_numbers_its_paragraphs_in_roman() -> None:
    lines = ["I. A.", "A. B.", "1. C.", "II. D.", "V. Out of turn."]
    expected = ["Paragraph I", "Paragraph I(A)", "Paragraph I(A)(1)", "Paragraph II", "Paragraph V"]
    assert _addresses(*lines, instrument="executive-order") == expected


def test_the_letter_after_h_is_i() -> None:
    letters = [f"({letter}) Text." for letter in "abcdefghij"]
    assert _addresses("SECTION 1. A.", "(1) B.", *letters)[-2:] == ["Section 1(1)(i)", "Section 1(1)(j)"]


def test_the_letter_after_h_is_i_even_where_nothing_follows() -> None:
    letters = [f"({letter}) Text." for letter in "abcdefghi"]
    assert _addresses("SECTION 1. A.", "(1) B.", *letters)[-1] == "Section 1(1)(i)"


def test_i_after_h_is_the_first_of_a_new_list_where_ii_follows() -> None:
    letters = [f"({letter}) Text." for letter in "abcdefgh"]
    below = ["(i) One.", "A further paragraph.", "(ii) Two."]
    assert _addresses("SECTION 1. A.", "(1) B.", *letters, *below)[-3:] == [
        "Section 1(1)(h)(i)",
        "Section 1(1)(h)(i), further paragraph 1",
        "Section 1(1)(h)(ii)",
    ]


def test_i_after_h_is_a_letter_where_it_opens_a_list_of_its_own() -> None:
    letters = [f"({letter}) Text." for letter in "abcdefgh"]
    below = ["(i) Nine.", "(i) One.", "(ii) Two.", "(j) Ten."]
    assert _addresses("SECTION 1. A.", "(1) B.", *letters, *below)[-4:] == [
        "Section 1(1)(i)",
        "Section 1(1)(i)(i)",
        "Section 1(1)(i)(ii)",
        "Section 1(1)(j)",
    ]


def test_i_is_a_letter_where_the_next_section_begins_before_anything_decides() -> None:
    letters = [f"({letter}) Text." for letter in "abcdefghi"]
    after = ["SECTION 2. C.", "(ii) Out of turn."]
    assert _addresses("SECTION 1. A.", "(1) B.", *letters, *after)[-3] == "Section 1(1)(i)"


def test_letters_go_on_behind_z() -> None:
    assert _addresses("SECTION 1. A.", "(Z) B.", "(AA) C.")[1:] == ["Section 1(Z)", "Section 1(AA)"]


def test_a_number_out_of_turn_stands_at_the_outermost_level_it_fits() -> None:
    assert _addresses("SECTION 1. A.", "(v) B.") == ["Section 1", "Section 1(v)"]
    [_, section] = _draft("An ordinance.", "SECTION 1. A.", "(v) B.").provisions
    assert section.children[0].level is Level.SUBPARAGRAPH


def test_a_label_needs_a_blank_behind_it() -> None:
    assert _addresses("SECTION 1. A.", "(A)(1) of that section applies.")[1] == "Section 1, further paragraph 1"


def test_a_label_of_another_house_is_text() -> None:
    assert _addresses("SECTION 1. A.", "1) First.")[1] == "Section 1, further paragraph 1"


@pytest.mark.parametrize("name", ["albuquerque", "los-angeles", "minneapolis", "nashville"])
def test_the_enacting_clause_of_every_house_is_known(name: str) -> None:
    clause = dict(_HOUSES[name].formulas)["ordinance"]
    draft = _draft(
        "An ordinance.", "WHEREAS, it is so; and", "WHEREAS, it is meet.", clause, "Section 1. A.", house=name
    )
    assert [it.level for it in draft.provisions] == [
        Level.TITLE,
        Level.RECITAL,
        Level.RECITAL,
        Level.ENACTING,
        Level.SECTION,
    ]


def test_the_last_line_that_ends_in_a_colon_before_the_sections_enacts() -> None:
    draft = _draft(
        "An ordinance.", "Whose reasons are these:", "WHEREAS, it is so:", "Be it ordained:", "SECTION 1. A:"
    )
    assert [unit.address for unit in draft.units()] == [
        "Title",
        "Title, further paragraph 1",
        "Recital 1",
        "Enacting clause",
        "Section 1",
    ]


def test_a_title_may_end_in_a_colon() -> None:
    assert [unit.address for unit in _draft("An ordinance:", "SECTION 1. A.").units()] == ["Title", "Section 1"]


def test_a_bill_may_begin_with_its_recitals_or_with_a_section() -> None:
    assert [unit.address for unit in _draft("WHEREAS, it is so.", "SECTION 1. A.").units()] == [
        "Recital 1",
        "Section 1",
    ]
    assert [unit.address for unit in _draft("SECTION 1. A.", "WHEREAS, it is so.").units()] == [
        "Section 1",
        "Section 1, further paragraph 1",
    ]


def test_whereas_is_a_word_of_its_own() -> None:
    assert _addresses("WHEREAS both routes connect.", "WHEREASES are many.") == [
        "Recital 1",
        "Recital 1, further paragraph 1",
    ]


def test_a_further_paragraph_belongs_to_the_provision_above_it() -> None:
    assert _addresses("SECTION 1. A.", "More of it.", "Still more.", "(A) B.", "More of this.", "SECTION 2. C.") == [
        "Section 1",
        "Section 1, further paragraph 1",
        "Section 1, further paragraph 2",
        "Section 1(A)",
        "Section 1(A), further paragraph 1",
        "Section 2",
    ]


def test_indentation_and_blank_lines_mean_nothing() -> None:
    plain = _draft("An ordinance.", "SECTION 1. A.", "(A) B.", "(1) C.")
    spaced = _draft("", "   An ordinance.  ", "", "", "\tSECTION 1. A.", "(A) B.", "", "            (1) C.", "")
    assert spaced == plain


def test_braces_name_a_provision_and_what_it_comes_from() -> None:
    section = _draft("SECTION 1. A {kept} text. {  #fees   from=fees,fines }").provisions[0]
    assert (section.text, section.id, section.sources) == ("A {kept} text.", "fees", ("fees", "fines"))


def test_a_text_knows_its_place() -> None:
    section = _draft("An ordinance.", "", "  SECTION 1. A.").provisions[1]
    assert section.source is not None
    assert (section.source.line, section.source.excerpt) == (7, "  SECTION 1. A.")


_HEAD = ["CITY OF SPRINGFIELD", "", "BILL NO. 26-12"]


def test_a_text_without_front_matter_is_known_by_its_head() -> None:
    draft = parse("\n".join([*_HEAD, "An ordinance.", "SECTION 1. A."]), _HOUSES)
    assert (draft.front.house, draft.front.instrument, draft.front.bill) == ("springfield", "ordinance", "26-12")
    assert [unit.address for unit in draft.units()] == ["Title", "Section 1"]


def test_a_blank_in_the_head_is_not_known() -> None:
    draft = parse("CITY OF SPRINGFIELD\nBILL NO. ________\nAn ordinance.", _HOUSES)
    assert draft.front.bill is None


def test_a_head_that_breaks_off_is_no_head() -> None:
    with pytest.raises(OrdainError, match="no house recognizes the head"):
        parse("CITY OF SPRINGFIELD", _HOUSES)


def test_a_house_that_is_named_reads_a_text_without_any_head() -> None:
    draft = parse("An ordinance.\nSECTION 1. A.", _HOUSES, house="springfield")
    assert (draft.front.house, [unit.address for unit in draft.units()]) == ("springfield", ["Title", "Section 1"])


def test_a_house_that_is_named_and_not_known_is_refused() -> None:
    with pytest.raises(OrdainError, match="no house is named 'sprinfield'; did you mean 'springfield'"):
        parse("An ordinance.", _HOUSES, house="sprinfield")


def test_the_head_names_the_instrument_in_the_words_of_the_house() -> None:
    head = [
        "CITY of ALBUQUERQUE",
        "SEVENTEENTH COUNCIL",
        "COUNCIL BILL NO.   R-26-9   ENACTMENT NO.   ____",
        "SPONSORED BY: Ann Example, Bob Example",
    ]
    front = parse("\n".join([*head, "RESOLUTION", "On parking."]), _HOUSES).front
    assert (front.instrument, front.bill, front.council) == ("resolution", "R-26-9", "SEVENTEENTH COUNCIL")
    assert (front.enactment, front.sponsors) == (None, ("Ann Example", "Bob Example"))
    with pytest.raises(OrdainError, match="no house recognizes the head"):
        parse("\n".join([*head, "MOTION", "On parking."]), _HOUSES)


@pytest.mark.parametrize(
    ("version", "recitals", "sections"),
    [
        ("v1-introduced", 8, 4),
        ("v2-committee-substitute", 7, 5),
        ("v3-floor-substitute", 10, 11),
        ("v4-floor-amended", 10, 12),
    ],
)
def test_a_real_record_is_read_as_it_is(shared: Path, version: str, recitals: int, sections: int) -> None:
    text = (shared / "records" / "albuquerque-r-07-268" / f"{version}.txt").read_text(encoding="utf-8")
    draft = parse(text, _HOUSES)
    assert (draft.front.house, draft.front.instrument, draft.front.council) == (
        "albuquerque",
        "resolution",
        "SEVENTEENTH COUNCIL",
    )
    assert [unit.address for unit in draft.units()] == [
        "Title",
        *(f"Recital {at}" for at in range(1, recitals + 1)),
        "Enacting clause",
        *(f"Section {at}" for at in range(1, sections + 1)),
    ]
    # Its head is five lines, and every other line is a paragraph of the bill.
    lines = Counter(bool(line.strip()) for line in text.split("\n"))
    assert len(draft.units()) == lines[True] - 5
