"""Moves that LibreOffice resolves only in one form, beside automatic numbers and with an edit at the end."""

import pytest

from tests.oracles import oracle
from tests.oracles.office import Office
from tests.word.specimens import redline, word_file

pytestmark = oracle

APPLY, PAY, POST = "Apply for the license.", "Pay the fee at the window.", "Post the license in view."
ONE, END = "The clerk keeps the record.", "This act takes effect at once."
CASES = {
    "an item moved to the end of its list": (
        (ONE, f"* {APPLY}", f"* {PAY}", f"* {POST}", END),
        (ONE, f"* {PAY}", f"* {POST}", f"* {APPLY}", END),
    ),
    "an item moved to the front of its list": (
        (ONE, f"* {PAY}", f"* {POST}", f"* {APPLY}", f"# {END}"),
        (ONE, f"* {APPLY}", f"* {PAY}", f"* {POST}", f"# {END}"),
    ),
    "a paragraph moved out of a list": (
        (ONE, f"* {PAY}", APPLY, f"* {POST}", END, ONE),
        (ONE, f"* {PAY}", f"* {POST}", END, APPLY, ONE),
    ),
    "two moves that cross": (
        (ONE, f"* {PAY}", APPLY, f"* {POST}", END, "The board meets in May.", ONE),
        (APPLY, ONE, f"* {POST}", "The board meets in May.", END, f"* {PAY}", ONE),
    ),
    "an item moved and edited, to the end of its list": (
        (ONE, f"* {APPLY[:-1]}", f"* {PAY}", END),
        (ONE, f"* {PAY}", f"* {APPLY[:-1]}, in person", END),
    ),
    "an item moved and edited, from the end of its list": (
        (ONE, f"* {PAY}", f"* {APPLY[:-1]}, in person", END),
        (ONE, f"* {APPLY[:-1]}", f"* {PAY}", END),
    ),
    "a short item split in two": ((ONE, f"* Pay it. {POST}", END), (ONE, "* Pay it.", f"* {POST}", END)),
    "a last word that changed on the way": (
        (ONE, APPLY, PAY, POST, END),
        (ONE, PAY, POST, "Apply for the license; and", END),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_office_resolves_a_move(name: str, office: Office) -> None:
    old, new = (word_file(*paragraphs) for paragraphs in CASES[name])
    made = redline(old, new).to_bytes()
    assert office.resolve(made, "accept").body == office.resolve(new, "keep").body
    assert office.resolve(made, "reject").body == office.resolve(old, "keep").body
