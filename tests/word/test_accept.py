"""Accepting and rejecting, of all changes and of chosen ones."""

from pathlib import Path

import pytest

import ordain.word
from ordain.errors import OrdainError
from ordain.word import accept, reject
from ordain.word.parts.names import local, make, w
from ordain.word.parts.package import open_package
from ordain.word.reading.read import read
from tests.chains import ROOT
from tests.word.documents import file_of
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
    run.append(make("delText"))
    run[-1].text = "gone"
    struck.append(run)
    inserted.append(struck)
    left = open_package(accept(made.to_bytes(), author="Ann"))
    assert [text.text for text in left.tree(left.main).iter(w("delText"))] == ["gone"]


def test_a_mark_stays_where_the_former_properties_round_it_come_back() -> None:
    former = '<w:rPrChange w:id="2" w:author="Bob"><w:rPr><w:i/></w:rPr></w:rPrChange>'
    end = f'<w:pPr><w:rPr><w:ins w:id="1" w:author="Ann"/><w:b/>{former}</w:rPr></w:pPr>'
    row = (
        '<w:tr><w:trPr><w:ins w:id="3" w:author="Ann"/><w:trPrChange w:id="4" w:author="Bob"><w:trPr/></w:trPrChange>'
        "</w:trPr><w:tc><w:tcPr/><w:p/></w:tc></w:tr>"
    )
    content = file_of(f"<w:p>{end}<w:r><w:t>One.</w:t></w:r></w:p>", f"<w:tbl><w:tblPr/>{row}</w:tbl>", "<w:p/>")
    left = open_package(reject(content, author="Bob"))
    marks = [(local(mark), local(mark.getparent())) for mark in left.tree(left.main).iter(w("ins"))]  # type: ignore[arg-type]
    assert marks == [("ins", "rPr"), ("ins", "trPr")]
    assert [local(it) for it in left.tree(left.main).iter(w("b"), w("i"))] == ["i"]
    assert [text for text in texts(reject(content)) if text] == ["One."]


MOVED = word_file("The clerk keeps the record of every meeting.", "The mayor signs.", "A fee is due.")
BACK = word_file("The mayor signs.", "A fee is due.", "The clerk keeps the record of every meeting.")


def test_what_is_not_chosen_stays_pending_and_a_move_keeps_its_ranges() -> None:
    made = redline(MOVED, BACK).to_bytes()
    left = accept(made, author="Bob")
    assert texts(accept(left)) == texts(BACK)
    before, after = (open_package(content).raw("word/document.xml") for content in (made, left))
    assert b"moveFromRangeStart" in before
    for mark in (b"<w:moveFrom ", b"<w:moveTo ", b"moveFromRangeStart", b"moveToRangeEnd"):
        assert after.count(mark) == before.count(mark)
    assert b"Range" not in open_package(reject(made)).raw("word/document.xml")


def test_a_file_is_given_by_its_path_or_by_its_bytes_and_ids_as_numbers_or_text(tmp_path: Path) -> None:
    path = tmp_path / "redline.docx"
    path.write_bytes(redline(OLD, NEW).to_bytes())
    assert ordain.word.accept(path) == ordain.word.accept(str(path)) == accept(path.read_bytes())
    made = open_package(path.read_bytes())
    first = next(mark.get(w("id"), "") for mark in made.tree(made.main).iter(w("del")))
    assert reject(path, ids=[int(first)]) == reject(path, ids={first}) != reject(path)


def test_what_is_no_word_file_is_refused_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    path.write_bytes(b"Dear Council")
    with pytest.raises(OrdainError, match=r"letter\.docx: this is not a whole Word file"):
        accept(path)


def test_the_page_on_the_library_does_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("redline.docx").write_bytes(redline(OLD, NEW).to_bytes())
    code = (ROOT / "docs" / "library.md").read_text(encoding="utf-8").split("```python\n")[1].split("```")[0]
    exec(compile(code, "library.md", "exec"), {})  # noqa: S102 - our own page
    assert texts(Path("new.docx").read_bytes()) == texts(NEW)
    assert texts(Path("old.docx").read_bytes()) == texts(OLD)
    assert texts(accept("settled.docx")) == texts(NEW)
    assert texts(accept("without.docx")) != texts(NEW)
