"""Two dates, so that LibreOffice does not glue insertions together.

LibreOffice merges two insertions of one author dated within 60 seconds of each other
when the first ends at a paragraph's end and the second opens the next paragraph, and
with them the unmarked paragraph end between.  Rejecting then joins two old paragraphs.
Insertions that meet so are dated two minutes apart (docs/word/paragraph-ends.md).
"""

import datetime
from typing import TYPE_CHECKING

from ordain.word.marking.revision import redate
from ordain.word.parts.names import Element, local, w

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ordain.word.marking.revision import Revision

_APART = datetime.timedelta(minutes=2)


def part_insertions(paragraphs: "Iterable[Element | None]", revision: "Revision") -> None:
    """Date the insertions of neighboring paragraphs apart where they meet; None is what parts them."""
    date = revision.date
    dates = (date, date - _APART if date.year > datetime.MINYEAR else date + _APART)
    now = 0
    open_end = after_new = False
    for paragraph in paragraphs:
        if paragraph is None:
            open_end = after_new = False
            continue
        content = _content(paragraph)
        end = _end_mark(paragraph)
        is_new = end is not None and local(end) == "ins"
        if open_end and (is_new or (content and local(content[0]) == "ins")):
            now = 1 - now
        if now:
            for mark in paragraph.iter(w("ins")):
                if mark.get(w("author")) == revision.author:
                    redate(mark, dates[now])
        ends_added = bool(content) and local(content[-1]) == "ins"
        open_end = end is None and (ends_added or (not content and after_new))
        after_new = is_new


def _content(paragraph: Element) -> list[Element]:
    """Return what a reader sees of a paragraph, links and the like opened."""
    out: list[Element] = []
    for child in paragraph:
        if local(child) == "hyperlink":
            out += _content(child)
        elif local(child) in ("r", "ins", "del", "moveFrom", "moveTo", "fldSimple", "sdt"):
            out.append(child)
    return out


def _end_mark(paragraph: Element) -> Element | None:
    for mark in paragraph.iterfind(f"{w('pPr')}/{w('rPr')}/*"):
        if local(mark) in ("ins", "del", "moveFrom", "moveTo"):
            return mark
    return None
