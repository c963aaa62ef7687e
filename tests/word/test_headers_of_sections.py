"""Headers of sections that come and go: each must stay with its section."""

import pytest

from ordain.word import accept, reject
from ordain.word.parts.names import R, w
from ordain.word.parts.package import open_package
from ordain.workflow.redline import Options, redline_of, write_docx
from ordain.workflow.sources import WordSource
from tests.word.documents import File, made
from tests.word.plainly import plainly

SHARED = "the header of the section before"
CLERK, MAYOR, FEE = "The clerk keeps the record.", "The mayor signs the bill.", "A fee of ten dollars is due."


def file_of(*sections: tuple[tuple[str, ...], str]) -> bytes:
    """Return a file of sections, each its paragraphs and the words of its header, or none."""
    file = File(made("<w:document><w:body/></w:document>"))
    key = ""
    for at, (texts, header) in enumerate(sections, start=1):
        section = made('<w:sectPr><w:pgSz w:w="12240" w:h="15840"/></w:sectPr>')
        if header == SHARED:
            section.insert(0, made(f'<w:headerReference w:type="default" r:id="{key}"/>'))
        elif header:
            file.headers[f"header{at}.xml"] = made(f"<w:hdr>{paragraph(header)}</w:hdr>")
            key = file.link(f"header{at}.xml")
            section.insert(0, made(f'<w:headerReference w:type="default" r:id="{key}"/>'))
        file.body.extend(made(paragraph(text)) for text in texts)
        if at < len(sections):
            file.body[-1].insert(0, made("<w:pPr/>"))
            file.body[-1][0].append(section)
        else:
            file.body.append(section)
    return file.saved()


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


HELD = {
    "words of the second header": (
        (((CLERK,), "Part one"), ((MAYOR,), "Part two")), (((CLERK,), "Part one"), ((MAYOR,), "Part 2")),
    ),
    "a header added": ((((CLERK,), ""), ((MAYOR,), "")), (((CLERK,), ""), ((MAYOR,), "Part two"))),
    "a header removed": ((((CLERK,), "Part one"), ((MAYOR,), "")), (((CLERK,), ""), ((MAYOR,), ""))),
    "a section without a header added": ((((MAYOR,), ""),), (((CLERK,), ""), ((MAYOR,), ""))),
    "a header shared by two sections that had their own": (
        (((CLERK,), "Part one"), ((MAYOR,), "Part two")), (((CLERK,), "Part one"), ((MAYOR,), SHARED)),
    ),
    "headers exchanged": ((((CLERK,), "Part one"), ((MAYOR,), "Part two")), (((CLERK,), "Part two"), ((MAYOR,), "Part one"))),
}  # fmt: skip

# A section that comes or goes changes the number of those behind it.
MOVED = {
    "two headers of the same words, the first removed": (
        (((CLERK,), "Part one"), ((FEE, MAYOR), "Part one")), (((CLERK,), ""), ((FEE, MAYOR), "Part one")),
    ),
    "a header whose words another section has now": (
        (((CLERK,), "Bill 12"), ((FEE, MAYOR), "Ordinance 4")), (((CLERK,), "Ordinance 4"), ((FEE, MAYOR), "Page")),
    ),
    "headers of two sections exchanged": (
        (((CLERK,), "Bill 12"), ((FEE, MAYOR), "Ordinance 4")), (((CLERK,), "Ordinance 4"), ((FEE, MAYOR), "Bill 12")),
    ),
    "a first section with a header removed": ((((FEE,), "Part one"), ((CLERK, MAYOR), "")), (((CLERK, MAYOR), ""),)),
    "a first section removed before one with a header": (
        (((FEE,), ""), ((CLERK, MAYOR), "Part two")), (((CLERK, MAYOR), "Part two"),),
    ),
    "a first section added before one with a header of other words": (
        (((MAYOR,), "Bill 12"),),
        (((FEE, CLERK), ""), ((MAYOR,), "Ordinance 4")),
    ),
    "a last section added behind one, with a header of other words": (
        (((MAYOR,), "Bill 12"),),
        (((MAYOR,), ""), ((FEE, CLERK), "Ordinance 4")),
    ),
    "a middle section removed": (
        (((CLERK,), "Part one"), ((FEE,), ""), ((MAYOR,), "Part three")), (((CLERK,), "Part one"), ((MAYOR,), "Part three")),
    ),
    "a first section added before one with a header": (
        (((CLERK, MAYOR), "Part two"),), (((FEE,), ""), ((CLERK, MAYOR), "Part two")),
    ),
    "a section cut in two, with one header": (
        (((CLERK, MAYOR), "Part one"),), (((CLERK,), "Part one"), ((MAYOR,), "")),
    ),
    "two sections made one, with one header": (
        (((CLERK,), "Part one"), ((MAYOR,), "")), (((CLERK, MAYOR), "Part one"),),
    ),
    "a section cut in two, the second with another header": (
        (((CLERK, MAYOR), "Part one"),), (((CLERK,), "Part one"), ((MAYOR,), "Part two")),
    ),
    "a section cut in three, with one header": (
        (((CLERK, FEE, MAYOR), "Part one"),), (((CLERK,), "Part one"), ((FEE,), ""), ((MAYOR,), "")),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HELD)
def test_headers_stay_with_their_sections(name: str) -> None:
    hold(name)


@pytest.mark.parametrize("name", MOVED)
def test_headers_stay_with_sections_that_move_up_or_down(name: str) -> None:
    hold(name)


def hold(name: str) -> None:
    old, new = (file_of(*sections) for sections in {**HELD, **MOVED}[name])
    made = write_docx(redline_of(WordSource(old, "old.docx"), WordSource(new, "new.docx")), Options())
    assert plainly(made, "accept") == plainly(new)
    assert plainly(made, "reject") == plainly(old)


INHERITED = {
    "a section before it, whose header both show": ((((MAYOR,), "Bill 12"),), (((FEE, CLERK), "Bill 14"), ((MAYOR,), ""))),
    "two sections before it": (
        (((MAYOR,), "Bill 12"),), (((FEE,), "Bill 14"), ((CLERK,), ""), ((MAYOR,), "")),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", INHERITED)
def test_a_header_that_a_section_inherits_from_one_that_comes_or_goes_is_named_by_both(name: str) -> None:
    one, more = (file_of(*sections) for sections in INHERITED[name])
    for old, new in ((one, more), (more, one)):
        made = write_docx(redline_of(WordSource(old, "old.docx"), WordSource(new, "new.docx")), Options())
        assert last_header(accept(made)) == last_header(new)
        assert last_header(reject(made)) == last_header(old)


def last_header(content: bytes) -> str:
    """Return the words of the header that the last section shows: its own, or the last one named before."""
    package = open_package(content)
    names = [it.get(f"{{{R}}}id", "") for it in package.tree(package.main).iter(w("headerReference"))]
    part = package.relationships(package.main)[names[-1]].target
    return "".join(package.tree(part).itertext())
