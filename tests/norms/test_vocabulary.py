"""The lists of words: read from files, shared by all houses, and extended by each."""

import pytest

from ordain.errors import OrdainError
from ordain.force.between import force
from ordain.model.force import Aspect
from ordain.model.vocabulary import Kind, Vocabulary
from ordain.readers.house import read_house
from ordain.readers.vocabulary import read_vocabulary
from ordain.workflow.houses import houses, vocabulary


def test_lists_are_read_by_kind_and_by_what_they_say() -> None:
    read = read_vocabulary("duty:\n  may: [can]\nwider:\n  - [land, park]\n", "words.yaml")
    assert list(read.phrases()) == [(Kind.DUTY, "may", "can")]
    assert read.wider == (("land", "park"),)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("duty:\n  might: [can]\n", "'might' is no key here"),
        ("duties:\n  may: [can]\n", "'duties' is no key here"),
        ("duty:\n  may: can\n", "duty.may is 'can'"),
    ],
)
def test_a_list_that_says_nothing_known_is_refused_where_it_stands(text: str, message: str) -> None:
    with pytest.raises(OrdainError) as error:
        read_vocabulary(text, "words.yaml")
    assert message in str(error.value.problems[0])


def test_every_house_has_the_shared_words() -> None:
    known = houses()
    assert all(
        known.house(name).vocabulary.lists[: len(vocabulary().lists)] == vocabulary().lists for name in known.names()
    )


def test_the_words_of_a_house_count_before_the_shared_ones() -> None:
    own = Vocabulary(((Kind.ACTOR, (("actor", ("harbormaster",)),)), (Kind.DUTY, (("may", ("shall",)),))))
    mixed = vocabulary().with_more(own)
    old, new = "It is given to the harbormaster. It shall end.", "It is given to the clerk. It should end."
    aspects = {signal.aspect: signal.rule for signal in force(old, new, mixed)}
    assert aspects == {Aspect.ACTOR: "actor.named", Aspect.DUTY: "duty.should-may"}


def test_an_empty_vocabulary_has_no_phrase() -> None:
    assert list(Vocabulary().phrases()) == []
    assert Vocabulary() == Vocabulary(())


def test_a_house_adds_its_words_under_a_key_of_its_own() -> None:
    text = (houses().folder("nashville") / "house.yaml").read_text(encoding="utf-8")
    house = read_house(text + "\nvocabulary:\n  actor:\n    actor: [harbormaster]\n", "house.yaml", "nashville")
    assert list(house.vocabulary.phrases()) == [(Kind.ACTOR, "actor", "harbormaster")]
