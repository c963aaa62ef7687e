"""When a provision came in, and who changed its words."""

from hypothesis import given
from msgspec.structs import replace

from ordain.chain.provenance import History, histories
from ordain.model.draft import Draft
from ordain.model.numbering import Level
from ordain.model.unit import Unit
from ordain.text.tokens import tokenize
from tests.strategies import PAIRS, fewer

REPORTS = "A City department shall report every use of City property to the Office of the Mayor"
RECORDS = "the City Clerk keeps a record of each report and shows it to whoever asks for it in writing"
SECRECY = "No person may be asked about citizenship by an officer who has no warrant of a court"


def _unit(text: str, label: str = "", name: str | None = None) -> Unit:
    return Unit(tokens=tokenize(text), label=label, address=label, id=name, level=Level.SECTION)


def test_a_first_version_brings_everything_in() -> None:
    assert histories([]) == ()
    assert histories([[_unit(REPORTS), _unit(RECORDS)]]) == (History(0), History(0))


def test_a_change_of_words_is_told_and_a_new_number_or_place_is_not() -> None:
    first = [_unit(REPORTS, "(A)"), _unit(RECORDS, "(B)"), _unit(SECRECY, "(C)")]
    second = [_unit(SECRECY, "(A)"), _unit(REPORTS, "(B)"), _unit(RECORDS, "(C)")]
    third = [_unit(SECRECY, "(A)"), _unit(f"{REPORTS} at once", "(B)"), _unit(RECORDS, "(C)"), _unit("New.", "(D)")]
    assert histories([first, second, third]) == (History(0), History(0, (2,)), History(0), History(2))


def test_another_spelling_changes_no_words() -> None:
    old, new = _unit(f'"Use" means that {REPORTS}', name="a"), _unit(f"“Use”  means that {REPORTS}", name="a")
    assert histories([[old], [new]]) == (History(0),)


def test_what_went_and_came_back_is_new() -> None:
    assert histories([[_unit(REPORTS), _unit(RECORDS)], [_unit(RECORDS)], [_unit(REPORTS), _unit(RECORDS)]]) == (
        History(2),
        History(0),
    )


def test_parts_of_a_split_and_what_was_joined_are_as_old_as_the_oldest() -> None:
    whole = _unit(f"{REPORTS}. {RECORDS}.")
    parts = [_unit(f"{REPORTS}."), _unit(f"{RECORDS}.")]
    assert histories([[whole], parts]) == (History(0, (1,)), History(0, (1,)))
    assert histories([parts[:1], parts, [whole]]) == (History(0, (2,)),)


def test_what_is_hardly_the_same_text_elsewhere_came_in_anew() -> None:
    old = [_unit("One two three four five six seven.", name="a"), _unit(REPORTS), _unit(RECORDS)]
    new = [_unit(REPORTS), _unit(RECORDS), _unit("Wholly other words stand here now.", name="a")]
    assert histories([old, new]) == (History(0), History(0), History(1))


@fewer
@given(PAIRS)
def test_every_unit_has_a_history_and_what_nobody_touched_has_none(pair: tuple[Draft, Draft]) -> None:
    old, new = (draft.units() for draft in pair)
    found = histories([old, new, new])
    assert len(found) == len(new)
    assert all(history.came in (0, 1) and set(history.changed) <= {1} for history in found)
    assert histories([new, [replace(unit) for unit in new]]) == (History(0),) * len(new)
