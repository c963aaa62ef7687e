"""Which terms a text defines, and where it uses them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordain.model.unit import Unit
from ordain.norms.terms import definitions, key, users, uses
from ordain.text.tokens import tokenize


def _unit(text: str, depth: int = 0) -> Unit:
    return Unit(tokens=tokenize(text), depth=depth)


def _terms(*units: Unit) -> list[tuple[str, int]]:
    return [(it.term, it.at) for it in definitions(units)]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ('"Covered employee" means an employee of a department.', ["Covered employee"]),
        ("“Covered employee” means an employee of a department.", ["Covered employee"]),
        ('In this chapter, "staging area" means a place where vehicles are gathered.', ["staging area"]),
        ('The term "City" includes its boards.', ["City"]),
        ('"Depot" or "yard" means a place for buses.', ["Depot", "yard"]),
        ('"Act" has the meaning given in state law.', ["Act"]),
        ('"Depot" (also called a yard) means a place for buses.', ["Depot"]),
        ('The sign says "No parking" in two languages.', []),
        ("A City department shall include a list of means.", []),
    ],
)
def test_a_sentence_with_a_quoted_term_defines_it(text: str, terms: list[str]) -> None:
    assert [term for term, _ in _terms(_unit(text))] == terms


def test_under_a_lead_of_definitions_a_term_is_known_by_its_place() -> None:
    assert _terms(
        _unit("DEFINITIONS. In this article the following definitions apply:"),
        _unit("CITY DEPOT. A place for buses.", 1),
        _unit("A depot may be leased.", 1),
        _unit("Bus lane means a lane for buses alone.", 1),
        _unit('"Stop" means a place where buses halt.', 1),
        _unit("USE OF DEPOTS. Nobody sleeps in a depot."),
    ) == [("CITY DEPOT", 1), ("Bus lane", 3), ("Stop", 4)]


def test_a_lead_may_be_a_heading_in_small_letters() -> None:
    assert _terms(_unit("Definitions. As used in this section:"), _unit("Depot means a yard.", 1)) == [("Depot", 1)]


def test_outside_definitions_a_heading_is_no_term() -> None:
    assert _terms(_unit("CITY DEPOTS."), _unit("USE. A depot may be leased.", 1)) == []


@pytest.mark.parametrize(
    ("term", "text", "words"),
    [
        ("CITY FACILITY", "at a City facility and at City facilities", ["City facility", "City facilities"]),
        ("bus", "the buses and the bus", ["buses", "bus"]),
        ("City resources", "a City resource", ["City resource"]),
        ("Duties", "each duty", ["duty"]),
        ("address", "an addres of addresses", ["addresses"]),
        ("key", "keys", ["keys"]),
        ("Mayor's office", "the Mayor’s office", ["Mayor’s office"]),
        ("facility", "this facility's doors", ["facility"]),
        ("area", "in nonpublic-area signs and areas", ["areas"]),
        ("act", "he acted in an action", []),
    ],
)
def test_plural_and_capital_forms_count_and_parts_of_words_do_not(term: str, text: str, words: list[str]) -> None:
    assert [use.words for use in uses([term], text)] == words


def test_a_term_used_inside_another_term_is_not_used() -> None:
    found = uses(["officer", "federal officer", "City"], "A federal officer may ask an officer of the City.")
    assert [(use.term, use.start) for use in found] == [("federal officer", 2), ("officer", 29), ("City", 44)]


def test_without_terms_nothing_is_used() -> None:
    assert uses([], "A City department shall report.") == ()


def test_a_definition_does_not_use_its_own_term() -> None:
    units = (_unit('"Depot" means a depot of the City.'), _unit("Depots are shut at night."), _unit("Reserved."))
    assert users({"Depot": 0}, units) == {"Depot": (1,)}


@given(st.lists(st.text("abs ", min_size=1, max_size=8).filter(str.strip), max_size=4), st.text("abs ", max_size=40))
def test_uses_stand_where_they_say_and_never_overlap(terms: list[str], text: str) -> None:
    found = uses(terms, text)
    assert all(text[use.start :].startswith(use.words) for use in found)
    assert all(one.start + len(one.words) <= other.start for one, other in pairwise(found))
    assert {key(use.term) for use in found} <= {key(term) for term in terms}
