"""Set marked words: between the signs of the house, and in lines that need no color.

A sign never stands apart from the word beside it, at the beginning or end of a line: so
every blank that is marked can be read back.
"""

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from ordain.errors import quoted, refuse
from ordain.markup.marks import marks_text
from ordain.markup.signs import check_signs, signs_of
from ordain.print.faces import family_of, letters_of
from ordain.print.letters import is_printable
from ordain.print.pieces import pieces_of, running
from ordain.text.segments import Mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ordain.compare.changes import Words
    from ordain.compare.redline import Redline
    from ordain.model.house import House, Marks
    from ordain.print.margin import Begun
    from ordain.text.segments import Segment

# A word with its sign that is longer could stand out over the edge of a column.
_LONGEST = 24
# Words with several blanks between them are kept on one line, where the blanks can be counted.
_LONGEST_CHAIN = 40
_CHAIN = re.compile(r"\S*(?:\s{2,}\S*)+\s?")
_OPENING = re.compile(r"\s*\S*(?:\s{2,}\S+)*(?:\s+\Z|\s?)")
_CLOSING = re.compile(r"(?:\S+\s{2,})*\S*\s*\Z")

# Stands for the number of a page, of which the head and the foot hold one.
_PAGE_SIGN = "#"


def words_of(
    parts: "Words", marks: "Marks", lines: "Iterable[Begun]" = (), *, bold: bool = False
) -> list[dict[str, Any]]:
    """Return words as the templates take them: stretches of one mark, in pieces that no line parts or may part.

    A piece tells the `lines` of the official print that begin in it.
    """
    pending = list(lines)
    read = 0
    found = []
    for part in parts:
        cuts = []
        if part.mark is not Mark.STRUCK:
            places = [at for at, letter in enumerate(part.text) if not letter.isspace()]
            while pending and pending[0].at < read + len(places):
                cuts.append((places[max(0, pending[0].at - read)], pending.pop(0).text))
            read += len(places)
        found.append({"mark": part.mark.value, "bold": bold, "pieces": list(_pieces(part, marks, cuts))})
    return found


def check_marks(redline: "Redline", marks: "Marks", house: "House") -> None:
    """Raise OrdainError where a text itself holds a sign of the marks, or no typeface has the sign."""
    known = letters_of(family_of(house.layout.font))
    for sign in signs_of(marks):
        if not sign.strip() or not all(is_printable(letter, known) for letter in sign):
            raise refuse(
                f"the sign {quoted(sign)}, which marks changes in this house, cannot be printed",
                "choose one of letters that the print has",
            )
    # The legend in the head of the page explains the marks, and so holds them.
    check_signs((*redline.top, *redline.blocks), marks)


def is_exact(parts: "Iterable[Segment]") -> bool:
    """Whether every marked letter can be read back as it is: a print shows all blanks and hyphens alike."""
    return all(_is_shown(part.text) for part in parts if part.mark is not Mark.KEPT)


def legible(text: str, house: "House") -> str:
    """Return a line about the texts, a question mark for each letter that the typeface has not."""
    known = letters_of(family_of(house.layout.font))
    return "".join(letter if is_printable(letter, known) else "?" for letter in running(text))


def _is_shown(text: str) -> bool:
    return running(text) == text and all(len(chain[0]) <= _LONGEST_CHAIN for chain in _CHAIN.finditer(text))


def _pieces(part: "Segment", marks: "Marks", cuts: "Sequence[tuple[int, str]]") -> "Iterator[dict[str, Any]]":
    text = part.text.replace("\ufffc", _PAGE_SIGN)
    if part.mark is Mark.KEPT:
        yield from _between(text, 0, len(text), cuts)
        return
    before, behind = marks_text("\0", part.mark, marks).split("\0")
    opening = _opening(text)
    closing = _closing(text[len(opening) :])
    end = len(text) - len(closing)
    if len(opening) == len(text):
        yield _whole(text, before, behind) | _begun(cuts, 0, len(text))
        return
    yield _whole(opening, before, "") | _begun(cuts, 0, len(opening))
    done = len(opening)
    for chain in _CHAIN.finditer(text, done, end):
        if len(chain[0]) <= _LONGEST_CHAIN:
            yield from _between(text, done, chain.start(), cuts)
            yield _whole(chain[0], "", "") | _begun(cuts, chain.start(), chain.end())
            done = chain.end()
    yield from _between(text, done, end, cuts)
    yield _whole(closing, "", behind) | _begun(cuts, end, len(text))


def _between(text: str, start: int, end: int, cuts: "Sequence[tuple[int, str]]") -> "Iterator[dict[str, Any]]":
    """Yield the pieces of a stretch; where a line begins a piece begins."""
    ends = [at for at, _ in cuts if start < at < end]
    for first, last in pairwise([start, *ends, end]):
        for number, piece in enumerate(_inside(text[first:last])):
            yield piece | (_begun(cuts, first, first + 1) if number == 0 else {})


def _begun(cuts: "Sequence[tuple[int, str]]", start: int, end: int) -> dict[str, Any]:
    """Return the lines that begin in a piece."""
    return {"begun": [line for at, line in cuts if start <= at < end]}


def _opening(text: str) -> str:
    """Return the first word of a text with blanks before it and one behind it, or some letters of a long one."""
    match = _OPENING.match(text)
    assert match is not None
    return match[0][: _room(match[0])]


def _closing(text: str) -> str:
    """Return the last word of a text and the blanks behind it; of a long word the last letters."""
    match = _CLOSING.search(text)
    assert match is not None
    return match[0][-_room(match[0]) :]


def _room(text: str) -> int:
    """Return how many letters of a piece are kept together."""
    return _LONGEST_CHAIN if _CHAIN.search(text) else _LONGEST


def _whole(text: str, before: str, behind: str) -> dict[str, Any]:
    return _piece(running(text), whole=True) | {"open": before, "close": behind}


def _inside(text: str) -> "Iterator[dict[str, Any]]":
    for piece in pieces_of(text, ordinals=False):
        yield _piece("".join(run.text for run in piece.runs), whole=piece.whole)


def _piece(text: str, *, whole: bool) -> dict[str, Any]:
    """Return a piece; `said` tells whether it holds a letter or a figure."""
    return {"begun": [], "open": "", "text": text, "close": "", "whole": whole, "said": any(map(str.isalnum, text))}
