"""The paragraphs of an edited print as plain lines of bill text, or why one of them is none.

Word holds more than a bill text can: tables, notes, pictures, fields.  None of that is
left out in silence; the drafter turns it into text in Word, where it can be seen.  A
number that Word counts by itself is read as the label that a reader sees.
"""

from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.errors import OrdainError, Place, Problem
from ordain.markup.attributes import Attributes, BadAttributesError, split_attributes
from ordain.model.unit import Story
from ordain.notation import signs
from ordain.text.tokens import Opaque
from ordain.word.parts.names import Element, local, w
from ordain.word.reading.listnumbers import list_labels
from ordain.word.reading.read import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.model.unit import Unit
    from ordain.word.parts.package import Package


class PlainLine(Struct, frozen=True, eq=False):
    """A paragraph of the body: its text, its number counted from 1, the name of its style.

    `remarks` say what of it was read otherwise than it looks.
    """

    number: int
    element: Element
    text: str
    style: str
    remarks: tuple[str, ...]


def plain_lines(package: "Package") -> tuple[tuple[PlainLine, ...], "tuple[Unit, ...]"]:
    """Return the paragraphs of the body that hold text, and the units of head and foot of the pages.

    Page breaks are taken out of the package.  Raises OrdainError with every paragraph that
    is no line of text.
    """
    root = package.tree(package.main)
    problems = list(_other_blocks(root, package.file))
    if problems:
        raise OrdainError(*problems)
    _drop_page_breaks(root)
    names = _style_names(package)
    elements = list(root.iterfind(f"{w('body')}/{w('p')}"))
    shown = list_labels(package, elements)
    numbers = {element: at for at, element in enumerate(elements, start=1)}
    lines: list[PlainLine] = []
    running: list[Unit] = []
    for paragraph in read(package):
        if paragraph.unit.story in (Story.HEADER, Story.FOOTER):
            running.append(paragraph.unit)
        elif paragraph.element in numbers:
            number = numbers[paragraph.element]
            text, remarks = _text_of(paragraph.element, paragraph.unit, shown[number - 1])
            found = list(_faults(paragraph.element, paragraph.unit, text, Place(package.file, number, 1, text)))
            problems += found
            if text and not found:
                lines.append(PlainLine(number, paragraph.element, text, _style(paragraph.element, names), remarks))
    if problems:
        raise OrdainError(*problems)
    return tuple(lines), tuple(running)


# What may stand between the paragraphs of a body, and means nothing to a draft.
_SILENT = frozenset(
    (
        "p", "sectPr", "bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd",
        "commentRangeStart", "commentRangeEnd", "",
    )
)  # fmt: skip


def _other_blocks(root: Element, file: str) -> "Iterator[Problem]":
    number = 0
    for element in root.iterfind(f"{w('body')}/*"):
        number += local(element) == "p"
        if local(element) not in _SILENT:
            kind, remedy = _BLOCKS.get(local(element), ("something that is no paragraph", "turn it into paragraphs"))
            yield Problem(
                f"behind this paragraph stands {kind}, which no draft can hold",
                f"{remedy} in Word and save the file",
                Place(file, max(number, 1)),
            )


_BLOCKS = {
    "tbl": ("a table", "turn it into text (Layout, Convert to Text)"),
    "sdt": ("a content control", "remove the control and keep its text"),
    "altChunk": ("another file", "open and save this one"),
}


def _drop_page_breaks(root: Element) -> None:
    for element in list(root.iter(w("br"))):
        parent = element.getparent()
        if element.get(w("type")) in ("page", "column") and parent is not None:
            parent.remove(element)


def _text_of(element: Element, unit: "Unit", number: str) -> tuple[str, tuple[str, ...]]:
    """Return the line that a paragraph reads as, and what is to be said of it."""
    remarks = []
    text = one_line(unit.text)
    if number and text:
        text = f"{number} {text}"
        remarks.append(f"its number '{number}' was counted by Word, and is now part of the text")
    if "\n" in unit.text.strip():
        remarks.append("a line break inside it was read as a blank")
    if any(mark.get(w("val")) not in _OFF for mark in element.iter(w("strike"), w("dstrike"))):
        remarks.append("it shows words that are struck through; they were read as text")
    if any(mark.get(w("val")) not in _OFF for mark in element.iter(w("vanish"))):
        remarks.append("it holds hidden words; they were read as text")
    return text, tuple(remarks)


def one_line(text: str) -> str:
    r"""Return a text with a blank for each line break, and none at its ends.

    >>> one_line("To be cited\nas the Act. ")
    'To be cited as the Act.'
    """
    return " ".join(part.strip() for part in text.split("\n")).strip()


_OFF = ("0", "false", "off")


def _faults(element: Element, unit: "Unit", text: str, place: Place) -> "Iterator[Problem]":
    """Yield why a paragraph is no line of a bill text."""
    if any(isinstance(token, Opaque) for token in unit.tokens):
        kind, remedy = _kind_of(element)
        yield Problem(f"this paragraph holds {kind}, which no draft can hold", f"{remedy} in Word", place)
        return
    bad = signs.CONTROL.search(text)
    if bad:
        yield Problem(signs.MESSAGE, "delete it in Word", Place(place.file, place.line, bad.start() + 1, text))
        return
    try:
        _, attributes = split_attributes(text)
    except BadAttributesError as error:
        yield _braces(Place(place.file, place.line, error.start + 1, text, error.end - error.start))
        return
    if attributes != Attributes():
        at = text.rindex("{")
        yield _braces(Place(place.file, place.line, at + 1, text, len(text) - at))


def _braces(place: Place) -> Problem:
    return Problem(
        "braces that open with # or from= name provisions in a draft, and are no text of a bill",
        "delete them in Word; give the provision its id in the draft",
        place,
    )


_KINDS = {
    "footnoteReference": ("a footnote", "put its words into the text"),
    "endnoteReference": ("an endnote", "put its words into the text"),
    "drawing": ("a picture", "take it out"),
    "pict": ("a picture", "take it out"),
    "object": ("an embedded object", "take it out"),
    "fldChar": ("a field", "turn it into text (Ctrl+Shift+F9)"),
    "fldSimple": ("a field", "turn it into text (Ctrl+Shift+F9)"),
    "oMath": ("a formula", "type it as text"),
    "sym": ("a sign of a symbol font", "type it as a letter"),
    "sdt": ("a content control", "remove the control and keep its text"),
}


def _kind_of(element: Element) -> tuple[str, str]:
    names = {local(child) for child in element.iter()}
    return next((said for name, said in _KINDS.items() if name in names), ("what is no text", "take it out"))


def _style_names(package: "Package") -> dict[str, str]:
    """Return the names of the styles as Word shows them, by id."""
    styles = package.linked("styles")
    return {
        style.get(w("styleId"), ""): name.get(w("val"), "")
        for style in (() if styles is None else package.tree(styles).iterfind(w("style")))
        for name in style.iterfind(w("name"))
    }


def _style(paragraph: Element, names: dict[str, str]) -> str:
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return "" if style is None else names.get(style.get(w("val"), ""), "")
