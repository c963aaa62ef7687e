"""The page's own words, in both languages."""

import re
from itertools import product

import pytest

from ordain.chain.states import State
from ordain.model.force import Aspect, Direction, Signal
from ordain.model.vocabulary import Vocabulary
from ordain.page.effect import effects_of
from ordain.page.order import _SIGNS
from ordain.page.place import Spot, slug
from ordain.page.render import program
from ordain.page.saying import counted, say
from ordain.page.signs import CELL_SIGNS, GROUP_SIGNS
from ordain.page.words import LANGUAGES, placed, table, told
from ordain.text.segments import Weight


def test_both_languages_have_every_sentence_with_the_same_blanks() -> None:
    for name, english in table("en").items():
        assert english
        assert table("es")[name]
        assert sorted(re.findall(r"\{\w+\}", english)) == sorted(re.findall(r"\{\w+\}", table("es")[name])), name


def test_every_state_of_the_order_and_every_sign_and_weight_has_its_words() -> None:
    words = table("en")
    assert all(f"state.{state.name.lower()}" in words for state in State)
    assert all(f"sign.{sign}" in words for sign in CELL_SIGNS)
    assert {sign for _, sign in _SIGNS} <= CELL_SIGNS.keys()
    assert all(f"group.{group}" in words for group in GROUP_SIGNS)
    assert all(f"weight.{weight.value}" in words for weight in Weight)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_signal_that_a_rule_could_give_is_said(language: str) -> None:
    rules = ["x", "time.deadline", "time.frequency", "exception.condition"]
    for aspect, direction, rule, (old, new) in product(
        Aspect, Direction, rules, [("a", "b"), (None, "b"), ("a", None)]
    ):
        signal = Signal(aspect, rule, direction, old, new)
        (line,) = effects_of([signal], ("a", "b"), Vocabulary())
        said = told(line, language)
        assert all(f"{words}" in said for words in (old, new) if words)


def test_every_word_that_the_script_asks_for_is_in_the_table() -> None:
    words = table("en")
    asked = re.findall(r'(?:word|told|counted|renderLost)\(\[?"([\w.]+)"', program())
    assert len(asked) > 60
    for name in asked:
        assert name in words or f"{name}.one" in words, name


def test_an_address_is_said_in_spanish_and_its_heading_stays() -> None:
    assert placed(Spot("Section 2, further paragraph 3", "FEES"), "es") == "Sección 2, párrafo adicional 3, FEES"
    assert placed(Spot("Enacting clause"), "es") == "Fórmula de promulgación"
    assert placed(Spot("Section 2", "FEES"), "en") == "Section 2, FEES"


def test_a_saying_goes_with_its_count() -> None:
    assert told(counted("count.moved", 1), "en") == "1 provision moved"
    assert told(counted("count.moved", 2), "en") == "2 provisions moved"
    assert told(say("moved.from", where=Spot("Title")), "es") == "viene de Título"


def test_a_slug_is_letters_figures_and_dashes() -> None:
    assert slug("§ 9-6-1-2, further paragraph 1") == "9-6-1-2-further-paragraph-1"
