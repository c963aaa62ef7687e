"""References, as docs/references.md says they are read, and the places where they stand."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordain.model.addresses import address_of, addresses_of, parent_of, split_address
from ordain.model.numbering import Level
from ordain.model.references import Kind, Reference, Status, find, resolve, status
from ordain.model.unit import Unit
from ordain.text.tokens import tokenize
from tests.strategies import TEXTS

PAGE = Path(__file__).parents[2] / "docs" / "references.md"
_ROW = re.compile(r"^\| (?P<where>[^|]+) \| (?P<text>[^|]+) \| (?P<cites>[^|]+) \|$", re.MULTILINE)


def _rows() -> list[tuple[str, str, str]]:
    tables = PAGE.read_text(encoding="utf-8").split("| where | text | cites |\n|---|---|---|\n")[1:]
    return [(it["where"], it["text"], it["cites"]) for table in tables for it in _ROW.finditer(table.split("\n\n")[0])]


def _said(references: tuple[Reference, ...]) -> str:
    """Return what references cite as the page says it."""
    out = ""
    for reference in references:
        for number in reference.numbers:
            out += f" through {number.address}" if number.through else f"; {number.address}"
    kinds = {reference.kind for reference in references}
    return (
        out.removeprefix("; ") or {Kind.SELF: "itself", Kind.OUTSIDE: "other law"}[kinds.pop()] if kinds else "nothing"
    )


@pytest.mark.parametrize(("where", "text", "cites"), _rows())
def test_a_reference_is_read_as_the_page_says(where: str, text: str, cites: str) -> None:
    assert _said(find(text, where)) == cites


def test_the_page_has_rows() -> None:
    assert len(_rows()) > 30


def _unit(address: str, level: Level | None = None, text: str = "", label: str = "") -> Unit:
    return Unit(tokens=tokenize(text), address=address, level=level, label=label)


def _numbers(text: str, where: str) -> list[str]:
    return [number.text for reference in find(text, where) for number in reference.numbers]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("subsections (a)(1) and (2), and (b)", ["(a)(1)", "(2)", "(b)"]),
        ("Section 3, and (2) posts it", ["3"]),
        ("paragraph (1), and (B) posts it", ["(1)"]),
        ("paragraph (1), (two words)", ["(1)"]),
        ("Section 3, 5 persons, and Section 4, B is", ["3", "4"]),
        ("Sections 3 and 5% of", ["3"]),
        ("Sections 5-3 and Sections 1-2(A)", ["5-3", "1-2(A)"]),
        ("Sections 1 through and including 4", ["1", "4"]),
        ("subsection C.1.a of", ["C.1.a"]),
        ("item (i) or (ii) of", ["(i)", "(ii)"]),
        ("subparagraph a of paragraph words", ["a"]),
        ("the section as it stands, the subsection a person", []),
        ("§ 9\u20116\u20111", ["9\u20116\u20111"]),
    ],
)
def test_numbers_are_told_from_words_and_amounts(text: str, numbers: list[str]) -> None:
    assert _numbers(text, "Section 9(A)(1)") == numbers


def test_a_hyphen_that_does_not_break_is_a_hyphen_in_the_address() -> None:
    assert find("§ 9\u20116\u20111", "Section 1")[0].numbers[0].address == "§ 9-6-1"


def test_the_label_of_a_provision_in_its_own_text_is_no_reference() -> None:
    assert find("§ 25-787. Civil liability", "§ 25-787") == ()
    assert _numbers("Section 3. See Section 3.", "Section 3") == ["3"]
    assert _numbers("Section 4. See it.", "Section 3") == ["4"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("paragraph (9) of that section", ["outside"]),
        ("this section, and paragraph (9) of that section", ["self", "outside"]),
        ("section 7 of the Act, and paragraph (9) of that section", ["outside", "outside"]),
        ("Title VI, subsection (B)", ["outside", "outside"]),
        ("this section, subsection (B)", ["self", "inside"]),
        ("Section 4, Section 5", ["inside", "inside"]),
        ("subsection (A) of Title VI", ["outside", "outside"]),
        ("subsection (A) of this ordinance", ["inside"]),
        ("under this Ordinance, Section 3 applies", ["self", "inside"]),
        ("26 U.S.C. § 61 and 17 DCMR § 516.1", ["outside", "outside"]),
        ("section IV (A) of Reorganization Plan No. 4", ["outside"]),
        ("Section 12, Chapter 4", ["outside", "outside"]),
        ("section words of Section", []),
    ],
)
def test_other_law_is_told_apart(text: str, kinds: list[str]) -> None:
    assert [reference.kind.value for reference in find(text, "Section 1(B)")] == kinds


UNITS = (
    _unit("Title", Level.TITLE),
    _unit("Section 1", Level.SECTION),
    _unit("Section 2", Level.SECTION),
    _unit("Section 2, further paragraph 1", Level.FURTHER),
    _unit("Section 2(1)", Level.PARAGRAPH),
    _unit("Section 2(2)", Level.PARAGRAPH),
    _unit("Section 3", Level.SECTION),
    _unit("Section 3(A)", Level.SUBSECTION),
    _unit("Section 3(A)(1)", Level.PARAGRAPH),
    _unit("§ 9-6-1-2.", Level.CODE),
    _unit("§ 9-6-1-2.(A)", Level.SUBSECTION),
)


@pytest.mark.parametrize(
    ("where", "text", "cites", "found"),
    [
        ("Section 2(1)", "paragraph (2)", "Section 2(2)", Status.RESOLVES),
        ("Section 2", "paragraph (2)", "Section 2(2)", Status.RESOLVES),
        ("Section 2", "subsection (2)", "Section 2(2)", Status.RESOLVES),
        ("Section 3(A)(1)", "paragraph (1) of this subsection", "Section 3(A)(1)", Status.RESOLVES),
        ("Section 2(1)", "paragraph (2) of this paragraph", None, Status.DANGLING),
        ("Section 1", "Section 9-6-1-2(A)", "§ 9-6-1-2(A)", Status.RESOLVES),
        ("Section 1", "§ 9-6-1-2(B)", None, Status.DANGLING),
        ("Section 1", "§ 9-6-1-3", None, Status.OUTSIDE),
        ("Section 1", "Section IV", None, Status.OUTSIDE),
        ("Section 1", "Section 4", None, Status.DANGLING),
        ("Section 1", "Section 1(A)", None, Status.DANGLING),
        ("Recital 1", "subsection (A)", None, Status.UNKNOWN),
    ],
)
def test_a_number_is_looked_for_in_the_text(where: str, text: str, cites: str | None, found: Status) -> None:
    addresses = addresses_of(UNITS)
    [number] = find(text, where)[0].numbers
    assert (resolve(number, addresses), status(number, addresses)) == (cites, found)


def test_paragraphs_without_a_number_leave_it_open_what_they_are() -> None:
    addresses = addresses_of((_unit("§ 25-701"), _unit("Paragraph 2"), _unit("§ 25-702"), _unit("§ 25-702(a)(1)")))
    seen = {text: status(find(text, "§ 25-703")[0].numbers[0], addresses) for text in ("§ 25-701(b)", "§ 25-702(b)")}
    assert seen == {"§ 25-701(b)": Status.UNKNOWN, "§ 25-702(b)": Status.DANGLING}


def test_a_label_that_opens_no_paragraph_of_its_own_can_be_cited() -> None:
    addresses = addresses_of((_unit("§ 25-702(a)(1)"),))
    assert addresses.known("§ 25-702(a)") == "§ 25-702(a)"
    assert addresses.at("§ 25-702(a)") == ()
    assert addresses.level("§ 25-702(a)") is None


def test_a_section_of_an_order_is_cited_as_a_section() -> None:
    assert address_of(_unit("Paragraph II", Level.SECTION)) == "Section II"
    assert address_of(_unit("Paragraph 2")) is None
    assert address_of(_unit("Recital 2", Level.RECITAL)) is None


def test_a_range_covers_what_stands_between_its_ends_in_one_provision() -> None:
    addresses = addresses_of(UNITS)
    assert addresses.between("Section 1", "Section 3") == ("Section 1", "Section 2", "Section 3")
    assert addresses.between("Section 2(1)", "Section 2(2)") == ("Section 2(1)", "Section 2(2)")
    assert addresses.between("Section 1", "Section 2(2)") == ()
    assert addresses.inside("Section 9") == ()


@pytest.mark.parametrize("address", ["", "Recital 2", "Section 3(A)(a-1)", "§ 1-2.3(B)", "Heading, line 1"])
def test_an_address_is_its_root_and_its_steps(address: str) -> None:
    root, steps = split_address(address)
    assert root + "".join(steps) == address
    assert not steps or parent_of(address) + steps[-1] == address


@given(st.lists(st.sampled_from(["Section 3", "this section", "§ 1-2(A)", "paragraphs (1) and (2)", "of"]) | TEXTS))
def test_references_and_their_numbers_stand_in_order_where_they_say(words: list[str]) -> None:
    text = " ".join(words)
    at = 0
    for reference in find(text, "Section 2(A)(1)"):
        assert at <= reference.start < reference.end
        assert text[reference.start : reference.end] == reference.text
        at = reference.start
        for number in reference.numbers:
            assert at <= number.start < number.end <= reference.end
            assert text[number.start : number.end] == number.text
            at = number.end
        at = reference.end
