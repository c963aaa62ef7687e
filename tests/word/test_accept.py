"""Accepting and rejecting, of all changes and of chosen ones."""

from ordain.word.parts.names import add, make, w
from ordain.word.parts.package import open_package
from ordain.word.reading.read import read
from ordain.word.resolve import accept, reject
from tests.word.specimens import redline, word_file

OLD = word_file("The clerk keeps the record.", "The mayor signs.", "A fee is due.")
NEW = word_file("The clerk keeps every record.", "A fee is due.", "An appeal is heard.")


def texts(content: bytes) -> list[str]:
    return [paragraph.unit.text for paragraph in read(open_package(content))]


def test_accepting_all_gives_the_new_text_and_rejecting_all_the_old_one() -> None:
    made = redline(OLD, NEW).to_bytes()
    assert texts(accept(made)) == texts(NEW)
    assert texts(reject(made)) == texts(OLD)


def test_changes_of_one_author_are_chosen_by_name() -> None:
    made = redline(OLD, NEW).to_bytes()
    assert texts(accept(made, author="Ann")) == texts(NEW)
    untouched = open_package(accept(made, author="Bob")).raw("word/document.xml")
    assert b"<w:ins " in untouched
    assert b"<w:del " in untouched


def test_one_change_is_chosen_by_its_id() -> None:
    made = redline(OLD, NEW)
    first = next(mark.get(w("id"), "") for mark in made.tree(made.main).iter(w("del")))
    content = made.to_bytes()
    some = accept(content, ids=frozenset([first]))
    assert texts(reject(some)) != texts(OLD)
    assert texts(accept(some)) == texts(NEW)


def test_a_deletion_that_is_left_pending_inside_an_insertion_is_still_one() -> None:
    made = redline(OLD, NEW)
    inserted = next(mark for mark in made.tree(made.main).iter(w("ins")) if len(mark))
    struck = make("del", {"id": "9999", "author": "Bob"})
    run = make("r")
    add(run, "delText").text = "gone"
    struck.append(run)
    inserted.append(struck)
    left = open_package(accept(made.to_bytes(), author="Ann"))
    assert [text.text for text in left.tree(left.main).iter(w("delText"))] == ["gone"]
