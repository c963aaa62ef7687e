"""The id of a provision: its name for good, whatever its number becomes."""

import re

# Word cuts the name of a bookmark, which carries the id, at 40 letters.
_ID = re.compile(r"[a-z][a-z0-9-]{0,31}")

REMEDY = "start with a small letter, then at most 31 small letters, digits and hyphens"


def is_id(word: str) -> bool:
    """Whether a word can name a provision.

    >>> is_id("facility-reports"), is_id("Reports")
    (True, False)
    """
    return _ID.fullmatch(word) is not None
