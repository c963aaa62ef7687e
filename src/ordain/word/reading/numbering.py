"""Automatic numbers: the lists of a file, and which paragraph stands in which list at which level."""

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.word.parts.names import Element, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.word.parts.package import Package

# Word knows no more, and loads no file that names another.
LEVELS = 9

# Names that are looked for in every paragraph.
_PROPERTIES, _STYLE, _NUMBERING, _LEVEL, _NUMBER = map(w, ("pPr", "pStyle", "numPr", "ilvl", "numId"))
_SECTION, _END, _VALUE = map(w, ("sectPr", "rPr", "val"))

# What a picture and a sign of a symbol font are shown as: their letters mean nothing in another font.
_BULLET = "•"
_SYMBOL_FONTS = ("symbol", "wingdings", "webdings", "marlett")


class ListLevel(Struct, frozen=True, kw_only=True):
    """One level of a list.

    `pieces` are fixed text and, between, the levels whose numbers are shown, counted from 0.
    `limit` says which levels make this one begin anew: those below `limit`.
    """

    start: int
    format: str
    pieces: tuple[str | int, ...]
    legal: bool
    limit: int


class NumberedList(Struct, frozen=True, eq=False):
    """One `w:num`: its levels, with what it overrides, and the key of the count that it takes part in."""

    key: str
    levels: dict[int, ListLevel]
    starts: dict[int, int]
    """The numbers of `w:startOverride` by level: there the first paragraph of this list begins anew."""
    linked: dict[str, int]
    """The level that a paragraph style stands for."""


class _Numbering(Struct, frozen=True):
    """What `w:numPr` says; None where it is silent, and something further out decides."""

    number: str | None = None
    level: int | None = None


class Lists:
    """The lists of a package, read once; tells the list and the level of any of its paragraphs."""

    def __init__(self, package: "Package") -> None:
        self._styles = _styles(package)
        self._default = _default_style(self._styles)
        root = _part(package, "numbering")
        self._abstract = {} if root is None else _by_id(root, "abstractNum", "abstractNumId")
        self._nums = {} if root is None else _by_id(root, "num", "numId")
        self._lists: dict[str, NumberedList | None] = {}
        self._of_style: dict[tuple[str, str | None], tuple[str | None, int]] = {}

    def place(self, paragraph: Element) -> tuple[NumberedList, int] | None:
        """Return the list of a paragraph and its level from 0, or None where it has no number."""
        properties = _child(paragraph, _PROPERTIES)
        if properties is not None and _only_ends_a_section(paragraph, properties):
            return None
        own = _numbering(properties)
        style = _value(properties, _STYLE)
        number, level = self._by_style(style if style in self._styles else self._default, own.number)
        number, level = own.number or number, level if own.level is None else own.level
        numbered = self._list(number) if number is not None else None
        return (numbered, level) if numbered is not None and level in numbered.levels else None

    def _by_style(self, style: str, number: str | None) -> tuple[str | None, int]:
        """Return the list and the level that a style gives to a paragraph, where the paragraph may name the list."""
        key = (style, number)
        if key not in self._of_style:
            chain = [(name, _numbering(self._styles[name].find(_PROPERTIES))) for name in _chain(style, self._styles)]
            found = number or next((said.number for _, said in chain if said.number is not None), None)
            numbered = self._list(found) if found is not None else None
            linked = numbered.linked if numbered is not None else {}
            levels = (linked.get(name, said.level) for name, said in chain)
            self._of_style[key] = found, next((level for level in levels if level is not None), 0)
        return self._of_style[key]

    def _list(self, number: str) -> NumberedList | None:
        if number not in self._lists:
            self._lists[number] = self._read(number)
        return self._lists[number]

    def _read(self, number: str) -> NumberedList | None:
        num = self._nums.get(number)
        abstract = None if num is None else self._levels_of(num)
        if num is None or abstract is None:
            return None
        levels = {_number(level.get(w("ilvl"))): level for level in abstract.findall(w("lvl"))}
        starts: dict[int, int] = {}
        for override in num.findall(w("lvlOverride")):
            at = _number(override.get(w("ilvl")))
            level = override.find(w("lvl"))
            if level is not None:
                levels[at] = level
            start = _value(override, w("startOverride"))
            if start is not None:
                starts[at] = _number(start)
        return NumberedList(
            key=abstract.get(w("abstractNumId"), ""),
            levels={at: _level(level, at) for at, level in levels.items() if 0 <= at < LEVELS},
            starts=starts,
            linked={style: at for at, level in levels.items() if (style := _value(level, _STYLE)) is not None},
        )

    def _levels_of(self, num: Element) -> Element | None:
        """Return the definition of a list: its own, or that of the list style that it names."""
        seen: set[str | None] = set()
        found: Element | None = num
        while found is not None:
            abstract = self._abstract.get(_value(found, w("abstractNumId")) or "")
            style = _value(abstract, w("numStyleLink"))
            if style is None or style in seen or style not in self._styles:
                return abstract
            seen.add(style)
            found = self._nums.get(_numbering(self._styles[style].find(_PROPERTIES)).number or "")
        return None


def numbered_styles(package: "Package") -> frozenset[str]:
    """Return the ids of the paragraph styles that number their paragraphs, by themselves or through their base."""
    styles = _styles(package)
    return frozenset(name for name in styles if _numbers(name, styles))


def numbered_styles_of(old: "Package", new: "Package") -> tuple[frozenset[str], frozenset[str]]:
    """Return the styles that number their paragraphs, of two files that often have the same."""
    is_same = old.shares(new, "styles")
    styles = numbered_styles(new)
    return styles if is_same else numbered_styles(old), styles


def shows_number(paragraph: Element, styles: frozenset[str]) -> bool:
    """Whether a paragraph has an automatic number, of its own or by its style."""
    number = paragraph.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")
    if number is not None:
        return number.get(w("val")) != "0"
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return style is not None and style.get(w("val")) in styles


def hidden(paragraph: Element) -> bool:
    """Whether a paragraph and its end are hidden, as those are by which Word skips numbers.

    Looks at the paragraph's own marks, not at its styles.
    """
    properties = _child(paragraph, _PROPERTIES)
    end = None if properties is None else _child(properties, _END)
    if end is None or not _on(end.find(w("vanish"))):
        return False
    return all(_on(run.find(f"{w('rPr')}/{w('vanish')}")) for run in _filled_runs(paragraph))


def _numbers(name: str, styles: dict[str, Element]) -> bool:
    said = (_numbering(styles[style].find(_PROPERTIES)).number for style in _chain(name, styles))
    return next((number for number in said if number is not None), "0") != "0"


def _level(element: Element, at: int) -> ListLevel:
    kind, pattern = _format(element)
    restart = _value(element, w("lvlRestart"))
    limit = at if restart is None else _number(restart)
    pieces: tuple[str | int, ...]
    if _on(element.find(f"{w('rPr')}/{w('vanish')}")):
        pieces = ()
    elif kind == "bullet":
        pieces = (_bullet(element),)
    else:
        pieces = tuple(_pieces(_value(element, w("lvlText")) or "", at))
    return ListLevel(
        start=_number(_value(element, w("start"))),
        format=pattern or kind,
        pieces=pieces,
        legal=_on(element.find(w("isLgl"))),
        limit=limit if 0 <= limit <= at else at,
    )


def _format(level: Element) -> tuple[str, str | None]:
    """Return the format of a number, and the pattern of one that Word has no name for."""
    # Where the format is newer than the standard, it stands in the first choice of several.
    found = next(level.iter(w("numFmt")), None)
    return ("decimal", None) if found is None else (found.get(w("val"), "decimal"), found.get(w("format")))


def _pieces(text: str, at: int) -> "Iterator[str | int]":
    parts = re.split("%([1-9])", text)
    shown = [int(digit) - 1 for digit in parts[1::2]]
    # Word shows nothing at all where the text asks for the number of a deeper level.
    if any(level > at for level in shown):
        return
    for fixed, level in zip(parts[::2], [*shown, None], strict=True):
        if fixed:
            yield fixed
        if level is not None:
            yield level


def _bullet(level: Element) -> str:
    text = _value(level, w("lvlText")) or ""
    fonts = level.find(f"{w('rPr')}/{w('rFonts')}")
    font = "" if fonts is None else fonts.get(w("ascii"), "").lower()
    pictured = level.find(w("lvlPicBulletId")) is not None
    private = any("\ue000" <= sign <= "\uf8ff" for sign in text)
    return _BULLET if pictured or private or (text and font.startswith(_SYMBOL_FONTS)) else text


def _only_ends_a_section(paragraph: Element, properties: Element) -> bool:
    """Whether a paragraph is a mere section break, which Word shows without a number."""
    return _child(properties, _SECTION) is not None and next(_filled_runs(paragraph), None) is None


def _filled_runs(paragraph: Element) -> "Iterator[Element]":
    """Yield the runs that hold anything but properties."""
    return (run for run in paragraph.iter(w("r")) if any(child.tag != w("rPr") for child in run))


def _numbering(properties: Element | None) -> _Numbering:
    found = None if properties is None else _child(properties, _NUMBERING)
    if found is None:
        return _SILENT
    level = _value(found, _LEVEL)
    return _Numbering(_value(found, _NUMBER), None if level is None else _number(level))


_SILENT = _Numbering()


def _chain(style: str, styles: dict[str, Element]) -> "Iterator[str]":
    """Yield a style, the one that it is based on, and so on."""
    seen: set[str] = set()
    while style in styles and style not in seen:
        yield style
        seen.add(style)
        style = _value(styles[style], w("basedOn")) or ""


def _styles(package: "Package") -> dict[str, Element]:
    root = _part(package, "styles")
    return {} if root is None else _by_id(root, "style", "styleId")


def _default_style(styles: dict[str, Element]) -> str:
    paragraphs = (name for name, style in styles.items() if style.get(w("type")) == "paragraph")
    return next((name for name in paragraphs if styles[name].get(w("default")) in ("1", "true", "on")), "")


def _part(package: "Package", kind: str) -> Element | None:
    name = package.linked(kind)
    return None if name is None else package.tree(name)


def _by_id(root: Element, tag: str, attribute: str) -> dict[str, Element]:
    return {element.get(w(attribute), ""): element for element in root.findall(w(tag))}


def _value(element: Element | None, name: str) -> str | None:
    """Return what `w:val` says in the child of that full name."""
    found = None if element is None else _child(element, name)
    return None if found is None else found.get(_VALUE)


def _child(element: Element, name: str) -> Element | None:
    """Return the first child of that name; much faster than `find`, which parses a path each time."""
    return next(element.iterchildren(name), None)


def _number(written: str | None) -> int:
    """Return a whole number; one that is none counts as 0, as does one that is missing."""
    return int(written) if written is not None and re.fullmatch(r"\s*[+-]?[0-9]+\s*", written) else 0


def _on(element: Element | None) -> bool:
    return element is not None and element.get(w("val"), "1") not in ("0", "false", "off")
