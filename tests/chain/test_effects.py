"""Which signals tell what became of a provision, and which only come with other words."""

from collections.abc import Sequence

import pytest

from ordain.chain.effects import ADDED_SENTENCE, INTENT, ON_REQUEST, effects, sentences
from ordain.chain.subjects import NARROWED, REPLACED
from ordain.model.force import Aspect, Direction, Signal

ORDER = "A department shall mark each lot and each garage."


def _told(text: str, found: Sequence[Signal], wanted: str = ORDER, around: str = "") -> tuple[Signal, ...]:
    return effects(wanted, text, f"{text} {around}", lambda _old, _new: found)


def _signal(
    aspect: Aspect = Aspect.SCOPE,
    direction: Direction = Direction.LOOSER,
    old: str | None = None,
    new: str | None = None,
    at: int | None = None,
) -> Signal:
    return Signal(aspect, "rule", direction, old, new, None, at)


def _rules(wanted: str, text: str) -> list[tuple[str, Direction, str | None]]:
    return [(it.rule, it.direction, it.new) for it in _told(text, [], wanted)]


def test_what_went_from_the_sentence_and_stands_elsewhere_is_not_gone() -> None:
    gone = _signal(old="each garage")
    assert _told("A department shall mark each lot.", [gone]) == (gone,)
    assert _told("A department shall mark each lot.", [gone], around="A garage is a lot.") == ()


def test_a_word_of_scope_that_gave_way_to_others_is_not_merely_gone() -> None:
    gone = _signal(old="garage")
    assert _told("A department shall mark each lot with yellow paint.", [gone]) == ()
    exception = _signal(Aspect.EXCEPTION, old="garage")
    assert _told("A department shall mark each lot with yellow paint.", [exception]) == (exception,)


def test_a_duty_is_gone_where_fewer_are_left() -> None:
    gone = _signal(Aspect.DUTY, old="shall")
    assert _told("A department marks each lot and each garage.", [gone]) == (gone,)
    assert _told("A department shall mark each lot and each garage.", [gone]) == ()
    time = _signal(Aspect.TIME, old="at once")
    assert _told(ORDER, [time]) == (time,)


def test_words_inside_those_of_another_signal_are_told_once() -> None:
    text = "A department shall mark each lot and each garage, except as a state law requires."
    whole = _signal(Aspect.EXCEPTION, new="except as a state law requires", at=50)
    assert _told(text, [whole, _signal(Aspect.TIME, new="state law", at=62)]) == (whole,)
    apart = _signal(new="each lot", at=24)
    assert _told(text, [whole, apart]) == (whole, apart)


def test_a_word_inside_an_exception_or_a_description_is_no_effect_of_its_own() -> None:
    text = "A department shall mark each lot and each garage that an office uses, except as a state law requires."
    assert _told(text, [_signal(new="state", at=text.index("state"))]) == ()
    assert _told(text, [_signal(Aspect.ACTOR, new="office", at=text.index("office"))]) == ()
    scope = _signal(new="office", at=text.index("office"))
    assert _told(text, [scope]) == (scope,)


def test_an_addition_of_which_no_rule_tells_is_no_effect() -> None:
    assert _told(ORDER, [_signal(Aspect.ACTOR, Direction.UNKNOWN, new="department")]) == ()


def test_a_replacement_counts_where_one_phrase_stands_in_the_place_of_the_other() -> None:
    text = "A department shall mark each lot and each yard."
    near = _signal(Aspect.SCOPE, Direction.UNKNOWN, old="garage", new="yard")
    far = _signal(Aspect.SCOPE, Direction.UNKNOWN, old="department", new="yard")
    time = _signal(Aspect.TIME, Direction.UNKNOWN, old="soon", new="now")
    assert _told(text, [near, far, time]) == (near, time)


def test_a_word_of_scope_in_the_place_of_another_is_no_mere_addition() -> None:
    text = "A department shall mark each lot and each yard."
    assert _told(text, [_signal(new="yard")]) == ()
    added = _signal(new="big")
    assert _told("A department shall mark each big lot and each garage.", [added]) == (added,)


def test_a_word_that_only_cites_has_no_direction() -> None:
    text = "A department shall mark the property identified under Section 3."
    assert _told(text, [_signal(new="property")]) == ()
    assert _told(text, [_signal(Aspect.TIME, new="property")]) != ()


@pytest.mark.parametrize(
    ("aspect", "direction", "told"),
    [
        (Aspect.DUTY, Direction.STRICTER, (Aspect.DUTY, Direction.STRICTER)),
        (Aspect.PENALTY, Direction.STRICTER, (Aspect.PENALTY, Direction.STRICTER)),
        (Aspect.TIME, Direction.STRICTER, (Aspect.SCOPE, Direction.UNKNOWN)),
    ],
)
def test_a_sentence_that_the_draft_adds_is_one_signal(
    aspect: Aspect, direction: Direction, told: tuple[Aspect, Direction]
) -> None:
    added = "The clerk publishes a yearly summary."
    found = effects(
        ORDER,
        f"{ORDER} {added}",
        "",
        lambda old, new: [_signal(aspect, direction, new="x")] if old == ORDER != new != old and added in new else [],
    )
    assert Signal(told[0], ADDED_SENTENCE, told[1], None, added) in found


def test_a_sentence_that_exempts_is_looser() -> None:
    added = "This section does not apply to a school."
    assert _rules(ORDER, f"{ORDER} {added}") == [(ADDED_SENTENCE, Direction.LOOSER, added)]


def test_a_second_sentence_in_the_words_of_the_order_adds_nothing() -> None:
    assert _told("A department shall mark each lot. A department shall mark each garage.", []) == ()


def test_what_waits_for_a_request_is_looser() -> None:
    wanted = "A clerk shall show the record."
    asked = [(ON_REQUEST, Direction.LOOSER, "on the request of a resident")]
    assert _rules(wanted, "A clerk shall, on the request of a resident, show the record.") == asked
    assert (
        _rules("On request of a resident, a clerk shall show the record.", "A clerk shall show it on request of all.")
        == []
    )


def test_an_intent_that_must_be_shown_narrows_an_offense_whatever_its_words_alone_say() -> None:
    text = "It is unlawful for any person, with intent to deceive, to wear a badge."
    inner = _signal(direction=Direction.STRICTER, new="with intent", at=text.index("with"))
    [signal] = _told(text, [inner], "It is unlawful for any person to wear a badge.")
    assert (signal.rule, signal.direction, signal.new) == (INTENT, Direction.LOOSER, "with intent to deceive")


def test_a_subject_that_is_described_more_closely_is_narrower() -> None:
    wanted = "An employee shall report a raid."
    told = [(NARROWED, Direction.LOOSER, "who sees a raid")]
    assert _rules(wanted, "An employee who sees a raid shall report it.") == told
    assert (
        _rules("An employee who hears of a raid shall report it.", "An employee who sees a raid shall report it.") == []
    )
    assert _rules(wanted, "When an employee who sleeps wakes, the employee shall report a raid.") == []
    assert _rules(wanted, "Raids are reported by every employee.") == []
    text = "An employee who sees a raid shall report it."
    inner = _signal(new="sees a raid", at=text.index("sees"))
    assert [it.rule for it in _told(text, [inner], wanted)] == [NARROWED]


def test_a_duty_of_somebody_else_is_neither_stricter_nor_looser() -> None:
    [signal] = _told(
        "A department shall let each firm obey the rule.", [], "A firm whose staff is here shall obey the rule."
    )
    assert (signal.rule, signal.direction, signal.old, signal.new) == (
        REPLACED,
        Direction.DIFFERENT,
        "A firm",
        "A department",
    )


def test_what_a_sentence_says_of_itself_and_the_opening_of_a_policy_are_left_out() -> None:
    read: list[str] = []

    def noting(_old: str, new: str) -> Sequence[Signal]:
        read.append(new)
        return ()

    effects("A lot is marked.", "It is the policy of the City that a lot under this section is marked.", "", noting)
    assert set(read) == {"A lot is marked."}


def test_where_the_draft_says_nothing_the_duty_is_gone() -> None:
    gone = _signal(Aspect.DUTY, old="shall")
    assert _told("", [gone]) == (gone,)


def test_sentences_end_where_a_new_one_begins() -> None:
    assert sentences('A plan shall set out: training; and staff. "Lot" means a yard, under 8 U.S.C. § 1373.') == [
        "A plan shall set out: training; and staff.",
        '"Lot" means a yard, under 8 U.S.C. § 1373.',
    ]
