"""What became of each provision of an order, and where each provision of a draft comes from."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from ordain.chain.coverage import Added, Coverage, Covered, Edition, Reason, Sourced, coverages, is_form, lost
from ordain.chain.sites import Demand, Link, Way
from ordain.chain.states import State
from ordain.model.draft import Draft
from ordain.model.force import Aspect, Direction, Signal
from ordain.model.numbering import Level
from ordain.model.unit import Unit
from ordain.text.tokens import tokenize
from tests.strategies import IDS, PAIRS, TEXTS, fewer

REPORTS = "A City department shall report each use of a City depot to the Office of the Mayor."
RECORDS = "The City Clerk shall keep a record of every complaint about noise."
SIGNS = "A City employee shall post the sign against smoking at the door of a school."
DEMANDS = (
    Demand(id="why", heading="", text="the depots of the City are crowded", is_recital=True),
    Demand(id="reports", heading="Reports", text=REPORTS),
    Demand(id="records", heading="Records", text=RECORDS),
)


def silent(_old: str, _new: str) -> Sequence[Signal]:
    return ()


def unit(text: str, *sources: str, name: str | None = None, label: str = "", depth: int = 0) -> Unit:
    level = Level.RECITAL if text.startswith("WHEREAS") else None
    return Unit(tokens=tokenize(text), id=name, sources=sources, label=label, address=label, depth=depth, level=level)


def cover(*units: Unit, demands: Sequence[Demand] = DEMANDS, dropped: dict[str, str] | None = None) -> Coverage:
    [found] = coverages(demands, [Edition(units=units, dropped=dropped or {})], silent)
    return found


def states(coverage: Coverage) -> dict[str, list[str]]:
    """Return the states by provision, whatever the words."""
    return {it.demand.id: [state.value for state in it.states if state is not State.REWORDED] for it in coverage.order}


def row(coverage: Coverage, name: str) -> Covered:
    return next(it for it in coverage.order if it.demand.id == name)


WHY = unit("WHEREAS, the depots of the City are crowded.", "why")


def test_what_stands_where_the_draft_says_is_codified() -> None:
    found = cover(WHY, unit(REPORTS, "reports"), unit(RECORDS, "records"))
    assert states(found) == {"why": ["codified"], "reports": ["codified"], "records": ["codified"]}
    assert [it.at for it in found.order] == [(0,), (1,), (2,)]
    assert {it.share for it in found.order} == {1.0}
    assert lost(found) == ()


def test_what_is_dropped_without_a_reason_is_lost() -> None:
    found = cover(WHY, unit(REPORTS, "reports"))
    assert states(found)["records"] == ["dropped"]
    assert [it.demand.id for it in lost(found)] == ["records"]


def test_what_is_only_somewhat_alike_is_no_source_where_the_draft_names_its_own() -> None:
    found = cover(WHY, unit(REPORTS, "reports"), unit("The City Clerk shall lock every door of the hall at night."))
    assert states(found)["records"] == ["dropped"]
    assert isinstance(found.draft[2], Added)


def test_what_is_dropped_with_a_reason_is_not_lost() -> None:
    found = cover(WHY, unit(REPORTS, "reports"), dropped={"records": "the state keeps them"})
    assert row(found, "records").reasons == (Reason("the state keeps them", 0),)
    assert lost(found) == ()


def test_what_the_order_itself_leaves_out_is_not_codified_for_its_reason() -> None:
    demands = (*DEMANDS[:2], replace(DEMANDS[2], reason="it is internal"))
    found = cover(WHY, unit(REPORTS, "reports"), demands=demands)
    assert row(found, "records").states == (State.NOT_CODIFIED,)
    assert row(found, "records").reasons == (Reason("it is internal"),)
    said = cover(WHY, unit(REPORTS, "reports"), demands=demands, dropped={"records": "the Clerk does it anyway"})
    assert row(said, "records").reasons == (Reason("the Clerk does it anyway", 0),)


def test_other_words_of_which_no_rule_tells_are_reworded_and_shown() -> None:
    found = cover(unit(REPORTS.replace("City depot", "garage"), "reports"), demands=DEMANDS[1:2])
    assert row(found, "reports").states == (State.CODIFIED, State.REWORDED)
    assert row(found, "reports").shown == ("in other words: without 'City depot', with 'garage'",)
    far = cover(unit("WHEREAS, nobody sleeps.", "why"), demands=DEMANDS[:1])
    assert row(far, "why").shown == ("in other words throughout",)


def test_a_signal_without_a_direction_is_a_change() -> None:
    signal = Signal(Aspect.TIME, "time", Direction.UNKNOWN, "each use", "any use")
    text = REPORTS.replace("each", "any")
    [found] = coverages(DEMANDS[1:2], [Edition(units=(unit(text, "reports"),))], lambda _old, _new: [signal])
    assert row(found, "reports").states == (State.CODIFIED, State.CHANGED)
    assert row(found, "reports").shown == ("time: 'each use' became 'any use' (no rule tells which way)",)


@pytest.mark.parametrize(
    ("aspect", "direction", "state", "shown"),
    [
        (Aspect.DUTY, Direction.STRICTER, State.STRENGTHENED, "duty: 'it' was added (stricter)"),
        (Aspect.EXCEPTION, Direction.LOOSER, State.WEAKENED, "exception: 'it' was added (looser)"),
        (Aspect.SCOPE, Direction.STRICTER, State.WIDENED, "scope: 'it' was added (stricter)"),
        (Aspect.ACTOR, Direction.LOOSER, State.NARROWED, "actor: 'it' was added (looser)"),
    ],
)
def test_each_direction_of_force_and_of_scope_has_its_state(
    aspect: Aspect, direction: Direction, state: State, shown: str
) -> None:
    signal = Signal(aspect, "rule", direction, None, "it")
    units = (unit(REPORTS, "reports"),)
    [found] = coverages(DEMANDS[1:2], [Edition(units=units)], lambda _old, _new: [signal])
    assert row(found, "reports").states == (State.CODIFIED, state)
    assert row(found, "reports").shown == (shown,)


def test_words_that_are_gone_are_shown() -> None:
    signal = Signal(Aspect.TIME, "time", Direction.LOOSER, "at once", None)
    [found] = coverages(DEMANDS[1:2], [Edition(units=(unit(REPORTS, "reports"),))], lambda _old, _new: [signal])
    assert row(found, "reports").shown == ("time: 'at once' is gone (looser)",)


def test_an_unchanged_source_hides_no_change_of_the_words() -> None:
    def duty(_old: str, new: str) -> Sequence[Signal]:
        return [Signal(Aspect.DUTY, "duty", Direction.LOOSER, "shall", "may")] if " may " in new else []

    old = Edition(units=(unit(REPORTS, "reports"),))
    new = Edition(units=(unit(REPORTS.replace("shall", "may"), "reports"),))
    before, after = coverages(DEMANDS[1:2], [old, new], duty)
    assert states(before) == {"reports": ["codified"]}
    assert states(after) == {"reports": ["codified", "weakened"]}
    assert row(after, "reports").shown == ("duty: 'shall' became 'may' (looser)",)


def test_a_draft_that_names_no_sources_is_read_by_likeness_and_says_so() -> None:
    found = cover(
        replace(WHY, sources=()),
        unit(RECORDS.replace("every", "each"), label="Section 1"),
        unit(REPORTS, label="Section 2"),
        unit(SIGNS, label="Section 3"),
    )
    assert states(found) == {"why": ["codified"], "reports": ["codified"], "records": ["codified"]}
    [link] = found.draft[1].links if isinstance(found.draft[1], Sourced) else ()
    assert (link.id, link.way) == ("records", Way.ALIKE)
    assert link.score == 0.88
    assert found.draft[3] == Added(unit(SIGNS, label="Section 3"))


def test_without_sources_a_loss_is_suspected_and_no_fact() -> None:
    found = cover(unit(REPORTS), unit(SIGNS), demands=DEMANDS[1:])
    assert states(found)["records"] == ["suspect"]
    assert [it.demand.id for it in lost(found)] == ["records"]


def test_a_counterpart_that_is_hardly_alike_is_suspect() -> None:
    found = cover(unit("REPORTS. A City department shall report the theft of a bicycle."), demands=DEMANDS[1:2])
    assert states(found) == {"reports": ["suspect"]}
    assert row(found, "reports").at == (0,)


def test_a_source_whose_words_are_gone_is_suspect() -> None:
    found = cover(unit("The Council likes bicycles and other wheeled things.", "reports"), demands=DEMANDS[1:2])
    assert states(found) == {"reports": ["suspect"]}
    assert "not found: 'City department report use City depot Office Mayor'" in row(found, "reports").shown


def test_a_reason_for_what_is_partly_gone_makes_it_dropped_in_part() -> None:
    demand = Demand(
        id="officers",
        heading="Officers",
        text="An officer shall wear a badge and avoid harmful or disruptive tactics of detention.",
    )
    units = (unit("An officer shall wear a badge.", "officers"),)
    [first, second] = coverages(
        [demand],
        [Edition(units=units, dropped={"officers": "tactics are for the state"}), Edition(units=units)],
        silent,
    )
    assert states(first) == states(second) == {"officers": ["dropped in part"]}
    assert row(second, "officers").reasons == (Reason("tactics are for the state", 0),)
    assert lost(first) == lost(second) == ()


def test_a_reason_to_drop_what_stands_there_whole_is_told() -> None:
    found = cover(WHY, unit(REPORTS, "reports"), unit(RECORDS, "records"), dropped={"records": "the state keeps them"})
    assert row(found, "records").shown == ("though this version gives a reason why it is dropped",)


def test_the_reason_for_a_drop_holds_until_the_provision_is_back() -> None:
    whole = (WHY, unit(REPORTS, "reports"), unit(RECORDS, "records"))
    chain = [
        Edition(units=whole),
        Edition(units=whole[:2], dropped={"records": "the state keeps them."}),
        Edition(units=whole[:2], dropped={"records": "The state keeps them"}),
        Edition(units=whole),
        Edition(units=whole[:2]),
    ]
    found = [row(it, "records") for it in coverages(DEMANDS, chain, silent)]
    assert [it.states[0] for it in found] == [
        State.CODIFIED,
        State.DROPPED,
        State.DROPPED,
        State.CODIFIED,
        State.DROPPED,
    ]
    said = (Reason("the state keeps them.", 1),)
    assert [it.reasons for it in found] == [(), said, said, (), ()]


def test_reasons_of_versions_stand_where_the_provisions_stand() -> None:
    units = (unit(REPORTS, "reports", name="reports"), unit(SIGNS, name="signs"))
    why = {"reports": "asked for by the Mayor", "signs": "asked for by a school"}
    found = coverages(DEMANDS[1:2], [Edition(units=units, rationale=why), Edition(units=units)], silent)[1]
    assert row(found, "reports").reasons == (Reason("asked for by the Mayor", 0),)
    assert [it.reason for it in found.draft] == [
        Reason("asked for by the Mayor", 0),
        Reason("asked for by a school", 0),
    ]


def test_an_id_of_the_version_before_leads_to_what_that_came_from() -> None:
    old = Edition(units=(unit(REPORTS, "reports", name="use"),))
    new = Edition(units=(unit(REPORTS, "use"), unit(SIGNS, "nothing-known")))
    found = coverages(DEMANDS[1:2], [old, new], silent)[1]
    assert found.draft == (
        Sourced(new.units[0], (Link("reports", Way.SAID),)),
        Added(new.units[1]),
    )


def test_a_version_without_sources_has_those_of_the_version_before() -> None:
    old = Edition(units=(unit(REPORTS, "reports"), unit(RECORDS, "records"), unit(SIGNS)))
    new = Edition(units=(unit(SIGNS), unit(RECORDS.replace("every", "each")), unit("The Mayor rides a bicycle.")))
    bare = Edition(units=new.units[1:2])
    found = coverages(DEMANDS[1:], [old, new, bare], silent)
    [link] = found[1].draft[1].links if isinstance(found[1].draft[1], Sourced) else ()
    assert (link.id, link.way) == ("records", Way.CARRIED)
    assert isinstance(found[1].draft[0], Added)
    assert states(found[1]) == {"reports": ["suspect"], "records": ["codified"]}
    [later] = found[2].draft[0].links if isinstance(found[2].draft[0], Sourced) else ()
    assert later.score == link.score


def test_two_sentences_of_one_section_are_told_apart() -> None:
    read: dict[str, str] = {}

    def noting(old: str, new: str) -> Sequence[Signal]:
        read[old] = new
        return ()

    both = Edition(units=(unit(f"REPORTS AND RECORDS. {REPORTS} {RECORDS}", "reports", "records"),))
    coverages(DEMANDS[1:], [both], noting)
    assert read == {REPORTS: REPORTS, RECORDS: RECORDS}


def test_what_stands_whole_inside_another_provision_is_found_there() -> None:
    found = cover(unit(f"{REPORTS} {RECORDS}", "reports"), demands=DEMANDS[1:])
    assert states(found) == {"reports": ["codified"], "records": ["codified"]}
    assert [it.at for it in found.order] == [(0,), (0,)]


def test_items_complete_the_sentence_of_their_lead() -> None:
    demand = Demand(id="plan", heading="Plan", text="A plan shall set out the training, and the protocols.")
    found = cover(
        unit("A plan shall set out:", "plan", label="(1)"),
        unit("the training; and", label="(A)", depth=1),
        unit("the protocols.", label="(B)", depth=1),
        unit("A plan is public.", label="(2)"),
        demands=[demand],
    )
    assert states(found) == {"plan": ["codified"]}
    assert [type(it) for it in found.draft] == [Sourced, Sourced, Sourced, Added]
    assert found.draft[1] == Sourced(unit("the training; and", label="(A)", depth=1), (Link("plan", Way.INSIDE),))


def test_an_item_is_read_with_the_lead_that_it_completes() -> None:
    demand = Demand(id="training", heading="Plan", text="A plan shall set out the training.")
    found = cover(
        unit("A plan shall set out:", label="(1)"),
        unit("the training; and", "training", label="(A)", depth=1),
        demands=[demand],
    )
    assert row(found, "training").share == 1.0
    assert row(found, "training").shown == ("in other words: with 'and'",)


def test_parts_in_two_sections_are_split_and_parts_of_one_are_not() -> None:
    def places(*units: Unit) -> list[str]:
        return states(cover(*units, demands=DEMANDS[1:2]))["reports"]

    halves = ("A City department shall report each use of a City depot.", "A report is due at the Office of the Mayor.")
    apart = [unit(half, "reports", label=f"Section {at}") for at, half in enumerate(halves)]
    assert places(*apart) == ["codified", "split"]
    inside = [unit(half, "reports", label=f"({at})", depth=1) for at, half in enumerate(halves)]
    assert places(unit("REPORTS.", label="Section 1"), *inside) == ["codified"]
    amending = unit("The Code is amended to read as follows:", label="Section 1")
    assert places(amending, *inside) == ["codified", "split"]


def test_a_definition_of_its_words_is_no_second_place() -> None:
    found = cover(
        unit('"Depot" means a garage for buses.', "reports", label="Section 1"),
        unit("A City department shall report each use of a depot to the Office of the Mayor.", "reports"),
        demands=DEMANDS[1:2],
    )
    assert states(found) == {"reports": ["codified"]}
    assert row(found, "reports").at == (0, 1)


def test_what_a_text_brings_in_by_definition_and_reference_is_not_missing() -> None:
    demand = Demand(
        id="lots", heading="Lots", text="A department shall mark each parking lot, ramp, garage and yard of the City."
    )
    bare = [unit("A department shall mark each place.", "lots", label="Section 1")]
    assert states(cover(*bare, demands=[demand])) == {"lots": ["suspect"]}
    defined = unit('"Place" means a parking lot, ramp, garage or yard of the City.', label="Section 2")
    assert states(cover(*bare, defined, demands=[demand])) == {"lots": ["codified"]}
    cited = [
        unit("A department shall mark what Section 2 names.", "lots", label="Section 1"),
        unit("Each parking lot, ramp, garage and yard of the City is closed.", label="Section 2"),
    ]
    assert states(cover(*cited, demands=[demand])) == {"lots": ["codified"]}


def test_a_definition_that_the_order_leaves_open_is_left_blank_or_filled() -> None:
    demand = Demand(id="depot", heading="Definitions", text='"Depot" means ________.')
    blank = cover(unit('"Depot" means ________.', "depot"), demands=[demand])
    assert states(blank) == {"depot": ["codified", "left blank"]}
    assert row(blank, "depot").shown == ()
    filled = cover(unit('"Depot" means a yard for buses.', "depot"), demands=[demand])
    assert states(filled) == {"depot": ["codified"]}
    assert row(filled, "depot").shown == ("the order's words are not known: the draft fills the blank",)


def test_a_wish_is_a_policy_and_a_reason_is_a_recital() -> None:
    policy = "It is the policy of the City that a department should report each use of a City depot to the Mayor."
    assert states(cover(unit(policy, "reports"), demands=DEMANDS[1:2])) == {"reports": ["moved to a policy statement"]}
    recital = unit("WHEREAS, a City department should report each use of a City depot to the Mayor; and", "reports")
    assert states(cover(recital, demands=DEMANDS[1:2])) == {"reports": ["moved to a recital"]}


@pytest.mark.parametrize("level", [Level.TITLE, Level.ENACTING])
def test_the_form_of_a_bill_comes_from_no_provision(level: Level) -> None:
    title = replace(unit(REPORTS), level=level)
    found = cover(title, unit(RECORDS, "records"), demands=DEMANDS[1:])
    assert found.draft[0] == Added(title)
    assert is_form(title)
    assert states(found)["reports"] == ["dropped"]


def test_without_an_order_all_is_added_and_without_a_draft_nothing_stands() -> None:
    assert [type(it) for it in cover(unit(REPORTS), demands=()).draft] == [Added]
    assert states(cover(demands=DEMANDS[1:2])) == {"reports": ["suspect"]}


_DEMANDS = st.lists(
    st.builds(
        Demand, id=IDS, heading=TEXTS, text=TEXTS, is_recital=st.booleans(), reason=st.none() | st.just("internal")
    ),
    max_size=4,
    unique_by=lambda demand: demand.id,
)
_SIGNALS = st.builds(
    Signal, st.sampled_from(Aspect), st.just("rule"), st.sampled_from(Direction), st.just("old"), st.just("new")
)


@st.composite
def matters(draw: st.DrawFn) -> tuple[list[Demand], list[Edition]]:
    """Return an order and a chain of drafts, of which some say what they come from."""
    demands = draw(_DEMANDS)
    chain: list[Edition] = []
    for draft in draw(PAIRS):
        units = tuple(_with_source(draw, it, demands) for it in draft.units())
        names = st.sampled_from([demand.id for demand in demands]) if demands else IDS
        chain.append(Edition(units=units, dropped=draw(st.dictionaries(names, TEXTS, max_size=2))))
    return demands, chain


def _with_source(draw: st.DrawFn, unit: Unit, demands: list[Demand]) -> Unit:
    choice = draw(st.integers(0, 5))
    if not demands or choice > 1:
        return unit
    demand = draw(st.sampled_from(demands))
    return replace(unit, sources=(demand.id,)) if choice else replace(unit, tokens=tokenize(demand.text))


@fewer
@given(matters(), st.lists(_SIGNALS, max_size=3))
def test_nothing_on_either_side_is_unaccounted(
    matter: tuple[list[Demand], list[Edition]], signals: list[Signal]
) -> None:
    demands, chain = matter
    found = coverages(demands, chain, lambda _old, _new: signals)
    assert len(found) == len(chain)
    for coverage, edition in zip(found, chain, strict=True):
        assert [it.demand for it in coverage.order] == demands
        assert tuple(it.unit for it in coverage.draft) == edition.units
        for it in coverage.order:
            sourced = [at for at, row in enumerate(coverage.draft) if it.demand.id in _ids(row)]
            assert list(it.at) == sourced
            assert it.states
            gone = {State.DROPPED, State.NOT_CODIFIED} & set(it.states)
            assert not (gone and it.at)
            assert gone or it.at or State.SUSPECT in it.states
        known = {demand.id for demand in demands}
        assert all(_ids(row) <= known for row in coverage.draft)
        assert all(_ids(row) for row in coverage.draft if isinstance(row, Sourced))


def _ids(row: Sourced | Added) -> set[str]:
    return {link.id for link in row.links} if isinstance(row, Sourced) else set()


@fewer
@given(PAIRS)
def test_coverage_does_not_depend_on_later_versions(pair: tuple[Draft, Draft]) -> None:
    chain = [Edition(units=draft.units()) for draft in pair]
    assert coverages(DEMANDS, chain, silent)[0] == coverages(DEMANDS, chain[:1], silent)[0]
