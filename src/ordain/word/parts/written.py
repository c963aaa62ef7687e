"""XML that is written as text, among elements.

Most of a redline is runs of letters.  As text they cost a third of the time of elements,
and a tenth of their memory; so only what must be looked into again is made of elements.
In a tree, text stands as a processing instruction until the part is serialized.  No file
that was read holds any, since the parser leaves them out.
"""

import re
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from lxml import etree

from ordain.word.parts.names import Element, W, make

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Node: TypeAlias = "Element | str"
"""An element, or XML as text, in which `w` is the prefix of WordprocessingML and no other is used."""

_TARGET = "ordain"
_BEFORE, _BEHIND = f"<?{_TARGET} ".encode(), b"?>"
_DECLARED = re.compile(r' xmlns(?::\w+)?="[^"]*"')


def hold(tag: str, attributes: "Mapping[str, str] | None", held: "Sequence[Node]") -> Node:
    """Return what holds nodes: text where all of them are; attribute names are given without namespace.

    >>> hold("ins", {"author": 'Ann "A" Smith'}, ["<w:r/>"])
    '<w:ins w:author="Ann &quot;A&quot; Smith"><w:r/></w:ins>'
    """
    try:
        inside = "".join(held)  # type: ignore[arg-type]
    except TypeError:  # an element among them
        element = make(tag, dict(attributes) if attributes else None)
        lay(element, held)
        return element
    said = "".join([f' w:{name}="{quoted(value)}"' for name, value in attributes.items()]) if attributes else ""
    return f"<w:{tag}{said}>{inside}</w:{tag}>" if inside else f"<w:{tag}{said}/>"


def lay(into: Element, nodes: "Iterable[Node]") -> None:
    """Add nodes to the end of an element."""
    for are_text, group in groupby(nodes, key=lambda node: type(node) is str):
        if are_text:
            into.append(etree.ProcessingInstruction(_TARGET, "".join(group)))  # type: ignore[arg-type]
        else:
            into.extend(group)  # type: ignore[arg-type]


def is_text(node: Element) -> bool:
    """Whether this stands in a tree for XML that was written as text."""
    return isinstance(node, etree._ProcessingInstruction)  # noqa: SLF001 - it has no public name


def texts_in(element: Element) -> "Iterator[Element]":
    """Yield what stands for text anywhere in an element."""
    return element.iter(etree.ProcessingInstruction)


def as_text(element: Element) -> str | None:
    """Return an element as text, or None where it holds more than WordprocessingML under its usual prefix."""
    for at in element.iter():
        if at.prefix != "w" or not str(at.tag).startswith(_W) or any(not name.startswith(_W) for name in at.attrib):
            return None
    return _DECLARED.sub("", etree.tostring(element, encoding="unicode", with_tail=False))


_W = f"{{{W}}}"

# What XML escapes in text, and in an attribute.
_IN_TEXT = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_IN_ATTRIBUTE = {**_IN_TEXT, '"': "&quot;", "\t": "&#9;", "\n": "&#10;"}
_SPECIAL = tuple(re.compile(f"[{''.join(signs)}]") for signs in (_IN_TEXT, _IN_ATTRIBUTE))
_ESCAPES = tuple(str.maketrans(signs) for signs in (_IN_TEXT, _IN_ATTRIBUTE))


def escaped(letters: str) -> str:
    """Return letters as they stand in an element."""
    return letters.translate(_ESCAPES[0]) if _SPECIAL[0].search(letters) else letters


def quoted(value: str) -> str:
    """Return letters as they stand in an attribute."""
    return value if value.isalnum() or not _SPECIAL[1].search(value) else value.translate(_ESCAPES[1])


def serialized(tree: Element) -> bytes:
    """Return a part as bytes, with all text in its place."""
    content = etree.tostring(tree, encoding="UTF-8")
    if _BEFORE in content:
        content = content.replace(_BEFORE, b"")
        content = content.replace(_BEHIND, b"")  # nowhere else: `>` is escaped, and no namespace may hold it
    return _DECLARATION + content


_DECLARATION = b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
