"""Drafts are written in one form, and what is not known stays null."""

import datetime as dt

import pytest
from msgspec.structs import replace

from ordain.errors import OrdainError
from ordain.markup.front import read_front, write_front
from ordain.markup.marks import marks_text, shown
from ordain.markup.parse import parse
from ordain.markup.write import write
from ordain.model.draft import Draft, Front
from ordain.model.house import Marks
from ordain.model.numbering import Level
from ordain.model.provision import Provision
from ordain.text.segments import Mark, Segment
from tests.strategies import house

_HOUSES = {"springfield": house()}
_FRONT = Front(house="springfield")


def _marks() -> Marks:
    return house().bill_marks()


def test_paragraphs_are_indented_by_their_depth() -> None:
    inner = Provision(level=Level.SUBSECTION, label="(A)", text="More.", id="more", sources=("fees",))
    section = Provision(level=Level.SECTION, label="SECTION 1.", text="", children=(inner,), id="one")
    title = Provision(level=Level.TITLE, text="An ordinance.")
    text = write(Draft(front=_FRONT, provisions=(title, section)))
    assert text.partition("---\n\n")[2].split("\n") == [
        "An ordinance.",
        "",
        "SECTION 1. {#one}",
        "  (A) More. {#more from=fees}",
        "",
    ]


def test_what_is_not_known_stays_null() -> None:
    assert write_front(_FRONT).split("\n") == [
        "---",
        "house: springfield",
        "instrument: ordinance",
        "bill: null",
        "version: null",
        "date: null",
        "sponsors: null",
        "illustrative: false",
        "---",
        "",
    ]


def test_front_matter_stands_in_one_order() -> None:
    front = Front(
        house="springfield",
        instrument="resolution",
        bill="R-26-1",
        council="First Council",
        enactment="R-2026-4",
        version="as-amended",
        base="introduced",
        date=dt.date(2026, 3, 2),
        title="On fees: a title",
        sponsors=("Ann Example", "O'Hara"),
        author="Clerk",
        illustrative=True,
        rationale=(("fees", "they were low"),),
        dropped=(("fines", "not the council's"),),
        waivers=(("D001", "as enacted"),),
    )
    written = write_front(front)
    assert written.split("\n")[1:-2] == [
        "house: springfield",
        "instrument: resolution",
        "bill: R-26-1",
        "enactment: R-2026-4",
        "council: First Council",
        "version: as-amended",
        "base: introduced",
        "date: 2026-03-02",
        'title: "On fees: a title"',
        'sponsors: [Ann Example, "O\'Hara"]',
        "author: Clerk",
        "illustrative: true",
        "rationale:",
        "  fees: they were low",
        "dropped:",
        '  fines: "not the council\'s"',
        "waivers:",
        "  D001: as enacted",
    ]
    assert read_front("\n".join(written.split("\n")[1:-2]), "bill.txt") == front


@pytest.mark.parametrize(
    "value",
    [
        "null",
        "True",
        "~",
        "",
        " ",
        "a #b",
        "- a",
        "&a",
        "'",
        '"',
        "\\",
        "a\nb",
        "a\tb",
        "\u00a0",
        "\u2028",
        "𝒜",
        "1.10",
    ],
)
def test_a_value_is_read_back_as_it_was(value: str) -> None:
    front = replace(_FRONT, title=value, sponsors=(value,), rationale=(("fees", value or "x"),))
    yaml = write_front(front).split("\n")[1:-2]
    assert read_front("\n".join(yaml), "bill.txt") == front


def test_one_sponsor_may_stand_without_a_list() -> None:
    assert read_front("house: springfield\nsponsors: Ann Example", "bill.txt").sponsors == ("Ann Example",)


def test_a_group_of_reasons_may_be_null() -> None:
    assert read_front("house: springfield\nrationale: null\nillustrative: null", "bill.txt") == _FRONT


@pytest.mark.parametrize(
    ("yaml", "message"),
    [
        ("house: [springfield]", "a single value belongs here"),
        ("house: null", "the front matter names no house"),
        ("# nothing", "the front matter names no house"),
        ("- house", "the front matter holds no keys"),
        ("house: springfield\nrationale: [fees]", "this is no group of reasons"),
        ("house: springfield\nrationale: because", "this is no group of reasons"),
        ("hose: springfield", "'hose' is no key of the front matter; did you mean 'house'?"),
    ],
)
def test_front_matter_says_what_belongs_there(yaml: str, message: str) -> None:
    with pytest.raises(OrdainError) as raised:
        read_front(yaml, "bill.txt")
    assert len(raised.value.problems) == 1
    assert message in str(raised.value)


def test_blank_lines_and_indentation_are_set() -> None:
    text = "---\nhouse: springfield\n---\nAn ordinance.\nSECTION 1. A.\n      (A) B.\n"
    body = write(parse(text, _HOUSES)).partition("---\n\n")[2]
    assert body == "An ordinance.\n\nSECTION 1. A.\n  (A) B.\n"


class _Block:
    """A paragraph of a redline, as the literal marks see it."""

    def __init__(self, words: tuple[Segment, ...], end: Mark, *, moved: bool = False) -> None:
        self.label = (Segment(Mark.KEPT, ("(", "A", ")")),)
        self.words = words
        self.end = end
        self.moved = moved


def _shown(block: _Block) -> str:
    return "".join(marks_text(part.text, part.mark, _marks()) for part in shown(block))


def test_changed_words_stand_between_the_signs_of_the_house() -> None:
    words = (Segment(Mark.STRUCK, ("may",)), Segment(Mark.ADDED, ("shall",)), Segment(Mark.KEPT, (" ", "act")))
    assert _shown(_Block(words, Mark.KEPT)) == "(A) [-may-][+shall+] act"


def test_an_end_that_came_without_its_paragraph_is_a_pilcrow() -> None:
    assert _shown(_Block((Segment(Mark.KEPT, ("act",)),), Mark.ADDED)) == "(A) act[+¶+]"


def test_of_a_moved_paragraph_every_word_is_marked() -> None:
    words = (Segment(Mark.KEPT, ("act",)),)
    assert _shown(_Block(words, Mark.STRUCK, moved=True)) == "[-(A)-] [-act-]"
