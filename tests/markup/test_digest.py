"""The digest tells one print from another, and two drafts with one print have one."""

import datetime

import pytest
from hypothesis import given
from msgspec.structs import replace

from ordain.markup.digest import digest, short_digest
from ordain.markup.parse import parse
from ordain.markup.write import write
from ordain.model.draft import Draft
from tests.strategies import drafts, house

_DRAFT = parse(
    "---\nhouse: springfield\n---\nA TITLE. {#title}\n\nSECTION 1. The Mayor may report.\n  (A) Soon. {#soon from=title}\n",
    {"springfield": house()},
)


@given(drafts())
def test_what_is_written_and_read_again_has_the_same_digest(draft: Draft) -> None:
    assert digest(parse(write(draft), {"springfield": house()})) == digest(draft)


def test_what_is_never_printed_is_no_part_of_it() -> None:
    bare = parse(
        "---\nhouse: springfield\n---\nA TITLE.\n\nSECTION 1. The Mayor may report.\n  (A) Soon.\n",
        {"springfield": house()},
    )
    front = replace(
        _DRAFT.front,
        base="introduced",
        author="A. Clerk",
        rationale=(("soon", "so"),),
        dropped=(("x", "y"),),
        waivers=(("D001", "so"),),
    )
    assert digest(bare) == digest(_DRAFT) == digest(replace(_DRAFT, front=front))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("bill", "O-26-12"), ("version", "enacted"), ("date", datetime.date(2026, 3, 11)), ("sponsors", ("Baca",)),
        ("instrument", "executive-order"), ("illustrative", True), ("title", "ON REPORTS"),
    ],
)  # fmt: skip
def test_what_is_printed_of_the_front_matter_is_part_of_it(name: str, value: object) -> None:
    front = replace(_DRAFT.front, **{name: value})
    assert digest(replace(_DRAFT, front=front)) != digest(_DRAFT)


def test_every_letter_and_label_is_part_of_it() -> None:
    for old, new in (("may", "must"), ("(A)", "(B)"), ("Soon.", "Soon")):
        text = write(_DRAFT).replace(old, new)
        assert digest(parse(text, {"springfield": house()})) != digest(_DRAFT)


def test_the_short_one_begins_the_long_one() -> None:
    assert digest(_DRAFT).startswith(short_digest(_DRAFT))
    assert len(short_digest(_DRAFT)) == 12
