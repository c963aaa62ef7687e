"""Letters that Word has an element for, such as a soft hyphen."""

import pytest

from ordain.workflow.redline import Options, redline_of, write_docx
from ordain.workflow.sources import WordSource
from tests.word.documents import file_of
from tests.word.plainly import plainly

SIGNS = {
    "a soft hyphen": ("pre\u00adpaid", "pre</w:t><w:softHyphen/><w:t>paid"),
    "a hyphen that does not break": ("pre\u2011paid", "pre</w:t><w:noBreakHyphen/><w:t>paid"),
}


@pytest.mark.parametrize("name", SIGNS)
def test_a_letter_is_told_from_the_sign_that_looks_like_it(name: str) -> None:
    letter, sign = (file_of(f"<w:p><w:r><w:t>{held}</w:t></w:r></w:p>") for held in SIGNS[name])
    for old, new in ((letter, sign), (sign, letter)):
        made = write_docx(redline_of(WordSource(old, "old.docx"), WordSource(new, "new.docx")), Options())
        assert plainly(made, "accept") == plainly(new)
        assert plainly(made, "reject") == plainly(old)
