"""Cut a text into words that know where they stand, each in the form in which it is compared.

Case, typographic quotes, hyphens between words and the mark of possession are none of it.
"""

import re
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(
    r"""
      \$?\d+(?:,\d{3})+(?:\.\d+)?%?                       # $400,000
    | \d{1,2}:\d\d                                        # 10:30
    | \d{1,2}/\d{1,2}/\d{2,4}                             # 7/1/2026
    | [A-Z]{1,3}-\d+(?:-\d+)*                             # R-2001-009
    | \d+(?:[\-\u2011]\d+){2,}                            # 9-6-1-2
    | \d+(?:st|nd|rd|th)\b                               # 15th
    | \$?\d+(?:\.\d+)*%?                                  # 16%  1.5  $50  4.2.1
    | (?:[^\W\d_]\.){2,}                                  # U.S.C.  p.m.
    | (?:[Nn]on|[Uu]n|[Cc]o|[Pp]re|[Rr]e|[Ss]ub)[\-\u2010\u2011](?=[^\W\d_])[^\W\d_]+
    | [^\W\d_]+(?:['\u2019][^\W\d_]+)*                    # Mayor's
    | [^\w\s]
    | _+
    """,
    re.VERBOSE,
)
_HYPHENS = frozenset("-\u2010\u2011")


class Word(NamedTuple):
    """One word, number or sign: how it is compared, how it is written, and where it stands."""

    form: str
    text: str
    start: int
    end: int


@lru_cache(maxsize=1 << 14)
def words(text: str) -> tuple[Word, ...]:
    """Return the words and signs of `text` but for hyphens.

    >>> [word.form for word in words("The Mayor's non-public thirty-day plan (30 days).")]
    ['the', 'mayor', 'nonpublic', 'thirty', 'day', 'plan', '(', '30', 'days', ')', '.']
    """
    found = []
    for match in _WORD.finditer(text):
        written = match[0]
        if written not in _HYPHENS:
            found.append(Word(_form(written), written, match.start(), match.end()))
    return tuple(found)


@lru_cache(maxsize=1 << 14)
def _form(written: str) -> str:
    form = written.casefold().replace("\u2019", "'")
    if form[0].isalpha():
        form = form.replace("-", "").replace("\u2010", "").replace("\u2011", "") if not form[-1].isdigit() else form
        form = form.replace(".", "").removesuffix("'s").removesuffix("'")
    return form.replace(",", "") if form[-1].isdigit() and form != "," else form


_ENDINGS = (
    ("ications", "ic"), ("ication", "ic"), ("ifies", "ific"), ("ified", "ific"), ("ify", "ific"), ("ifying", "ific"),
    ("izations", "iz"), ("ization", "iz"), ("izing", "iz"), ("ized", "iz"), ("izes", "iz"), ("ize", "iz"),
    ("ations", ""), ("ation", ""), ("ating", ""), ("ated", ""), ("ates", ""), ("ate", ""),
    ("ssions", "t"), ("ssion", "t"), ("tions", "t"), ("tion", "t"),
    ("ments", ""), ("ment", ""), ("ances", ""), ("ance", ""), ("ences", ""), ("ence", ""), ("als", ""), ("al", ""),
    ("ies", "y"), ("ied", "y"), ("ying", "y"), ("ings", ""), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""), ("e", ""),
)  # fmt: skip
# A stem shorter than this says too little: "used" is "us", "being" is not "b".
_SHORTEST = 3


@lru_cache(maxsize=1 << 14)
def stem(form: str) -> str:
    """Return what the forms of one word have in common, roughly.

    >>> {stem(word) for word in ("designate", "designates", "designated", "designation")}
    {'design'}
    """
    if form.endswith("ss"):
        return form
    for ending, instead in _ENDINGS:
        if form.endswith(ending) and len(form) - len(ending) >= _SHORTEST:
            cut = form[: len(form) - len(ending)] + instead
            return cut[:-1] if len(cut) > _SHORTEST + 1 and cut[-1] == cut[-2] and cut[-1] not in "ls" else cut
    return form
