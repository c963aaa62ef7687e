"""The names of WordprocessingML, and small steps on its elements."""

from functools import cache, lru_cache
from typing import TYPE_CHECKING, TypeAlias

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

Element: TypeAlias = etree._Element  # noqa: SLF001 - the public name of lxml's element type

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML = "http://www.w3.org/XML/1998/namespace"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"

# Every mark of a revision, by what it does to what it stands on.
ARRIVING = frozenset(("ins", "moveTo"))
LEAVING = frozenset(("del", "moveFrom"))
FORMER = frozenset(
    ("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "tblGridChange", "tcPrChange",
     "trPrChange", "cellIns", "cellDel", "cellMerge", "numberingChange")
)  # fmt: skip
REVISIONS = ARRIVING | LEAVING | FORMER

SPACE = f"{{{XML}}}space"


@cache
def w(tag: str) -> str:
    """Return the full name of a WordprocessingML element or attribute.

    >>> w("p")
    '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p'
    """
    return f"{{{W}}}{tag}"


def local(element: Element) -> str:
    """Return the tag of an element without its namespace, or nothing for a comment."""
    tag: Hashable = element.tag  # type: ignore[assignment]
    return _local(tag)


# Few names are met, and each many thousand times; a hostile file may hold many.
@lru_cache(maxsize=1 << 12)
def _local(tag: "Hashable") -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


# No number of a Word file is longer; Python refuses to read one of thousands of digits.
_LONGEST = 20


def number(value: str | None) -> int:
    """Return the whole number that an attribute holds, or 0 where it holds none.

    >>> number("12"), number("twelve"), number(None)
    (12, 0, 0)
    """
    is_one = value is not None and len(value) < _LONGEST and value.removeprefix("-").isdecimal()
    return int(value or 0) if is_one else 0


def make(tag: str, attributes: dict[str, str] | None = None, children: "Iterable[Element]" = ()) -> Element:
    """Return a new WordprocessingML element; attribute names are given without namespace."""
    element = etree.Element(w(tag), nsmap=_PREFIX)
    element.extend(children)
    for name, value in (attributes or {}).items():  # given one by one, they cost lxml half of what they do together
        element.set(w(name), value)
    return element


_PREFIX = {"w": W}


def property_of(paragraph: Element, name: str) -> Element | None:
    """Return a property of a paragraph: `rPr` are those of its end, `sectPr` those of the section that ends there."""
    properties = paragraph.find(w("pPr"))
    return None if properties is None else properties.find(w(name))
