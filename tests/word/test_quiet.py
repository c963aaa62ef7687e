"""A redline is quiet: only what changed is marked, and what stays stands between the marks as it reads."""

from collections.abc import Iterator

import pytest
from lxml import etree

from ordain.word import accept, reject
from ordain.word.parts.names import Element, W, local, w
from ordain.word.parts.package import open_package
from tests.word.plainly import plainly
from tests.word.specimens import redline, word_file

BUDGET = "The Mayor shall submit to the Council an annual budget for each department of the City."
FUNDS = "No funds may be spent by any officer or employee unless the Council has approved them by act."
TRANSFER = "The Council may by resolution disapprove a transfer within 30 days after it receives notice."
PERMIT = "A permit expires one year after the date of issue and may be renewed on payment of the fee."

# Old paragraphs, new paragraphs, and those paragraphs of the redline that hold a mark.
CASES = {
    "two sentences swapped, one of them amended": (
        (f"{BUDGET} {TRANSFER} {FUNDS}",),
        (f"{BUDGET} {FUNDS.replace('Council', 'Congress')} {TRANSFER}",),
        (
            (
                f"{BUDGET} [-{TRANSFER} -]No funds may be spent by any officer or employee unless the [-Council-][+Congress+] "
                f"has approved them by act.[+ {TRANSFER}+]"
            ),
        ),
    ),
    "most of a paragraph cut away": (
        (BUDGET, f"{PERMIT} {TRANSFER} {FUNDS}", TRANSFER),
        (BUDGET, "A permit expires one year after the date of issue.", TRANSFER),
        (
            (
                f"A permit expires one year after the date of issue[- and may be renewed on payment of the fee. {TRANSFER} "
                f"{FUNDS[:-1]}-]."
            ),
        ),
    ),
    "an item repealed": (
        (f"(a) {BUDGET}", f"(b) {FUNDS}", f"(c) {TRANSFER}"),
        (f"(a) {BUDGET}", "(b) [Repealed].", f"(c) {TRANSFER}"),
        (f"(b) [-{FUNDS[:-1]}-][+[Repealed]+].",),
    ),
    "items replaced under their numbers": (
        ("(1) Apples from the north;", "(2) Pears from the south;", "(3) Plums from the west."),
        ("(1) Bicycles and tricycles;", "(2) Scooters of any kind;", "(3) Plums from the west."),
        (
            "(1) [-Apples from the north-][+Bicycles and tricycles+];",
            "(2) [-Pears from the south-][+Scooters of any kind+];",
        ),
    ),
    "a form filled in": (
        ("COMPANY: [Insert Company Name]", "By: ____", "Signed: today"),
        ("COMPANY: Zephyr BioSystems, Inc.", "By: ____", "Signed: March 3, 2026"),
        ("COMPANY: [-[Insert Company Name]-][+Zephyr BioSystems, Inc.+]", "Signed: [-today-][+March 3, 2026+]"),
    ),
    "a number with the words behind it": (
        ("(1) The Center shall collect a fee of $70 for each license it issues.", FUNDS),
        ("(1A) No issuance fee shall be charged for each license it issues.", FUNDS),
        (
            (
                "([-1-][+1A+]) [-The Center shall collect a-][+No issuance+] fee [-of $70-][+shall be charged+] "
                "for each license it issues."
            ),
        ),
    ),
    "a label that takes the bracket of a reference": (
        ("(b) Subsection (a) shall not apply to persons who act for the City.", FUNDS),
        ("(3) Work in the City; except, that this shall not apply to persons who act for the City.", FUNDS),
        (
            (
                "([-b-][+3+]) [-Subsection (a)-][+Work in the City; except, that this+] shall not apply to persons "
                "who act for the City."
            ),
        ),
    ),
    "a heading set on a line of its own": (
        (f"Section 1. Budget. {BUDGET}", FUNDS),
        ("Section 1. Budget.", BUDGET, FUNDS),
        ("Section 1. Budget.[- -][+¶+]",),
    ),
    "a heading run in": (
        ("Section 1. Budget.", BUDGET, FUNDS),
        (f"Section 1. Budget. {BUDGET}", FUNDS),
        ("Section 1. Budget.[+ +][-¶-]",),
    ),
    "a last sentence on a line of its own": (
        (f"{BUDGET} Not funded.", FUNDS),
        (BUDGET, "Not funded.", FUNDS),
        (f"{BUDGET}[- -][+¶+]",),
    ),
    "a sentence made a list, one item of it amended": (
        ("The application contains: (1) the name of the applicant; (2) the address; and (3) the fee.", FUNDS),
        (
            "The application contains:",
            "(1) the name or mark of the applicant;",
            "(2) the address; and",
            "(3) the fee.",
            FUNDS,
        ),
        (
            "The application contains:[- -][+¶+]",
            "(1) the name {}of the applicant;[- -][+¶+]".format("[+or mark +]"),
            "(2) the address; and[- -][+¶+]",
        ),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_only_what_changed_is_marked(name: str) -> None:
    old, new, marks = CASES[name]
    assert _marks(word_file(*old), word_file(*new)) == list(marks)


def test_a_field_whose_letters_another_program_parted_is_the_same_field() -> None:
    code = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF one </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    whole = "<w:r><w:t>Exhibit A</w:t></w:r>"
    asked = '<w:r><w:t xml:space="preserve">Exhibit A</w:t></w:r>'
    parted = '<w:r><w:t xml:space="preserve">Exhibit </w:t></w:r><w:r><w:t>A</w:t></w:r>'
    other = '<w:r><w:t xml:space="preserve">Exhibit A </w:t></w:r>'
    old = _with("<w:r><w:t>See</w:t></w:r>" + code.format(whole))
    assert _marks(old, _with("<w:r><w:t>See</w:t></w:r>" + code.format(asked))) == []
    assert _marks(old, _with("<w:r><w:t>See</w:t></w:r>" + code.format(parted))) == []
    assert _marks(old, _with("<w:r><w:t>See</w:t></w:r>" + code.format(other))) != []


def test_a_table_in_which_a_formula_is_added_stays() -> None:
    cells = "<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"
    words = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>".format
    formula = f'<w:p><m:oMathPara xmlns:m="{_MATH}"><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></m:oMathPara></w:p>'
    old = _with(cells.format(words(BUDGET) + words(FUNDS)), block=True)
    new = _with(cells.format(words(BUDGET) + formula + words(FUNDS)), block=True)
    assert _marks(old, new) == ["[+x+][+¶+]"]


def test_the_only_paragraph_of_a_cell_keeps_what_it_can() -> None:
    assert _marks(_table([["Day", "Open."]]), _table([["Day", "Closed."]])) == ["[-Open-][+Closed+]."]


def test_a_row_put_in_before_numbered_rows_is_one_row() -> None:
    old = _table([["No.", "Item"], ["1", "Apples"], ["2", "Pears"], ["3", "Plums"]])
    new = _table([["No.", "Item"], ["1", "Cherries"], ["2", "Apples"], ["3", "Pears"], ["4", "Plums"]])
    assert _marks(old, new) == ["[+1+][+¶+]", "[+Cherries+][+¶+]", "[-1-][+2+]", "[-2-][+3+]", "[-3-][+4+]"]


_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"


def _table(rows: list[list[str]]) -> bytes:
    cells = ("".join(f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>" for text in row) for row in rows)
    grid = "<w:gridCol/>" * len(rows[0])
    held = "".join(f"<w:tr>{row}</w:tr>" for row in cells)
    return _with(f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{held}</w:tbl>", block=True)


def _with(xml: str, *, block: bool = False) -> bytes:
    """Return a file whose first paragraph holds this, or before which this block stands."""
    package = open_package(word_file(BUDGET, FUNDS))
    held = etree.fromstring(f'<x xmlns:w="{W}">{xml}</x>')
    first = package.tree(package.main).find(f".//{w('p')}")
    assert first is not None
    for child in list(held):
        if block:
            first.addprevious(child)
        else:
            first.append(child)
    return package.to_bytes()


def _marks(old: bytes, new: bytes) -> list[str]:
    """Return the marked paragraphs of a redline, which gives back both files."""
    package = redline(old, new)
    content = package.to_bytes()
    assert (plainly(accept(content)), plainly(reject(content))) == (plainly(new), plainly(old))
    texts = ("".join(_shown(paragraph)) for paragraph in package.tree(package.main).iter(w("p")))
    return [text for text in texts if "[-" in text or "[+" in text]


_SIGNS = {"ins": "[+{}+]", "del": "[-{}-]", "moveFrom": "[-{}-]", "moveTo": "[+{}+]"}


def _shown(paragraph: Element) -> Iterator[str]:
    yield from _letters(paragraph)
    for mark in paragraph.iterfind(f"{w('pPr')}/{w('rPr')}/*"):
        if local(mark) in _SIGNS:
            yield _SIGNS[local(mark)].format("¶")


def _letters(element: Element) -> Iterator[str]:
    for child in element:
        if local(child) in ("t", "delText"):
            yield child.text or ""
        elif local(child) != "pPr":
            yield _SIGNS.get(local(child), "{}").format("".join(_letters(child)))
