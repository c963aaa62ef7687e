"""What a Word file says, read plainly and apart from the program: each paragraph, and what it looks like.

Two files that read the same here are the same to a reader: the words with their formats,
where links lead and what fields ask for, notes and boxes where they hang, pictures,
styles by name, lists by what they look like, tables with their cells, headers, pages.
Ids, and how words are cut into runs, are no part of it; nor are headers without words.
"""

import hashlib
import io
import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from lxml import etree

from ordain.word import accept, reject
from ordain.word.parts.names import SPACE, Element, R, W, local, w

How = Literal["as it is", "accept", "reject"]
Lines = list[tuple[object, ...]]

MARKS = ("ins", "del", "moveFrom", "moveTo")
CHANGES = (
    "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblGridChange", "trPrChange", "tcPrChange", "tblPrExChange",
)  # fmt: skip
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"


def plainly(content: bytes, how: How = "as it is") -> Lines:
    """Return what a file says, all its changes accepted or rejected where asked for."""
    resolved = {"accept": accept, "reject": reject}[how](content) if how != "as it is" else content
    file = _File(resolved)
    body = file.document.find(w("body"))
    assert body is not None
    assert not [mark for root in file.trees() for mark in root.iter(*map(w, (*MARKS, *CHANGES)))]
    return [*_blocks(file, body), *_running(file)]


def faults(content: bytes) -> list[str]:
    """Return what is wrong with the tracked changes of a file, by rules that a schema does not hold."""
    file = _File(content)
    out: list[str] = []
    ids = [mark.get(w("id")) for root in file.trees() for mark in root.iter(*map(w, (*MARKS, *CHANGES)))]
    ids += [
        it.get(w("id"))
        for root in file.trees()
        for it in root.iter(*map(w, ("moveFromRangeStart", "moveToRangeStart")))
    ]
    out += [f"revision id {key} is used {count} times" for key, count in Counter(ids).items() if count > 1 or not key]
    for root in file.trees():
        out += _moves(root)
        out += [fault for element in root.iter() if isinstance(element.tag, str) for fault in _fault(element)]
    return out


def _fault(element: Element) -> Iterator[str]:
    name = local(element) if str(element.tag).startswith(f"{{{W}}}") else ""
    parent = element.getparent()
    above = "" if parent is None else local(parent)
    if name in ("t", "instrText") and _revised(element) == "del":
        yield f"w:{name} in a deletion"
    if name in ("delText", "delInstrText") and _revised(element) != "del":
        yield f"w:{name} outside of a deletion"
    if name in MARKS and above == "rPr" and any(local(it) not in MARKS for it in element.itersiblings(preceding=True)):
        yield "the mark of an end is not first in its properties"
    if name in MARKS and above not in ("rPr", "trPr") and not len(element):
        yield f"an empty w:{name}"
    if name in MARKS and above in MARKS and (above, name) != ("ins", "del"):
        yield f"w:{name} in w:{above}"
    if name in CHANGES and element.getnext() is not None:
        yield f"w:{name} is not last"
    if name in ("hyperlink", "sdt", "p", "tbl", "fldSimple", "bookmarkStart", "bookmarkEnd") and above in MARKS:
        yield f"w:{name} in w:{above}"
    if name == "p" and len({_revised(sign) for sign in element.iter(w("fldChar")) if _holder(sign) is element}) > 1:
        yield from _fields(element)
    if name == "rPr" and above == "pPr" and len([it for it in element if local(it) in MARKS]) > 1:
        yield "two marks on one end"


def _fields(paragraph: Element) -> Iterator[str]:
    """Yield a fault for a field of which only a part is in a revision."""
    open_fields: list[tuple[str, ...]] = []
    for sign in paragraph.iter(w("fldChar")):
        if _holder(sign) is not paragraph:
            continue
        kind = sign.get(w("fldCharType"))
        if kind == "begin":
            open_fields.append((_revised(sign),))
        elif open_fields and _revised(sign) != open_fields[-1][0]:
            yield "a part of a field is in a revision"
        if kind == "end" and open_fields:
            open_fields.pop()


def _holder(element: Element) -> Element | None:
    return next(element.iterancestors(w("p")), None)


def _revised(element: Element) -> str:
    """Return the innermost revision that run content stands in, or nothing."""
    for above in element.iterancestors():
        if local(above) in MARKS:
            return local(above)
        if local(above) in ("p", "txbxContent"):
            break
    return ""


def _moves(root: Element) -> Iterator[str]:
    starts = {side: [it.get(w("name")) for it in root.iter(w(f"move{side}RangeStart"))] for side in ("From", "To")}
    if sorted(map(str, starts["From"])) != sorted(map(str, starts["To"])) or len(set(starts["From"])) < len(
        starts["From"]
    ):
        yield f"moves are not paired: from {starts['From']}, to {starts['To']}"
    for side in ("From", "To"):
        ids = [sorted(str(it.get(w("id"))) for it in root.iter(w(f"move{side}Range{end}"))) for end in ("Start", "End")]
        if ids[0] != ids[1]:
            yield f"the ranges of moves are not closed: {ids}"
        if any(True for _ in root.iter(w(f"move{side}"))) and not ids[0]:
            yield f"w:move{side} without a range"


@dataclass
class _File:
    """The parts of a file, as trees where they are XML; `lists` are those met so far, in order."""

    content: bytes
    parts: dict[str, bytes] = field(init=False)
    lists: dict[str, int] = field(default_factory=dict)
    part: str = ""

    def __post_init__(self) -> None:
        with zipfile.ZipFile(io.BytesIO(self.content)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self._trees: dict[str, Element] = {}
        links = self.links("")
        self.part = self.main = next(name for kind, name in links.values() if kind == "officeDocument")
        self.document = self.tree(self.main)
        styles = self.of_kind("styles")
        self.styles = {
            style.get(w("styleId")): (style.get(w("type")), _value(style, "name").casefold())
            for style in ([] if styles is None else styles.iter(w("style")))
        }

    def tree(self, name: str) -> Element:
        if name not in self._trees:
            self._trees[name] = etree.fromstring(self.parts[name])
        return self._trees[name]

    def links(self, part: str) -> dict[str, tuple[str, str]]:
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        out = {}
        for it in etree.fromstring(self.parts[rels]) if rels in self.parts else ():
            target = it.get("Target", "")
            if it.get("TargetMode") != "External":
                target = posixpath.normpath(target[1:] if target.startswith("/") else posixpath.join(folder, target))
            out[it.get("Id", "")] = (it.get("Type", "").rsplit("/", 1)[-1], target)
        return out

    def of_kind(self, kind: str) -> Element | None:
        name = next((name for its, name in self.links(self.main).values() if its == kind and name in self.parts), None)
        return None if name is None else self.tree(name)

    def trees(self) -> list[Element]:
        kinds = ("footnotes", "endnotes", "header", "footer")
        names = {name for kind, name in self.links(self.main).values() if kind in kinds and name in self.parts}
        return [self.document, *(self.tree(name) for name in sorted(names))]


def _blocks(file: _File, container: Element) -> Lines:
    out: Lines = []
    for child in container:
        name = local(child)
        if name == "p":
            out.append(_paragraph(file, child))
        elif name == "tbl":
            out += _table(file, child)
        elif name in ("sdt", "sdtContent", "customXml", "smartTag"):
            out += _blocks(file, child)
        elif name == "sectPr":
            out.append(("page", _page(child)))
    return out


def _table(file: _File, table: Element) -> Lines:
    out: Lines = [("table", _said(file, table.find(w("tblPr"))), _said(file, table.find(w("tblGrid"))))]
    for row in table.iter(w("tr")):
        if next(row.iterancestors(w("tbl"))) is not table:
            continue
        out.append(("row", _said(file, row.find(w("trPr")))))
        for cell in row.iter(w("tc")):
            if next(cell.iterancestors(w("tr"))) is row:
                out += [("cell", _said(file, cell.find(w("tcPr")))), *_blocks(file, cell)]
    return [*out, ("end of table",)]


def _paragraph(file: _File, paragraph: Element) -> tuple[object, ...]:
    properties = paragraph.find(w("pPr"))
    style = numbering = None
    rest: tuple[object, ...] = ()
    page = None
    if properties is not None:
        style = _value(properties, "pStyle") or None
        style = str(file.styles.get(style, style)) if style else None
        numbering = _numbering(file, properties.find(w("numPr")))
        rest = _said(file, properties, ("pStyle", "numPr", "rPr", "sectPr"))
        section = properties.find(w("sectPr"))
        page = None if section is None else _page(section)
    words = _merged(_words(file, paragraph, ""))
    return "paragraph", style, numbering, words, rest, page


def _numbering(file: _File, properties: Element | None) -> object:
    """Return which list of those met so far, what it looks like, and the level; None for no number."""
    if properties is None:
        return None
    key, level = _value(properties, "numId"), _value(properties, "ilvl")
    numbering = file.of_kind("numbering")
    for listed in () if numbering is None else numbering.iter(w("num")):
        if listed.get(w("numId")) == key:
            base = _value(listed, "abstractNumId")
            shape = [
                (level.get(w("ilvl")), _value(level, "numFmt"), _value(level, "lvlText"))
                for it in numbering.iter(w("abstractNum"))  # type: ignore[union-attr]
                if it.get(w("abstractNumId")) == base
                for level in it.iter(w("lvl"))
            ]
            return file.lists.setdefault(key, len(file.lists)), level, str(shape)
    return None if key in ("0", "") else ("no list", key, level)


def _words(file: _File, parent: Element, link: str) -> Iterator[tuple[str, object]]:
    """Yield what stands in a paragraph, piece by piece, each with its look; the signs of fields have none."""
    for child in parent:
        name = local(child)
        if name == "r":
            look = _said(file, child.find(w("rPr")))
            for held in child.iterchildren("*"):
                sign = local(held) in ("fldChar", "instrText")
                yield from ((text, "field" if sign else (look, link)) for text in _letters(file, held))
        elif name == "hyperlink":
            target = file.links(file.part).get(child.get(f"{{{R}}}id", ""), ("", ""))[1]
            yield from _words(file, child, f"{target}#{child.get(w('anchor'), '')}")
        elif name == "fldSimple":
            yield f"⟦field {' '.join(child.get(w('instr'), '').split())}|", "field"
            yield from _words(file, child, link)
            yield "⟧", "field"
        elif name in ("sdt", "sdtContent", "smartTag", "customXml", "ins", "del", "bdo", "dir"):
            yield from _words(file, child, link)


def _letters(file: _File, held: Element) -> Iterator[str]:
    name = local(held)
    if name == "t":
        yield (held.text or "") if held.get(SPACE) == "preserve" else (held.text or "").strip(" \t\r\n")
    elif name in ("footnoteReference", "endnoteReference"):
        yield f"⟦{name} {_note(file, name.removesuffix('Reference'), held.get(w('id'), ''))}⟧"
    elif name == "fldChar":
        kind = held.get(w("fldCharType"))
        yield {"begin": "⟦field ", "separate": "|", "end": "⟧"}.get(str(kind), "?")
    elif name == "instrText":
        yield " ".join((held.text or "").split())
    elif name in ("AlternateContent", "drawing", "pict", "object"):
        yield from _drawn(file, held)
    elif name not in ("rPr", "lastRenderedPageBreak", "commentReference", "bookmarkStart", "bookmarkEnd", "proofErr"):
        yield f"⟦{'br' if name == 'cr' else name} {sorted(held.attrib.values())}⟧"


def _note(file: _File, kind: str, key: str) -> object:
    root = file.of_kind(f"{kind}s")
    part = next((name for its, name in file.links(file.main).values() if its == f"{kind}s"), "")
    for note in () if root is None else root.iter(w(kind)):
        if note.get(w("id")) == key:
            around, file.part = file.part, part
            held = _blocks(file, note)
            file.part = around
            return held
    return "nothing"


def _drawn(file: _File, held: Element) -> Iterator[str]:
    links = file.links(file.part)
    for blip in held.iter(_BLIP):
        target = links.get(blip.get(f"{{{R}}}embed", ""), ("", ""))[1]
        yield f"⟦picture {hashlib.sha256(file.parts.get(target, b'')).hexdigest()[:8]}⟧"
    boxes = [it for it in held.iter(w("txbxContent")) if not _is_inside(it, held)]
    said = [str(_blocks(file, box)) for box in boxes]
    if local(held) == "AlternateContent" and said:  # its second form, for old programs, may be left out
        yield f"⟦box {said[0]}⟧" if len({*said}) == 1 else f"⟦box of two texts {said}⟧"
    else:
        yield f"⟦drawing {said}⟧"


def _is_inside(box: Element, drawing: Element) -> bool:
    outer = next(box.iterancestors(w("txbxContent")), None)
    return outer is not None and drawing in list(outer.iterancestors())


def _merged(pieces: "Iterator[tuple[str, object]]") -> tuple[tuple[str, object], ...]:
    out: list[tuple[str, object]] = []
    for text, look in pieces:
        if not text:
            continue
        if out and out[-1][1] == look:
            out[-1] = (out[-1][0] + text, look)
        else:
            out.append((text, look))
    return tuple(out)


def _said(file: _File, properties: Element | None, without: "tuple[str, ...]" = ()) -> tuple[object, ...]:
    """Return properties in one order, styles by name."""
    if properties is None:
        return ()
    held = [child for child in properties if isinstance(child.tag, str) and local(child) not in without]
    return tuple(sorted((_one(file, child) for child in held), key=str))


def _one(file: _File, child: Element) -> tuple[object, ...]:
    if local(child) in ("rStyle", "tblStyle", "pStyle"):
        key = child.get(w("val"))
        return local(child), str(file.styles.get(key, key))
    values = sorted((str(name).rpartition("}")[2], str(value)) for name, value in child.attrib.items())
    return (
        local(child),
        tuple(values),
        tuple(_one(file, it) for it in child if local(it) not in ("bookmarkStart", "bookmarkEnd")),
    )


def _page(section: Element) -> object:
    references = ("headerReference", "footerReference")
    held = [(local(it), sorted(map(str, it.attrib.values()))) for it in section if local(it) not in references]
    return str(sorted(held))


def _use(reference: Element) -> str:
    return str(reference.get(w("type"), "default"))


def _running(file: _File) -> Lines:
    """Return the headers of each section; one that it shows as the section before does is not said again."""
    out: Lines = []
    links = file.links(file.main)
    shown: dict[tuple[str, str | None], str] = {}
    for at, section in enumerate(file.document.iter(w("sectPr"))):
        for reference in sorted(
            section.iter(w("headerReference"), w("footerReference")), key=lambda it: (local(it), _use(it))
        ):
            name = links.get(reference.get(f"{{{R}}}id", ""), ("", ""))[1]
            use = (local(reference), _use(reference))
            if name not in file.parts or shown.get(use) == name:
                continue
            shown[use] = name
            file.part = name
            held = _blocks(file, file.tree(name))
            file.part = file.main
            if any(line[0] != "paragraph" or line[3] for line in held):
                out += [("running", at, *use), *held]
    return out


def _value(parent: Element, name: str) -> str:
    child = parent.find(w(name))
    return "" if child is None else child.get(w("val"), "")
