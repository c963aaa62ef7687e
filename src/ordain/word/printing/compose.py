"""Compose the clean print of a draft as a .docx, in the house's layout.

One paragraph of the print is one unit of the draft: heading lines, text, foot.  Every
format is a style, so that a redline of two prints shows words and never formats.
"""

import datetime
import io
from typing import TYPE_CHECKING

import docx
from msgspec import Struct

from ordain.markup.marks import marks_text, shown
from ordain.model.draft import UNDATED
from ordain.model.heading import ORDER, header, heading, heading_lines, word_footer
from ordain.model.numbering import Level
from ordain.model.provision import heading_of
from ordain.model.unit import Story, Unit
from ordain.text.segments import Mark, segments
from ordain.word.parts.documentproperties import FORM, MARKED, PRINT, set_properties
from ordain.word.parts.names import SPACE, make, w
from ordain.word.parts.package import open_package
from ordain.word.printing.origin import origin_of, write_origin
from ordain.word.printing.styles import (
    CAPTION,
    DELETED_MATERIAL,
    HEADING,
    NEW_MATERIAL,
    ORDER_HEADING,
    RUNNING_ID,
    STYLES,
    add_styles,
    set_page,
)
from ordain.word.reading.read import bookmark_name

if TYPE_CHECKING:
    from docx.document import Document

    from ordain.compare.redline import Redline
    from ordain.model.draft import Draft
    from ordain.model.house import House
    from ordain.text.segments import Segment
    from ordain.word.parts.names import Element
    from ordain.word.parts.package import Package


class _Paragraph(Struct, frozen=True):
    """A paragraph of the print: its style, its words by character style, and the id it carries."""

    style: str
    runs: tuple[tuple[str, str | None], ...]
    id: str | None = None


def compose(draft: "Draft", house: "House", moment: datetime.datetime | None = None) -> bytes:
    """Return the clean print of a draft; `moment` is when it says that it was made, else the version's date."""
    units = (*heading(draft, house), *draft.units())
    paragraphs = [_clean(unit, at, draft, house) for at, unit in enumerate(units, start=1)]
    return _composed(draft, house, paragraphs, _Form(moment=moment))


def compose_marked(
    draft: "Draft", house: "House", redline: "Redline", moment: datetime.datetime | None = None
) -> bytes:
    """Return the marked bill: the print of the new draft with the house's literal marks.

    It holds no tracked changes, so that nobody accepts a bracket into the law.
    """
    marks = house.bill_marks()
    paragraphs = []
    lines = len(heading_lines(draft.front.instrument, house))
    for at, block in enumerate([*redline.top, *redline.blocks], start=1):
        line = _in_one_bracket(shown(block))
        runs = tuple((marks_text(part.text, part.mark, marks), _MARKED.get(part.mark)) for part in line)
        paragraphs.append(_Paragraph(_style_of(block.unit, min(at, lines), draft, house), runs))
    legend = house.legend or (f"{marks_text('new', Mark.ADDED, marks)}   {marks_text('deleted', Mark.STRUCK, marks)}",)
    head = tuple(Unit(tokens=(line,), story=Story.HEADER) for line in legend)
    return _composed(draft, house, paragraphs, _Form(name=MARKED, moment=moment, head=head))


def _in_one_bracket(parts: "tuple[Segment, ...]") -> "tuple[Segment, ...]":
    """Mark the blank behind a label with its neighbors, where both have one mark."""
    marks = [part.mark for part in parts]
    for at in range(1, len(parts) - 1):
        if parts[at].text == " " and marks[at - 1] is marks[at + 1]:
            marks[at] = marks[at - 1]
    return segments((mark, part.tokens) for mark, part in zip(marks, parts, strict=True))


# Character styles of the marked bill.
_MARKED = {Mark.ADDED: NEW_MATERIAL, Mark.STRUCK: DELETED_MATERIAL}


class _Form(Struct, frozen=True, kw_only=True):
    """What tells one print from another: its name, when it says that it was made, and a head of its own."""

    name: str = PRINT
    moment: datetime.datetime | None = None
    head: tuple[Unit, ...] | None = None


def _composed(draft: "Draft", house: "House", paragraphs: "list[_Paragraph]", form: _Form) -> bytes:
    document = docx.Document()
    set_page(document, house.layout)
    add_styles(document, house)
    _properties(document, draft, house, form.moment)
    for at, paragraph in enumerate(paragraphs):
        _add(document, paragraph, str(at))
    _running(document, header(draft, house) if form.head is None else form.head, word_footer(draft, house))
    return _finished(document, draft, form.name)


def _clean(unit: "Unit", at: int, draft: "Draft", house: "House") -> _Paragraph:
    """Return a unit as a paragraph; the label and the heading of a section in the caption style."""
    style, line = _style_of(unit, at, draft, house), unit.line
    caption = 0
    if unit.level in (Level.SECTION, Level.CODE):
        opening = heading_of(unit.text)
        caption = len(line) - len(unit.text) + len(opening) if opening else len(unit.label)
    runs = ((line[:caption], CAPTION), (line[caption:], None))
    return _Paragraph(style, tuple(run for run in runs if run[0]), unit.id)


def _style_of(unit: "Unit", at: int, draft: "Draft", house: "House") -> str:
    if unit.level is not None:
        return STYLES[unit.level]
    own = draft.front.instrument == ORDER and house.layout.order_heading
    kind = ORDER_HEADING if own else HEADING
    return f"{kind} {at}"


def _add(document: "Document", it: _Paragraph, key: str) -> None:
    paragraph = document.add_paragraph(style=it.style)
    for text, style in it.runs:
        paragraph.add_run(text, style=style)
    if it.id is not None:
        element: Element = paragraph._p  # noqa: SLF001 - python-docx has no bookmarks of its own
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
        paragraph = make("p", children=[make("pPr", children=[make("pStyle", {"val": RUNNING_ID})])])
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


def _properties(document: "Document", draft: "Draft", house: "House", given: datetime.datetime | None) -> None:
    front = draft.front
    dated = datetime.datetime.combine(front.date, datetime.time(), datetime.UTC) if front.date else UNDATED
    core = document.core_properties
    core.title = front.title or draft.title[:250]
    core.subject = front.bill or house.instrument_name(front.instrument).capitalize()
    core.author = front.author or "Ordain"
    core.last_modified_by = core.author
    core.language = "en-US"
    core.comments = ""
    core.created = core.modified = given or dated
    core.revision = 1


def _finished(document: "Document", draft: "Draft", form: str) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    package = open_package(buffer.getvalue())
    _without_chance(package)
    values = {FORM: form, "Ordain house": draft.front.house, "Ordain instrument": draft.front.instrument}
    if draft.front.version:
        values["Ordain version"] = draft.front.version
    set_properties(package, values)
    if form == PRINT:
        write_origin(package, origin_of(draft))
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
