"""Check the two laws on the bytes of a redline, before anybody sees them.

Accepting every change must give the new document, rejecting every change the old one:
text, order, paragraph ends, and the properties of paragraphs and runs.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ordain.errors import Place, refuse
from ordain.word.accept import accept, reject
from ordain.word.identity import canonical
from ordain.word.names import w
from ordain.word.package import open_package
from ordain.word.properties import own
from ordain.word.read import Paragraph, read
from ordain.word.sections import last_section, page_setup

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Seen:
    """What a reader sees of a paragraph: its text and formats; the id of the provision is no part of it."""

    text: str
    formats: tuple[object, ...]
    id: str | None = field(default=None, compare=False)


def check_laws(redline: bytes, old: bytes, new: bytes, file: str) -> None:
    """Raise OrdainError where accepting does not give `new`, or rejecting does not give `old`."""
    for name, got, wanted in (("accepting", accept(redline), new), ("rejecting", reject(redline), old)):
        for at, (one, other) in enumerate(_both(list(seen(got)), list(seen(wanted))), start=1):
            if one != other or _is_misnamed(one, other):
                raise refuse(
                    f"{name} every change of this redline would not give the right text, so it was not written: "
                    f"paragraph {at} would read {_shown(one)!r}, and should read {_shown(other)!r}",
                    "please report both files, so that this can be mended",
                    Place(file),
                )


def seen(content: bytes) -> "Iterator[Seen]":
    """Yield what a reader sees of each paragraph: its text, and the properties of it and of its letters."""
    package = open_package(content)
    for paragraph in read(package):
        yield Seen(paragraph.unit.text, _formats(paragraph), paragraph.unit.id)
    section = last_section(package)
    yield Seen("the page setup", () if section is None else canonical(page_setup(section)))


def _formats(paragraph: Paragraph) -> tuple[object, ...]:
    if paragraph.content is None:
        return (paragraph.unit.tokens,)
    properties = paragraph.element.find(w("pPr"))
    section = paragraph.element.find(f"{w('pPr')}/{w('sectPr')}")
    return paragraph.content.look, canonical(own(properties)), canonical(section)


def _is_misnamed(got: Seen | None, wanted: Seen | None) -> bool:
    """Whether a paragraph carries the id of another.

    An id may be lost where a provision moved, since no two bookmarks have one name.
    """
    return got is not None and wanted is not None and wanted.id is not None and got.id not in (None, wanted.id)


def _both(got: list[Seen], wanted: list[Seen]) -> "Iterator[tuple[Seen | None, Seen | None]]":
    for at in range(max(len(got), len(wanted))):
        yield (got[at] if at < len(got) else None), (wanted[at] if at < len(wanted) else None)


def _shown(one: Seen | None) -> str:
    return "nothing" if one is None else one.text[:60]
