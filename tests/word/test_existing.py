"""Files that hold tracked changes already: kept with who made them, or made or undone first."""

import pytest

from ordain.word import accept, reject
from ordain.word.parts.names import local, make, w
from ordain.word.parts.package import open_package
from ordain.word.redlining.pair import Existing
from ordain.workflow.redline import Options, redline_of, write_docx
from ordain.workflow.sources import WordSource
from tests.word.shown import shown
from tests.word.specimens import word_file

BASE = "The fee is ten dollars a year."
ANN = {"author": "Ann", "date": "2026-01-05T09:00:00Z"}


def revised(content: bytes, struck: str, added: str) -> bytes:
    """Return a Word file in which Ann struck a word of the first paragraph, and added one."""
    package = open_package(content)
    paragraph = next(package.tree(package.main).iter(w("p")))
    run = next(paragraph.iter(w("r")))
    before, _, after = (run.findtext(w("t")) or "").partition(struck)

    def words(text: str, name: str = "t") -> "list[object]":
        element = make(name)
        element.text = text
        element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        return [make("r", children=[element])]

    paragraph.remove(run)
    paragraph.extend(words(before))  # type: ignore[arg-type]
    paragraph.append(make("del", {"id": "1", **ANN}, words(struck, "delText")))  # type: ignore[arg-type]
    paragraph.append(make("ins", {"id": "2", **ANN}, words(added)))  # type: ignore[arg-type]
    paragraph.extend(words(after))  # type: ignore[arg-type]
    return package.to_bytes()


def redline(old: bytes, new: bytes, existing: Existing) -> bytes:
    pair = WordSource(old, "old.docx"), WordSource(new, "new.docx")
    return write_docx(redline_of(*pair, existing=existing), Options(author="Us"))


def revisions(content: bytes) -> list[tuple[str, str, str]]:
    package = open_package(content)
    return [
        (local(mark), mark.get(w("author"), ""), "".join(map(str, mark.itertext())))
        for mark in package.tree(package.main).iter(w("ins"), w("del"))
    ]


OURS = [("del", "Us", "year"), ("ins", "Us", "month")]
ANNS = [("del", "Ann", "ten"), ("ins", "Ann", "twelve")]


def test_what_both_files_hold_stays_as_it_was_made() -> None:
    old = revised(word_file(BASE), "ten", "twelve")
    new = revised(word_file(BASE.replace("year", "month")), "ten", "twelve")
    marked = redline(old, new, "keep")
    assert revisions(marked) == [*ANNS, *OURS]
    assert shown(accept(marked)) == shown(accept(new))
    assert shown(reject(marked)) == shown(reject(old))
    dates = {mark.get(w("date")) for mark in open_package(marked).tree("word/document.xml").iter(w("ins"), w("del"))}
    assert ANN["date"] in dates


@pytest.mark.parametrize("side", ["old", "new"])
def test_what_one_file_holds_stays_as_it_was_made(side: str) -> None:
    pending, settled = revised(word_file(BASE), "ten", "twelve"), word_file(BASE.replace("ten", "twelve"))
    old, new = (pending, settled) if side == "old" else (word_file(BASE), pending)
    marked = redline(old, new, "keep")
    assert revisions(marked) == ANNS
    assert shown(accept(marked)) == shown(accept(new))
    assert shown(reject(marked)) == shown(reject(old))


def test_they_are_made_first_where_that_is_asked() -> None:
    old = revised(word_file(BASE), "ten", "twelve")
    marked = redline(old, word_file("The fee is twelve dollars a month."), "accept")
    assert revisions(marked) == OURS
    assert shown(reject(marked))[0].text == "The fee is twelve dollars a year."


def test_they_are_undone_first_where_that_is_asked() -> None:
    old = revised(word_file(BASE), "ten", "twelve")
    marked = redline(old, word_file("The fee is ten dollars a month."), "reject")
    assert revisions(marked) == OURS
    assert shown(reject(marked))[0].text == BASE
