"""Read a Word file into units: its paragraphs, story by story.

A table is one unit without letters, equal to another where nothing in it differs.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ordain.errors import OrdainError, Place, refuse
from ordain.model.unit import Story, Unit
from ordain.text.tokens import Opaque
from ordain.word.content import UnreadableError, content
from ordain.word.documentproperties import is_marked_bill
from ordain.word.identity import identity
from ordain.word.names import Element, R, local, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.word.content import Content
    from ordain.word.package import Package

# Opens the name of a bookmark that carries the id of a provision.  Word cuts a name at
# 40 letters, and an id has at most 32.
PROVISION = "ordain_"


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
    if is_marked_bill(package):
        raise refuse(
            "this is a marked bill, whose brackets are no part of the text",
            "give the draft, its clean print, or the redline with tracked changes accepted",
            Place(package.file),
        )
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
    marks = [mark for mark in paragraph.iter(w("bookmarkStart")) if is_provision_mark(mark)]
    return marks[0].get(w("name"), "").removeprefix(PROVISION).replace("_", "-") if marks else None


def is_provision_mark(element: Element) -> bool:
    """Whether this opens a bookmark of ours."""
    return local(element) == "bookmarkStart" and element.get(w("name"), "").startswith(PROVISION)


def bookmark_name(provision: str) -> str:
    """Return the name of the bookmark for an id; Word allows no hyphen there.

    >>> bookmark_name("city-resources")
    'ordain_city_resources'
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
            if any(local(mark) in _TRACKED for mark in element.iter()):
                raise _unreadable("tracked changes in a table", f"{package.file}, {local(element)} {at + 1}")
            key = Opaque(identity(package, part, (element,)))
            unit = Unit(tokens=(key,), story=story, address=f"{local(element)} {at + 1}")
            yield Paragraph(part, element, None, unit)


def _paragraph(package: "Package", part: str, element: Element, story: Story, at: int) -> Paragraph:
    place = f"{package.file}, paragraph {at}" if story is Story.BODY else f"{package.file}, {story.value}"
    if any(local(mark) in _TRACKED for mark in element.iter()):
        raise _unreadable("tracked changes", place)
    try:
        held = content(package, part, element)
    except UnreadableError as error:
        raise _unreadable(str(error), place) from None
    unit = Unit(tokens=held.tokens, story=story, address=f"Paragraph {at}", id=provision_id(element))
    return Paragraph(part, element, held, unit)


def _unreadable(what: str, place: str) -> OrdainError:
    if what.startswith("tracked"):
        remedy = "accept or reject them in Word and save the file"
    else:
        remedy = "turn it into plain text in Word and save the file"
    return refuse(f"this paragraph holds {what}, which this version cannot compare", remedy, Place(place))


# Marks of revisions that a file may hold already.
_TRACKED = frozenset(
    ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblGridChange",
     "trPrChange", "tcPrChange", "cellIns", "cellDel", "cellMerge", "numberingChange")
)  # fmt: skip
