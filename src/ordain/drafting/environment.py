"""The one place where templates are set up: sandboxed, strict, and deaf to what is not defined.

A blank in a law is a loophole.  A name that nothing stands for fails, and so does printing
what is null, or what is no text and no number.
"""

import datetime as dt
from typing import TYPE_CHECKING, Any

from jinja2 import TemplateError, Undefined
from jinja2.loaders import FunctionLoader
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ordain.drafting.faults import Absent, NotPrintableError, tell
from ordain.drafting.filters import FILTERS
from ordain.errors import OrdainError

if TYPE_CHECKING:
    from collections.abc import Mapping

# What a template that asks for the wrong thing can raise, beside the faults of the library.
_FAILURES = (TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError)


def render(templates: "Mapping[str, str]", name: str, values: "Mapping[str, Any]", folder: str) -> str:
    """Return the text of a template.

    `templates` are the sources by name.  Output is text, not markup, so nothing is
    escaped.  Raises OrdainError with the template's file and line.
    """

    def load(wanted: str) -> tuple[str, str, None] | None:
        source = templates.get(wanted)
        return None if source is None else (source, f"{folder}/{wanted}", None)

    environment = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(load),
        undefined=Absent,
        finalize=_printed,
        autoescape=False,
        # Bill text itself says {#id}; a comment in a template stands between <# and #>.
        comment_start_string="<#",
        comment_end_string="#>",
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(FILTERS)
    try:
        return environment.get_template(name).render(**values)
    except (TemplateError, *_FAILURES) as error:
        raise OrdainError(tell(error, templates, folder, values, environment.filters)) from None


def _printed(value: object) -> object:
    """Return what a template prints; raises for what could stand in a law only by mistake."""
    if value is None:
        raise NotPrintableError("this is null, and would stand in the text as 'None'; write `or blank` behind it")
    if isinstance(value, bool) or not isinstance(value, str | int | dt.date | Undefined):
        raise NotPrintableError("this is no text; print a part of it, such as its heading")
    return value
