"""Signs: those that no reader sees are shown by their number, and those that stand for a state are set here."""

import re
import sys
from unicodedata import category

from markupsafe import Markup, escape

from ordain.model.report import shown

# The signs that a group of the first screen and a cell of the strip are known by, besides
# their words and their colors.  They are drawn, not read.
# ruff: noqa: RUF001
GROUP_SIGNS = {
    "weaker": "▼", "mixed": "⇅", "gone": "×", "stronger": "▲", "new": "+", "other": "◆", "wording": "¶", "place": "→",
}  # fmt: skip
CELL_SIGNS = {
    "stands": "✓", "changed": "≈", "stronger": "▲", "weaker": "▼", "mixed": "⇅",
    "partly": "◐", "suspect": "?", "gone": "×", "left": "–",
}  # fmt: skip

# Which verdicts a card says; of what came, went or only moved, its kind says the same.
BADGES = ("weaker", "mixed", "stronger", "other", "wording")


def is_tight(text: str) -> bool:
    """Whether added words follow struck ones without a gap, as a comma does.

    >>> is_tight(", on request"), is_tight("may")
    (True, False)
    """
    return not (text[:1].isalnum() or text[:1] in _OPENING)


# Signs with which a word can begin.
_OPENING = '("$§[\u201c'


def plain(text: str) -> str:
    """Return a text as a title or a sentence of ours may hold it, without signs that steer a screen."""
    return " ".join(" ".join(shown(text)).split())


def signs(text: str) -> Markup:
    """Return words of the bill, each sign that no reader sees, or that turns the line round, shown by its number."""
    return Markup(_STEERING.sub(_numbered, str(escape(text))))  # noqa: S704 - escaped before


def _numbered(found: re.Match[str]) -> str:
    if found[0] in "\n\t":
        return found[0]
    return f'<span class="control">[U+{ord(found[0]):04X}]</span>'


# Control signs, invisible ones, and the two that end a line or a paragraph.
_UNSEEN = ("Cc", "Cf", "Zl", "Zp")
_STEERING = re.compile(
    f"[{''.join(re.escape(chr(at)) for at in range(sys.maxunicode + 1) if category(chr(at)) in _UNSEEN)}]"
)
