"""Two dates, so that LibreOffice does not glue insertions together.

LibreOffice merges two insertions of one author dated within 60 seconds of each other
when the first ends at a paragraph's end and the second opens the next paragraph, and
with them the unmarked paragraph end between.  Rejecting then joins two old paragraphs.
Insertions that meet so are dated two minutes apart (docs/word/paragraph-ends.md).
"""

import datetime
import re
from typing import TYPE_CHECKING

from ordain.word.marking.revision import stamp
from ordain.word.parts.names import Element, local, property_of, w
from ordain.word.parts.written import is_text, quoted, texts_in

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
        if open_end and (is_new or content[:1] == ["ins"]):
            now = 1 - now
        if now:
            _redate(paragraph, revision.author, stamp(dates[now]))
        open_end = end is None and (content[-1:] == ["ins"] or (not content and after_new))
        after_new = is_new


def _content(paragraph: Element) -> list[str]:
    """Return the tags of what a reader sees of a paragraph, links and the like opened; of text, the first and last."""
    out: list[str] = []
    for child in paragraph:
        if is_text(child):
            tags = _OUTER.search(child.text or "")
            out += tags.groups() if tags else ()
        elif local(child) == "hyperlink":
            out += _content(child)
        elif local(child) in ("r", "ins", "del", "moveFrom", "moveTo", "fldSimple", "sdt"):
            out.append(local(child))
    return out


# The first and the last tag of XML as text, neither of which is empty.
_OUTER = re.compile(r"^<w:(\w+).*</w:(\w+)>$", re.DOTALL)


def _redate(paragraph: Element, author: str, date: str) -> None:
    """Give the insertions of an author in a paragraph another moment."""
    for mark in paragraph.iter(w("ins")):
        if mark.get(w("author")) == author:
            mark.set(w("date"), date)
    dated = re.compile(rf'(<w:ins w:id="\d+" w:author="{re.escape(quoted(author))}" w:date=")[^"]*')
    for node in texts_in(paragraph):
        node.text = dated.sub(rf"\g<1>{date}", node.text or "")


def _end_mark(paragraph: Element) -> Element | None:
    properties = property_of(paragraph, "rPr")
    for mark in properties if properties is not None else ():
        if local(mark) in ("ins", "del", "moveFrom", "moveTo"):
            return mark
    return None
