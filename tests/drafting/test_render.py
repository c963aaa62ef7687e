"""A template fills in words and nothing else, and every fault of it names its line."""

import pytest

from ordain.drafting.environment import render
from ordain.drafting.render import by_heading, draft_order, draft_ordinance
from ordain.errors import OrdainError
from ordain.markup.parse import parse
from ordain.readers.order import read_order
from tests.houses import shipped_houses
from tests.literate import sound
from tests.strategies import house

_ORDER = read_order(sound("order.yaml"), "order.yaml")
_VALUES = {"order": _ORDER, "blank": "____", "pair": (1, 2), "yes": True, "groups": {"once": 1}}


def _rendered(text: str, **templates: str) -> str:
    return render({"a.j2": text, **{f"{name}.j2": source for name, source in templates.items()}}, "a.j2", _VALUES, "t")


def _problem(text: str, **templates: str) -> str:
    with pytest.raises(OrdainError) as raised:
        _rendered(text, **templates)
    return str(raised.value).partition("\n")[0]


def test_text_numbers_and_dates_are_printed() -> None:
    assert _rendered("{{ order.city }} {{ pair[0] }} {{ order.date }} {{ order.title or blank }}") == (
        "Springfield 1 2026-01-05 ____"
    )


def test_braces_of_bill_text_are_no_comment() -> None:
    assert _rendered("<# a note #>{#id from=a}\n") == "{#id from=a}\n"


def test_nothing_is_escaped() -> None:
    assert _rendered("{{ '<&>' }}") == "<&>"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ mayor }}", "t/a.j2:1:4: nothing here is named 'mayor'; known are: blank, groups, order, pair, yes"),
        ("{{ ordr.city }}", "t/a.j2:1:4: nothing here is named 'ordr'; did you mean 'order'?"),
        ("\n{{ order.ctiy }}", "t/a.j2:2:10: nothing there is named 'ctiy'; did you mean 'city'?"),
        ("{{ groups.one }}", "t/a.j2:1:11: nothing there is named 'one'; did you mean 'once'?"),
        ("{{ pair.one }}", "t/a.j2:1:9: nothing there is named 'one'; correct it"),
        ("{{ order.title }}", "t/a.j2:1:1: this is null, and would stand in the text as 'None'; write `or blank` behind it"),
        ("{{ yes }}", "t/a.j2:1:1: this is no text; print a part of it, such as its heading"),
        ("{{ pair }}", "t/a.j2:1:1: this is no text; print a part of it, such as its heading"),
        ("{{ order.title.x }}", "t/a.j2:1:16: 'x' is asked of what is null; ask first whether it is there, with {% if %}"),
        ("{% if yes %}\nx", "t/a.j2:1:4: this 'if' is not closed; close it with {% endif %}"),
        ("{% if yes %}{% endif %}\n{% if yes %}", "t/a.j2:2:4: this 'if' is not closed; close it with {% endif %}"),
        ("{% set x = 1 %}\n{% if x %}\n{% if x %}", "t/a.j2:3:4: this 'if' is not closed; close it with {% endif %}"),
        ("{% endif %}", "t/a.j2:1:4: the template cannot be read: encountered unknown tag 'endif'; check this line"),
        ("{{ order..city }}", "t/a.j2:1:1: the template cannot be read: expected name or number; check this line"),
        ("{{ 'x' | uper }}", "t/a.j2:1:10: there is no filter named 'uper'; did you mean 'upper'?"),
        ("{{ 'x' | zzz }}", "t/a.j2:1:10: there is no filter named 'zzz'; correct its name"),
        ("{{ 'x' is uper }}", "t/a.j2:1:11: there is no test named 'uper'; correct its name"),
        ("{% include 'b.j2' %}", "t/a.j2:1:13: the house has no template 'b.j2'; add the file, or correct the name"),
        ("{{ 1 }} {{ 1 / 0 }}", "t/a.j2:1: this cannot be worked out; check what it asks for (the program says: division by zero)"),
    ],
)  # fmt: skip
def test_a_fault_of_a_template_names_its_place(text: str, said: str) -> None:
    assert _problem(text) == said


def test_a_fault_of_an_included_template_is_at_its_own_line() -> None:
    assert _problem("{% include 'b.j2' %}", b="x\n{{ mayor }}").startswith("t/b.j2:2:4: nothing here is named 'mayor'")
    assert _problem("{% include 'b.j2' %}", b="x\n{% fi %}").startswith("t/b.j2:2:4: the template cannot be read")


def test_templates_that_include_each_other_are_stopped() -> None:
    assert "this calls itself without end" in _problem("{% include 'a.j2' %}")


def test_a_house_without_templates_is_told_so() -> None:
    with pytest.raises(OrdainError, match=r"^t: the house has no template 'a\.j2'"):
        render({}, "a.j2", {}, "t")


def test_a_template_reaches_for_no_machinery() -> None:
    assert "a template may not do this" in _problem("{{ order.__class__ }}")
    assert "a template may not do this" in _problem("{{ ''.format.__globals__ }}")


def test_provisions_under_one_heading_are_one_run() -> None:
    assert [(heading, len(run)) for heading, run in by_heading((*_ORDER.provisions, *_ORDER.provisions))] == [
        ("Reports", 2)
    ]


def test_the_values_of_a_template_are_those_of_the_order() -> None:
    text = "{% for it in codified('section') %}{{ as_said(it) }}|{{ sentence(it) }}|{{ policy(it) }}|{{ predicate(it) }}{% endfor %}"
    said = "report every use of City property by another government"
    assert draft_order(_ORDER, house(), {"order.txt.j2": text}, "t") == (
        f"A City department shall {said}.|A City department shall {said}.|a City department should {said}|{said}"
    )


@pytest.mark.parametrize("name", ["albuquerque", "los-angeles", "minneapolis", "nashville"])
def test_every_house_drafts_the_sound_order(name: str) -> None:
    from ordain.workflow.houses import houses, shipped  # noqa: PLC0415 - the templates are read where they lie

    templates = houses(shipped("templates", in_checkout="templates")).templates(name)
    for drafted in (draft_order, draft_ordinance):
        draft = parse(drafted(_ORDER, shipped_houses()[name], templates, "t"), shipped_houses())
        assert "reports" in {unit.id for unit in draft.units()}
