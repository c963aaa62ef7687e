"""Read a Word file into units: its paragraphs, story by story.

A table is one unit without letters, equal to another where nothing in it differs.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ordain.errors import Place, refuse
from ordain.model.unit import Story, Unit
from ordain.text.tokens import Opaque
from ordain.word.content import UnreadableError, content, identity
from ordain.word.names import Element, R, local, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.word.content import Content
    from ordain.word.package import Package

# The name of a bookmark that carries the id of a provision.
PROVISION = "provision_"


@dataclass(frozen=True, slots=True, eq=False)
class Paragraph:
    """A paragraph, or a table, where it stands: its part, element, content and unit."""

    part: str
    element: Element
    content: "Content | None"
    unit: Unit


def read(package: "Package") -> tuple[Paragraph, ...]:
    """Return every paragraph of the body, the headers and the footers.

    Raises OrdainError for a file that holds tracked changes, or what cannot be compared.
    """
    paragraphs = list(_story(package, package.main, Story.BODY))
    for story, part in running_parts(package):
        paragraphs += _story(package, part, story)
    return tuple(paragraphs)


def running_parts(package: "Package") -> list[tuple[Story, str]]:
    """Return the header and footer parts in the order in which the sections use them."""
    links = package.relationships(package.main)
    found: dict[str, Story] = {}
    for reference in package.tree(package.main).iter(w("headerReference"), w("footerReference")):
        link = links.get(reference.get(f"{{{R}}}id", ""))
        if link is not None and package.has(link.target):
            story = Story.HEADER if local(reference) == "headerReference" else Story.FOOTER
            found.setdefault(link.target, story)
    return [(story, part) for part, story in found.items()]


def provision_id(paragraph: Element) -> str | None:
    """Return the id of the provision that a bookmark of ours carries, or None."""
    for mark in paragraph.iter(w("bookmarkStart")):
        name = mark.get(w("name"), "")
        if name.startswith(PROVISION):
            return name.removeprefix(PROVISION).replace("_", "-")
    return None


def bookmark_name(provision: str) -> str:
    """Return the name of the bookmark for an id; Word allows no hyphen there.

    >>> bookmark_name("city-resources")
    'provision_city_resources'
    """
    return PROVISION + provision.replace("-", "_")


def _story(package: "Package", part: str, story: Story) -> "Iterator[Paragraph]":
    root = package.tree(part)
    body = root.find(w("body")) if local(root) == "document" else root
    if body is None:
        raise refuse("the document has no body", "open it in Word and save it anew", Place(package.file))
    for at, element in enumerate(
        child for child in body if local(child) not in ("sectPr", "bookmarkStart", "bookmarkEnd")
    ):
        if local(element) == "p":
            yield _paragraph(package, part, element, story, at + 1)
        elif local(element) in ("proofErr", ""):
            continue
        else:
            key = Opaque(identity(package, part, (element,)))
            unit = Unit(tokens=(key,), story=story, address=f"{local(element)} {at + 1}")
            yield Paragraph(part, element, None, unit)


def _paragraph(package: "Package", part: str, element: Element, story: Story, at: int) -> Paragraph:
    place = f"{package.file}, paragraph {at}" if story is Story.BODY else f"{package.file}, {story.value}"
    properties = element.find(w("pPr"))
    try:
        if properties is not None and any(
            local(mark) in ("ins", "del", "moveFrom", "moveTo", "pPrChange", "rPrChange") for mark in properties.iter()
        ):
            raise UnreadableError("tracked changes")  # noqa: TRY301 - one message for both
        held = content(package, part, element)
    except UnreadableError as error:
        raise refuse(
            f"this paragraph holds {error}, which this comparison cannot keep apart from its own",
            "accept or reject them in Word and save the file",
            Place(place),
        ) from None
    unit = Unit(tokens=held.tokens, story=story, address=f"Paragraph {at}", id=provision_id(element))
    return Paragraph(part, element, held, unit)
