"""What happened to each provision, told as a careful reader would tell it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from ordain.compare import compare
from ordain.compare.align import Pair, align
from ordain.compare.changes import Entry, Joined, Kept, Split, kind_of
from ordain.compare.diff import diff, word_changes
from ordain.compare.digest import digest
from ordain.compare.redline import Redline, same
from ordain.model.unit import Story, Unit
from ordain.text.segments import Mark, side
from ordain.text.tokens import join, tokenize

REPORTS = "A City department shall report every use of City property to the Office of the Mayor"
RECORDS = "the City Clerk keeps a record of each report and shows it to whoever asks for it in writing"
SECRECY = "No person may be asked about citizenship by an officer who has no warrant of a court"


def _unit(text: str, label: str = "", name: str | None = None, sources: tuple[str, ...] = ()) -> Unit:
    return Unit(tokens=tokenize(text), label=label, id=name, sources=sources)


def _units(*texts: str) -> tuple[Unit, ...]:
    return tuple(map(_unit, texts))


def _kinds(old: tuple[Unit, ...], new: tuple[Unit, ...]) -> list[str]:
    redline = compare(old, new)
    assert (redline.rejected(), redline.accepted()) == (old, new)
    return [kind_of(change) for _, change in redline.changes]


def _pairs(old: tuple[Unit, ...], new: tuple[Unit, ...]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(pair.old, pair.new) for pair in align(old, new)]


def test_each_thing_that_can_happen_has_its_name() -> None:
    kept = _unit(REPORTS, "(A)")
    assert _kinds((kept,), (kept,)) == []
    assert _kinds((kept,), (replace(kept, label="(B)"),)) == ["renumbered"]
    assert _kinds((kept,), (_unit(f"{REPORTS} at once", "(A)"),)) == ["altered"]
    assert _kinds((), (kept,)) == ["inserted"]
    assert _kinds((kept,), ()) == ["removed"]
    assert _kinds(_units(REPORTS, RECORDS, SECRECY), _units(SECRECY, REPORTS, RECORDS)) == ["moved"]
    assert _kinds(_units(f"{REPORTS}. {RECORDS}."), _units(f"{REPORTS}.", f"{RECORDS}.")) == ["split"]
    assert _kinds(_units(f"{REPORTS}.", f"{RECORDS}."), _units(f"{REPORTS}. {RECORDS}.")) == ["joined"]


def test_an_id_comes_before_likeness() -> None:
    old = (_unit(REPORTS, name="a"), _unit(SECRECY, name="b"))
    new = (_unit(SECRECY + " now", name="a"), _unit(REPORTS + " now", name="b"))
    assert _pairs(old, new) == [((0,), (0,)), ((1,), (1,))]


def test_one_that_comes_from_two_neighbors_joins_them() -> None:
    old = (_unit("Fees are due in May", name="fees"), _unit("Fines are due in June", name="fines"))
    new = (_unit("What is owed is paid in May or June", name="dues", sources=("fees", "fines")),)
    assert _kinds(old, new) == ["joined"]


def test_of_two_that_come_from_one_the_more_alike_is_its_successor() -> None:
    old = (_unit(REPORTS, name="reports"),)
    new = (
        _unit("Reports are open", name="open", sources=("reports",)),
        _unit(f"{REPORTS} at once", name="duty", sources=("reports",)),
    )
    assert _pairs(old, new) == [((), (0,)), ((0,), (1,))]


def test_texts_that_stand_several_times_are_paired_in_their_order() -> None:
    old, new = _units("a", "b", "a", "b"), _units("b", "a", "b", "a")
    assert _pairs(old, new) == [((1,), (0,)), ((2,), (1,)), ((3,), (2,)), ((), (3,)), ((0,), ())]


def test_a_formula_that_turns_up_elsewhere_did_not_move() -> None:
    old = _units("Reserved.", REPORTS, RECORDS)
    new = _units(REPORTS, RECORDS, "Reserved.")
    assert _kinds(old, new) == ["moved"]
    assert _kinds(_units("Reserved now.", REPORTS), _units(REPORTS, "Reserved then.")) == ["removed", "inserted"]


def test_among_many_provisions_the_common_words_say_little() -> None:
    old = _units(*(f"The City shall not do thing {at} of the list of things" for at in range(30)))
    new = _units(*(f"The City shall not do thing {at} of the list of all things" for at in range(30)))
    assert _pairs(old, new) == [((at,), (at,)) for at in range(30)]


def test_a_formula_among_many_is_paired_with_the_one_in_its_place() -> None:
    old = _units(*("The City may act" for _ in range(12)))
    new = _units(*("The City shall act" for _ in range(12)))
    assert _pairs(old, new) == [((at,), (at,)) for at in range(12)]


def test_a_paragraph_that_kept_its_pair_may_have_lost_its_end() -> None:
    old = (_unit(f"{REPORTS}. {RECORDS}.", name="a"),)
    for new in (
        (_unit(f"{REPORTS}.", name="a"), _unit(f"{RECORDS}.")),
        (_unit(f"{REPORTS}."), _unit(f"{RECORDS}.", name="a")),
    ):
        assert _kinds(old, new) == ["split"]


def test_a_part_belongs_to_one_split_only() -> None:
    parts = (REPORTS, RECORDS, SECRECY, "Fees that the Council has set are due in May of every year")
    whole = ". ".join(parts)
    assert _kinds(_units(whole, whole), _units(*parts)) == ["split", "removed"]


def test_a_passage_rewritten_from_end_to_end_is_not_searched_for_splits() -> None:
    # Every second new paragraph stood elsewhere, in the opposite order: what is new stands in many runs.
    names = [f"{one}{two}" for one in "abcde" for two in "fghij"]
    moved = [f"moved{name} moved{name}" for name in names]
    old = _units(*reversed(moved), *(f"p{name} q{name} r{name} s{name}" for name in names), "The end")
    new = _units(
        *(text for name, was in zip(names, moved, strict=True) for text in (f"t{name} u{name}", was)), "The end"
    )
    assert set(_kinds(old, new)) == {"inserted", "removed", "moved"}


def test_a_provision_that_moved_may_have_changed_on_the_way() -> None:
    old = _units(SECRECY, REPORTS, RECORDS)
    new = _units(REPORTS, RECORDS, f"{SECRECY} of this state")
    assert _kinds(old, new) == ["moved"]
    assert _pairs(old, new)[-1] == ((0,), (2,))


def test_of_two_likenesses_elsewhere_the_nearer_one_moved() -> None:
    old = _units(SECRECY, REPORTS, RECORDS)
    new = _units(REPORTS, RECORDS, f"{SECRECY} of this state or of another", f"{SECRECY} of this state")
    assert _pairs(old, new)[-2:] == [((), (2,)), ((0,), (3,))]


_SEAMS = [
    ("The fee is due", ("The fee is due.", "The fee is due")),
    ("The fee is due. It is kept.", ("It is kept.", "It is kept.")),
    ("It is due. It is kept.", ("It is due. It is kept.", "It is kept.")),
    ("due kept", ("kept", "kept")),
]


@pytest.mark.parametrize(("whole", "parts"), _SEAMS)
def test_the_words_of_a_split_are_those_of_its_parts(whole: str, parts: tuple[str, str]) -> None:
    _check_split(whole, parts)


@given(
    st.lists(st.sampled_from(["a", "b", "c.", "d;"]), max_size=8),
    st.lists(st.sampled_from(["a", "b", "c."]), max_size=8),
)
def test_the_words_of_any_split_are_those_of_its_parts(whole: list[str], parts: list[str]) -> None:
    half = len(parts) // 2
    _check_split(" ".join(whole), (" ".join(parts[:half]), " ".join(parts[half:])))


def _check_split(whole: str, parts: tuple[str, str]) -> None:
    [split] = diff(_units(whole), _units(*parts), [Pair((0,), (0, 1))])
    assert isinstance(split, Split)
    assert tuple(join(side(words, Mark.ADDED)) for words in split.words) == parts
    assert "".join(join(side(words, Mark.STRUCK)) for words in split.words) == whole
    [joined] = diff(_units(*parts), _units(whole), [Pair((0, 1), (0,))])
    assert isinstance(joined, Joined)
    assert tuple(join(side(words, Mark.STRUCK)) for words in joined.words) == parts


@pytest.mark.parametrize(
    ("old", "new", "blank"),
    [("(A)", "(B)", "kept"), ("(A)", "", "struck"), ("", "(A)", "added"), ("", "", None)],
)
def test_the_blank_behind_a_label_goes_with_the_label(old: str, new: str, blank: str | None) -> None:
    [block] = compare((_unit(REPORTS, old),), (_unit(REPORTS, new),)).blocks
    marked = block.numbering()
    assert (marked[-1].mark.value if marked else None) == blank
    assert all(part.text.endswith(" ") for part in marked[-1:])


def test_a_label_without_words_has_no_blank_behind_it() -> None:
    [block] = compare((_unit("", "(A)"),), (_unit("", "(A)"),)).blocks
    assert "".join(part.text for part in block.numbering()) == "(A)"
    [block] = compare((_unit("", "(A)"),), (_unit(REPORTS),)).blocks[:1]
    assert block.numbering() == block.label


def test_an_entry_says_what_was_struck_and_added() -> None:
    [entry] = compare(_units("The Mayor may act"), _units("The Mayor shall act")).entries()
    assert (entry.number, entry.kind, entry.struck, entry.added) == (1, "altered", "may", "shall")


def test_what_is_kept_has_no_entry() -> None:
    unit = _unit(REPORTS)
    assert Redline(blocks=(), changes=((1, Kept(unit, unit)),)).entries() == ()


def test_every_part_of_a_split_has_an_entry_of_one_number() -> None:
    def entries(old: tuple[Unit, ...], new: tuple[Unit, ...]) -> tuple[Entry, ...]:
        return compare(old, new).entries()

    whole, parts = _units(f"{REPORTS}. {RECORDS}."), _units(f"{REPORTS}.", f"{RECORDS}.")
    assert [(entry.number, entry.kind) for entry in entries(whole, parts)] == [(1, "split"), (1, "split")]
    assert [(entry.number, entry.kind) for entry in entries(parts, whole)] == [(1, "joined"), (1, "joined")]


def test_an_insertion_a_removal_and_a_new_number_have_an_entry_each() -> None:
    old = (_unit(REPORTS, "(A)"), _unit(SECRECY, "(B)"))
    new = (_unit("Fees are due in May", "(A)"), _unit(REPORTS, "(B)"))
    assert [(entry.number, entry.kind) for entry in compare(old, new).entries()] == [
        (1, "inserted"),
        (2, "renumbered"),
        (3, "removed"),
    ]


def test_what_is_printed_round_the_text_is_compared_in_a_list_of_its_own() -> None:
    old = (Unit(tokens=tokenize("BILL NO. 7"), story=Story.HEADING), _unit(REPORTS))
    new = (Unit(tokens=tokenize("BILL NO. 8"), story=Story.HEADING), _unit(REPORTS))
    redline = compare(old, new)
    assert redline.changes == ()
    assert [block.kind for block in redline.heading] == ["altered"]
    assert [block.unit.text for block in redline.top] == ["BILL NO. 8"]
    assert [block.unit.text for block in compare(_units(REPORTS), ()).blocks] == [REPORTS]
    assert not same(redline)
    assert same(compare(old, old))


def test_a_line_of_the_heading_does_not_move() -> None:
    old = tuple(replace(unit, story=Story.HEADING) for unit in _units(REPORTS, RECORDS, SECRECY))
    new = (old[2], old[0], old[1])
    assert sorted(block.kind for block in compare(old, new).heading) == ["inserted", "kept", "kept", "removed"]


def test_struck_text_stands_before_what_came_in_its_stead() -> None:
    redline = compare(_units(REPORTS, SECRECY), _units(REPORTS, RECORDS))
    assert [block.kind for block in redline.blocks] == ["kept", "removed", "inserted"]


def test_struck_text_does_not_stand_between_a_provision_and_its_new_parts() -> None:
    old = (_unit(REPORTS), replace(_unit(SECRECY), depth=0))
    new = (_unit(REPORTS), replace(_unit(RECORDS), depth=0), replace(_unit("Fees are due in May"), depth=1))
    assert [block.kind for block in compare(old, new).blocks] == ["kept", "removed", "inserted", "inserted"]
    old = (_unit(REPORTS), replace(_unit(SECRECY), depth=1))
    assert [block.kind for block in compare(old, new).blocks] == ["kept", "removed", "inserted", "inserted"]


def test_the_digest_is_that_of_the_changes() -> None:
    one = compare(_units("The Mayor may act"), _units("The Mayor shall act"))
    other = compare(_units("A Mayor may act"), _units("A Mayor shall act"))
    assert digest(one.entries()) == digest(other.entries())
    assert digest(one.entries()) != digest(compare((), _units("shall")).entries())


def test_no_mark_goes_over_the_end_of_a_typed_label() -> None:
    words = word_changes(tokenize("Section 3 The clerk shall pay."), tokenize("Section 4 A clerk shall pay."))
    assert [part.text for part in words] == ["Section ", "3", "4", " ", "The", "A", " clerk shall pay."]
