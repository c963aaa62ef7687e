"""What holds of the findings of every draft."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from ordain.checks import check
from ordain.checks.catalog import DRAFT_RULES, RULES
from ordain.checks.examined import examine
from ordain.markup.parse import parse
from ordain.markup.write import write
from ordain.model.draft import Draft
from tests.strategies import drafts, house

_HOUSE = house()

# Each has words that a rule looks for.
_SENTENCES = (
    "No City employee shall disclose it, unless legally required.",
    'In this section, "lot" means a parking lot, and "City resources" means moneys.',
    "A Covered Employee must not use municipal resources and/or City facilities under Section 77.",
    "Under this ordinance a report shall state the name and the home address of each person, as required by law.",
    "Sections 1 through 9 of this ordinance are to be compiled as part of the Code, as stated herein.",
)


@st.composite
def faulty(draw: st.DrawFn) -> Draft:
    """Return a draft, as read, whose paragraphs hold words that rules look for."""
    lines = write(draw(drafts())).split("\n")
    lines += draw(st.lists(st.sampled_from(_SENTENCES).map("SECTION 1. RULES. {}".format), max_size=6))
    return parse("\n".join(lines), {"springfield": _HOUSE}, "bill.txt")


@given(faulty())
def test_the_place_of_a_finding_is_that_of_the_very_words(draft: Draft) -> None:
    examined = examine(draft, _HOUSE)
    for rule in DRAFT_RULES:
        for fault in rule.check(examined):
            place = fault.place()
            assert place is not None
            assert place.column is not None
            assert place.excerpt[place.column - 1 :].startswith(fault.words)
            assert fault.message
            assert fault.remedy


@given(faulty())
def test_a_waiver_hides_no_finding(draft: Draft) -> None:
    waived = replace(draft, front=replace(draft.front, waivers=tuple((code, "so be it") for code in RULES)))
    found, left = check(draft, _HOUSE), check(waived, _HOUSE)
    assert [it.problem for it in found] == [it.problem for it in left]
    assert {it.waived for it in left} <= {"so be it"}


@given(faulty())
def test_what_becomes_law_holds_what_goes_into_the_code(draft: Draft) -> None:
    examined = examine(draft, _HOUSE)
    assert set(examined.code) <= set(examined.law) <= set(range(len(examined.units)))
    assert [it.text for it in examined.provisions] == [it.text for it in examined.units]
