"""Why a sentence is no instruction, as far as its words tell."""

import re

from ordain.amend.quoting import QUOTED

_FORM = "write it as in “On page 3, line 12, strike “may” and insert “shall”.”"

# What a sentence lacks or has too much, the first that applies, and what mends it.
_REASONS = (
    (
        r"\bamendments?\s+[0-9]+",
        "this amends another amendment",
        "amend the print, and leave out the other instruction",
    ),
    (r"\bsections?\s+[^,]+,\s+(?:in\s+)?lines?\b", "lines are counted by page, not by section", "name the page"),
    (r"^(?!.*\bpage\b).*\blines?\s+[0-9]", "no page is named, and each has lines of its own", "name the page"),
    (
        r"\brenumber\b",
        "nothing is numbered so",
        "name sections, subsections, paragraphs, subparagraphs, items or subitems",
    ),
)
_ACTS = re.compile(r"\b(?:strik|delet|insert|add|replac|substitut|remov|mov|renumber)", re.IGNORECASE)


def unheard(sentence: str, lines: tuple[str, ...]) -> tuple[str, str]:
    """Return why a sentence cannot be read as an instruction, and what would mend it.

    >>> unheard("On page 1, line 2, strike shall.", ())[0]
    'no words stand in quotation marks'
    """
    if not _ACTS.search(sentence):
        return "this strikes, inserts, moves and renumbers nothing", _FORM
    if sentence.endswith(":") and not lines:
        return "the paragraphs are missing that it inserts", "put each below it, in quotation marks"
    for expression, message, remedy in _REASONS:
        if re.search(expression, re.sub(QUOTED, "“”", sentence), re.IGNORECASE):
            return message, remedy
    left = re.sub(QUOTED, "", sentence)
    if re.search('[\u201c\u201d"]', left):
        return "a quotation mark has no counterpart", "open and close every quotation"
    if left == sentence:
        return "no words stand in quotation marks", _FORM
    return "this is no instruction in any form that is known", _FORM
