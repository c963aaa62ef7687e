"""Blanks that nobody says: what stands between words that are inserted or struck and their neighbors."""

# In front of these, and behind those, stands no blank.
_CLOSING = ",.;:!?)]}%\u201d\u2019"
_OPENING = "([{\u201c\u2018$§"


def inserted_after(line: str, at: int, text: str) -> str:
    """Return `text` with the blanks that it takes behind the words that end at `at`.

    >>> inserted_after("shall report", 5, "not"), inserted_after("shall report", 12, ", in writing,")
    (' not', ', in writing,')
    """
    before = "" if text[:1] in _CLOSING or line[at - 1 : at] in tuple(_OPENING) or _is_blank(text[:1]) else " "
    return before + text + _before(line[at : at + 1], text)


def inserted_before(line: str, at: int, text: str) -> str:
    """Return `text` with the blanks that it takes in front of the words that begin at `at`.

    >>> inserted_before("shall report", 6, "not")
    'not '
    """
    left = line[at - 1 : at]
    before = "" if not left or _is_blank(left) or left in _OPENING or text[:1] in _CLOSING else " "
    return before + text + _before(line[at : at + 1], text)


def struck(line: str, start: int, end: int) -> tuple[int, int]:
    """Return what goes when the words from `start` up to `end` are struck: with them, the blank that parted them.

    >>> struck("shall not report", 6, 9), struck("shall report, yearly", 12, 20)
    ((5, 9), (12, 20))
    """
    left, right = line[start - 1 : start] if start else "", line[end : end + 1]
    if left == " " and (right in ("", " ") or right in _CLOSING):
        return start - 1, end
    if not left and right == " ":
        return start, end + 1
    return start, end


def _before(right: str, text: str) -> str:
    """Return the blank between inserted words and what follows them."""
    tight = not right or _is_blank(right) or right in _CLOSING or text[-1:] in tuple(_OPENING) or _is_blank(text[-1:])
    return "" if tight else " "


def _is_blank(sign: str) -> bool:
    return sign.isspace()
