"""The braces at the end of a paragraph: `{#id from=a,b}`.

They name a provision and the provisions of the order that it comes from, and are never
printed.  Law text itself may hold braces; only a group that opens with `#` or `from=` is
read as ours.  It must end the paragraph, or it would be printed as law.
"""

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.errors import quoted
from ordain.model.ids import REMEDY, is_id

if TYPE_CHECKING:
    from collections.abc import Iterator

_GROUP = re.compile(r"\{\s*(?P<inside>(?:#|from=)[^{}]*)\}\s*$")
_STRAY = re.compile(r"\{\s*(?:#|from=)[^{}]*(?P<end>\}?)")


class Attributes(Struct, frozen=True):
    """The name of a provision, and the ids it comes from; `at` is where in the line its name stands."""

    id: str | None = None
    sources: tuple[str, ...] = ()
    at: int = 0


class BadAttributesError(ValueError):
    """Braces that look like ours and cannot be read: what is wrong, the remedy, and the stretch of the line."""

    def __init__(self, message: str, remedy: str, start: int, end: int) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.start = start
        self.end = end


def split_attributes(line: str) -> tuple[str, Attributes]:
    """Return the printed text of a paragraph and its attributes.

    >>> text, attributes = split_attributes("Text. {#fees from=fees,fines}")
    >>> text, attributes.id, attributes.sources
    ('Text.', 'fees', ('fees', 'fines'))
    """
    group = _GROUP.search(line)
    text = line[: group.start()] if group else line
    stray = _STRAY.search(text)
    if stray and stray["end"]:
        raise BadAttributesError("these braces do not end the paragraph", "move them to its end", *stray.span())
    if stray:
        raise BadAttributesError("this brace is not closed", "close it with }", stray.start(), stray.start() + 1)
    return text.rstrip(), _read(group) if group else Attributes()


def write_attributes(name: str | None, sources: tuple[str, ...]) -> str:
    """Return the braces, with a blank before them, or nothing where there is nothing to say."""
    words = ([f"#{name}"] if name else []) + ([f"from={','.join(sources)}"] if sources else [])
    return f" {{{' '.join(words)}}}" if words else ""


def _read(group: re.Match[str]) -> Attributes:
    name, at = None, 0
    sources: tuple[str, ...] = ()
    for word in re.finditer(r"\S+", group["inside"]):
        start = group.start("inside") + word.start()
        if word[0].startswith("#") and name is None:
            name, at = _checked(word[0][1:], start + 1), start + 1
        elif word[0].startswith("from=") and not sources:
            sources = tuple(_sources(word[0].removeprefix("from="), start + len("from=")))
        else:
            message = f"{quoted(word[0])} cannot stand in these braces"
            raise BadAttributesError(message, "write {#id from=id,id}", start, start + len(word[0]))
    return Attributes(name, sources, at)


def _sources(listed: str, start: int) -> "Iterator[str]":
    for part in listed.split(","):
        yield _checked(part, start)
        start += len(part) + 1


def _checked(word: str, start: int) -> str:
    if not word:
        raise BadAttributesError("an id is missing here", "write {#id from=id,id}", start, start + 1)
    if not is_id(word):
        raise BadAttributesError(f"{quoted(word)} is no id", REMEDY, start, start + len(word))
    return word
