"""Compose the clean print of a draft as a .docx, in the house's layout.

One paragraph of the print is one unit of the draft: heading lines, text, foot.  Every
format is a style, so that a redline of two prints shows words and never formats.
"""

import datetime
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_UNDERLINE
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from ordain.model.heading import ORDER, footer, header, heading
from ordain.model.numbering import Level
from ordain.model.provision import heading_of
from ordain.model.unit import Story, Unit
from ordain.text.segments import Mark
from ordain.markup.marks import marks_text, shown
from ordain.word.names import SPACE, make, w
from ordain.word.package import open_package
from ordain.word.read import bookmark_name
from ordain.word.record import set_properties

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import CharacterStyle, ParagraphStyle

    from ordain.compare.redline import Redline
    from ordain.model.draft import Draft
    from ordain.model.house import House, Layout, MarkStyle
    from ordain.word.names import Element
    from ordain.word.package import Package

# Where neither draft nor caller gives a date: the clock would give other bytes each time.
EPOCH = datetime.datetime(2000, 1, 1, tzinfo=datetime.timezone.utc)

_STYLES = {
    Level.TITLE: "Leg Title",
    Level.RECITAL: "Leg Recital",
    Level.ENACTING: "Leg Enacting",
    Level.SECTION: "Leg Section",
    Level.CODE: "Leg Code Section",
    Level.SUBSECTION: "Leg Level 1",
    Level.PARAGRAPH: "Leg Level 2",
    Level.SUBPARAGRAPH: "Leg Level 3",
    Level.ITEM: "Leg Level 4",
    Level.SUBITEM: "Leg Level 5",
    Level.FURTHER: "Leg Further",
}
_INSIDE = (Level.SUBSECTION, Level.PARAGRAPH, Level.SUBPARAGRAPH, Level.ITEM, Level.SUBITEM)


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph of the print: its style, its words by character style, and the id it carries."""

    style: str
    runs: tuple[tuple[str, str | None], ...]
    id: str | None = None


def compose(draft: "Draft", house: "House") -> bytes:
    """Return the clean print of a draft."""
    units = (*heading(draft, house), *draft.units())
    return _composed(draft, house, [_clean(unit, at, draft) for at, unit in enumerate(units, start=1)])


def compose_marked(draft: "Draft", house: "House", redline: "Redline") -> bytes:
    """Return the marked bill: the print of the new draft with the house's literal marks.

    It holds no tracked changes, so that nobody accepts a bracket into the law.
    """
    marks = house.bill_marks()
    top = [block for block in redline.heading if (block.new or block.old or _NOTHING).story is Story.HEADING]
    paragraphs = []
    for at, block in enumerate([*top, *redline.blocks], start=1):
        unit = block.new or block.old
        assert unit is not None
        runs = tuple(
            (marks_text(part.text, part.mark, marks), _MARKED.get(part.mark)) for part in shown(block)
        )
        paragraphs.append(_Paragraph(_style_of(unit, at, draft), runs))
    return _composed(draft, house, paragraphs)


_NOTHING = Unit(tokens=())

# Character styles of the marked bill.
_MARKED = {Mark.ADDED: "Leg New Material", Mark.STRUCK: "Leg Deleted Material"}


def _composed(draft: "Draft", house: "House", paragraphs: "list[_Paragraph]") -> bytes:
    document = docx.Document()
    _page(document, house.layout)
    _styles(document, house)
    _properties(document, draft, house)
    for at, paragraph in enumerate(paragraphs):
        _add(document, paragraph, str(at))
    _running(document, header(draft, house), footer(draft, house))
    return _finished(document, draft)


def _clean(unit: "Unit", at: int, draft: "Draft") -> _Paragraph:
    """Return a unit as a paragraph; the label and the heading of a section in the caption style."""
    style, line = _style_of(unit, at, draft), unit.line
    caption = 0
    if unit.level in (Level.SECTION, Level.CODE):
        opening = heading_of(unit.text)
        caption = len(line) - len(unit.text) + len(opening) if opening else len(unit.label)
    runs = ((line[:caption], "Leg Caption"), (line[caption:], None))
    return _Paragraph(style, tuple(run for run in runs if run[0]), unit.id)


def _style_of(unit: "Unit", at: int, draft: "Draft") -> str:
    return _STYLES[unit.level] if unit.level is not None else _heading_style(draft, at)


def _heading_style(draft: "Draft", at: int) -> str:
    return f"Leg Order Heading {at}" if draft.front.instrument == ORDER else f"Leg Heading {at}"


def _page(document: "Document", layout: "Layout") -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Pt(layout.width), Pt(layout.height)
    top, right, bottom, left = layout.margins
    section.top_margin, section.right_margin = Pt(top), Pt(right)
    section.bottom_margin, section.left_margin = Pt(bottom), Pt(left)
    section.header_distance = section.footer_distance = Pt(min(top, bottom) / 2)
    if layout.line_numbers:
        numbers = make("lnNumType", {"countBy": "1", "restart": "newPage", "distance": "360"})
        margins = section._sectPr.find(qn("w:pgMar"))  # noqa: SLF001 - python-docx has no line numbers of its own
        assert margins is not None
        margins.addnext(numbers)


def _styles(document: "Document", house: "House") -> None:
    layout = house.layout
    normal = _style(document, "Normal")
    normal.font.name, normal.font.size = layout.font, Pt(layout.size)
    fonts = normal.element.rPr.rFonts
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), layout.font)
    normal.paragraph_format.space_after = normal.paragraph_format.space_before = Pt(0)
    normal.paragraph_format.widow_control = True
    body = _added(document, "Leg Text", "Normal")
    body.font.bold = layout.bold
    body.paragraph_format.line_spacing = layout.spacing
    body.paragraph_format.space_after = Pt(layout.after)
    for level, name in _STYLES.items():
        style = _added(document, name, "Leg Text")
        if level is Level.TITLE:
            style.font.bold = True
            style.element.get_or_add_pPr().append(make("outlineLvl", {"val": "0"}))
        if level in (Level.SECTION, Level.CODE):
            style.element.get_or_add_pPr().append(make("outlineLvl", {"val": "1"}))
        if level in (Level.RECITAL, Level.SECTION, Level.CODE, Level.FURTHER):
            style.paragraph_format.first_line_indent = Pt(layout.indent)
        if level in _INSIDE:
            style.paragraph_format.left_indent = Pt(layout.indent * (_INSIDE.index(level) + 1))
            style.paragraph_format.first_line_indent = Pt(layout.indent)
    headed = [(f"Leg Heading {at}", line) for at, line in enumerate(layout.heading, start=1)]
    headed += [(f"Leg Order Heading {at}", line) for at, line in enumerate(layout.order_heading, start=1)]
    for name, line in headed:
        style = _added(document, name, "Normal")
        style.font.size, style.font.bold = Pt(line.size), line.bold
        style.paragraph_format.line_spacing = layout.spacing if line.numbered else 1.0
        style.paragraph_format.space_after = Pt(layout.after if line.numbered else line.size / 2)
        style.paragraph_format.alignment = _ALIGN[line.align]
        if not line.numbered:
            style.element.get_or_add_pPr().append(make("suppressLineNumbers"))
    for name, mark in (("Leg New Material", house.bill_marks().added), ("Leg Deleted Material", house.bill_marks().struck)):
        _decorated(document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER), mark)
    caption = document.styles.add_style("Leg Caption", WD_STYLE_TYPE.CHARACTER)
    caption.font.bold = True
    running = _added(document, "Leg Running", "Normal")
    running.font.size = Pt(8)
    running.element.get_or_add_pPr().append(make("suppressLineNumbers"))
    for style in document.styles:
        _in_schema_order(style.element.find(qn("w:pPr")))


def _decorated(style: "CharacterStyle", mark: "MarkStyle") -> None:
    font = style.font
    font.bold = True if mark.decoration == "bold" else None
    font.italic = True if mark.decoration == "italic" else None
    font.strike = True if mark.decoration == "strike" else None
    font.underline = {"underline": WD_UNDERLINE.SINGLE, "double-underline": WD_UNDERLINE.DOUBLE}.get(mark.decoration)
    if mark.color is not None:
        font.color.rgb = RGBColor.from_string(mark.color.removeprefix("#").upper())


_ALIGN = {"left": WD_ALIGN_PARAGRAPH.LEFT, "center": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT}

# The order in which the schema wants the properties of a paragraph that we use.
_ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "suppressLineNumbers", "pBdr",
    "shd", "tabs", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl", "rPr",
)  # fmt: skip


def _in_schema_order(properties: "Element | None") -> None:
    if properties is not None:
        known = {name: at for at, name in enumerate(_ORDER)}
        properties[:] = sorted(properties, key=lambda child: known[child.tag.rpartition("}")[2]])


def _style(document: "Document", name: str) -> "ParagraphStyle":
    style: ParagraphStyle = document.styles[name]  # type: ignore[assignment]
    return style


def _added(document: "Document", name: str, base: str) -> "ParagraphStyle":
    style: ParagraphStyle = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)  # type: ignore[assignment]
    style.base_style = document.styles[base]
    style.quick_style = True
    return style


def _add(document: "Document", it: _Paragraph, key: str) -> None:
    paragraph = document.add_paragraph(style=it.style)
    for text, style in it.runs:
        paragraph.add_run(text, style=style)
    if it.id is not None:
        element = paragraph._p  # noqa: SLF001 - python-docx has no bookmarks of its own
        element.insert(1, make("bookmarkStart", {"id": key, "name": bookmark_name(it.id)}))
        element.append(make("bookmarkEnd", {"id": key}))


def _running(document: "Document", head: "tuple[Unit, ...]", foot: "tuple[Unit, ...]") -> None:
    """Write the head and the foot of every page."""
    section = document.sections[0]
    for part, units in ((section.header, head), (section.footer, foot)):
        part.is_linked_to_previous = False
        _lines(part._element, units)  # noqa: SLF001 - the lines carry a field, which python-docx cannot write


def _lines(root: "Element", units: "tuple[Unit, ...]") -> None:
    for child in list(root):
        root.remove(child)
    for unit in units:
        paragraph = make("p", children=[make("pPr", children=[make("pStyle", {"val": "LegRunning"})])])
        before, _, after = unit.text.partition("\ufffc")
        if before:
            paragraph.append(_run(before))
        if "\ufffc" in unit.text:
            paragraph.extend(_page_number())
        if after:
            paragraph.append(_run(after))
        root.append(paragraph)


def _run(text: str) -> "Element":
    words = make("t")
    words.text = text
    words.set(SPACE, "preserve")
    return make("r", children=[words])


def _page_number() -> "list[Element]":
    code = make("instrText")
    code.text = "PAGE"
    shown = make("t")
    shown.text = "1"
    kinds = {kind: make("fldChar", {"fldCharType": kind}) for kind in ("begin", "separate", "end")}
    parts = [kinds["begin"], code, kinds["separate"], shown, kinds["end"]]
    return [make("r", children=[part]) for part in parts]


def _properties(document: "Document", draft: "Draft", house: "House") -> None:
    front = draft.front
    moment = datetime.datetime.combine(front.date, datetime.time(), datetime.timezone.utc) if front.date else EPOCH
    core = document.core_properties
    core.title = front.title or draft.title[:250]
    core.subject = front.bill or house.instrument_name(front.instrument).capitalize()
    core.author = front.author or "Ordain"
    core.last_modified_by = core.author
    core.language = "en-US"
    core.comments = ""
    core.created = core.modified = moment
    core.revision = 1


def _finished(document: "Document", draft: "Draft") -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    package = open_package(buffer.getvalue())
    _without_chance(package)
    values = {"Ordain house": draft.front.house, "Ordain instrument": draft.front.instrument}
    if draft.front.version:
        values["Ordain version"] = draft.front.version
    set_properties(package, values)
    return package.to_bytes()


def _without_chance(package: "Package") -> None:
    """Name the language of the text, and drop the thumbnail of the library's own template."""
    styles = package.tree("word/styles.xml")
    for language in styles.iter(w("lang")):
        language.set(w("val"), "en-US")
    root = package.tree("_rels/.rels")
    for item in list(root):
        if item.get("Type", "").endswith("/thumbnail"):
            root.remove(item)
            package.drop("docProps/thumbnail.jpeg")

