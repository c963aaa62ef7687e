"""The one place where templates are set up: sandboxed, strict, and deaf to what is not defined."""

import traceback
from typing import TYPE_CHECKING, Any

from jinja2 import StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.loaders import FunctionLoader
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ordain.drafting.filters import FILTERS
from ordain.errors import OrdainError, Place, refuse

if TYPE_CHECKING:
    from collections.abc import Mapping


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
        undefined=StrictUndefined,
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
    except TemplateSyntaxError as error:
        place = _place(templates, folder, (error.name or name).removeprefix(f"{folder}/"), error.lineno)
        raise refuse(f"the template cannot be read: {error.message}", "check this line", place) from None
    except TemplateNotFound as error:
        raise refuse(
            f"the house has no template '{error.name}'", "add the file, or correct the name", Place(folder)
        ) from None
    except UndefinedError as error:
        raise _failed(error, "the template uses a value that is not there", templates, folder) from None
    except SecurityError as error:
        raise _failed(error, "the template does what no template may", templates, folder) from None
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
        raise _failed(error, "the template failed", templates, folder) from None


def _failed(error: Exception, message: str, templates: "Mapping[str, str]", folder: str) -> OrdainError:
    at = next(
        (
            frame
            for frame in reversed(traceback.extract_tb(error.__traceback__))
            if frame.filename.startswith(f"{folder}/")
        ),
        None,
    )
    place = _place(templates, folder, at.filename.removeprefix(f"{folder}/"), at.lineno) if at else Place(folder)
    return refuse(f"{message}: {error}", "correct the name, or give it a default", place)


def _place(templates: "Mapping[str, str]", folder: str, name: str, line: int | None) -> Place:
    lines = templates.get(name, "").split("\n")
    excerpt = lines[line - 1] if line and line <= len(lines) else ""
    return Place(f"{folder}/{name}", line, None, excerpt)
