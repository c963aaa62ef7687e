"""Word comments at changes: the number that people say in a meeting, and the reason for the change."""

from typing import TYPE_CHECKING

from ordain.word.marking.revision import stamp
from ordain.word.parts.names import Element, local, make, number, w

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ordain.word.marking.lines import Line
    from ordain.word.marking.revision import Pen
    from ordain.word.parts.package import Package

_PART = "word/comments.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"


def add_comments(package: "Package", story: "Sequence[Line]", texts: "Mapping[int, str]", pen: "Pen") -> None:
    """Place a comment over the paragraph where each change of `texts` stands; a move's where it went to."""
    root = _comments(package)
    taken = [number(item.get(w("id"))) for item in root]
    key = max(taken, default=-1) + 1
    done: set[int] = set()
    arrived = {change for line in story if line.new is not None for change, _ in line.entries}
    for line in story:
        for change, _ in line.entries:
            if change not in texts or change in done or (line.new is None and change in arrived):
                continue
            done.add(change)
            root.append(_comment(key, texts[change], pen))
            assert line.element is not None
            _anchor(line.element, str(key))
            key += 1


def _comments(package: "Package") -> Element:
    found = package.linked("comments")
    if found is not None:
        return package.tree(found)
    package.put(_PART, make("comments"), _TYPE)
    package.relate(package.main, _RELATION, _PART)
    return package.tree(_PART)


def _comment(key: int, text: str, pen: "Pen") -> Element:
    author = pen.revision.author
    initials = "".join(word[0] for word in author.split()[:3]) or "O"
    run = make("r", children=[make("t")])
    run[0].text = text
    return make(
        "comment",
        {"id": str(key), "author": author, "initials": initials, "date": stamp(pen.revision.date)},
        [make("p", children=[run])],
    )


def _anchor(paragraph: Element, key: str) -> None:
    at = 1 if len(paragraph) and local(paragraph[0]) == "pPr" else 0
    paragraph.insert(at, make("commentRangeStart", {"id": key}))
    paragraph.append(make("commentRangeEnd", {"id": key}))
    paragraph.append(make("r", children=[make("commentReference", {"id": key})]))
