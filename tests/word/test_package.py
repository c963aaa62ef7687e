"""What somebody sends may be hostile: sizes, macros, strict files."""

import weakref

import pytest

from ordain.errors import OrdainError
from ordain.word.parts.package import Package, open_package
from ordain.word.redlining.verify import Laws
from ordain.workflow.redline import Options, redline_of, write_docx
from ordain.workflow.sources import WordSource
from tests.word.shown import shown
from tests.word.specimens import with_parts, word_file

ONE, TWO = "The clerk keeps the record.", "The clerk keeps the whole record."


def bomb() -> bytes:
    return with_parts(word_file(ONE), {}, {"word/media/image1.bin": bytes(40 * 1024 * 1024)})


def test_a_file_that_swells_is_refused_and_allowed_by_name() -> None:
    with pytest.raises(OrdainError, match="unpacks to 40 MB"):
        redline_of(WordSource(bomb(), "a.docx"), WordSource(word_file(TWO), "b.docx"))
    swollen = with_parts(bomb(), {"word/document.xml": (b"record", b"whole record")})
    allowed = redline_of(WordSource(bomb(), "a.docx"), WordSource(swollen, "b.docx"), limit=100)
    marked = open_package(write_docx(allowed, Options()), largest=100 * 1024 * 1024)
    assert "whole" in "".join(map(str, marked.tree(marked.main).itertext()))


def test_macros_are_left_out_and_that_is_said() -> None:
    kind = b"wordprocessingml.document.main+xml"
    main = (
        b"application/vnd.openxmlformats-officedocument." + kind,
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    macros = with_parts(word_file(TWO), {"[Content_Types].xml": main}, {"word/vbaProject.bin": b"macros"})
    comparison = redline_of(WordSource(word_file(ONE), "a.docx"), WordSource(macros, "b.docm"))
    written = open_package(write_docx(comparison, Options()))
    assert not written.has("word/vbaProject.bin")
    assert written.content_type(written.main).endswith(kind.decode())
    assert comparison.uncompared == ("the macros of the new file, which are left out",)


def test_a_strict_file_is_the_same_as_a_common_one() -> None:
    strict = with_parts(
        word_file(TWO),
        {
            "": (
                b"http://schemas.openxmlformats.org/officeDocument/2006/",
                b"http://purl.oclc.org/ooxml/officeDocument/",
            ),
            "word/document.xml": (
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            ),
        },
    )
    assert [one.text for one in shown(strict)] == [one.text for one in shown(word_file(TWO))]


def redlined(old: bytes, new: bytes) -> bytes:
    return write_docx(redline_of(WordSource(old, "a.docx"), WordSource(new, "b.docx")), Options())


def test_a_part_that_nobody_looks_into_goes_on_to_the_last_byte() -> None:
    noted = with_parts(word_file(TWO), {"word/fontTable.xml": (b"<w:fonts ", b"<!-- ours --> <w:fonts ")})
    written = open_package(redlined(word_file(ONE), noted)).unread("word/fontTable.xml")
    assert written == open_package(noted).unread("word/fontTable.xml")
    assert written is not None
    assert b"<!-- ours -->" in written


def test_a_part_that_declares_a_document_type_is_refused_wherever_it_stands() -> None:
    declared = (b"<w:fonts ", b"<!DOCTYPE fonts []><w:fonts ")
    hostile = with_parts(word_file(TWO), {"word/fontTable.xml": declared})
    with pytest.raises(OrdainError, match="declares a document type"):
        redlined(word_file(ONE), hostile)


def test_two_files_share_the_styles_that_are_the_same_to_the_last_byte() -> None:
    one, same = open_package(word_file(ONE)), open_package(word_file(TWO))
    other = open_package(with_parts(word_file(TWO), {"word/styles.xml": (b"Heading 1", b"Heading 0")}))
    assert one.shares(same, "styles")
    assert one.shares(same, "footnotes"), "neither has any"
    assert not one.shares(other, "styles")
    styles = one.linked("styles")
    assert styles is not None
    one.tree(styles)
    assert not one.shares(same, "styles"), "what was looked into may have been changed"


def test_both_files_are_let_go_before_the_redline_is_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[weakref.ref[Package]] = []
    alive: list[bool] = []
    begin, check = Package.__init__, Laws.check

    def begun(package: Package, parts: dict[str, bytes], file: str) -> None:
        begin(package, parts, file)
        made.append(weakref.ref(package))

    def checked(laws: Laws, content: bytes) -> None:
        alive.extend(package() is not None for package in made)
        check(laws, content)

    monkeypatch.setattr(Package, "__init__", begun)
    monkeypatch.setattr(Laws, "check", checked)
    redlined(word_file(ONE), word_file(TWO))
    assert alive == [False, False]
