"""YAML is read into what was written, every value with its place."""

import pytest

from ordain.errors import OrdainError, Place
from ordain.notation.lines import Lines
from ordain.notation.yaml import Listing, Mapping, Node, Scalar, key_place, place_of, plain, read_yaml

_TEXT = """\
title: On fees
provisions:
  - id: fees
    actor: {name: the City, commanded: true}
  - id: fines
"""


def _node() -> Node:
    return read_yaml(_TEXT, "order.yaml")


def _problems(text: str) -> list[str]:
    with pytest.raises(OrdainError) as raised:
        read_yaml(text, "order.yaml")
    return [str(problem).partition("\n")[0] for problem in raised.value.problems]


def test_every_scalar_stays_what_was_written() -> None:
    text = "a: 1.10\nb: NO\nc: 2026-03-02\nd: 0o17\ne: on\nf: 'null'\ng: null\nh: ~\ni:\n"
    assert plain(read_yaml(text, "x.yaml")) == {
        "a": "1.10",
        "b": "NO",
        "c": "2026-03-02",
        "d": "0o17",
        "e": "on",
        "f": "null",
        "g": None,
        "h": None,
        "i": None,
    }


def test_a_text_over_several_lines_is_one_text() -> None:
    assert plain(read_yaml("a: >-\n  one\n  two\nb: |\n  one\n  two\n", "x.yaml")) == {
        "a": "one two",
        "b": "one\ntwo\n",
    }


def test_a_byte_order_mark_is_passed_over() -> None:
    assert plain(read_yaml("\ufeffa: b", "x.yaml")) == {"a": "b"}


def test_a_comment_may_stand_behind_a_value() -> None:
    assert plain(read_yaml("a: b # c\nd: e #c\nf: '#3' #4\n", "x.yaml")) == {"a": "b", "d": "e", "f": "#3"}


def test_nothing_is_null() -> None:
    assert plain(read_yaml("", "x.yaml")) is plain(read_yaml("# nothing\n", "x.yaml")) is None


def test_a_value_knows_its_line_and_column() -> None:
    place = place_of(_node(), ("provisions", 0, "actor", "name"))
    assert place == Place("order.yaml", 4, 19, "    actor: {name: the City, commanded: true}", 8)


def test_a_path_that_ends_early_leads_as_far_as_it_goes() -> None:
    assert place_of(_node(), ("provisions", 1, "actor", "name")).line == 5
    assert place_of(_node(), ("provisions", 7)).line == 3
    assert place_of(_node(), ("provisions", "id")).line == 3
    assert place_of(_node(), ("title", "id")).line == 1


def test_a_key_knows_its_place() -> None:
    assert key_place(_node(), ("provisions", 0), "actor").column == 5
    assert key_place(_node(), ("provisions", 0), "modal") == place_of(_node(), ("provisions", 0))
    assert key_place(_node(), ("title",), "actor") == place_of(_node(), ("title",))


def test_a_place_counts_the_lines_of_the_file() -> None:
    assert place_of(read_yaml("house: springfield", "bill.txt", first_line=2), ("house",)).line == 2


def test_lines_end_where_editors_end_them() -> None:
    text = "a: 'one\u2028two'\nb: x\r\nc: y\n"
    assert [place_of(read_yaml(text, "x.yaml"), (key,)).line for key in "abc"] == [1, 2, 3]
    assert place_of(read_yaml(text, "x.yaml"), ("b",)).excerpt == "b: x"


def test_a_place_behind_the_end_is_in_the_last_line() -> None:
    assert Lines("a: b", "x.yaml").place(99).line == 1


def test_nodes_are_equal_where_they_say_the_same_in_the_same_place() -> None:
    node = _node()
    assert isinstance(node, Mapping)
    assert node == _node()
    assert [type(value) for _, value in node.entries] == [Scalar, Listing]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: [b\n", "order.yaml:1:4: this bracket is not closed; close it with ]"),
        ("a: {b: c\nd: e\n", "order.yaml:1:4: this bracket is not closed; close it with }"),
        ("a: {b: [\n", "order.yaml:2:1: the text ends inside a bracket; close it"),
        ("a: [b]]\n", "order.yaml:1:7: this ] ends nothing; delete it, or put the text in quotes"),
        ("a: , b\n", "order.yaml:1:4: a text cannot start with ,; put it in quotes"),
        ("a: %b\n", "order.yaml:1:4: a text cannot start with %; put it in quotes"),
        ("%a: b\n", "order.yaml:1:3: a line cannot start with %; put the text in quotes"),
        ("a: - b\n", "order.yaml:1:4: a list starts in the line of its key; begin it in the next line"),
        ("a: |x\n  b\n", "order.yaml:1:5: a text stands behind | or >; begin it in the next line"),
        ("a: * b\n", "order.yaml:1:4: an anchor or alias (& or *) stands here; put the text in quotes"),
        ("a: !x!y b\n", "order.yaml:1:4: a tag (!) stands here; put the text in quotes"),
        ("a: b\n...\nc: d\n", "order.yaml:3:1: a second document starts here; take out the line of --- or ..."),
        ("a: b\n- c\n", "order.yaml:2:1: the indentation fits no line above; align it with its neighbors"),
        ("- a\nb: c\n", "order.yaml:2:1: the indentation fits no line above; align it with its neighbors"),
        ("a: 'b'\n   c: d\n", "order.yaml:2:4: the indentation fits no line above; align it with its neighbors"),
        ("a: ?\n", "order.yaml:1:4: this cannot be read as YAML; check the indentation, the quotes and the colons"),
        ('a: "b\\q"\n', "order.yaml:1:6: a backslash stands in double quotes; write it twice, or use single quotes"),
        (
            "a: 'b' c\n",
            "order.yaml:1:8: more text stands behind the closing quote; write a quote inside the text as ''",
        ),
    ],
)
def test_a_fault_is_told_in_the_words_of_a_drafter(text: str, said: str) -> None:
    assert _problems(text) == [said]


def test_what_was_found_before_a_fault_that_ends_the_reading_is_told_too() -> None:
    assert [said.partition("; ")[0] for said in _problems("a: b\na: c\nd: [\n")] == [
        "order.yaml:2:1: the key 'a' stands twice, first in line 1",
        "order.yaml:4:1: the text ends inside a bracket",
    ]


def test_nesting_has_a_bound() -> None:
    assert plain(read_yaml("[" * 40 + "]" * 40, "x.yaml")) != []
    assert _problems("[" * 42 + "]" * 42)[0].startswith("order.yaml:1:42: this is nested more than 40 deep")
