"""An amendment sheet as a Word document: a paragraph for each line of its text, and back."""

from typing import TYPE_CHECKING

from ordain.errors import Place, refuse
from ordain.model.draft import UNDATED
from ordain.model.unit import Form, Story
from ordain.word.parts.names import SPACE, make, w
from ordain.word.parts.package import open_package
from ordain.word.printing.blank import describe, new_document
from ordain.word.printing.reportstyles import FOOTER, NORMAL, TITLE, styles
from ordain.word.reading.listnumbers import list_labels
from ordain.word.reading.read import read
from ordain.word.redlining.tracked import accepted

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from ordain.word.parts.names import Element

# Letter paper and its margins, in twentieths of a point.
_WIDTH, _HEIGHT, _MARGIN = 12240, 15840, 1440
# How far a paragraph that is inserted is set in.
_INDENT = 720


def write_sheet_docx(lines: "Sequence[str]", date: "datetime.datetime | None" = None) -> bytes:
    """Return the lines of a sheet as a Word document; an indented line is set in, the first is the title."""
    page = [
        make("pgSz", {"w": str(_WIDTH), "h": str(_HEIGHT)}),
        make(
            "pgMar",
            {side: str(_MARGIN) for side in ("top", "right", "bottom", "left")}
            | {"header": "720", "footer": "720", "gutter": "0"},
        ),
    ]
    body = [_paragraph(line, TITLE if not at else NORMAL) for at, line in enumerate(lines) if line.strip()]
    foot = make("p", children=[_properties(FOOTER, indented=False), make("fldSimple", {"instr": "PAGE"}, [_run("1")])])
    package = new_document(body, page, styles(), make("ftr", children=[foot]))
    describe(package, lines[0] if lines else "", date or UNDATED)
    return package.to_bytes()


def read_sheet_docx(content: bytes, file: str) -> str:
    """Return the text of a sheet in a Word file, tracked changes accepted, with the numbers of its lists.

    Raises OrdainError where a table stands in it.
    """
    package = open_package(accepted(content, file)[0], file)
    paragraphs = [it for it in read(package) if it.unit.story is Story.BODY]
    if any(it.unit.form is not Form.PARAGRAPH for it in paragraphs):
        raise refuse("a table stands in the sheet", "turn it into text (Layout, Convert to Text)", Place(file))
    elements = list(package.tree(package.main).iter(w("p")))
    labels = dict(zip(elements, list_labels(package, elements), strict=True))
    return "".join(f"{' '.join(filter(None, (labels[it.element], it.unit.text)))}\n" for it in paragraphs)


def _paragraph(line: str, style: str) -> "Element":
    return make("p", children=[_properties(style, indented=line.startswith(" ")), _run(line.strip(" "))])


def _properties(style: str, *, indented: bool) -> "Element":
    indent = [make("ind", {"left": str(_INDENT)})] if indented else []
    return make("pPr", children=[make("pStyle", {"val": style}), *indent])


def _run(text: str) -> "Element":
    words = make("t")
    words.text = text
    words.set(SPACE, "preserve")
    return make("r", children=[words])
