"""Random Word files, written as WordprocessingML, for tests that redline two of them.

A file is written by drawing its blocks one by one; `tests.word.alterations` then changes a
copy of it, as people and other programs do.
"""

import copy
import io
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar
from xml.sax.saxutils import escape

from lxml import etree

from ordain.word.parts.names import Element, R, W, local, w

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")

_NAMES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": W,
        "r": R,
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

SENTENCES = (
    "The clerk shall keep the record of each permit.",
    "The mayor signs the bill within ten days.",
    "A fee of $25.00 is due on the first day of the month; no fee is refunded.",
    "Repealed.",
    "Section 3(A)(1) applies to every owner, tenant, or agent.",
    "(a) Notice by mail, and (b) notice by hand.",
    "Fee",
    "No person may park here.",
    "هذا القانون ساري المفعول.",
    "本条例は公布の日から施行する。",
    "The 𝒜 form 😀 is due.",
    "x",
    "The clerk shall keep the record of each permit. The mayor signs the bill within ten days. No person may park here.",
)
WORDS = ("fee", "twelve", "shall not", "clerk", "1,000", "§ 4", "", ".", "המועצה", "𝒵")
LOOKS = (
    "", "", "", "<w:b/>", "<w:i/>", '<w:color w:val="C00000"/>', '<w:rStyle w:val="Emphasis"/>',
    '<w:b/><w:sz w:val="28"/>', '<w:u w:val="single"/>', "<w:rtl/>", '<w:rFonts w:eastAsia="SimSun"/>',
)  # fmt: skip
STYLES = ("", "", "", "Heading1", "Quote", "ListItem")
LISTS = ("", "", "", "", "1", "2")
SHAPES = (
    "", "", '<w:jc w:val="center"/>', '<w:ind w:left="720"/>', "<w:keepNext/>",
    '<w:tabs><w:tab w:val="left" w:pos="900"/></w:tabs>',
)  # fmt: skip
SIGNS = (
    "<w:br/>", "<w:cr/>", "<w:noBreakHyphen/>", "<w:softHyphen/>", '<w:br w:type="page"/>',
    '<w:sym w:font="Wingdings" w:char="F0FC"/>',
)  # fmt: skip
# What a paragraph's properties hold, in the order of the schema.
ORDER = ("pStyle", "keepNext", "pageBreakBefore", "numPr", "tabs", "bidi", "ind", "jc", "rPr", "sectPr")
PLACES = ("https://example.org/a", "https://example.org/b", "#Mark1", "#Gone")
FIELDS = (
    (" PAGE ", "1"), (" REF Mark1 \\h ", "Section 1"), (" REF Mark1 \\h ", "Section 2"), (" SEQ Table ", "3"),
    (' DATE \\@ "d MMMM" ', "4 May"),
)  # fmt: skip
PICTURES = tuple(
    bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010806000000" + "1f15c4890000000d49444154789c63" + tail
    )
    for tail in (
        "f8cfc0f01f000501020105d5a1ed0000000049454e44ae426082",
        "60606060f80f0001040100a1f4d6ee0000000049454e44ae426082",
    )
)


# Whether a file may have several sections and headers: those of sections that come and go
# are not always told apart (see `tests/word/test_headers_of_sections.py`).
HEADERS_IN_SECTIONS = True


@dataclass
class File:
    """A Word file that is being made: the trees of its stories, and what they refer to."""

    document: Element
    notes: dict[str, Element] = field(default_factory=dict)
    headers: dict[str, Element] = field(default_factory=dict)
    targets: dict[str, str] = field(default_factory=dict)
    styles: Element = field(default_factory=lambda: parsed(_STYLES))
    numbering: Element = field(default_factory=lambda: parsed(_NUMBERING))

    @property
    def body(self) -> Element:
        body = self.document.find(w("body"))
        assert body is not None
        return body

    def stories(self) -> list[Element]:
        """Return the elements that hold blocks: the body, each note, each header."""
        notes = [note for root in self.notes.values() for note in root if note.get(w("type")) is None]
        return [self.body, *notes, *self.headers.values()]

    def roots(self) -> list[Element]:
        return [self.document, *self.notes.values(), *self.headers.values()]

    def link(self, target: str) -> str:
        """Return the id of a relationship to a place outside or to a header."""
        key = f"rId{len(self.targets) + 20}"
        self.targets[key] = target
        return key

    def saved(self) -> bytes:
        """Return the file, with numbers that are free for what has one."""
        for at, mark in enumerate(it for root in self.roots() for it in root.iter() if local(it) == "docPr"):
            mark.set("id", str(at + 1))
        for root in self.roots():
            self._close(root)
        parts = {
            "word/document.xml": (self.document, "document.main"),
            "word/styles.xml": (self.styles, "styles"),
            "word/numbering.xml": (self.numbering, "numbering"),
            **{f"word/{kind}s.xml": (root, f"{kind}s") for kind, root in self.notes.items()},
            **{f"word/{name}": (root, name.rstrip("0123456789.xml")) for name, root in self.headers.items()},
        }
        links = {f"rId{at}": name for at, name in enumerate(list(parts)[1:], start=1)}
        kinds = {f"word/{name}": name.rstrip("0123456789.xml") for name in self.headers}
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("[Content_Types].xml", _content_types({name: kind for name, (_, kind) in parts.items()}))
            archive.writestr("_rels/.rels", _relationships({"rId1": ("officeDocument", "word/document.xml")}))
            shown = {key: (kinds.get(name, name[5:-4]), name[5:]) for key, name in links.items() if name not in kinds}
            shared = {key: ("hyperlink", target) for key, target in self.targets.items() if target.startswith("http")}
            shared |= {f"rIdP{at}": ("image", f"media/image{at}.png") for at in range(len(PICTURES))}
            told = {key: (kinds[f"word/{to}"], to) for key, to in self.targets.items() if f"word/{to}" in kinds}
            for name, (root, _) in parts.items():
                archive.writestr(name, etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
                if root in self.roots():
                    its = {**shown, **told, **shared} if root is self.document else shared
                    archive.writestr(f"word/_rels/{name[5:]}.rels", _relationships(its))
            for at, picture in enumerate(PICTURES):
                archive.writestr(f"word/media/image{at}.png", picture)
        return out.getvalue()

    def _close(self, root: Element) -> None:
        """Make whole what altering left in pieces: stories without a paragraph, second copies of boxes, bookmarks."""
        stories = {"footnotes": [], "endnotes": [], "document": [self.body]}.get(local(root), [root])
        for story in [*root.iter(w("tc"), w("txbxContent")), *stories]:
            _end_in_paragraph(story)
        for content in root.iter(w("sdtContent")):
            control = content.getparent()
            if not len(content) and control is not None and local(control.getparent()) != "p":  # type: ignore[arg-type]
                content.append(made("<w:p/>"))
        for drawing in root.iter(f"{_MC}AlternateContent"):
            first, *others = drawing.iter(w("txbxContent"))
            for other in others:
                other[:] = [copy.deepcopy(child) for child in first]
        _keep_whole_bookmarks(root)


def _end_in_paragraph(story: Element) -> None:
    held = [it for it in story if local(it) in ("p", "tbl", "sdt")]
    if not held or local(held[-1]) != "p" or held[-1].find(f"{w('pPr')}/{w('sectPr')}") is not None:
        at = story.index(held[-1]) + 1 if held else len(story.findall(w("tcPr")))
        story.insert(at, made("<w:p/>"))


def _keep_whole_bookmarks(root: Element) -> None:
    seen: set[str] = set()
    for start in list(root.iter(w("bookmarkStart"))):
        name = start.get(w("name"), "")
        ends = [it for it in root.iter(w("bookmarkEnd")) if it.get(w("id")) == start.get(w("id"))]
        if name in seen or len(ends) != 1:
            for it in (start, *ends):
                it.getparent().remove(it)  # type: ignore[union-attr]
        seen.add(name)


class Writer:
    """Draws blocks for a file, one by one."""

    def __init__(self, choose: "Callable[[int], int]") -> None:
        """`choose` returns a number from 0 to the one it is given."""
        self.upto = choose
        self.file = File(parsed(f"<w:document {_NAMES}><w:body>{_section()}</w:body></w:document>"))

    def one(self, options: "Sequence[T]") -> T:
        return options[self.upto(len(options) - 1)]

    @property
    def may_part(self) -> bool:
        """Whether the file may get another section."""
        return HEADERS_IN_SECTIONS or not self.file.headers

    def document(self) -> File:
        """Return a file of a few blocks, with or without headers."""
        body = self.file.body
        for _ in range(2 + self.upto(7)):
            for block in self.block():
                body.insert(len(body) - 1, block)
        if self.upto(3) == 3:
            self.header(body[-1])
        return self.file

    def block(self, depth: int = 0) -> list[Element]:
        match self.upto(11):
            case 8 if depth < 2:
                return [self.table(depth)]
            case 9 if depth == 0:
                inner = "".join(etree.tostring(it).decode() for it in self.block(2))
                return [
                    made(f'<w:sdt><w:sdtPr><w:tag w:val="t"/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>')
                ]
            case 10 if depth == 0 and self.may_part:
                paragraph = self.paragraph(plain=True)
                section = made(_section(self.one(("", "landscape"))))
                properties_of(paragraph).append(section)
                if self.upto(2) == 2 and HEADERS_IN_SECTIONS:
                    self.header(section)
                return [paragraph]
            case 11:
                return [made("<w:p/>")]
            case _:
                return [self.paragraph()]

    def paragraph(self, *, plain: bool = False) -> Element:
        style, listed = self.one(STYLES), self.one(LISTS)
        said = f'<w:pStyle w:val="{style}"/>' if style else ""
        shape = self.one(SHAPES)
        if listed:
            said += f'<w:numPr><w:ilvl w:val="{self.upto(1)}"/><w:numId w:val="{listed}"/></w:numPr>'
        if shape == "<w:keepNext/>":
            said = said.replace("<w:numPr>", f"{shape}<w:numPr>") if listed else said + shape
        else:
            said += shape
        if self.upto(7) == 7:
            said += "<w:rPr><w:b/></w:rPr>"
        paragraph = made(f"<w:p>{f'<w:pPr>{said}</w:pPr>' if said else ''}</w:p>")
        for _ in range(1 + self.upto(2)):
            for item in self.item(plain=plain):
                paragraph.append(item)
        return paragraph

    def item(self, *, plain: bool = False) -> list[Element]:
        """Return something that stands in a paragraph; where it must be `plain`, letters."""
        return [self.run()] if plain or self.upto(1) else self.one(self._items)()

    @property
    def _items(self) -> "tuple[Callable[[], list[Element]], ...]":
        return (
            lambda: [self.run(), self.run()],
            lambda: [made(f"<w:r><w:t>{self.word()}</w:t><w:tab/><w:t>{self.word()}</w:t></w:r>")],
            lambda: [made(f"<w:r>{self.one(SIGNS)}</w:r>")],
            lambda: [self.note(self.one(("footnote", "endnote")))],
            lambda: [self.hyperlink()],
            self.field,
            self.bookmark,
            lambda: [
                made(
                    f'<w:sdt><w:sdtPr><w:tag w:val="i"/></w:sdtPr><w:sdtContent>{_text(self.run())}</w:sdtContent></w:sdt>'
                )
            ],
            lambda: [self.box()],
            lambda: [made(_PICTURE.format(self.upto(1)))],
        )

    def bookmark(self) -> list[Element]:
        key = str(self.upto(10_000))
        start = made(f'<w:bookmarkStart w:id="{key}" w:name="Mark{self.upto(3)}"/>')
        return [start, self.run(), made(f'<w:bookmarkEnd w:id="{key}"/>')]

    def run(self) -> Element:
        look = self.one(LOOKS)
        said = f"<w:rPr>{look}</w:rPr>" if look else ""
        text = self.one(SENTENCES)
        if self.upto(9) == 9:
            return made(f"<w:r>{said}<w:t>{text}</w:t></w:r>")
        return made(f'<w:r>{said}<w:t xml:space="preserve">{text}{self.one(("", " "))}</w:t></w:r>')

    def word(self) -> str:
        return self.one(WORDS) or "word"

    def hyperlink(self) -> Element:
        place = self.one(PLACES)
        where = f'w:anchor="{place[1:]}"' if place.startswith("#") else f'r:id="{self.file.link(place)}"'
        return made(f"<w:hyperlink {where}>{_text(self.run())}</w:hyperlink>")

    def field(self) -> list[Element]:
        code, shown = self.one(FIELDS)
        look = self.one(("", "", "<w:rPr><w:b/></w:rPr>"))
        if self.upto(1):
            return [
                made(
                    f'<w:fldSimple w:instr="{escape(code, {chr(34): "&quot;"})}"><w:r>{look}<w:t>{shown}</w:t></w:r></w:fldSimple>'
                )
            ]
        signs = [f'<w:r>{look}<w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
        code = f'<w:r>{look}<w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
        return [made(xml) for xml in (signs[0], code, signs[1], f"<w:r>{look}<w:t>{shown}</w:t></w:r>", signs[2])]

    def note(self, kind: str) -> Element:
        """Return a reference to a new note."""
        root = self.file.notes.setdefault(kind, parsed(_NOTES.format(kind, _NAMES)))
        key = max(int(it.get(w("id"), "0")) for it in root) + 1
        held = [self.paragraph(plain=True) for _ in range(1 + self.upto(1))]
        mark = made(f'<w:r><w:rPr><w:rStyle w:val="NoteMark"/></w:rPr><w:{kind}Ref/></w:r>')
        held[0].insert(len(held[0].findall(w("pPr"))), mark)
        note = made(f'<w:{kind} w:id="{key}"/>')
        note.extend(held)
        root.append(note)
        return made(f'<w:r><w:rPr><w:rStyle w:val="NoteMark"/></w:rPr><w:{kind}Reference w:id="{key}"/></w:r>')

    def box(self) -> Element:
        held = "".join(_text(self.paragraph(plain=True)) for _ in range(1 + self.upto(1)))
        return made(_BOX.format(held))

    def header(self, section: Element) -> None:
        """Give a section a header or footer that it has not."""
        if len(list(self.file.document.iter(w("sectPr")))) > 1 and not HEADERS_IN_SECTIONS:
            return
        kind, use = self.one(("header", "footer")), self.one(("default", "default", "even"))
        if any(it.get(w("type")) == use for it in section.iter(w(f"{kind}Reference"))):
            return
        name = f"{kind}{len(self.file.headers) + 1}.xml"
        root = parsed(f"<w:{'hdr' if kind == 'header' else 'ftr'} {_NAMES}/>")
        root.extend(self.paragraph(plain=True) for _ in range(1 + self.upto(1)))
        self.file.headers[name] = root
        reference = made(f'<w:{kind}Reference w:type="{use}" r:id="{self.file.link(name)}"/>')
        section.insert(0, reference)

    def table(self, depth: int = 0) -> Element:
        columns = 1 + self.upto(2)
        grid = '<w:gridCol w:w="1000"/>' * columns
        table = made(f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid></w:tbl>')
        table.extend(self.row(columns, depth) for _ in range(1 + self.upto(3)))
        return table

    def row(self, columns: int, depth: int = 0) -> Element:
        row = made("<w:tr/>")
        if self.upto(7) == 7:
            row.append(made("<w:trPr><w:cantSplit/></w:trPr>"))
        left = columns
        while left:
            span = 1 + (self.upto(left - 1) if self.upto(7) == 7 else 0)
            left -= span
            row.append(self.cell(span, depth))
        return row

    def cell(self, span: int = 1, depth: int = 0) -> Element:
        said = f'<w:tcW w:w="{1000 * span}" w:type="dxa"/>'
        said += f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        said += self.one(("", "", "", "", "", '<w:vMerge w:val="restart"/>', "<w:vMerge/>"))
        cell = made(f"<w:tc><w:tcPr>{said}</w:tcPr></w:tc>")
        for _ in range(1 + self.upto(1)):
            cell.extend(self.block(depth + 1) if self.upto(3) == 3 else [self.paragraph()])
        if local(cell[-1]) != "p":
            cell.append(made("<w:p/>"))
        return cell


def file_of(*blocks: str) -> bytes:
    """Return a file whose body holds `blocks`."""
    file = File(parsed(f"<w:document {_NAMES}><w:body>{''.join(blocks)}{_section()}</w:body></w:document>"))
    return file.saved()


def made(xml: str) -> Element:
    """Return the element that `xml` says."""
    return parsed(f"<x {_NAMES}>{xml}</x>")[0]


def parsed(xml: str) -> Element:
    return etree.fromstring(xml)


def properties_of(paragraph: Element) -> Element:
    """Return the properties of a paragraph, which is given some if it has none."""
    found = paragraph.find(w("pPr"))
    if found is None:
        found = made("<w:pPr/>")
        paragraph.insert(0, found)
    return found


def _text(element: Element) -> str:
    return etree.tostring(element).decode()


def _section(kind: str = "") -> str:
    size = 'w:w="15840" w:h="12240" w:orient="landscape"' if kind else 'w:w="12240" w:h="15840"'
    return f'<w:sectPr><w:pgSz {size}/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>'


def _content_types(parts: "dict[str, str]") -> str:
    told = "".join(
        f'<Override PartName="/{name}" ContentType="{_TYPES.format(kind)}"/>' for name, kind in parts.items()
    )
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="{rels}"/>'
        f'<Default Extension="png" ContentType="image/png"/><Default Extension="xml" ContentType="application/xml"/>'
        f"{told}</Types>"
    )


def _relationships(links: "dict[str, tuple[str, str]]") -> str:
    told = "".join(
        f'<Relationship Id="{key}" Type="{R}/{kind}" Target="{target}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if kind == 'hyperlink' else ''}/>"
        for key, (kind, target) in links.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{told}</Relationships>'


_STYLES: str = f"""<w:styles {_NAMES}>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>\
<w:next w:val="Normal"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="ListItem"><w:name w:val="List Item"/><w:basedOn w:val="Normal"/><w:pPr>\
<w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
<w:style w:type="character" w:styleId="Emphasis"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="character" w:styleId="NoteMark"><w:name w:val="note mark"/>\
<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
</w:styles>"""

_LEVEL = '<w:lvl w:ilvl="{0}"><w:start w:val="1"/><w:numFmt w:val="{1}"/><w:lvlText w:val="{2}"/><w:lvlJc w:val="left"/></w:lvl>'
_NUMBERING: str = (
    f"<w:numbering {_NAMES}>"
    + "".join(
        f'<w:abstractNum w:abstractNumId="{key}"><w:multiLevelType w:val="multilevel"/>'
        f"{_LEVEL.format(0, formats[0], texts[0])}{_LEVEL.format(1, formats[1], texts[1])}</w:abstractNum>"
        for key, formats, texts in (
            (1, ("decimal", "lowerLetter"), ("%1.", "(%2)")),
            (2, ("upperRoman", "decimal"), ("%1.", "%1.%2")),
        )
    )
    + "".join(f'<w:num w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>' for key in (1, 2))
    + "</w:numbering>"
)
_NOTES = (
    '<w:{0}s {1}><w:{0} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{0}>'
    '<w:{0} w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:{0}></w:{0}s>'
)
_BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="914400" cy="914400"/>'
    '<wp:docPr id="1" name="Box"/><a:graphic>'
    '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
    '<wps:cNvSpPr txBox="1"/><wps:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
    "<wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
    "</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>"
    '<v:rect style="width:72pt;height:72pt"><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></v:rect>'
    "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
_PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="9525" cy="9525"/><wp:docPr id="1" name="Picture"/><a:graphic>'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
    '<pic:cNvPr id="0" name="Picture"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdP{0}"/>'
    '<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="9525" cy="9525"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)
