"""Tell typography from words: quotes, dashes, blanks, and the case of what opens a paragraph.

Two texts that read the same but for these have one plain form.  Case counts inside a
sentence: "City" and "city" may differ by definition.
"""

import re

QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u201c": '"', "\u201d": '"'})
_DASH = re.compile(r"\s+[-\u2010-\u2015\u2212]+\s+|\s*[\u2012-\u2015]\s*|-{2,}|[\u2010\u2011\u2212]")
_BLANKS = re.compile(r"\s+")
# A sign that was left standing where another took its place: ".;" or ",,".
_DOUBLED = re.compile(r"[.,;]\s?(?=;)|(?<![.,])([.,])(?=\1(?!\1))")
# A bill that was substituted is written FSR-07-268, FS/R-07-268 or F/S R-07-268.
_SUBSTITUTE = re.compile(r"\b([CF])/?S[/ ]*([OMPR])-(?=\d)")
# What opens a paragraph, and the letter behind it: a typed label, "WHEREAS,".
_OPENING = re.compile(
    r"^((?:section|sec\.|article|chapter|part)\s+[\w.\-]+\s*|\(\w{1,4}\)\s*|\w{1,4}[.)]\s+)?(whereas,?\s+)?(\w?)",
    re.IGNORECASE,
)


def plain(text: str) -> str:
    """Return a text without what is mere typography.

    >>> plain("the “City”  shall.; and")
    'the "City" shall; and'
    """
    text = _DASH.sub("-", text.translate(QUOTES))
    text = _DOUBLED.sub("", _BLANKS.sub(" ", text))
    return _SUBSTITUTE.sub(r"\1S\2-", text).strip()


def plain_opening(text: str) -> str:
    """Return the plain form of a text that opens a paragraph, where the case of the first letter is none of its words.

    >>> plain_opening("WHEREAS, Bikes are fast")
    'whereas, bikes are fast'
    """
    return _OPENING.sub(lambda match: match[0].lower(), plain(text), count=1)
