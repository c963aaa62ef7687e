"""Damaged files: a redline is written, or refused with a reason; nothing else comes of them."""

import io
import re
import zipfile
from collections.abc import Callable

import pytest

from ordain.errors import OrdainError
from ordain.workflow.redline import Options, redline_of, write_docx
from ordain.workflow.sources import WordSource
from tests.word.documents import file_of
from tests.word.plainly import How, faults, plainly
from tests.word.specimens import word_file

CELL = "<w:tc><w:tcPr/><w:p><w:r><w:t>Cell</w:t></w:r></w:p></w:tc>"
TABLE = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>{CELL}</w:tr></w:tbl>"
WORDS = "<w:p><w:r><w:t>The clerk keeps the record.</w:t></w:r></w:p>"

PLAIN = word_file("The clerk keeps the record.", "A fee is due.")
OTHER = word_file("The clerk keeps every record.", "A fee is due.")


def spoilt(content: bytes, part: str, change: Callable[[str], str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(out, "w") as spoilt:
        parts = {name: archive.read(name) for name in archive.namelist()}
        parts[part] = change(parts.get(part, b"").decode()).encode()
        for name, held in parts.items():
            spoilt.writestr(name, held)
    return out.getvalue()


def redline(old: bytes, new: bytes) -> bytes:
    return write_docx(redline_of(WordSource(old, "old.docx"), WordSource(new, "new.docx")), Options())


def before(sign: str, what: str) -> Callable[[str], str]:
    return lambda text: text.replace(sign, what + sign, 1)


HARMLESS: dict[str, tuple[str, Callable[[str], str]]] = {
    "a comment among the relationships": ("_rels/.rels", before("</Relationships>", "<!-- odd -->")),
    "a comment among the document's relationships": (
        "word/_rels/document.xml.rels", before("</Relationships>", "<?odd x?>"),
    ),
    "a comment among the content types": ("[Content_Types].xml", before("</Types>", "<!-- odd -->")),
    "a comment among the styles": ("word/styles.xml", before("</w:styles>", "<!-- odd -->")),
    "a comment in a run": ("word/document.xml", before("</w:r>", "<!-- odd -->")),
    "an id of thousands of digits": (
        "word/document.xml", before("<w:r>", f'<w:bookmarkStart w:id="{"1" * 5000}" w:name="x"/>'),
    ),
    "an id that is a word": ("word/document.xml", before("<w:r>", '<w:bookmarkStart w:id="one" w:name="x"/>')),
    "a property whose number is a word": (
        "docProps/custom.xml",
        lambda _: (
            '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties">'
            '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="true" name="x"/></Properties>'
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HARMLESS)
def test_what_is_harmless_is_passed_over(name: str) -> None:
    part, change = HARMLESS[name]
    for old, new in ((spoilt(PLAIN, part, change), OTHER), (PLAIN, spoilt(OTHER, part, change))):
        made = redline(old, new)
        assert [line[3] for line in plainly(made, "accept")[:2]] == [line[3] for line in plainly(OTHER)[:2]]


MISPLACED = {
    "a cell in a cell": (TABLE.replace("<w:tcPr/>", f"<w:tcPr/>{CELL}"),),
    "a cell in a paragraph": (TABLE.replace("<w:r>", f"{CELL}<w:r>"),),
    "a cell in the properties of a row": (TABLE.replace("<w:tr>", f"<w:tr><w:trPr>{CELL}</w:trPr>"),),
    "a row in a row": (TABLE.replace("<w:tr>", f"<w:tr><w:tr>{CELL}</w:tr>"),),
    "a table in a paragraph": (f"<w:p>{TABLE}</w:p>",),
    "a paragraph in a paragraph": (f"<w:p>{WORDS}</w:p>",),
    "a paragraph in a run": (f"<w:p><w:r>{WORDS}</w:r></w:p>",),
    "a section in a run": ("<w:p><w:r><w:sectPr/></w:r></w:p>",),
    "a field without a beginning": ('<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',),
    "a field without an end": ('<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>',),
    "a note that is not there": ('<w:p><w:r><w:footnoteReference w:id="9"/></w:r></w:p>',),
    "a relationship that is not there": ('<w:p><w:hyperlink r:id="rId99"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>',),
    "a deletion of nothing": ("<w:p><w:del/><w:ins/></w:p>",),
    "an insertion in an insertion": ("<w:p><w:ins><w:ins><w:r><w:t>x</w:t></w:r></w:ins></w:ins></w:p>",),
    "a list that is not there": ('<w:p><w:pPr><w:numPr><w:numId w:val="x"/></w:numPr></w:pPr></w:p>',),
    "a change without a date among the columns": (
        TABLE.replace("<w:gridCol/>", '<w:gridCol w:w="9"/><w:pPrChange w:author="Ann"/>'),
    ),
    "deep nesting": (f"<w:p>{'<w:smartTag>' * 150}<w:r><w:t>x</w:t></w:r>{'</w:smartTag>' * 150}</w:p>",),
}


def test_what_stands_in_a_bookmark_is_refused() -> None:
    odd = file_of(
        WORDS.replace(
            "<w:r>", f'<w:bookmarkStart w:id="1" w:name="x">{CELL}</w:bookmarkStart><w:bookmarkEnd w:id="1"/><w:r>'
        )
    )
    with pytest.raises(OrdainError, match="an element 'tc' stands inside a bookmarkStart"):
        redline(odd, odd)


UNREADABLE = {
    "a box in a paragraph": ("<w:p><w:txbxContent/></w:p>", "'txbxContent' stands inside a paragraph"),
    "a note's reference in a paragraph": (
        '<w:p><w:footnoteReference w:id="1"/></w:p>',
        "'footnoteReference' stands inside a paragraph",
    ),
    "the end of a field in no run": (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:sdt><w:fldChar w:fldCharType="end"/></w:sdt></w:p>',
        "'fldChar' stands inside a sdt",
    ),
    "a cell in a text": (f"<w:p><w:r><w:t>x{CELL}</w:t></w:r></w:p>", "'tc' stands inside a text"),
    "a control with two contents": (
        f"<w:sdt><w:sdtContent>{WORDS}</w:sdtContent><w:sdtContent>{WORDS}</w:sdtContent></w:sdt>",
        "between the paragraphs stands something that is none",
    ),
    "a row in properties": (
        TABLE.replace("<w:tr>", "<w:numPr><w:tr>").replace("</w:tr>", "</w:tr></w:numPr>"),
        "'tr' stands where none can in a 'tbl'",
    ),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_nobody_would_see_is_refused(name: str) -> None:
    block, why = UNREADABLE[name]
    odd, even = file_of(block, WORDS), file_of(WORDS)
    for old, new in ((odd, even), (even, odd)):
        with pytest.raises(OrdainError, match=why):
            redline(old, new)


ODD = {
    "a bookmark in a run": '<w:p><w:r><w:t>A</w:t><w:bookmarkEnd w:id="1"/><w:t>{}</w:t></w:r></w:p>',
    "a short field in a run": '<w:p><w:r><w:fldSimple w:instr="{}"/></w:r></w:p>',
    "a control in a paragraph, with two contents": (
        "<w:p><w:sdt><w:sdtContent><w:r><w:t>A</w:t></w:r></w:sdtContent>"
        "<w:sdtContent><w:r><w:t>{}</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    ),
    "a control without content": "<w:sdt><w:sdtPr/><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:sdt>",
}


@pytest.mark.parametrize("name", ODD)
def test_what_is_odd_and_can_be_read_comes_back(name: str) -> None:
    first, second, none = (
        file_of(ODD[name].format("one"), WORDS),
        file_of(ODD[name].format("two"), WORDS),
        file_of(WORDS),
    )
    for old, new in ((first, second), (first, none), (none, first)):
        made = redline(old, new)
        assert words(made, "accept") == words(new, "accept")
        assert words(made, "reject") == words(old, "reject")


def words(content: bytes, how: How) -> list[object]:
    """Return the words of each paragraph, whatever their look."""
    held = [line[3] for line in plainly(content, how) if line[0] == "paragraph"]
    return [[text for text, _ in line] for line in held if isinstance(line, tuple)]


def without_styles(text: str) -> str:
    return re.sub(r"<Relationship [^>]*/styles\"[^>]*/>", "", text)


def test_a_file_without_styles_is_given_those_that_struck_text_has() -> None:
    styled = word_file("# Fees", "The clerk keeps the record.")
    bare = spoilt(word_file("# Fees", "The clerk keeps every record."), "word/_rels/document.xml.rels", without_styles)
    made = redline(styled, bare)
    assert plainly(made, "accept")[0] == plainly(bare)[0]
    assert plainly(made, "reject")[0] == plainly(styled)[0]


@pytest.mark.parametrize("name", MISPLACED)
def test_what_stands_in_a_wrong_place_is_carried_or_refused(name: str) -> None:
    odd, even = file_of(*MISPLACED[name], WORDS), file_of(TABLE, WORDS)
    for old, new in ((odd, even), (even, odd), (odd, odd)):
        try:
            redline(old, new)
        except OrdainError as refusal:
            assert len(str(refusal)) > 40  # noqa: PT017 - a refusal says why


BOX = (
    '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>{0}</w:txbxContent></w:drawing>'
    "</mc:Choice><mc:Fallback><w:pict><w:txbxContent>{0}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>"
    "</w:r></w:p>"
)
# What the two forms of a text box say, before and after.
FORMS = {
    "the second form is out of date": ((("fee", "charge"), ("due", "due"))),
    "the second form stayed as it was": ((("fee", "fee"), ("charge", "fee"))),
    "both forms changed, each to something else": ((("fee", "charge"), ("due", "duty"))),
    "the two forms say the same": ((("fee", "fee"), ("charge", "charge"))),
}


def boxed(first: str, second: str) -> bytes:
    held = "<w:p><w:r><w:t>The {} of the clerk.</w:t></w:r></w:p>"
    change = {held.format(first): held.format(second)}

    def say(text: str) -> str:
        shown, copied = text.split("<mc:Fallback>")
        for before, after in change.items():
            copied = copied.replace(before, after)
        return f"{shown}<mc:Fallback>{copied}"

    return spoilt(file_of(BOX.format(held.format(first)), WORDS), "word/document.xml", say)


@pytest.mark.parametrize("name", FORMS)
def test_both_forms_of_a_text_box_come_back(name: str) -> None:
    sides = [boxed(*words) for words in FORMS[name]]
    for old, new in (sides, sides[::-1]):
        made = redline(old, new)
        assert faults(made) == []
        assert plainly(made, "accept") == plainly(new)
        assert plainly(made, "reject") == plainly(old)
