"""The exact XML of each construct, as a small snapshot."""

import pytest
from syrupy.assertion import SnapshotAssertion

from ordain.errors import OrdainError
from ordain.word import accept, reject
from ordain.word.parts.names import w
from ordain.word.parts.package import open_package
from tests.word.shown import shown
from tests.word.specimens import body, redline, word_file

ONE, TWO, THREE = "The clerk keeps the record.", "The mayor signs the bill within ten days.", "A fee is due."
CASES = {
    "words replaced": ((ONE, TWO), (ONE, TWO.replace("ten", "twelve"))),
    "paragraph inserted": ((ONE, TWO), (ONE, THREE, TWO)),
    "paragraph inserted at the end": ((ONE, TWO), (ONE, TWO, THREE)),
    "paragraph deleted": ((ONE, THREE, TWO), (ONE, TWO)),
    "paragraph deleted at the end": ((ONE, TWO, THREE), (ONE, TWO)),
    "last paragraph replaced": ((ONE, "Old words entirely."), (ONE, "A fee is due here.")),
    "paragraph split": ((f"{ONE} {TWO}",), (ONE, TWO)),
    "paragraphs joined": ((ONE, TWO), (f"{ONE} {TWO}",)),
    "paragraph moved": ((TWO, ONE, THREE, "The end of it all."), (ONE, THREE, TWO, "The end of it all.")),
    "paragraph moved and edited": (
        (TWO, ONE, THREE, "The end of it all."),
        (ONE, THREE, TWO.replace("ten", "twelve"), "The end of it all."),
    ),
    "style changed": ((ONE, TWO), (ONE, f"# {TWO}")),
    "words at an end, then a new paragraph": ((ONE, TWO), (ONE[:-1] + " safe.", THREE, TWO)),
    "all replaced": (("Something old stood here.",), ("Entirely other words, now.", "And more of them.")),
}


@pytest.mark.parametrize("name", CASES)
def test_a_construct_is_written_so(name: str, snapshot: SnapshotAssertion) -> None:
    old, new = CASES[name]
    assert body(redline(word_file(*old), word_file(*new))) == snapshot


def test_a_body_that_lost_its_last_paragraph_is_struck_whole() -> None:
    emptied = open_package(word_file(ONE))
    content = emptied.tree(emptied.main).find(w("body"))
    assert content is not None
    content.remove(content[0])
    marked = redline(word_file(ONE, TWO), emptied.to_bytes()).to_bytes()
    assert shown(reject(marked)) == shown(word_file(ONE, TWO))
    assert [one.text for one in shown(accept(marked))] == ["the page setup"]


def test_a_part_that_is_missing_is_said_so() -> None:
    package = open_package(word_file(ONE))
    package.drop("word/styles.xml")
    with pytest.raises(OrdainError, match=r"the part word/styles.xml is missing"):
        package.raw("word/styles.xml")


def test_a_body_without_paragraphs_is_compared_too() -> None:
    emptied = open_package(word_file(ONE))
    content = emptied.tree(emptied.main).find(w("body"))
    assert content is not None
    content.remove(content[0])
    assert body(redline(emptied.to_bytes(), emptied.to_bytes())) == ""


def test_a_paragraph_that_became_another_block_is_refused() -> None:
    package = open_package(word_file(ONE, TWO))
    content = package.tree(package.main).find(w("body"))
    assert content is not None
    content[0].tag = w("altChunk")
    with pytest.raises(
        OrdainError, match=r"^new\.docx: between the paragraphs stands a file that is still to be imported"
    ):
        redline(word_file(ONE, TWO), package.to_bytes())
