"""Set a template as an accessible PDF, with the typefaces that come with the program and no others.

The only module that knows Typst.
"""

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typst

from ordain.print.faces import FOLDER

if TYPE_CHECKING:
    import datetime

_TEMPLATES = Path(__file__).parent
# The word with which a template stops where something is too large for its place.
_OVERFLOW = "does-not-fit"


class DoesNotFit(Exception):  # noqa: N818 - what happened, not a fault of the program
    """A template has no room for what it is given."""


def typeset(template: str, content: dict[str, Any], moment: "datetime.datetime") -> bytes:
    """Return what a template makes of `content` as PDF/UA-1; the same content and moment give the same bytes.

    The content goes to Typst as JSON, never as markup.  Raises DoesNotFit where the
    template says so.
    """
    try:
        pdf, warnings = typst.compile_with_warnings(
            _TEMPLATES / template,
            root=_TEMPLATES,
            sys_inputs={"print": json.dumps(content, ensure_ascii=False)},
            font_paths=_fonts(),
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards=["ua-1"],
            timestamp=moment,
        )
    except typst.TypstError as error:
        if _OVERFLOW in str(error):
            raise DoesNotFit from None
        raise
    assert not warnings, warnings
    assert isinstance(pdf, bytes)
    return pdf


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FOLDER])
