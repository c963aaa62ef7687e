"""A draft says what it is: its title, its paragraphs in order, an address for each."""

from ordain.errors import Place
from ordain.model.draft import Draft, Front
from ordain.model.numbering import Level
from ordain.model.provision import Provision, heading_of
from ordain.model.unit import Unit
from ordain.text.tokens import tokenize


def _of(level: Level, text: str, label: str = "", *children: Provision) -> Provision:
    return Provision(level=level, text=text, label=label, children=children)


def _draft(*provisions: Provision) -> Draft:
    return Draft(front=Front(house="springfield"), provisions=provisions)


def _addresses(*provisions: Provision) -> list[str]:
    return [unit.address for unit in _draft(*provisions).units()]


def test_a_provision_is_cited_by_the_path_of_its_labels() -> None:
    inner = _of(Level.PARAGRAPH, "c", "(1)", _of(Level.FURTHER, "d"))
    section = _of(Level.SECTION, "a", "SECTION 3.", _of(Level.SUBSECTION, "b", "(A)", inner))
    assert _addresses(section) == [
        "Section 3",
        "Section 3(A)",
        "Section 3(A)(1)",
        "Section 3(A)(1), further paragraph 1",
    ]


def test_a_section_is_cited_in_one_form() -> None:
    labels = ("SECTION 3.", "Sec. 3.", "Section 3A.", "SEC 3", "3.", "IV.")
    assert _addresses(*(_of(Level.SECTION, "a", label) for label in labels)) == [
        "Section 3",
        "Section 3",
        "Section 3A",
        "Section 3",
        "Paragraph 3",
        "Paragraph IV",
    ]


def test_a_section_of_the_code_is_cited_by_its_number() -> None:
    code = _of(Level.CODE, "REPORTS.", "§ 9-6-1-2", _of(Level.SUBSECTION, "a", "A."))
    assert _addresses(_of(Level.SECTION, "", "SECTION 1.", code)) == ["Section 1", "§ 9-6-1-2", "§ 9-6-1-2(A)"]


def test_what_has_no_label_is_cited_by_what_it_is() -> None:
    assert _addresses(
        _of(Level.TITLE, "a"),
        _of(Level.RECITAL, "b"),
        _of(Level.RECITAL, "c"),
        _of(Level.ENACTING, "d:"),
        _of(Level.FURTHER, "e"),
    ) == ["Title", "Recital 1", "Recital 2", "Enacting clause", "Paragraph 1"]


def test_the_title_is_the_first_that_is_one() -> None:
    assert _draft(_of(Level.TITLE, "On fees")).title == "On fees"
    assert _draft(_of(Level.SECTION, "a", "SECTION 1.")).title == ""


def test_walking_a_draft_goes_in_reading_order() -> None:
    section = _of(
        Level.SECTION, "b", "SECTION 1.", _of(Level.SUBSECTION, "c", "(A)"), _of(Level.SUBSECTION, "d", "(B)")
    )
    draft = _draft(_of(Level.TITLE, "a"), section)
    assert [provision.text for provision in draft.walk()] == ["a", "b", "c", "d"]
    assert [unit.text for unit in draft.units()] == ["a", "b", "c", "d"]


def test_where_a_draft_was_read_from_is_not_what_it_says() -> None:
    here = Provision(level=Level.TITLE, text="On fees", source=Place("a.txt", 1))
    there = Provision(level=Level.TITLE, text="On fees", source=Place("b.txt", 9))
    assert Draft(front=Front(house="x"), provisions=(here,), file="a.txt") == Draft(
        front=Front(house="x"), provisions=(there,), file="b.txt"
    )


def test_a_heading_is_the_capitals_that_open_a_text() -> None:
    assert heading_of("USE OF CITY RESOURCES. A City department") == "USE OF CITY RESOURCES."
    assert heading_of("Use of City resources. A City department") == ""
    assert heading_of("14TH STREET. It is closed.") == "14TH STREET."


def test_a_paragraph_is_read_with_its_label() -> None:
    assert Unit(tokens=tokenize("Fees."), label="(A)").line == "(A) Fees."
    assert Unit(tokens=tokenize("Fees.")).line == "Fees."
    assert Unit(tokens=(), label="(A)").line == "(A)"
