"""Print an order or a draft: the clean document in the house's layout, and the lines of the official print."""

import datetime
import json
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.errors import Place, refuse
from ordain.model.draft import UNDATED
from ordain.workflow.pause import without_collection
from ordain.workflow.sources import TextSource, load

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ordain.model.draft import Draft
    from ordain.model.linemap import LineMap, Row
    from ordain.workflow.houses import Houses


class Pdf(Struct, frozen=True):
    """The official print of a draft: its bytes, and the line map that was read from them."""

    draft: "Draft"
    content: bytes
    lines: "LineMap"


def print_of(
    path: Path, out: Path, known: "Houses", house: str | None = None, moment: datetime.datetime | None = None
) -> bytes:
    """Return the print of the order or draft at `path`, in the form that the suffix of `out` names."""
    match out.suffix.lower():
        case ".pdf":
            return pdf_of(path, known, house, moment).content
        case ".docx":
            from ordain.word.printing.compose import compose  # noqa: PLC0415 - a PDF needs no python-docx

            source = _text(path, known, house)
            return compose(source.draft, source.house, moment)
        case suffix:
            raise refuse(f"no print is written as '{suffix}'", "end the name in .docx or .pdf", Place(str(out)))


@without_collection()
def pdf_of(path: Path, known: "Houses", house: str | None = None, moment: datetime.datetime | None = None) -> Pdf:
    """Return the official print of the order or draft at `path`, read back letter by letter.

    Its moment is `moment`, else the version's date; never the clock.
    """
    from ordain.print.pdf import write_pdf  # noqa: PLC0415 - Typst and PDFium are needed for this print alone
    from ordain.print.reading import read_lines  # noqa: PLC0415 - the same

    source = _text(path, known, house)
    day = source.draft.front.date
    dated = datetime.datetime.combine(day, datetime.time(), datetime.UTC) if day else UNDATED
    content = write_pdf(source.draft, source.house, moment or dated)
    return Pdf(source.draft, content, read_lines(content, source.draft, source.house))


def write_lines(rows: "Iterable[Row]", *, numbered: bool) -> str:
    """Return lines as a JSON list of page, line and text; the line is null where the house numbers none."""
    found = ({"page": row.line.page, "line": row.line.number if numbered else None, "text": row.text} for row in rows)
    lines = ",\n".join(json.dumps(line, ensure_ascii=False) for line in found)
    return f"[\n{lines}\n]\n"


def _text(path: Path, known: "Houses", house: str | None) -> TextSource:
    source = load(path, known, house)
    if not isinstance(source, TextSource):
        raise refuse("this is a Word file already", "give an order (.yaml) or a draft (.txt)", Place(str(path)))
    return source
