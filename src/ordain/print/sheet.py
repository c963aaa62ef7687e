"""Write an amendment sheet as a tagged PDF, a paragraph for each line of its text."""

from typing import TYPE_CHECKING

from ordain.print.faces import family_of
from ordain.print.letters import check_lines
from ordain.print.typeset import typeset

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

_FONT = "Arial"


def write_sheet_pdf(lines: "Sequence[str]", moment: "datetime.datetime", file: str) -> bytes:
    """Return the lines of a sheet as PDF/UA-1, the first as its title; an indented line is set in.

    Raises OrdainError where a letter cannot be printed.
    """
    check_lines(lines, _FONT, file)
    title, *others = [line for line in lines if line.strip()]
    content = {
        "title": title,
        "font": family_of(_FONT),
        "lines": [{"text": line.strip(), "indented": line.startswith(" ")} for line in others],
    }
    return typeset("sheet.typ", content, moment)
