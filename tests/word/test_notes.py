"""Notes that are carried in stand in the order of their references, and never under the number of a separator."""

from ordain.word import accept, reject
from ordain.word.parts.names import w
from ordain.word.parts.package import open_package
from ordain.workflow.redline import Options, redline_of, write_docx
from ordain.workflow.sources import WordSource
from tests.word.documents import File, made
from tests.word.plainly import plainly
from tests.word.shown import shown

PARAGRAPH = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
SEPARATORS = (("separator", 0), ("continuationSeparator", 1))


def file_of(*notes: str) -> bytes:
    """Return a file of one paragraph with a reference to each note; separators are numbered as LibreOffice does."""
    references = "".join(f'<w:r><w:footnoteReference w:id="{at}"/></w:r>' for at in range(2, len(notes) + 2))
    texts = "".join(f'<w:footnote w:id="{at}">{PARAGRAPH.format(it)}</w:footnote>' for at, it in enumerate(notes, 2))
    kinds = "".join(f'<w:footnote w:type="{kind}" w:id="{at}"><w:p/></w:footnote>' for kind, at in SEPARATORS)
    file = File(made(f"<w:document><w:body><w:p><w:r><w:t>A fee.</w:t></w:r>{references}</w:p></w:body></w:document>"))
    package = open_package(file.saved())
    root = made(f"<w:footnotes>{kinds}{texts}</w:footnotes>")
    content_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    package.put("word/footnotes.xml", root, content_type)
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    package.relate(package.main, relation, "word/footnotes.xml")
    return package.to_bytes()


def test_a_note_that_is_carried_in_is_numbered_where_its_reference_stands() -> None:
    old, new = file_of("Struck with its fee.", "Kept as it was."), file_of("Kept as it was.")
    marked = write_docx(redline_of(WordSource(old, "old.docx"), WordSource(new, "new.docx")), Options())
    package = open_package(marked)
    called = [it.get(w("id")) for it in package.tree(package.main).iter(w("footnoteReference"))]
    numbers = [it.get(w("id"), "") for it in package.tree("word/footnotes.xml").iterchildren(w("footnote"))]
    assert called == ["2", "3"]
    assert sorted(numbers) == ["0", "1", "2", "3"]
    assert shown(accept(marked)) == shown(new)
    assert shown(reject(marked)) == shown(old)


def without_its_note(content: bytes) -> bytes:
    """Return a file whose first reference calls no note."""
    package = open_package(content)
    root = package.tree("word/footnotes.xml")
    root.remove(next(note for note in root if note.get(w("id")) == "2"))
    return package.to_bytes()


def with_an_empty_note(content: bytes) -> bytes:
    """Return a file whose first reference calls a note without a paragraph."""
    package = open_package(content)
    note = next(note for note in package.tree("word/footnotes.xml") if note.get(w("id")) == "2")
    note[:] = []
    return package.to_bytes()


def test_a_reference_to_no_note_is_not_one_to_an_empty_note() -> None:
    lost, empty = without_its_note(file_of("Lost.")), with_an_empty_note(file_of("Lost."))
    for old, new in ((lost, empty), (empty, lost)):
        marked = write_docx(redline_of(WordSource(old, "old.docx"), WordSource(new, "new.docx")), Options())
        assert plainly(marked, "accept") == plainly(new)
        assert plainly(marked, "reject") == plainly(old)


def test_a_reference_to_no_note_calls_none_of_the_other_file() -> None:
    lost = without_its_note(file_of("Lost.", "Kept as it was."))
    for other in (file_of("Another note."), file_of("Another note.", "Kept as it was.", "A third one."), file_of()):
        for old, new in ((lost, other), (other, lost)):
            marked = write_docx(redline_of(WordSource(old, "old.docx"), WordSource(new, "new.docx")), Options())
            assert plainly(marked, "accept") == plainly(new)
            assert plainly(marked, "reject") == plainly(old)
