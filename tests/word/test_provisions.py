"""Addresses from labels alone: typed ones and automatic ones."""

from collections import Counter
from pathlib import Path

import pytest

from ordain.word.parts.names import w
from ordain.word.parts.package import open_package
from ordain.word.reading.listnumbers import list_labels
from ordain.word.reading.provisions import addresses


def typed(*lines: str) -> list[str]:
    return addresses([""] * len(lines), lines)


def test_a_first_label_opens_a_level_and_a_next_one_goes_on() -> None:
    lines = (
        "Section 3. Reports.",
        "(a) The Clerk",
        "(1) posts",
        "(A) a notice;",
        "(2) keeps it.",
        "(b) Else",
        "SEC. 4. Fees.",
    )
    assert typed(*lines) == [
        "Section 3", "Section 3(a)", "Section 3(a)(1)", "Section 3(a)(1)(A)", "Section 3(a)(2)", "Section 3(b)", "Section 4",
    ]  # fmt: skip


def test_a_letter_that_is_a_roman_number_too_goes_on_with_the_count_that_it_fits() -> None:
    lines = ("Section 1.", *(f"({letter}) text" for letter in "abcdefghij"))
    assert typed(*lines)[-2:] == ["Section 1(i)", "Section 1(j)"]
    assert typed("Section 1.", "(a) text", "(i) text", "(ii) text")[-2:] == ["Section 1(a)(i)", "Section 1(a)(ii)"]


def test_several_labels_may_open_one_paragraph() -> None:
    assert typed("§ 25-701. Boards.", "(a)(1) The Board", "(2) A member") == [
        "§ 25-701",
        "§ 25-701(a)(1)",
        "§ 25-701(a)(2)",
    ]


def test_a_provision_put_in_between_has_its_own_address() -> None:
    assert typed("Section 1.", "(a) x", "(a-1) x", "(b) x", "(1) x", "(1A) x", "(2) x")[2:] == [
        "Section 1(a-1)", "Section 1(b)", "Section 1(b)(1)", "Section 1(b)(1A)", "Section 1(b)(2)",
    ]  # fmt: skip


def test_a_repealed_label_leaves_a_gap_and_a_count_may_begin_again() -> None:
    assert typed("Section 1.", "(a) x", "(d) x", "(1) x", "(2) x", "(1) x")[2:] == [
        "Section 1(d)", "Section 1(d)(1)", "Section 1(d)(2)", "Section 1(d)(1)",
    ]  # fmt: skip


def test_text_is_no_label() -> None:
    assert (
        typed("Section 3 of the Act is amended.", "§ 5-5-20 of the Code is amended.", "No. 5 is void.", "", "(e) x")
        == [""] * 5
    )


def test_an_automatic_number_counts_like_a_typed_one() -> None:
    labels = ["Section 3", "2.6.1", "(a)", "", "1."]
    texts = ["Reports", "Register.", "(i) A typed label behind it", "text", "text"]
    assert addresses(labels, texts) == ["Section 3", "2.6.1", "2.6.1(a)(i)", "", "2.6.1(a)(i)(1)"]


def test_without_a_section_an_address_begins_with_the_label() -> None:
    assert typed("1. The Clerk", "a. posts", "b. keeps", "2. Else") == ["1", "1(a)", "1(b)", "2"]


@pytest.mark.parametrize("chapter", ["fuel-ch6", "vehicles-ch9"])
def test_each_provision_of_a_chapter_has_an_address_of_its_own(chapter: str, shared: Path) -> None:
    path = shared / "corpus" / "law" / f"dc-{chapter}-2021-2024" / "old.docx"
    package = open_package(path.read_bytes())
    paragraphs = list(package.tree(package.main).iter(w("p")))
    texts = ["".join(it.text or "" for it in paragraph.iter(w("t"))) for paragraph in paragraphs]
    found = Counter(filter(None, addresses(list_labels(package, paragraphs), texts)))
    assert len(found) > 500
    assert max(found.values()) == 1
