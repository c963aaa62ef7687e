"""Set a template as an accessible PDF, with the typefaces that come with the program and no others."""

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typst

from ordain.print.faces import FOLDER

if TYPE_CHECKING:
    import datetime

_TEMPLATES = Path(__file__).parent


def typeset(template: str, content: dict[str, Any], moment: "datetime.datetime") -> bytes:
    """Return what a template makes of `content` as PDF/UA-1; the same content and moment give the same bytes.

    The content goes to Typst as JSON, never as markup.
    """
    pdf, warnings = typst.compile_with_warnings(
        (_TEMPLATES / template).read_bytes(),
        sys_inputs={"print": json.dumps(content, ensure_ascii=False)},
        font_paths=_fonts(),
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=["ua-1"],
        timestamp=moment,
    )
    assert not warnings, warnings
    assert isinstance(pdf, bytes)
    return pdf


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FOLDER])
