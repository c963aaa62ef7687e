"""Quoted words inside an instruction: put between marks that they do not hold, and taken out again."""

import re

from ordain.amend.instructions import Quote

# Opening and closing marks, those that are tried first first.
_PAIRS = (("\u201c", "\u201d"), ('"', '"'), ("\u2018", "\u2019"), ("'", "'"))

QUOTED = r"(?:\u201c[^\u201d]*\u201d|\"[^\"]*\"|\u2018[^\u2019]*\u2019|'[^']*')"

_TURNS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_SIGNS = {
    "semicolon": ";", "colon": ":", "comma": ",", "period": ".", "question mark": "?", "hyphen": "-", "dash": "\u2013",
}  # fmt: skip
_SIGN_NAMES = {sign: name for name, sign in _SIGNS.items()}
_TURN = rf"(?:{'|'.join(_TURNS)}|last|[0-9]+(?:st|nd|rd|th))"
_NOUN = r"(?:words?|phrases?|figures?|numbers?|sums?|amounts?|texts?|language|letters?|terms?)"
_COUNTED = r"(?:occurrence|instance|appearance)s?\s+of"

# “the second “City””, “the words “may not””, “the semicolon”.
WORDS = (
    rf"(?:the\s+)?(?:{_TURN}\s+)?(?:{_COUNTED}\s+)?(?:the\s+)?(?:{_NOUN}\s+)?"
    rf"(?:{QUOTED}|(?:{'|'.join(_SIGNS)}))"
)
# What is inserted: nothing but quoted words.
NEW = rf"(?:in\s+lieu\s+thereof\s+)?(?:the\s+)?(?:following\s+)?(?:{_NOUN}\s+)?:?\s*{QUOTED}"

_WORDS = re.compile(
    rf"(?:the\s+)?(?:(?P<turn>{_TURN})\s+)?(?:{_COUNTED}\s+)?(?:the\s+)?(?:{_NOUN}\s+)?"
    rf"(?:(?P<quoted>{QUOTED})|(?P<sign>{'|'.join(_SIGNS)}))",
    re.IGNORECASE,
)


def can_quote(text: str) -> bool:
    """Whether some marks are not among the letters of a text."""
    return any(mark not in text for pair in _PAIRS for mark in [pair[1]] if pair[0] not in text)


def quote(text: str, turn: int | None = None) -> str:
    """Return words as an instruction names them.

    >>> quote("City", 2), quote(";")
    ('the second “City”', 'the semicolon')
    """
    if text in _SIGN_NAMES:
        return f"the {_turn(turn)} {_SIGN_NAMES[text]}" if turn else f"the {_SIGN_NAMES[text]}"
    return quoted(text) if turn is None else f"the {_turn(turn)} {quoted(text)}"


def quoted(text: str) -> str:
    """Return words between marks that are not among their letters.

    >>> quoted("the “City”")
    '"the “City”"'
    """
    opening, closing = next(pair for pair in _PAIRS if pair[0] not in text and pair[1] not in text)
    return f"{opening}{text}{closing}"


def unquote(written: str) -> str:
    """Return the words between the marks that end what is written."""
    match = re.search(rf"{QUOTED}$", written, re.DOTALL)
    assert match is not None
    return match[0][1:-1]


def read_words(written: str) -> Quote:
    """Return the words that an instruction names.

    >>> read_words('the 12th "City"'), read_words("the semicolon")
    (Quote(text='City', turn=12), Quote(text=';', turn=None))
    """
    match = _WORDS.fullmatch(written)
    assert match is not None
    text = match["quoted"][1:-1] if match["quoted"] else _SIGNS[match["sign"].casefold()]
    return Quote(text, _read_turn(match["turn"]) if match["turn"] else None)


def _turn(turn: int) -> str:
    if turn <= len(_TURNS):
        return _TURNS[turn - 1]
    ending = "th" if turn // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(turn % 10, "th")
    return f"{turn}{ending}"


def _read_turn(written: str) -> int:
    word = written.casefold()
    if word == "last":
        return -1
    return _TURNS.index(word) + 1 if word in _TURNS else int(re.sub(r"\D", "", word))
