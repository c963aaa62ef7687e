"""Fields that come and go as a whole, and what stands among their runs."""

import pytest

from ordain.workflow.redline import Options, redline_of, write_docx
from ordain.workflow.sources import WordSource
from tests.word.documents import file_of
from tests.word.plainly import faults, plainly

CLERK = "<w:p><w:r><w:t>The clerk keeps the record.</w:t></w:r></w:p>"
ENTRY = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TC "</w:instrText></w:r>'
    '<w:bookmarkStart w:id="7" w:name="_Toc7"/><w:r><w:instrText>Fees</w:instrText></w:r><w:bookmarkEnd w:id="7"/>'
    '<w:r><w:instrText>" \\l 1</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
LINKED = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:hyperlink w:anchor="fees"><w:r><w:t>{}</w:t></w:r></w:hyperlink>'
    '<w:r><w:t>{}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
SHORT = (
    '<w:p><w:fldSimple w:instr="QUOTE"><w:fldSimple w:instr="QUOTE"><w:r><w:t>{}</w:t></w:r></w:fldSimple>'
    '<w:hyperlink w:anchor="fees"><w:r><w:t> of ten</w:t></w:r></w:hyperlink></w:fldSimple></w:p>'
)
FEES, COSTS = LINKED.format("Fees", " 1"), LINKED.format("Costs", " 2")
HELD = {
    "a bookmark, added": ((CLERK, CLERK), (CLERK, ENTRY, CLERK)),
    "a bookmark, struck": ((CLERK, ENTRY, CLERK), (CLERK, CLERK)),
    "a link, added": ((CLERK, CLERK), (CLERK, FEES, CLERK)),
    "a link, struck": ((CLERK, FEES, CLERK), (CLERK, CLERK)),
    "a link, changed": ((CLERK, FEES, CLERK), (CLERK, COSTS, CLERK)),
    "a field in a field, changed": ((CLERK, SHORT.format("Fees"), CLERK), (CLERK, SHORT.format("Costs"), CLERK)),
}


@pytest.mark.parametrize("name", HELD)
def test_no_revision_holds_what_stands_round_a_part_of_a_field(name: str) -> None:
    old, new = (file_of(*blocks) for blocks in HELD[name])
    made = write_docx(redline_of(WordSource(old, "old.docx"), WordSource(new, "new.docx")), Options())
    assert faults(made) == []
    assert plainly(made, "accept") == plainly(new)
    assert plainly(made, "reject") == plainly(old)
