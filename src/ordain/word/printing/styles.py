"""The styles and the page of a print.  Every format is a style, and none is set on a paragraph."""

from typing import TYPE_CHECKING

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_UNDERLINE
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from ordain.model.numbering import Level
from ordain.word.parts.names import local, make

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import CharacterStyle, ParagraphStyle

    from ordain.model.house import HeadingLine, House, Layout, MarkStyle
    from ordain.word.parts.names import Element

STYLES = {
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


_OUTLINE = {Level.TITLE: "0", Level.SECTION: "1", Level.CODE: "1"}
_INDENTED = (Level.RECITAL, Level.SECTION, Level.CODE, Level.FURTHER, *_INSIDE)

# Further styles, by the names that Word shows.
HEADING = "Leg Heading"
ORDER_HEADING = "Leg Order Heading"
NEW_MATERIAL = "Leg New Material"
DELETED_MATERIAL = "Leg Deleted Material"
CAPTION = "Leg Caption"
_RUNNING = "Leg Running"
RUNNING_ID = "LegRunning"


def set_page(document: "Document", layout: "Layout") -> None:
    """Set paper, margins and line numbers that begin anew on each page."""
    section = document.sections[0]
    section.page_width, section.page_height = Pt(layout.width), Pt(layout.height)
    top, right, bottom, left = layout.margins
    section.top_margin, section.right_margin = Pt(top), Pt(right)
    section.bottom_margin, section.left_margin = Pt(bottom), Pt(left)
    section.header_distance = section.footer_distance = Pt(min(top, bottom) / 2)
    if layout.line_numbers:
        numbers = make("lnNumType", {"countBy": "1", "restart": "newPage", "distance": "360"})
        margins: Element | None = section._sectPr.find(qn("w:pgMar"))  # noqa: SLF001 - python-docx has no line numbers of its own
        assert margins is not None
        margins.addnext(numbers)


def add_styles(document: "Document", house: "House") -> None:
    """Add the styles of the house: text by level, heading lines, marks, head and foot."""
    layout = house.layout
    _normal(document, layout)
    _levels(document, layout)
    for kind, lines in ((HEADING, layout.heading), (ORDER_HEADING, layout.order_heading)):
        for at, line in enumerate(lines, start=1):
            _heading_line(_added(document, f"{kind} {at}", "Normal"), line, layout)
    marks = house.bill_marks()
    for name, mark in ((NEW_MATERIAL, marks.added), (DELETED_MATERIAL, marks.struck)):
        _decorated(document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER), mark)
    document.styles.add_style(CAPTION, WD_STYLE_TYPE.CHARACTER).font.bold = True
    numbers = document.styles.add_style("line number", WD_STYLE_TYPE.CHARACTER)
    numbers.font.name, numbers.font.size, numbers.font.bold = layout.font, Pt(layout.size - 2), False
    running = _added(document, _RUNNING, "Normal")
    running.font.size = Pt(8)
    _without_line_numbers(running)
    for style in document.styles:
        _in_schema_order(style.element.find(qn("w:pPr")))


def _normal(document: "Document", layout: "Layout") -> None:
    normal: ParagraphStyle = document.styles["Normal"]
    normal.font.name, normal.font.size = layout.font, Pt(layout.size)
    fonts = normal.element.rPr.rFonts
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), layout.font)
    normal.paragraph_format.space_after = normal.paragraph_format.space_before = Pt(0)
    normal.paragraph_format.widow_control = True


def _levels(document: "Document", layout: "Layout") -> None:
    body = _added(document, "Leg Text", "Normal")
    body.font.bold = layout.bold
    body.paragraph_format.line_spacing = layout.spacing
    body.paragraph_format.space_after = Pt(layout.after)
    for level, name in STYLES.items():
        style = _added(document, name, "Leg Text")
        if level is Level.TITLE:
            style.font.bold = True
        if level in _OUTLINE:
            style.element.get_or_add_pPr().append(make("outlineLvl", {"val": _OUTLINE[level]}))
        if level in _INDENTED:
            style.paragraph_format.first_line_indent = Pt(layout.indent)
        if level in _INSIDE:
            style.paragraph_format.left_indent = Pt(layout.indent * (_INSIDE.index(level) + 1))


def _heading_line(style: "ParagraphStyle", line: "HeadingLine", layout: "Layout") -> None:
    style.font.size, style.font.bold = Pt(line.size), line.bold
    style.paragraph_format.line_spacing = layout.spacing if line.numbered else 1.0
    style.paragraph_format.space_after = Pt(layout.after if line.numbered else line.size / 2)
    style.paragraph_format.alignment = _ALIGN[line.align]
    if not line.numbered:
        _without_line_numbers(style)


def _without_line_numbers(style: "ParagraphStyle") -> None:
    style.element.get_or_add_pPr().append(make("suppressLineNumbers"))


def _decorated(style: "CharacterStyle", mark: "MarkStyle") -> None:
    font = style.font
    font.bold = True if mark.decoration == "bold" else None
    font.italic = True if mark.decoration == "italic" else None
    font.strike = True if mark.decoration == "strike" else None
    font.underline = {"underline": WD_UNDERLINE.SINGLE, "double-underline": WD_UNDERLINE.DOUBLE}.get(mark.decoration)
    if mark.color is not None:
        font.color.rgb = RGBColor.from_string(mark.color.removeprefix("#").upper())


_ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}

# The order in which the schema wants the properties of a paragraph that we use.
_ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "suppressLineNumbers", "pBdr",
    "shd", "tabs", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl", "rPr",
)  # fmt: skip


def _in_schema_order(properties: "Element | None") -> None:
    if properties is not None:
        known = {name: at for at, name in enumerate(_ORDER)}
        properties[:] = sorted(properties, key=lambda child: known[local(child)])


def _added(document: "Document", name: str, base: str) -> "ParagraphStyle":
    style: ParagraphStyle = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles[base]
    style.quick_style = True
    return style
