"""What a changed definition, amount or time reaches, though it did not change itself."""

from collections.abc import Sequence

from hypothesis import given

from ordain.chain.ripple import Reached, Redefined, Reset, ripples
from ordain.model.draft import Draft
from ordain.model.force import Aspect, Direction, Signal
from ordain.model.numbering import Level
from ordain.model.unit import Unit
from ordain.text.tokens import tokenize
from tests.strategies import PAIRS, fewer


def silent(_old: str, _new: str) -> Sequence[Signal]:
    return ()


def _section(number: int, text: str, level: Level = Level.SECTION) -> Unit:
    label, address = (f"SECTION {number}.", f"Section {number}") if level is Level.SECTION else ("", "Recital 1")
    return Unit(tokens=tokenize(text), label=label, address=address, level=level, id=f"id-{number}-{level.value}")


DEPOT = _section(1, '"Depot" means a garage for buses.')
WIDER = _section(1, '"Depot" means a garage for buses or trams.')
YARD = _section(2, '"Yard" means a place beside a depot.')
LOCKED = _section(3, "A depot is locked at night.")
SWEPT = _section(4, "A yard is swept each week.")
QUIET = _section(5, "Nobody shouts in a school.")
RECITAL = _section(0, "WHEREAS, depots are noisy; and", Level.RECITAL)


def test_a_definition_reaches_what_uses_its_term_and_what_uses_a_term_that_rests_on_it() -> None:
    old, new = [(RECITAL, it, YARD, LOCKED, SWEPT, QUIET) for it in (DEPOT, WIDER)]
    assert ripples(old, new, silent) == (
        Redefined("Depot", DEPOT, WIDER, (Reached(YARD), Reached(LOCKED), Reached(SWEPT, "Yard"))),
    )


def test_what_changed_itself_is_not_reached() -> None:
    changed = _section(3, "A depot is locked at noon.")
    assert ripples((DEPOT, LOCKED), (WIDER, changed), silent) == ()


def test_a_definition_that_comes_or_goes_reaches_too() -> None:
    assert ripples((LOCKED,), (DEPOT, LOCKED), silent) == (Redefined("Depot", None, DEPOT, (Reached(LOCKED),)),)
    assert ripples((DEPOT, LOCKED), (LOCKED,), silent) == (Redefined("Depot", DEPOT, None, (Reached(LOCKED),)),)


def test_terms_that_rest_on_each_other_are_each_reached_once() -> None:
    round_trip = _section(2, '"Yard" means what is no depot and no yard.')
    old_depot, new_depot = (_section(1, f'"Depot" means what is no yard {it}.') for it in ("here", "there"))
    found = ripples((old_depot, round_trip, LOCKED), (new_depot, round_trip, LOCKED), silent)
    assert found == (Redefined("Depot", old_depot, new_depot, (Reached(round_trip), Reached(LOCKED))),)


def test_other_spelling_of_a_definition_reaches_nothing() -> None:
    assert ripples((DEPOT, LOCKED), (_section(1, "“Depot”  means a garage for buses."), LOCKED), silent) == ()


def test_a_threshold_reaches_what_cites_it() -> None:
    signal = Signal(Aspect.TIME, "time", Direction.STRICTER, "two days", "one day")
    old, new = (_section(1, f"A report is due within {time}.") for time in ("two days", "one day"))
    citing = _section(2, "A report under Section 1 is kept for a year.")
    ranging = _section(3, "Sections 1 through 4 are compiled.")
    units = (citing, ranging, _section(4, "Nobody reports."))
    assert ripples((old, *units), (new, *units), lambda _old, _new: [signal]) == (
        Reset(old, new, (signal,), (Reached(citing), Reached(ranging))),
    )
    assert ripples((old, *units), (new, *units), silent) == ()


def test_a_changed_provision_that_a_range_holds_is_cited() -> None:
    signal = Signal(Aspect.AMOUNT, "amount", Direction.LOOSER, "$5", "$9")
    old, new = (_section(2, f"The fine is {amount}.") for amount in ("$5", "$9"))
    first, last = _section(1, "Nobody shouts."), _section(3, "Nobody sings.")
    compiled = _section(4, "Sections 1 through 3 are compiled.")
    found = ripples((first, old, last, compiled), (first, new, last, compiled), lambda _old, _new: [signal])
    assert found == (Reset(old, new, (signal,), (Reached(compiled),)),)


def test_a_range_over_the_whole_bill_cites_none_of_its_sections() -> None:
    signal = Signal(Aspect.AMOUNT, "amount", Direction.LOOSER, "$5", "$9")
    old, new = (_section(2, f"The fine is {amount}.") for amount in ("$5", "$9"))
    others = [_section(at, f"Nobody sings in place {at}.") for at in range(3, 9)]
    compiled = _section(9, "Sections 1 through 8 are compiled.")
    first = _section(1, "Nobody shouts.")
    assert ripples((first, old, *others, compiled), (first, new, *others, compiled), lambda _old, _new: [signal]) == ()


def test_what_cites_nowhere_reaches_nothing() -> None:
    old, new = (_section(1, f"A report is due within {time}.") for time in ("two days", "one day"))
    astray = _section(2, "A report under Section 9 or Sections 8 through 12 is kept.")
    assert ripples((old, astray), (new, astray), silent) == ()


@fewer
@given(PAIRS)
def test_what_is_reached_stands_unchanged_in_the_new_text(pair: tuple[Draft, Draft]) -> None:
    old, new = (draft.units() for draft in pair)
    for ripple in ripples(old, new, silent):
        assert ripple.reached
        assert all(it.unit in new for it in ripple.reached)
    assert ripples(new, new, silent) == ()
