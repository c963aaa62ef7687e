"""Which number each provision had and has, why, and whether every reference follows."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given

from ordain.compare import compare
from ordain.compare.changes import Kept
from ordain.compare.concordance import Concordance, concordance
from ordain.compare.repointing import Verdict, followed_numbers
from ordain.compare.successors import successors
from ordain.markup.parse import parse
from ordain.model.addresses import address_of
from ordain.model.draft import Draft
from ordain.model.unit import Unit
from tests.chains import MATTERS, comparison
from tests.strategies import PAIRS, fewer, house

FRONT = "---\nhouse: springfield\n---\nAn ordinance.\n"

BRIDGES = "BRIDGES. The bridges of the City are open at night and closed in a storm. {#bridges}"
CLERK = "CLERK. The City Clerk keeps the record of each hearing for whoever asks. {#clerk}"
MAYOR = "MAYOR. The Mayor signs each contract of the City within ten days. {#mayor}"
PARKS = "PARKS. A park opens when the sun rises, and closes when it sets. {#parks}"


def _units(*lines: str) -> tuple[Unit, ...]:
    return parse(FRONT + "\n".join(lines), {"springfield": house()}, "draft.txt").units()


def _numbered(*texts: str) -> tuple[Unit, ...]:
    return _units(*(f"SECTION {at}. {text}" for at, text in enumerate(texts, start=1)))


def _concordance(old: tuple[Unit, ...], new: tuple[Unit, ...]) -> Concordance:
    return concordance(compare(old, new))


def _rows(old: tuple[Unit, ...], new: tuple[Unit, ...]) -> list[tuple[str | None, str | None, str]]:
    return [(row.old, row.new, row.why) for row in _concordance(old, new).rows]


def _verdicts(old: tuple[Unit, ...], new: tuple[Unit, ...]) -> list[tuple[str, str]]:
    return [(it.number.new.text, it.number.verdict.value) for it in _concordance(old, new).citations]


# Numbers


def test_what_came_before_a_provision_is_named() -> None:
    assert _rows(_numbered(CLERK, MAYOR), _numbered(BRIDGES, CLERK, PARKS, MAYOR)) == [
        (None, "Section 1", "it was inserted"),
        ("Section 1", "Section 2", "Section 1 was inserted before it"),
        (None, "Section 3", "it was inserted"),
        ("Section 2", "Section 4", "Sections 1 and 3 were inserted before it"),
    ]


def test_what_went_before_a_provision_is_named_by_its_old_number() -> None:
    assert _rows(_numbered(BRIDGES, CLERK, PARKS, MAYOR), _numbered(CLERK, MAYOR)) == [
        ("Section 2", "Section 1", "the old Section 1 was struck before it"),
        ("Section 4", "Section 2", "the old Sections 1 and 3 were struck before it"),
        ("Section 1", None, "it was struck"),
        ("Section 3", None, "it was struck"),
    ]


def test_many_neighbors_are_named_as_a_range() -> None:
    more = [f"PUT IN. Number {word} is a word by itself. {{#n-{word}}}" for word in ("one", "two", "three")]
    assert _rows(_numbered(CLERK), _numbered(*more, CLERK))[-1][2] == "Sections 1 through 3 were inserted before it"


def test_a_move_explains_itself_and_what_it_passed() -> None:
    rows = _rows(_numbered(BRIDGES, CLERK, MAYOR, PARKS), _numbered(CLERK, MAYOR, PARKS, BRIDGES))
    assert rows == [
        ("Section 2", "Section 1", "the old Section 1 was moved from a place before it"),
        ("Section 3", "Section 2", "the old Section 1 was moved from a place before it"),
        ("Section 4", "Section 3", "the old Section 1 was moved from a place before it"),
        ("Section 1", "Section 4", "it was moved"),
    ]
    back = _rows(_numbered(CLERK, MAYOR, PARKS, BRIDGES), _numbered(BRIDGES, CLERK, MAYOR, PARKS))
    assert ("Section 1", "Section 2", "Section 1 was moved to a place before it") in back


def test_what_is_inside_takes_the_number_of_what_holds_it() -> None:
    inner = ("(A) The record is on paper. {#paper}", "(B) The record is in ink. {#ink}")
    old = _units(f"SECTION 1. {CLERK}", *inner)
    new = _units(f"SECTION 1. {BRIDGES}", f"SECTION 2. {CLERK}", "(A) The pen is blue. {#pen}", *(
        line.replace("(B)", "(C)").replace("(A)", "(B)") for line in inner
    ))  # fmt: skip
    assert _rows(old, new)[1:] == [
        ("Section 1", "Section 2", "Section 1 was inserted before it"),
        (None, "Section 2(A)", "it was inserted"),
        ("Section 1(A)", "Section 2(B)", "Section 1 is Section 2 now; Section 2(A) was inserted before it"),
        ("Section 1(B)", "Section 2(C)", "Section 1 is Section 2 now; Section 2(A) was inserted before it"),
    ]


def test_a_provision_that_is_held_by_another_now_says_so() -> None:
    old = _units(f"SECTION 1. {CLERK}", "(A) The record is on paper. {#paper}", f"SECTION 2. {MAYOR}")
    new = _units(f"SECTION 1. {CLERK}", f"SECTION 2. {MAYOR}", "(A) The record is on paper. {#paper}")
    assert _rows(old, new) == [
        ("Section 1(A)", "Section 2(A)", "it stood in Section 1 and stands in Section 2 now"),
    ]


def test_parts_of_what_was_split_and_joined_are_named() -> None:
    one, two = CLERK.partition(" {")[0], "The Mayor signs each contract of the City within ten days, and keeps a copy."
    whole, parts = _units(f"SECTION 1. {one} {two}", f"SECTION 2. {PARKS}"), _numbered(one, two, PARKS)
    assert _rows(whole, parts) == [
        ("Section 1", "Section 2", "it was split"),
        ("Section 2", "Section 3", "Section 2 was split off before it"),
    ]
    assert _rows(parts, whole) == [
        ("Section 2", "Section 1", "it was joined to another"),
        ("Section 3", "Section 2", "the old Section 2 was joined to another before it"),
    ]


def test_a_label_of_another_form_is_told_from_another_number() -> None:
    assert _rows(_units(f"SECTION 1. {CLERK}"), _units(f"Section 1. {CLERK}")) == [
        ("Section 1", "Section 1", "only the form of its label changed")
    ]
    assert _rows(_units(f"SECTION 1. {CLERK}"), _units(f"SECTION 3. {CLERK}")) == [
        ("Section 1", "Section 3", "nothing before it came or went")
    ]


def test_what_cannot_be_cited_has_no_row() -> None:
    assert _rows(_units("WHEREAS, it rains."), _units("WHEREAS, it snows.", "WHEREAS, it rains.")) == []


def test_a_number_that_comes_and_goes_with_its_label_is_told() -> None:
    loose = _units(f"SECTION 1. {MAYOR}", CLERK)
    assert _rows(loose, _numbered(MAYOR, CLERK)) == [(None, "Section 2", "it got a number")]
    assert _rows(_numbered(MAYOR, CLERK), loose) == [("Section 2", None, "it has no number now")]


# References

CITING = "CITING. The Clerk reports under Section {} and keeps the report. {{#citing}}"


@pytest.mark.parametrize(
    ("said", "verdict"),
    [("3", "right"), ("2", "stale"), ("4", "wrong"), ("9", "dangling")],
)
def test_a_reference_to_what_has_another_number_is_judged(said: str, verdict: str) -> None:
    old = _numbered(CITING.format(2), MAYOR, PARKS)
    new = _numbered(CITING.format(said), BRIDGES, MAYOR, PARKS)
    assert _verdicts(old, new) == [(said, verdict)]
    assert bool(_concordance(old, new).faults) is (verdict != "right")


@pytest.mark.parametrize(
    ("said", "verdict"),
    [("3", "stale"), ("2", "changed"), ("4", "dangling")],
)
def test_a_reference_to_what_was_struck_is_judged(said: str, verdict: str) -> None:
    old = _numbered(CITING.format(3), BRIDGES, MAYOR, PARKS)
    assert _verdicts(old, _numbered(CITING.format(said), BRIDGES, PARKS)) == [(said, verdict)]


def test_a_reference_to_what_was_struck_leads_to_what_took_its_place() -> None:
    old, new = _numbered(CITING.format(2), MAYOR), _numbered(CITING.format(2), BRIDGES)
    assert _verdicts(old, new) == [("2", "changed")]


def test_a_reference_that_nobody_touched_and_that_leads_where_it_led_stands() -> None:
    inner = "(A) The Clerk reports under subsection (B) of this section and keeps the report. {#a}"
    more = "(B) The report is on paper. {#b}"
    old, new = _units(f"SECTION 1. {CLERK}", inner, more), _units(
        f"SECTION 1. {BRIDGES}", f"SECTION 2. {CLERK}", inner, more
    )  # fmt: skip
    assert _verdicts(old, new) == [("(B)", "stands")]
    assert _verdicts(old, old) == [("(B)", "stands")]


def test_a_reference_written_in_another_way_to_the_same_provision_stands() -> None:
    old = _units(
        f"SECTION 1. {CLERK}", "(A) See it.", "SECTION 2. X. The Clerk reports under Section 1(A) to all. {#x}"
    )
    new = _units(f"SECTION 1. {CLERK}", "(A) See it.", "SECTION 2. X. The Clerk reports under Sec. 1(A) to all. {#x}")
    assert _verdicts(old, new) == [("1(A)", "stands")]


def test_only_what_stays_in_its_sentence_is_the_same_reference() -> None:
    old = _numbered("CITING. The Clerk reports under Section 2. {#citing}", MAYOR, PARKS)
    new = _numbered("CITING. Whoever is here may leave as Section 3 says. {#citing}", MAYOR, PARKS)
    assert _verdicts(old, new) == []


def test_new_words_are_asked_for_references_to_nowhere_alone() -> None:
    old = _numbered(CLERK, MAYOR)
    assert _verdicts(old, _numbered(CLERK, MAYOR, CITING.format(2))) == []
    assert _verdicts(old, _numbered(CLERK, MAYOR, CITING.format(9))) == [("9", "dangling")]
    assert _verdicts(old, _numbered(CLERK, MAYOR, CITING.format("9-6-1"))) == []


def test_a_number_that_stands_twice_cites_nothing() -> None:
    twice = _units(f"SECTION 1. {CITING.format(2)}", f"SECTION 2. {MAYOR}", f"SECTION 2. {PARKS}")
    once = _numbered(CITING.format(2), MAYOR, PARKS)
    assert _verdicts(once, twice) == [("2", "ambiguous")]
    assert _verdicts(twice, once) == []


RANGE = "CITING. Sections {} through {} of this ordinance are added to the code. {{#citing}}"


@pytest.mark.parametrize(
    ("ends", "new", "verdicts"),
    [
        ((1, 2), (CLERK, MAYOR), ["stands", "stands"]),
        ((1, 3), (CLERK, BRIDGES, MAYOR), ["stands", "right"]),
        ((1, 2), (CLERK, BRIDGES, MAYOR), ["changed", "stale"]),
        ((2, 3), (BRIDGES, CLERK, MAYOR), ["right", "right"]),
        ((1, 3), (BRIDGES, CLERK, MAYOR), ["changed", "right"]),
        ((1, 3), (CLERK, MAYOR, BRIDGES), ["stands", "changed"]),
        ((1, 1), (CLERK,), ["stands", "right"]),
        ((1, 2), (MAYOR, CLERK), ["stands", "stands"]),
        ((2, 3), (MAYOR, BRIDGES, CLERK), ["wrong", "wrong"]),
        ((1, 9), (CLERK, MAYOR), ["stands", "dangling"]),
    ],
)
def test_a_range_is_judged_by_what_it_covers(ends: tuple[int, int], new: tuple[str, ...], verdicts: list[str]) -> None:
    old = _numbered(CLERK, MAYOR, RANGE.format(1, 2), PARKS)
    told = _verdicts(old, _numbered(*new, RANGE.format(*ends), PARKS))
    assert [verdict for _, verdict in told] == verdicts


def test_a_range_that_loses_what_it_covered_is_changed_though_its_ends_follow() -> None:
    old = _numbered(CLERK, BRIDGES, MAYOR, RANGE.format(1, 3))
    new = _numbered(CLERK, MAYOR, RANGE.format(1, 2), BRIDGES)
    assert _verdicts(old, new) == [("1", "changed"), ("2", "changed")]


def test_the_second_number_of_a_list_begins_no_range() -> None:
    text = "CITING. Sections 1, 2 and 1 through 2 of this ordinance are law. {#citing}"
    assert _verdicts(_numbered(CLERK, MAYOR, text), _numbered(CLERK, MAYOR, text)) == [(it, "stands") for it in "1212"]


def test_numbers_that_follow_are_told_by_their_places() -> None:
    old, new = _numbered(CITING.format(2), MAYOR), _numbered(CITING.format(3), BRIDGES, MAYOR)
    redline = compare(old, new)
    known = successors([change for _, change in redline.changes], old, new)
    [before, after] = [next(unit for unit in units if unit.id == "citing") for units in (old, new)]
    [(start, end, new_start, new_end)] = followed_numbers(before, after, known)
    assert (before.text[start:end], after.text[new_start:new_end]) == ("2", "3")
    assert followed_numbers(before, before, known) == []


def test_a_label_without_a_paragraph_of_its_own_has_a_successor() -> None:
    old, new, other = (Unit(tokens=("word",), address=it) for it in ("§ 1-2(a)(1)", "§ 1-2(b)(1)", "§ 1-2(b)"))
    assert successors([Kept(old, new)], (old,), (new,)).became == {
        "§ 1-2(a)(1)": "§ 1-2(b)(1)",
        "§ 1-2(a)": "§ 1-2(b)",
        "§ 1-2": "§ 1-2",
    }
    assert successors([Kept(old, other)], (old,), (other,)).became == {"§ 1-2(a)(1)": "§ 1-2(b)"}


# The worked matters


@pytest.mark.parametrize("folder", MATTERS, ids=lambda folder: folder.name)
def test_no_reference_of_a_matter_is_at_fault(folder: Path) -> None:
    versions = sorted(folder.glob("[0-9]-*.txt"))
    for old, new in pairwise(versions):
        assert concordance(comparison(old, new).redline).faults == ()


# Laws


@fewer
@given(PAIRS)
def test_every_number_of_either_text_is_accounted_for(pair: tuple[Draft, Draft]) -> None:
    old, new = (draft.units() for draft in pair)
    found = _concordance(old, new)
    kept = {row.old for row in found.rows} | {row.new for row in found.rows}
    for here, there in ((old, new), (new, old)):
        missing = {address_of(unit) for unit in here} - {address_of(unit) for unit in there}
        assert missing <= kept


@fewer
@given(PAIRS)
def test_a_text_beside_itself_has_no_row_and_no_reference_that_is_not_as_it_was(pair: tuple[Draft, Draft]) -> None:
    found = _concordance(pair[0].units(), pair[0].units())
    assert found.rows == ()
    verdicts = {it.number.verdict for it in found.citations}
    assert verdicts <= {Verdict.STANDS, Verdict.DANGLING, Verdict.AMBIGUOUS}
