"""Write two versions side by side as a Word document: a row for each provision, on paper that lies on its side.

It holds no tracked changes, so that nobody accepts a bracket into the law.
"""

from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct

from ordain.compare.digest import digest
from ordain.compare.sidebyside import side_by_side, unmarked
from ordain.markup.marks import marks_text
from ordain.markup.signs import check_signs
from ordain.model.draft import UNDATED
from ordain.model.report import Tone, shown
from ordain.text.segments import Mark, Weight
from ordain.word.parts.names import SPACE, W, make
from ordain.word.printing.blank import describe, new_document
from ordain.word.printing.reportstyles import CELL, COLUMN, FOOTER, GRID, ROOM, TITLE, TONES, styles

if TYPE_CHECKING:
    import datetime
    from collections.abc import Collection, Iterable, Iterator

    from ordain.compare.changes import Words
    from ordain.compare.redline import Redline
    from ordain.compare.sidebyside import Pairing
    from ordain.model.house import Marks
    from ordain.word.parts.names import Element

# Letter paper on its side and its margins, and the three columns, in twentieths of a point.
_WIDTH, _HEIGHT, _MARGIN = 15840, 12240, 1080
_COLUMNS = (1680, 6000, 6000)

_ADDED, _STRUCK = "ColumnsAdded", "ColumnsStruck"
_STYLES = f"""\
<w:styles xmlns:w="{W}">
  <w:style w:type="character" w:customStyle="1" w:styleId="{_ADDED}">
    <w:name w:val="Columns Added"/><w:rPr><w:u w:val="double"/></w:rPr>
  </w:style>
  <w:style w:type="character" w:customStyle="1" w:styleId="{_STRUCK}">
    <w:name w:val="Columns Struck"/><w:rPr><w:strike/></w:rPr>
  </w:style>
</w:styles>
"""

_MARKED = {Mark.ADDED: _ADDED, Mark.STRUCK: _STRUCK}


class Columns(Struct, frozen=True, kw_only=True):
    """How a redline is shown side by side.

    `names` are those of old and new, `said` the lines that stand at the foot of every page
    above the digest.  Changes of other `weights` are not marked.
    """

    names: tuple[str, str]
    marks: "Marks"
    said: tuple[str, ...] = ()
    weights: "Collection[Weight]" = tuple(Weight)


def write_columns_docx(redline: "Redline", columns: Columns, date: "datetime.datetime | None" = None) -> bytes:
    """Return the side-by-side print as a Word document; `date` is when it says that it was made.

    Raises OrdainError where the text holds the signs of the marks.
    """
    check_signs((*redline.top, *redline.blocks), columns.marks)
    names = columns.names
    title = " ".join(shown(f"{names[0]}, beside {names[1]}"))
    page = [
        make("pgSz", {"w": str(_WIDTH), "h": str(_HEIGHT), "orient": "landscape"}),
        make(
            "pgMar",
            {side: str(_MARGIN) for side in ("top", "right", "bottom", "left")}
            | {"header": "540", "footer": "540", "gutter": "0"},
        ),
    ]
    rows = [_row(row, columns.marks) for row in side_by_side(redline, columns.weights)]
    body = [_paragraph(TITLE, [_run(title)]), _table(rows, names), _paragraph(ROOM)]
    foot = (*columns.said, *unmarked(columns.weights), f"Digest of the changes {digest(redline.entries())}")
    package = new_document(body, page, _styles(), _footer(foot))
    describe(package, title, date or UNDATED)
    return package.to_bytes()


def _table(rows: "Iterable[Element]", names: tuple[str, str]) -> "Element":
    properties = [
        make("tblStyle", {"val": GRID}),
        make("tblW", {"w": str(sum(_COLUMNS)), "type": "dxa"}),
        make("tblLayout", {"type": "fixed"}),
        make("tblLook", {"val": "0020", "firstRow": "1"}),
    ]
    titles = [[_paragraph(COLUMN, [_run(it)])] for it in ("Change", f"Old: {names[0]}", f"New: {names[1]}")]
    return make(
        "tbl",
        children=[
            make("tblPr", children=properties),
            make("tblGrid", children=[make("gridCol", {"w": str(width)}) for width in _COLUMNS]),
            make("tr", children=[make("trPr", children=[make("cantSplit"), make("tblHeader")]), *_cells(titles)]),
            *rows,
        ],
    )


def _row(row: "Pairing", marks: "Marks") -> "Element":
    told = [] if row.number is None else [_paragraph(COLUMN, [_run(f"Change {row.number}")])]
    told += [_paragraph(CELL, [_run(row.note)])] if row.note else []
    quiet = None if row.is_changed else TONES[Tone.QUIET]
    sides = ([_paragraph(CELL, _words(words, marks, quiet))] for words in (row.old, row.new))
    return make("tr", children=_cells((told or [_paragraph(CELL)], *sides)))


def _cells(contents: "Iterable[list[Element]]") -> "Iterator[Element]":
    for paragraphs, width in zip(contents, _COLUMNS, strict=True):
        properties = make("tcPr", children=[make("tcW", {"w": str(width), "type": "dxa"})])
        yield make("tc", children=[properties, *paragraphs])


def _words(words: "Words", marks: "Marks", quiet: str | None) -> "Iterator[Element]":
    """Yield the runs of words; no line runs through a sign, since the one that strikes would hide a minus."""
    for part in words:
        before, behind = marks_text("\0", part.mark, marks).split("\0")
        parts = ((before, None), (part.text, _MARKED.get(part.mark, quiet)), (behind, None))
        yield from (_run(" ".join(shown(text)), style) for text, style in parts if text)


def _paragraph(style: str, runs: "Iterable[Element]" = ()) -> "Element":
    return make("p", children=[make("pPr", children=[make("pStyle", {"val": style})]), *runs])


def _run(text: str, style: str | None = None) -> "Element":
    words = make("t")
    words.text = text
    words.set(SPACE, "preserve")
    properties = [] if style is None else [make("rPr", children=[make("rStyle", {"val": style})])]
    return make("r", children=[*properties, words])


def _footer(lines: "Iterable[str]") -> "Element":
    paragraphs = [_paragraph(FOOTER, [_run(" ".join(shown(line)))]) for line in lines]
    numbers = [make("fldSimple", {"instr": code}, [_run("1")]) for code in ("PAGE", "NUMPAGES")]
    paragraphs.append(_paragraph(FOOTER, [_run("Page "), numbers[0], _run(" of "), numbers[1]]))
    return make("ftr", children=paragraphs)


def _styles() -> "Element":
    """Return the styles of a report, and those of what is added and struck."""
    root = styles()
    root.extend(list(etree.fromstring(_STYLES)))
    return root
