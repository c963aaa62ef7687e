"""A sentence of a bill says who, whether, what, to whom, when, by when and except when."""

import pytest
from msgspec.structs import replace

from ordain.drafting.sentence import policy, predicate, sentence, time_limit
from ordain.model.order import Actor, Citation, Codify, Deadline, Exemption, Modal, OrderProvision

_WORDS = {"numbers": "words-to-nine"}

_PROVISION = OrderProvision(
    id="reports",
    heading="Reports",
    actor=Actor(name="a City department", commanded=True),
    modal=Modal.SHALL,
    act="report",
    object="every use of City property",
    recipient="to the Mayor",
    codify=Codify.SECTION,
    source=Citation(address=None, kind="none"),
)
_WHOLE = replace(
    _PROVISION,
    trigger="when it learns of it",
    deadline=Deadline(number=3, unit="business day", after="the use"),
    exception=Exemption(text="as required by law", basis="Section 4"),
)


def test_a_sentence_has_subject_duty_and_object() -> None:
    assert sentence(_PROVISION, {}) == "A City department shall report every use of City property to the Mayor."
    assert predicate(replace(_PROVISION, object=None, recipient=None)) == "report"


@pytest.mark.parametrize("modal", list(Modal))
def test_the_modal_is_the_duty(modal: Modal) -> None:
    assert f" {modal.value} report" in sentence(replace(_PROVISION, modal=modal), {})


def test_conditions_stand_at_the_end_the_exception_last() -> None:
    assert sentence(_WHOLE, _WORDS) == (
        "A City department shall report every use of City property to the Mayor when it learns of it "
        "within three business days after the use, except as required by law, as provided in Section 4."
    )


def test_a_house_may_put_conditions_first() -> None:
    first = {"trigger": "first", "exception": "first"}
    assert sentence(_WHOLE, first) == (
        "Except as required by law, as provided in Section 4, when it learns of it, a City department shall "
        "report every use of City property to the Mayor within three business days after the use."
    )


def test_an_exception_that_rests_on_no_law_names_none() -> None:
    bare = replace(_PROVISION, exception=Exemption(text="as required by law", basis=None))
    assert sentence(bare, {}).endswith(" to the Mayor, except as required by law.")


def test_a_time_limit_that_no_source_gives_is_left_out() -> None:
    unknown = Deadline(number=None, unit=None, note="no source gives it")
    assert time_limit(unknown, {}) == ""
    assert sentence(replace(_PROVISION, deadline=unknown), {}) == sentence(_PROVISION, {})


def test_a_time_limit_counts_its_unit() -> None:
    assert time_limit(Deadline(number=1, unit="month"), {}) == "within one month"
    assert time_limit(Deadline(number=30, unit="calendar day"), {"numbers": "words-and-figures"}) == (
        "within thirty (30) calendar days"
    )


def test_a_policy_is_a_wish_and_keeps_its_conditions() -> None:
    assert policy(_PROVISION) == "a City department should report every use of City property to the Mayor"
    assert policy(replace(_WHOLE, modal=Modal.MAY_NOT)) == (
        "a City department should not report every use of City property to the Mayor when it learns of it "
        "within three business days after the use, except as required by law, as provided in Section 4"
    )
