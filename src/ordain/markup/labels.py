"""Recognize the label that opens a paragraph, and the level it stands for.

`(i)` may be the ninth letter or the first Roman number, and `I.` a section or a letter.
The label that continues what stands above is taken, or one that opens a new level with
its first number; where both could be, what follows decides, `(j)` or `(ii)`.  Else the
outermost that fits.
"""

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.model.numbering import LabelStyle, Level, Scheme, counter_of, label_expression

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# Sections are recognized however a house writes them: old records mix the forms.
_SECTION = re.compile(r"((?:SECTION|Section|SEC\.|Sec\.)\s+([0-9]+[A-Z]?)\.)(?:\s+|$)")

# A section of the code is a label where its heading follows in capitals; elsewhere
# ("§ 5-5-20 of the Purchasing Ordinance is amended") it is text.
_CODE = re.compile(r"(§\s*(?:[0-9](?:[0-9A-Za-z.\-]*[0-9A-Za-z])?|_{4,})\.?)(?:\s+(?=[A-Z][^a-z.]+\.)|$)")


class Labelled(Struct, frozen=True):
    """A paragraph's label, its level, its number there, and the text behind it."""

    level: Level
    label: str
    ordinal: int
    text: str


def labelled(
    line: str, scheme: Scheme, counted: "Mapping[Level, int]", following: "Iterable[str]" = ()
) -> Labelled | None:
    """Return the label of `line`, or None.

    `counted` is the last number of each level that is open, `following` the lines below.
    """
    match = _SECTION.match(line)
    if match:
        return Labelled(Level.SECTION, re.sub(r"\s+", " ", match[1]), _digits(match[2]), line[match.end() :])
    match = _CODE.match(line)
    if match:
        return Labelled(Level.CODE, match[1], 0, line[match.end() :])
    found = _possible(line, scheme)
    fitting = [it for it in found if any(_fit(it, counted)[:2])]
    followed = _followed(fitting, scheme, following) if len(fitting) > 1 else None
    return followed or max(found, key=lambda it: _fit(it, counted), default=None)


def _possible(line: str, scheme: Scheme) -> list[Labelled]:
    return [
        Labelled(level, label, ordinal, line[len(label) :].lstrip())
        for level, style in scheme
        if (label := _opening(line, style)) and (ordinal := style.ordinal(label)) is not None
    ]


def _followed(fitting: "Sequence[Labelled]", scheme: Scheme, following: "Iterable[str]") -> Labelled | None:
    """Return the one whose next number stands below, or None where the same label stands there again."""
    for line in following:
        below = _possible(line, scheme)
        if _SECTION.match(line) or any(it.label == fitting[0].label for it in below):
            return None
        for it in fitting:
            if any(other.level == it.level and other.ordinal == it.ordinal + 1 for other in below):
                return it
    return None


def _opening(line: str, style: LabelStyle) -> str | None:
    for pattern in filter(None, (style.pattern, style.first)):
        match = re.match(f"({label_expression(pattern)})(?:\\s|$)", line)
        if match and counter_of(pattern) != "code":
            return match[1]
    return None


def _fit(it: Labelled, counted: "Mapping[Level, int]") -> tuple[bool, bool, int]:
    continues = it.level in counted and it.ordinal == counted[it.level] + 1
    opens = it.level not in counted and it.ordinal == 1
    return continues, opens, -it.level


def _digits(written: str) -> int:
    return int(re.sub(r"\D", "", written))


def open_levels(counted: "Mapping[Level, int]", level: Level) -> "Iterable[Level]":
    """Return the levels that a provision of `level` closes: its own and those inside it."""
    return [other for other in counted if other >= level]
