"""Make the amendment sheet that turns one draft into another, in every form that is asked for."""

import datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.amend.pages import Print, print_of
from ordain.amend.prove import amend
from ordain.amend.sheet import Sheet
from ordain.amend.sheetjson import read_sheet_json, write_sheet_json
from ordain.amend.sheettext import read_sheet, sheet_lines, write_sheet
from ordain.errors import Place, refuse
from ordain.markup.digest import short_digest
from ordain.model.draft import UNDATED
from ordain.workflow.files import read_bytes, read_text
from ordain.workflow.readback import load_draft

if TYPE_CHECKING:
    from pathlib import Path

    from ordain.model.draft import Draft
    from ordain.model.house import House
    from ordain.workflow.houses import Houses


class Printed(Struct, frozen=True):
    """A draft with its house and the lines of its print; there are none where the house numbers no lines."""

    draft: "Draft"
    house: "House"
    pages: Print | None


def printed(path: "Path", known: "Houses", house: str | None = None) -> Printed:
    """Return the draft in a file as it is printed."""
    source = load_draft(path, known, house)
    draft, its = source.draft, source.house
    if not its.layout.line_numbers:
        return Printed(draft, its, None)
    from ordain.print.pdf import write_pdf  # noqa: PLC0415 - Typst and PDFium are needed for this print alone
    from ordain.print.reading import read_lines  # noqa: PLC0415 - the same

    day = draft.front.date
    moment = datetime.datetime.combine(day, datetime.time(), datetime.UTC) if day else UNDATED
    lines = read_lines(write_pdf(draft, its, moment), draft, its)
    return Printed(draft, its, print_of(lines, draft.front.version or "", short_digest(draft)))


def sheet_between(old: "Path", new: "Path", known: "Houses", house: str | None, signed: Sheet) -> Sheet:
    """Return the proven sheet that turns the draft at `old` into the one at `new`; sponsor and date are `signed`.

    Raises OrdainError where there is nothing to amend, or no sheet can be proven.
    """
    before = printed(old, known, house)
    after = load_draft(new, known, house)
    sheet = amend(before.draft, after.draft, before.house, before.pages, signed)
    if not sheet.items and not sheet.steps:
        raise refuse("the two drafts print the same", "there is nothing to amend", Place(str(new)))
    return sheet


def write_in_form(sheet: Sheet, path: "Path", date: datetime.datetime | None = None) -> bytes:
    """Return a sheet in the form that the suffix of `path` names, read back word for word.

    Raises OrdainError for an unknown suffix, or words that the form cannot hold.
    """
    match path.suffix.lower():
        case ".txt":
            return write_sheet(sheet).encode()
        case ".json":
            return write_sheet_json(sheet).encode()
        case ".docx":
            from ordain.word.printing.sheet import read_sheet_docx, write_sheet_docx  # noqa: PLC0415 - lxml takes time to load

            content = write_sheet_docx(sheet_lines(sheet), date)
            back = read_sheet(read_sheet_docx(content, str(path)), str(path))
            if [item.said for item in back.items] != [item.said for item in sheet.items]:
                raise refuse(
                    "a word of this sheet cannot be kept in a Word file", "write it as .txt or .json", Place(str(path))
                )
            return content
        case ".pdf":
            from ordain.print.sheet import write_sheet_pdf  # noqa: PLC0415 - Typst is loaded where a PDF is made

            return write_sheet_pdf(sheet_lines(sheet), date or UNDATED, str(path))
        case suffix:
            remedy = "end the name in .docx, .pdf, .txt or .json"
            raise refuse(f"no sheet is written as '{suffix}'", remedy, Place(str(path)))


def read_in_form(path: "Path") -> Sheet:
    """Return the sheet in a file, ours or one that somebody typed."""
    match path.suffix.lower():
        case ".txt":
            return read_sheet(read_text(path), str(path))
        case ".json":
            return read_sheet_json(read_text(path), str(path))
        case ".docx":
            from ordain.word.printing.sheet import read_sheet_docx  # noqa: PLC0415 - lxml takes time to load

            return read_sheet(read_sheet_docx(read_bytes(path), str(path)), str(path))
        case suffix:
            raise refuse(f"no sheet is read from '{suffix}'", "give a .docx, .txt or .json", Place(str(path)))
