"""Signs that no text of ours may hold: XML, and so Word, cannot hold them, or a terminal obeys them."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# \x80 to \x9f are what a file in another encoding leaves of its quotes and dashes.  A
# carriage return may stand at the end of a line, where Windows puts it.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]|\r(?!\n|\Z)")

MESSAGE = "a control character stands here"
REMEDY = "delete it, or save the file as UTF-8 if a quote or a dash should stand here"


def found(text: str) -> "Iterator[int]":
    """Yield the place of the first such sign of each line, counted from 0.

    >>> list(found(chr(7) + "a" + chr(7)))
    [0]
    """
    line = -1
    for match in CONTROL.finditer(text):
        start = text.rfind("\n", 0, match.start()) + 1
        if start != line:
            line = start
            yield match.start()
