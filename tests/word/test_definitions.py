"""Styles and lists that only the old file has come along as they were."""

from ordain.word.parts.names import w
from ordain.word.parts.package import Package, open_package
from ordain.word.redlining.definitions import part_of
from ordain.word.resolve import reject
from ordain.workflow.redline import Options, redline_of, write_docx
from ordain.workflow.sources import WordSource
from tests.word.documents import file_of
from tests.word.plainly import plainly

ITEM = '<w:p><w:pPr><w:pStyle w:val="ListItem"/></w:pPr><w:r><w:t>A fee is due.</w:t></w:r></w:p>'
PLAIN = "<w:p><w:r><w:t>The clerk keeps the record.</w:t></w:r></w:p>"


def numbered_otherwise(content: bytes) -> bytes:
    """Return a file without the style, whose lists have each other's ids."""
    package = open_package(content)
    styles, numbering = part_of(package, "styles"), part_of(package, "numbering")
    assert styles is not None
    assert numbering is not None
    for style in list(styles):
        if style.get(w("styleId")) == "ListItem":
            styles.remove(style)
    first, second = numbering.iterchildren(w("num"))
    first.set(w("numId"), "2")
    second.set(w("numId"), "1")
    return package.to_bytes()


def pattern_of(package: Package, style: str) -> str | None:
    """Return how the list of a style begins its items."""
    styles, numbering = part_of(package, "styles"), part_of(package, "numbering")
    assert styles is not None
    assert numbering is not None
    its = next(it for it in styles if it.get(w("styleId")) == style)
    key = next(its.iter(w("numId"))).get(w("val"))
    for listed in numbering.iterchildren(w("num")):
        if listed.get(w("numId")) == key:
            base = listed[0].get(w("val"))
            shape = next(it for it in numbering if it.get(w("abstractNumId")) == base)
            return next(shape.iter(w("numFmt"))).get(w("val"))
    return None


def test_a_style_of_the_old_file_keeps_its_list() -> None:
    old, new = file_of(PLAIN, ITEM), numbered_otherwise(file_of(PLAIN))
    made = write_docx(redline_of(WordSource(old, "old.docx"), WordSource(new, "new.docx")), Options())
    assert pattern_of(open_package(made), "ListItem") == pattern_of(open_package(old), "ListItem") == "upperRoman"


def test_a_paragraph_without_a_style_keeps_the_default_one_of_its_file() -> None:
    old, package = file_of(PLAIN), open_package(file_of(ITEM))
    styles = part_of(package, "styles")
    assert styles is not None
    del styles[0].attrib[w("default")]
    made = write_docx(redline_of(WordSource(old, "old.docx"), WordSource(package.to_bytes(), "new.docx")), Options())
    back = open_package(reject(made))
    assert [it.get(w("val")) for it in back.tree(back.main).iter(w("pStyle"))] == ["Normal"]
    assert [line[1] for line in plainly(made, "accept")] == [line[1] for line in plainly(package.to_bytes())]
