"""Accept or reject the tracked changes of a Word file: all of them, by author, or by id.

Written from ECMA-376 part 1, section 17.13.5, and apart from the code that writes
redlines, so that it can judge it.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from ordain.word.parts.names import Element, local, make, w
from ordain.word.parts.package import open_package, story_parts

if TYPE_CHECKING:
    import os
    from collections.abc import Collection, Iterator

    Source = bytes | str | os.PathLike[str]

Choice = Callable[[Element], bool]


def every(_: Element) -> bool:
    """Choose every change."""
    return True


_ARRIVING = ("ins", "moveTo")
_LEAVING = ("del", "moveFrom")
_CHANGES = (
    "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "tblGridChange",
    "tcPrChange", "trPrChange",
)  # fmt: skip
_RANGES = ("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd")
_MOVES = ("moveFrom", "moveTo")
# What former properties do not cover, and so is left as it stands: before them, or behind.
_BEFORE_FORMER = {
    "rPrChange": ("ins", "del", "moveFrom", "moveTo"),
    "sectPrChange": ("headerReference", "footerReference"),
}
_BEHIND_FORMER = {
    "pPrChange": ("rPr", "sectPr"),
    "trPrChange": ("ins", "del"),
    "tcPrChange": ("cellIns", "cellDel", "cellMerge"),
}


def accept(
    source: "Source", file: str = "", *, author: str | None = None, ids: "Collection[str | int] | None" = None
) -> bytes:
    """Return a Word file with its tracked changes made: all of them, or those of one author, or with one of some ids.

    `source` is the path of the file, or its bytes; `file` is how an error names these.
    What was not chosen stays pending.  Raises OrdainError for what is no whole Word file.
    """
    return _resolved(source, file, _choice(author, ids), taken=True)


def reject(
    source: "Source", file: str = "", *, author: str | None = None, ids: "Collection[str | int] | None" = None
) -> bytes:
    """Return a Word file with its tracked changes undone, chosen as `accept` does."""
    return _resolved(source, file, _choice(author, ids), taken=False)


def _choice(author: str | None, ids: "Collection[str | int] | None") -> Choice:
    if author is None and ids is None:
        return every
    wanted = None if ids is None else {str(key) for key in ids}

    def chosen(mark: Element) -> bool:
        return (author is None or mark.get(w("author")) == author) and (wanted is None or mark.get(w("id")) in wanted)

    return chosen


def _resolved(source: "Source", file: str, chosen: Choice, *, taken: bool) -> bytes:
    content = source if isinstance(source, bytes) else Path(source).read_bytes()
    package = open_package(content, file or ("-" if isinstance(source, bytes) else str(source)))
    for name in story_parts(package):
        resolve(package.tree(name), chosen, taken=taken)
    return package.to_bytes()


def resolve(story: Element, chosen: Choice, *, taken: bool) -> None:
    """Make (`taken`) or undo the chosen changes of one part, in place."""
    gone, staying = (_LEAVING, _ARRIVING) if taken else (_ARRIVING, _LEAVING)
    _cells(story, chosen, taken=taken)
    _rows(story, chosen, gone, staying)
    _contents(story, chosen, gone, staying)
    _properties(story, chosen, taken=taken)
    _paragraph_ends(story, chosen, gone, staying)
    _ranges(story)


def _marks(story: Element, names: "tuple[str, ...]") -> list[Element]:
    return list(story.iter(*_tags(names)))


def _marks_in(holder: Element, names: "tuple[str, ...]") -> "Iterator[Element]":
    return holder.iterchildren(*_tags(names))


@cache
def _tags(names: "tuple[str, ...]") -> tuple[str, ...]:
    return tuple(map(w, names))


def _rows(story: Element, chosen: Choice, gone: "tuple[str, ...]", staying: "tuple[str, ...]") -> None:
    for mark in [mark for row in _marks(story, ("trPr",)) for mark in _marks_in(row, (*gone, *staying))]:
        parent = mark.getparent()
        if parent is None or not chosen(mark):
            continue
        row = parent.getparent()
        parent.remove(mark)
        if local(mark) in gone and row is not None:
            _drop_from_table(row)


def _cells(story: Element, chosen: Choice, *, taken: bool) -> None:
    """Take out cells that go, and merge those that stay as they are or were merged."""
    for mark in _marks(story, ("cellIns", "cellDel", "cellMerge")):
        properties = mark.getparent()
        cell = None if properties is None else properties.getparent()
        if properties is None or cell is None or not chosen(mark):
            continue
        if local(mark) == "cellMerge":
            _merge(properties, mark.get(w("vMerge" if taken else "vMergeOrig"), ""))
        properties.remove(mark)
        if local(mark) == ("cellDel" if taken else "cellIns"):
            _drop_from_table(cell)


def _merge(properties: Element, said: str) -> None:
    """Merge a cell with the one above (`cont`), open a merged cell (`rest`), or neither."""
    for merged in list(properties.iterchildren(w("vMerge"))):
        properties.remove(merged)
    if said in _MERGED:
        at = sum(1 for child in properties if local(child) in _BEFORE_MERGED)
        properties.insert(at, make("vMerge", {"val": _MERGED[said]}))


_MERGED = {"cont": "continue", "rest": "restart"}
_BEFORE_MERGED = ("cnfStyle", "tcW", "gridSpan", "hMerge")


def _drop_from_table(element: Element) -> None:
    """Remove a row or a cell, and whatever it leaves empty: a content control round it, its row, its table."""
    parent = element.getparent()
    if parent is None:
        return
    parent.remove(element)
    kept = {
        "sdtContent": ("tr", "tc", "tbl", "p"),
        "sdt": ("sdtContent",),
        "customXml": ("tr", "tc", "tbl", "p"),
        "tr": ("tc",),
        "tbl": ("tr",),
    }
    inside = kept.get(local(parent))
    if inside is not None and next(parent.iter(*map(w, inside)), None) is None:
        _drop_from_table(parent)


def _contents(story: Element, chosen: Choice, gone: "tuple[str, ...]", staying: "tuple[str, ...]") -> None:
    """Take out what goes, and unwrap what stays."""
    if chosen is every:
        _all_contents(story, gone, staying)
        return
    for mark in _marks(story, (*gone, *staying)):
        parent = mark.getparent()
        if parent is None or local(parent) in _HOLDS_NO_CONTENT or not chosen(mark):
            continue
        name = local(mark)
        if name in gone:
            parent.remove(mark)
            continue
        for text in mark.iter(*_STRUCK) if name in _LEAVING else ():
            text.tag = _STRUCK[str(text.tag)]
        for child in list(mark):
            mark.addprevious(child)
        parent.remove(mark)


def _all_contents(story: Element, gone: "tuple[str, ...]", staying: "tuple[str, ...]") -> None:
    """Do the same where every change is chosen, by what lxml has for it: faster than one by one."""
    others = [mark for holder in _marks(story, _HOLDS_NO_CONTENT) for mark in _marks_in(holder, (*gone, *staying))]
    for mark in others:
        mark.tag = str(mark.tag) + _ASIDE
    etree.strip_elements(story, *_tags(gone), with_tail=False)
    for text in story.iter(*_STRUCK) if gone is _ARRIVING else ():
        if next(text.iterancestors(*_tags(_LEAVING)), None) is not None:
            text.tag = _STRUCK[str(text.tag)]
    etree.strip_tags(story, *_tags(staying))
    for mark in others:
        mark.tag = str(mark.tag).removesuffix(_ASIDE)


# A mark in these stands on the end of a paragraph, a row, or a number.
_HOLDS_NO_CONTENT = ("rPr", "trPr", "numPr")
_ASIDE = "-aside"

# What has another name inside a deletion.
_STRUCK = {w("delText"): w("t"), w("delInstrText"): w("instrText")}


def _properties(story: Element, chosen: Choice, *, taken: bool) -> None:
    for change in _marks(story, _CHANGES):
        now = change.getparent()
        if now is None or not chosen(change):
            continue
        now.remove(change)
        if taken:
            continue
        former = change[0] if len(change) else make(local(now))
        first, last = (
            [child for child in now if local(child) in kept.get(local(change), ())]
            for kept in (_BEFORE_FORMER, _BEHIND_FORMER)
        )
        now[:] = [*first, *former, *last]


def _paragraph_ends(story: Element, chosen: Choice, gone: "tuple[str, ...]", staying: "tuple[str, ...]") -> None:
    """Join a paragraph whose end goes with the one behind it, whose properties then hold."""
    ended: dict[Element, list[Element]] = {}
    for mark in _marks(story, (*gone, *staying)):
        paragraph = _ended(mark)
        if paragraph is not None and chosen(mark):
            ended.setdefault(paragraph, []).append(mark)
    for paragraph, marks in ended.items():
        for mark in marks:
            holder = mark.getparent()
            if holder is not None:
                holder.remove(mark)
        if not any(local(mark) in gone for mark in marks):
            continue
        following = _next_paragraph(paragraph)
        if following is not None:
            _join(paragraph, following)
        elif all(map(_is_mark, _content(paragraph))):
            _drop_empty_end(paragraph)


def _ended(mark: Element) -> Element | None:
    """Return the paragraph whose end a mark stands on, or None for a mark on anything else."""
    properties = mark.getparent()
    outer = None if properties is None or local(properties) != "rPr" else properties.getparent()
    return None if outer is None or local(outer) != "pPr" else outer.getparent()


def _next_paragraph(paragraph: Element) -> Element | None:
    """Return the paragraph that follows in the same story; a content control round either parts nothing."""
    at = paragraph
    while (parent := at.getparent()) is not None:
        for following in at.itersiblings():
            if local(following) == "p":
                return following
            if local(following) in _CONTROLS:
                return _first_paragraph(following)
            if local(following) not in (*_RANGES, "bookmarkStart", "bookmarkEnd"):
                return None
        if local(parent) not in _CONTROLS:
            return None
        at = parent
    return None


def _first_paragraph(control: Element) -> Element | None:
    """Return the paragraph that a content control of blocks opens with."""
    for child in control:
        if local(child) in _CONTROLS:
            return _first_paragraph(child)
        if local(child) in ("p", "tbl"):
            return child if local(child) == "p" else None
    return None


_CONTROLS = ("sdt", "sdtContent", "customXml")


def _join(paragraph: Element, following: Element) -> None:
    properties = following.find(w("pPr"))
    at = 0 if properties is None else 1
    held = _content(paragraph)
    if all(map(_is_mark, held)):
        held = []  # bookmarks and comments of a paragraph that is gone are about nothing
    for child in reversed(held):
        following.insert(at, child)
    parent = paragraph.getparent()
    assert parent is not None
    parent.remove(paragraph)


def _is_mark(element: Element) -> bool:
    """Whether an element only marks a place, a bookmark or a comment's, or is a link or the like round nothing."""
    if local(element) in _SHELLS:
        return next(element.iter(w("r"), *map(w, _WITHOUT_RUNS)), None) is None
    names = {local(child) for child in element} - {"rPr"} if local(element) == "r" else {local(element)}
    return names <= _PLACES


_SHELLS = frozenset(("sdt", "hyperlink", "smartTag", "customXml", "dir", "bdo"))
_WITHOUT_RUNS = ("fldSimple", "subDoc", "altChunk")
_PLACES = frozenset(
    ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference", "proofErr", *_RANGES)
)


def _drop_empty_end(paragraph: Element) -> None:
    """Remove an empty paragraph whose end goes and that has none behind it, where its story has another.

    Behind the last table of a story as well: whoever opens the file shows one there, whether it is written or not.
    """
    before, behind = (
        next((local(it) for it in paragraph.itersiblings(preceding=preceding) if local(it) not in _PLACES), "")
        for preceding in (True, False)
    )
    parent = paragraph.getparent()
    assert parent is not None
    enough = ("p", "sdt") if local(parent) == "tc" else ("p", "sdt", "tbl")
    if behind == "tbl" or before in enough:
        parent.remove(paragraph)


def _content(paragraph: Element) -> list[Element]:
    return [child for child in paragraph if local(child) != "pPr"]


def _ranges(story: Element) -> None:
    """Drop the ranges of moves in which nothing is pending any more."""
    opened: dict[str, list[Element]] = {}
    pending: set[str] = set()
    for mark in _marks(story, (*_RANGES, *_MOVES)):
        name, key = local(mark), mark.get(w("id"), "")
        if name in _MOVES:
            pending |= opened.keys()
        elif name.endswith("Start"):
            opened[key] = [mark]
            pending.discard(key)
        else:
            ends = [*opened.pop(key, ()), mark]
            for end in ends if key not in pending else ():
                _drop(end)
    for key, starts in opened.items():
        for start in starts if key not in pending else ():
            _drop(start)


def _drop(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
