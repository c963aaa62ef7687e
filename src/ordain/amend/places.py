"""Places as instructions name them: `On page 3, lines 12 and 13`, `In Section 4(B)`, `between lines 7 and 8`."""

import re
from typing import TYPE_CHECKING, assert_never

from ordain.amend.instructions import Gap, Lines, Named, Side
from ordain.amend.quoting import QUOTED, quoted, unquote
from ordain.model.linemap import Line

if TYPE_CHECKING:
    from ordain.amend.instructions import Where

_LEVEL = r"(?:subsection|subdivision|paragraph|subparagraph|item|subitem)"
# “Section 4(B)”, “subsection (B) of Section 4”, “the title”, “Recital 3”, “the enacting clause”.
NAME = (
    rf"(?:the\s+)?(?:(?:{_LEVEL}\s+\S+\s+of\s+)*(?:section|sec\.|§)\s*[0-9A-Za-z_][0-9A-Za-z_.:\-]*(?:\([0-9A-Za-z]+\))*"
    r"|title|enacting\s+clause|recital\s+[0-9]+|(?:[0-9]+(?:st|nd|rd|th))\s+recital|paragraph\s+[^\s,;:]+)"
)
_PAGE = r"(?:on\s+|at\s+|in\s+)?page\s+[0-9]+,?\s+"
_ON = r"(?:(?:beginning\s+)?(?:in|on|at)\s+)?(?:the\s+)?"
LINES = (
    rf"(?:(?:in|within)\s+{NAME},\s+)?{_PAGE}{_ON}lines?\s+[0-9]+"
    r"(?:\s*(?:and|through|to|-|\u2013)\s*(?:line\s+)?[0-9]+"
    r"|,?\s+(?:through|and|to)\s+(?:on\s+)?page\s+[0-9]+,?\s+(?:on\s+)?line\s+[0-9]+)?"
)
PLACE = rf"(?:{LINES}|(?:in|within|at|of)\s+{NAME})"
_BESIDE = rf"(?:,?\s+(?:which\s+ends\s+|which\s+begins\s+|after\s+|before\s+)(?:the\s+words?\s+)?{QUOTED})?"
GAP = (
    rf"(?:{_PAGE}(?:between\s+lines\s+[0-9]+\s+and\s+[0-9]+|(?:after|before|following|below|above)\s+line\s+[0-9]+){_BESIDE}"
    rf"|(?:after|before|following|preceding)\s+{NAME})"
)

_LINES = re.compile(
    rf"(?:(?:in|within)\s+(?P<inside>{NAME}),\s+)?{_PAGE.replace('[0-9]+', '(?P<page>[0-9]+)')}"
    rf"{_ON}lines?\s+(?P<line>[0-9]+)"
    r"(?:\s*(?:and|through|to|-|\u2013)\s*(?:line\s+)?(?P<last>[0-9]+)"
    r"|,?\s+(?:through|and|to)\s+(?:on\s+)?page\s+(?P<on>[0-9]+),?\s+(?:on\s+)?line\s+(?P<end>[0-9]+))?",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"(?:(?:in|within|at|of)\s+)?(?P<name>{NAME})", re.IGNORECASE)
_GAP = re.compile(
    rf"(?:{_PAGE.replace('[0-9]+', '(?P<page>[0-9]+)')}(?:between\s+lines\s+(?P<above>[0-9]+)\s+and\s+(?P<below>[0-9]+)"
    r"|(?P<side>after|before|following|below|above)\s+line\s+(?P<line>[0-9]+))"
    rf"(?P<beside>{_BESIDE})|(?P<by>after|before|following|preceding)\s+(?P<name>{NAME}))",
    re.IGNORECASE | re.DOTALL,
)


def write_place(where: "Where") -> str:
    """Return a place in words.

    >>> write_place(Lines(Line(3, 12), Line(3, 13))), write_place(Named("Title"))
    ('on page 3, lines 12 and 13', 'in the title')
    """
    match where:
        case Lines(first, last, inside):
            return (f"in {_said(inside)}, " if inside else "") + f"on page {first.page}, {_lines(first, last)}"
        case Named(name):
            return f"in {_said(name)}"
        case _:
            assert_never(where)


def read_place(written: str) -> "Where":
    """Return the place that is written."""
    match = _LINES.fullmatch(written)
    if match is None:
        return Named(read_name(written))
    page = int(match["page"])
    first = Line(page, int(match["line"]))
    last = Line(int(match["on"] or page), int(match["end"] or match["last"] or match["line"]))
    return Lines(first, last, read_name(match["inside"]) if match["inside"] else "")


def write_name(name: str) -> str:
    """Return the name of a provision inside a sentence."""
    return _said(name)


def read_name(written: str) -> str:
    """Return the name of a provision."""
    match = _NAMED.fullmatch(written)
    assert match is not None
    name = re.sub(r"^the\s+", "", match["name"], flags=re.IGNORECASE)
    turn = re.fullmatch(r"([0-9]+)\w\w\s+recital", name, re.IGNORECASE)
    return f"Recital {turn[1]}" if turn else re.sub(r"\s+", " ", name)


def write_gap(gap: Gap) -> str:
    """Return a gap in words.

    >>> write_gap(Gap(Lines(Line(2, 7), Line(2, 8)), Side.BETWEEN, "one day."))
    'on page 2, between lines 7 and 8, after “one day.”'
    """
    match gap.where:
        case Named(name):
            return f"{gap.side.value} {_said(name)}"
        case Lines(first, last):
            between = gap.side is Side.BETWEEN
            lines = (
                f"between lines {first.number} and {last.number}"
                if between
                else f"{gap.side.value} line {first.number}"
            )
            beside = "before" if gap.side is Side.BEFORE else "after"
            return f"on page {first.page}, {lines}" + (f", {beside} {quoted(gap.words)}" if gap.words else "")
        case _:
            assert_never(gap.where)


def read_gap(written: str) -> Gap:
    """Return the gap that is written."""
    match = _GAP.fullmatch(written)
    assert match is not None
    if match["name"]:
        return Gap(Named(read_name(match["name"])), _side(match["by"]))
    page, words = int(match["page"]), unquote(match["beside"]) if match["beside"] else None
    if match["above"]:
        above, below = Line(page, int(match["above"])), Line(page, int(match["below"]))
        if words is not None and re.search(r"begins|before", match["beside"].partition(words)[0]):
            return Gap(Lines(below, below), Side.BEFORE, words)
        return Gap(Lines(above, below), Side.BETWEEN, words)
    line = Line(page, int(match["line"]))
    return Gap(Lines(line, line), _side(match["side"]), words)


def _side(word: str) -> Side:
    return Side.BEFORE if word.casefold() in ("before", "preceding", "above") else Side.AFTER


def _said(name: str) -> str:
    return f"the {name.lower()}" if name in ("Title", "Enacting clause") else name


def _lines(first: Line, last: Line) -> str:
    if first == last:
        return f"line {first.number}"
    if first.page != last.page:
        return f"line {first.number}, through page {last.page}, line {last.number}"
    return f"lines {first.number} {'and' if last.number == first.number + 1 else 'through'} {last.number}"
