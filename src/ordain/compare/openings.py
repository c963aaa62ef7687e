"""What opens a paragraph and says which one it is: a label that somebody typed, or a word before a colon."""

import re
from typing import TYPE_CHECKING

from ordain.text.tokens import join

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordain.text.tokens import Token

# "Section 3.", "§ 9-6-1-2", "(a)(1)", "12.", "iv.".
_LABEL = re.compile(
    r"(?:(?:section|sec\.|\u00a7+)\s*[0-9][\w:.\u2011-]*"
    r"|(?:\((?:[0-9]{1,4}[A-Za-z]?|([A-Za-z])\1?|[ivxlc]{1,6})(?:-[0-9]+)?\)\s*)+"
    r"|(?:[0-9]{1,4}[A-Za-z]?|[A-Za-z]|[ivxlc]{1,6})[.)])(?=[\s\u2014:]|$)",
    re.IGNORECASE,
)
# "Approved:", "TO:", "Effective date:".
_LEAD = re.compile(r"[^\W\d_]\w*(?: \w+){0,2}:(?=\s)")
# No opening is longer, in tokens.
_LONGEST = 16


def typed_label(text: str) -> int:
    """Return how many letters of a text are a label that somebody typed, 0 where there is none.

    >>> typed_label("(a)(1) The clerk")
    6
    """
    found = _LABEL.match(text)
    return found.end() if found else 0


def label_end(tokens: "Sequence[Token]") -> int:
    """Return how many tokens of a text are a label that somebody typed."""
    opening = tokens[:_LONGEST]
    return _count(opening, typed_label(join(opening)))


def shared_opening(old: "Sequence[Token]", new: "Sequence[Token]") -> int:
    """Return how many tokens the opening of two paragraphs has that open alike, its blank with it; 0 otherwise."""
    openings = [_opening(tokens[:_LONGEST]) for tokens in (old, new)]
    return openings[0] if tuple(old[: openings[0]]) == tuple(new[: openings[1]]) else 0


def _opening(tokens: "Sequence[Token]") -> int:
    text = join(tokens)
    lead = _LEAD.match(text)
    count = _count(tokens, typed_label(text) or (lead.end() if lead else 0))
    while 0 < count < len(tokens) and str(tokens[count]).isspace():
        count += 1
    return count


def _count(tokens: "Sequence[Token]", letters: int) -> int:
    """Return how many tokens so many letters are."""
    count = 0
    while count < len(tokens) and letters > 0:
        letters -= len(str(tokens[count]))
        count += 1
    return count
