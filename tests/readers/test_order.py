"""An order is read field by field, and what no source gives stays null."""

import datetime as dt

import pytest

from ordain.errors import OrdainError
from ordain.model.order import Actor, Citation, Codify, Deadline, Exemption, Modal, ReportLimits
from ordain.readers.order import order_schema, read_order
from tests.literate import rest, sound

_SOUND = sound("order.yaml")


def _order(text: str) -> str:
    """Return an order that goes on with what it leaves out of the sound one."""
    return text + rest(_SOUND, text)


def _provision(**fields: str) -> str:
    given = {
        "id": "reports",
        "heading": "Reports",
        "actor": "{name: a City department, commanded: true}",
        "modal": "shall",
        "act": "report",
        "codify": "section",
        "source": "{kind: none}",
    }
    lines = [f"    {key}: {value}" for key, value in (given | fields).items()]
    return _order("\n".join(["provisions:", "  -", *lines, ""]))


def _problems(text: str) -> list[str]:
    with pytest.raises(OrdainError) as raised:
        read_order(text, "order.yaml")
    return [str(problem).partition("\n")[0] for problem in raised.value.problems]


def test_the_sound_order_is_read() -> None:
    order = read_order(_SOUND, "order.yaml")
    assert (order.issuer, order.office, order.instrument) == ("Ann Example", "Mayor", "executive-order")
    assert (order.number, order.title, order.date) == (None, None, dt.date(2026, 1, 5))
    [provision] = order.provisions
    assert (provision.modal, provision.codify) == (Modal.SHALL, Codify.SECTION)
    assert provision.actor == Actor(name="a City department", commanded=True)
    assert provision.source == Citation(address=None, kind="none")
    assert provision.place is not None
    assert provision.place.line == 9


def test_every_field_of_a_provision_is_read() -> None:
    text = _provision(
        recipient="to the Office of the Mayor",
        trigger="when it learns of it",
        deadline="{number: 3, unit: business day, after: it learns of it, note: from the release}",
        exception="{text: as required by law, basis: null}",
        report="{holds: [the date], omits: [names, addresses]}",
        said="Departments report.",
        note="Nobody saw the order.",
        reason="none",
        conduct="none",
    )
    [provision] = read_order(text, "order.yaml").provisions
    assert provision.deadline == Deadline(
        number=3, unit="business day", after="it learns of it", note="from the release"
    )
    assert provision.exception == Exemption(text="as required by law", basis=None)
    assert provision.report == ReportLimits(holds=("the date",), omits=("names", "addresses"))
    assert (provision.recipient, provision.trigger) == ("to the Office of the Mayor", "when it learns of it")


def test_recitals_sources_and_sponsors_are_read() -> None:
    order = read_order(
        _order(
            "recitals:\n  - {id: why, text: it is so, source: {kind: unverified}}\n"
            "sources:\n  - {kind: primary, address: 'https://example.org'}\n"
            "sponsors: [Bob Example]\nillustrative: false\n"
        ),
        "order.yaml",
    )
    assert (order.recitals[0].id, order.recitals[0].text) == ("why", "it is so")
    assert order.sources == (Citation(address="https://example.org", kind="primary"),)
    assert (order.sponsors, order.illustrative) == (("Bob Example",), False)


def test_a_text_over_several_lines_is_one_text() -> None:
    [provision] = read_order(_provision(act=">-\n      report   at\n      once"), "order.yaml").provisions
    assert provision.act == "report at once"


@pytest.mark.parametrize("name", ["No employee", "no one", "Nobody", "None of them", "Neither department"])
def test_nobody_is_not_an_actor(name: str) -> None:
    [said] = _problems(_provision(actor=f"{{name: {name}, commanded: true}}"))
    assert said.startswith(f"order.yaml:5:19: the actor is '{name}'; name who is addressed")


@pytest.mark.parametrize("name", ["Nonprofit organizations", "No. 5 Fire Station", "the Nobel committee"])
def test_a_name_may_begin_like_a_negation(name: str) -> None:
    [provision] = read_order(_provision(actor=f"{{name: {name}, commanded: true}}"), "order.yaml").provisions
    assert provision.actor.name == name


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"modal": "[shall]"}, "12: modal is a list; say 'shall', 'shall not', 'may' or 'may not'"),
        ({"modal": ""}, "11: modal is empty; say 'shall', 'shall not', 'may' or 'may not'"),
        ({"act": "{do: report}"}, "10: act is a group of keys; write a text, in quotes if it holds a colon or brackets"),
        ({"act": "null"}, "10: act is empty; write a text, in quotes if it holds a colon or brackets"),
        ({"deadline": "{number: 0, unit: month}"}, "24: deadline.number is '0'; write a number above 0"),
        ({"deadline": "{number: 1, unit: days}"}, "33: deadline.unit is 'days'; say 'calendar day' or 'business day'"),
        (
            {"deadline": "{number: 1, unit: week}"},
            "33: deadline.unit is 'week'; say 'business day', 'calendar day', 'hour' or 'month'",
        ),
        ({"report": "{holds: [[names]]}"}, "22: an item of holds is a list; write a text, in quotes if it holds a colon or brackets"),
        ({"source": "{kind: news, adress: x}"}, "26: 'adress' is no key here; did you mean 'address'?"),
        ({"exception": "{text: x}"}, "16: 'basis' is missing; add `basis:`, or `basis: null` where it is not known"),
        ({"source": "{}"}, "13: 'kind' is missing; add `kind:`"),
        ({"source": ""}, "12: source is empty; write it in parts, each behind its key: address, kind"),
    ],
)  # fmt: skip
def test_a_wrong_field_is_told_by_its_name(fields: dict[str, str], said: str) -> None:
    assert [problem.split(":", 2)[2] for problem in _problems(_provision(**fields))] == [said]


def test_one_wrong_provision_does_not_hide_another_fault() -> None:
    text = _provision(modal="must", codify="statute").replace("date: 2026-01-05", "date: soon")
    assert [said.partition(" is ")[0].rpartition(" ")[2] for said in _problems(text)] == ["modal", "codify", "'soon'"]


def test_a_list_where_a_group_belongs_is_told() -> None:
    assert _problems(_order("provisions:\n  - reports\n")) == [
        (
            "order.yaml:2:5: an item of provisions is 'reports'; write it in parts, each behind its key: "
            "id, heading, actor, modal, act, object, recipient, trigger, deadline, exception, report, codify, "
            "reason, conduct, said, note, source"
        )
    ]


def test_a_key_that_is_misspelled_is_not_called_missing_too() -> None:
    assert _problems(_provision().replace("heading:", "haeding:")) == [
        "order.yaml:4:5: 'haeding' is no key here; did you mean 'heading'?"
    ]


def test_an_id_is_looked_for_in_whatever_shape_the_file_has() -> None:
    assert "'provisions'" not in " ".join(_problems("recitals: x\nprovisions: [x, {id: [y]}, {id: z}, {id: z}]\n"))
    assert any("the id 'z' is used in line 2 already" in said for said in _problems(
        "recitals: x\nprovisions: [x, {id: [y]}, {id: z}, {id: z}]\n"
    ))  # fmt: skip


def test_the_schema_says_what_the_reader_asks() -> None:
    schema = order_schema()
    assert schema["properties"]["provisions"]["minItems"] == 1
    assert schema["properties"]["date"]["anyOf"] == [{"format": "date", "type": "string"}, {"type": "null"}]
    assert schema["properties"]["illustrative"]["type"] == "boolean"
    assert schema["$defs"]["_Deadline"]["properties"]["unit"]["anyOf"][0]["enum"] == [
        "business day",
        "calendar day",
        "hour",
        "month",
    ]
    assert schema["additionalProperties"] is False
