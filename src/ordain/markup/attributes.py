"""The braces at the end of a paragraph: `{#id from=a,b}`.

They name a provision and the provisions of the order that it comes from, and are never
printed.  Law text itself may hold braces; only a last group that opens with `#` or
`from=` is read as ours.
"""

import re
from dataclasses import dataclass

# Word cuts the name of a bookmark, which carries the id, at 40 letters.
ID = re.compile(r"[a-z][a-z0-9-]{0,31}")

_GROUP = re.compile(r"\s*\{((?:#|from=)[^{}]*)\}\s*$")


@dataclass(frozen=True, slots=True)
class Attributes:
    """The name of a provision, and the ids it comes from."""

    id: str | None = None
    sources: tuple[str, ...] = ()


class BadAttributesError(ValueError):
    """Braces that look like ours and cannot be read; holds the message and the remedy."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


def split_attributes(line: str) -> tuple[str, Attributes]:
    """Return the printed text of a paragraph and its attributes.

    >>> split_attributes("Text. {#fees from=fees,fines}")
    ('Text.', Attributes(id='fees', sources=('fees', 'fines')))
    """
    match = _GROUP.search(line)
    if match is None:
        return line.rstrip(), Attributes()
    name, sources = None, ()
    for word in match[1].split():
        if word.startswith("#") and name is None:
            name = _checked(word[1:])
        elif word.startswith("from=") and not sources:
            sources = tuple(_checked(part) for part in word.removeprefix("from=").split(","))
        else:
            raise BadAttributesError(f"'{word}' cannot stand in these braces", "write {#id from=id,id}")
    return line[: match.start()].rstrip(), Attributes(name, sources)


def write_attributes(name: str | None, sources: tuple[str, ...]) -> str:
    """Return the braces, with a blank before them, or nothing where there is nothing to say."""
    words = ([f"#{name}"] if name else []) + ([f"from={','.join(sources)}"] if sources else [])
    return f" {{{' '.join(words)}}}" if words else ""


def _checked(word: str) -> str:
    if not ID.fullmatch(word):
        raise BadAttributesError(
            f"'{word}' is not an id",
            "an id starts with a small letter and holds at most 32 small letters, digits and hyphens",
        )
    return word
