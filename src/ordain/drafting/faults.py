"""Tell a fault of a template to who wrote it: which file and line, which word, and what may stand there."""

import re
import traceback
from collections.abc import Iterable, Mapping
from typing import Any

from jinja2 import StrictUndefined, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.utils import missing
from msgspec import Struct

from ordain.errors import Place, Problem, closest, nearest


class NotPrintableError(UndefinedError):
    """Something that a template prints and that may not stand in a bill; says the remedy behind a semicolon."""


class Absent(StrictUndefined):
    """What a name stands for that nothing stands for: every use of it fails."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        name, of = str(self._undefined_name), self._undefined_obj
        if self._undefined_hint:
            return self._undefined_hint
        if of is missing:
            return f"nothing here is named '{name}'"
        if of is None:
            return f"'{name}' is asked of what is null; ask first whether it is there, with {{% if %}}"
        known = list(_names(of))
        return f"nothing there is named '{name}'; {nearest(name, known) if known else 'correct it'}"


def _names(of: Any) -> Iterable[str]:
    if isinstance(of, Mapping):
        return map(str, of)
    return of.__struct_fields__ if isinstance(of, Struct) else ()


def tell(
    error: Exception, templates: "Mapping[str, str]", folder: str, names: Iterable[str], filters: Iterable[str]
) -> Problem:
    """Return the problem that a failed template stands for; it may use the names and filters that are given."""
    name, line = _where(error, folder)
    lines = templates.get(name, "").split("\n")
    match error:
        case TemplateSyntaxError():
            message, remedy, line = _unread(error, lines, filters)
        case TemplateNotFound():
            message, remedy = f"the house has no template '{error.name}'", "add the file, or correct the name"
        case UndefinedError():
            message, _, remedy = str(error).partition("; ")
            remedy = remedy or nearest(_quoted(message)[0], names)
        case SecurityError():
            message, remedy = f"a template may not do this: {str(error).rstrip('.')}", "leave it out"
        case RecursionError():
            message, remedy = "this calls itself without end", "take it out, or ask first whether to go on"
        case _:
            message, remedy = "this cannot be worked out", f"check what it asks for (the program says: {error})"
    return Problem(message, remedy, _place(f"{folder}/{name}" if name else folder, line, lines, _quoted(message)))


def _where(error: Exception, folder: str) -> tuple[str, int | None]:
    """Return the template and its line where an error came up."""
    if isinstance(error, TemplateSyntaxError):
        return str(error.name or error.filename).removeprefix(f"{folder}/"), error.lineno
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename.startswith(f"{folder}/"):
            return frame.filename.removeprefix(f"{folder}/"), frame.lineno
    return "", None


_UNCLOSED = re.compile(r"needs to be closed is '(\w+)'")
_UNNAMED = re.compile(r"No (filter|test) named '(\w+)'")
_TAG = re.compile(r"\{%-?\s*(\w+)")


def _unread(error: TemplateSyntaxError, lines: list[str], filters: Iterable[str]) -> tuple[str, str, int]:
    """Return what is wrong with a template that cannot be read, the remedy, and the line."""
    said = error.message or ""
    if unclosed := _UNCLOSED.search(said):
        tag = unclosed[1]
        return f"this '{tag}' is not closed", f"close it with {{% end{tag} %}}", _opening(tag, lines) or error.lineno
    if unnamed := _UNNAMED.search(said):
        meant = closest(unnamed[2], filters) if unnamed[1] == "filter" else None
        remedy = f"did you mean '{meant}'?" if meant else "correct its name"
        return f"there is no {unnamed[1]} named '{unnamed[2]}'", remedy, error.lineno
    first = said.partition(". ")[0].rstrip(".")
    return f"the template cannot be read: {first[:1].lower()}{first[1:]}", "check this line", error.lineno


def _opening(tag: str, lines: list[str]) -> int | None:
    """Return the line of the last tag of that name that nothing closes."""
    stack: list[int] = []
    for number, line in enumerate(lines, start=1):
        for name in _TAG.findall(line):
            if name == tag:
                stack.append(number)
            elif name == f"end{tag}" and stack:
                stack.pop()
    return stack[-1] if stack else None


def _quoted(message: str) -> list[str]:
    """Return the words that a message quotes."""
    return re.findall(r"'([^']+)'", message)


# An expression that is printed.
_PRINTED = re.compile(r"\{\{.*?\}\}")


def _place(file: str, line: int | None, lines: list[str], words: list[str]) -> Place:
    """Return the place of the last of `words` in a line, else of what the line prints, else of the line."""
    excerpt = lines[line - 1] if line and line <= len(lines) else ""
    for word in reversed(words):
        if found := re.search(rf"(?<!\w){re.escape(word)}(?!\w)", excerpt):
            return Place(file, line, found.start() + 1, excerpt, len(word))
    printed = list(_PRINTED.finditer(excerpt))
    if len(printed) == 1:
        return Place(file, line, printed[0].start() + 1, excerpt, len(printed[0][0]))
    return Place(file, line, None, excerpt)
