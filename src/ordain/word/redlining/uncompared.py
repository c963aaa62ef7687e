"""What differs between two files and stands outside both laws, since WordprocessingML has no mark for it."""

from typing import TYPE_CHECKING

from lxml import etree

from ordain.word.parts.names import Element, local, w
from ordain.word.reading.identity import canonical, some
from ordain.word.reading.read import running_parts
from ordain.word.redlining.definitions import part_of, style_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.word.parts.package import Package

# Settings that a reader of the printed page would notice.
_SETTINGS = ("evenAndOddHeaders", "mirrorMargins", "footnotePr", "endnotePr", "autoHyphenation", "documentProtection")
_PROPERTIES = ("title", "subject", "creator", "keywords", "description", "category")
# What tells a content control from others.
_PURPOSE = ("alias", "tag", "text", "date", "comboBox", "dropDownList", "picture", "checkbox", "dataBinding", "lock")
# So many names are listed before the rest is counted.
_LISTED = 5


def uncompared(old: "Package", new: "Package") -> tuple[str, ...]:
    """Return what the redline does not show, each in a few words; the ids of both files must be shared."""
    told = (_styles, _settings, _headers, _properties, _comments, _controls)
    macros = ("the macros of the new file, which are left out",) if new.had_macros else ()
    return (*(what for tell in told for what in tell(old, new)), *macros)


def _styles(old: "Package", new: "Package") -> "Iterator[str]":
    if old.shares(new, "styles"):
        return
    sides = [part_of(package, "styles") for package in (old, new)]
    if sides[0] is None or sides[1] is None:
        return
    known = {style_key(style): style for style in sides[0].iterchildren(w("style"))}
    changed = [
        style_key(style)[1]
        for style in sides[1].iterchildren(w("style"))
        if (before := known.get(style_key(style))) is not None and not _defines_the_same(before, style)
    ]
    if changed:
        yield f"the definition of {_several('style', changed)}"
    if canonical(sides[0].find(w("docDefaults"))) != canonical(sides[1].find(w("docDefaults"))):
        yield "the default formats of the document"


def _defines_the_same(one: Element, other: Element) -> bool:
    return etree.tostring(one) == etree.tostring(other) or _definition(one) == _definition(other)


def _definition(style: Element) -> tuple[object, ...]:
    return tuple(canonical(style.find(w(name))) for name in ("pPr", "rPr", "tblPr", "trPr", "tcPr"))


def _settings(old: "Package", new: "Package") -> "Iterator[str]":
    sides = [part_of(package, "settings") for package in (old, new)]
    held = [{} if side is None else {local(it): _value(it) for it in side} for side in sides]
    changed = [name for name in _SETTINGS if held[0].get(name) != held[1].get(name)]
    if changed:
        yield _several("setting", changed)


def _value(setting: Element) -> tuple[object, ...]:
    attributes = tuple(sorted((str(name), str(value)) for name, value in setting.attrib.items()))
    return attributes, some(setting, ("pos", "numFmt", "numStart", "numRestart"))


def _headers(old: "Package", new: "Package") -> "Iterator[str]":
    """A header that only one file has is struck or added, and stays behind without its text."""
    sides = [{place: story for story, place, _ in running_parts(package)} for package in (old, new)]
    for name, here, there in (("old", sides[0], sides[1]), ("new", sides[1], sides[0])):
        for story in (story for place, story in here.items() if place not in there):
            yield f"the empty {story.value} left where only the {name} file has one"


def _properties(old: "Package", new: "Package") -> "Iterator[str]":
    sides = [_core(package) for package in (old, new)]
    changed = [name for name in _PROPERTIES if sides[0].get(name, "") != sides[1].get(name, "")]
    if changed:
        yield _several("document property", changed)


def _core(package: "Package") -> dict[str, str]:
    for link in package.relationships("").values():
        if link.type.endswith("/core-properties") and package.has(link.target):
            return {local(item): item.text or "" for item in package.tree(link.target)}
    return {}


def _comments(old: "Package", new: "Package") -> "Iterator[str]":
    parts = [part_of(package, "comments") for package in (old, new)]
    said = [[] if part is None else ["".join(map(str, it.itertext())) for it in part] for part in parts]
    for name, here, there in (("old", said[0], said[1]), ("new", said[1], said[0])):
        only = [text for text in here if text not in there]
        if only:
            yield f"{len(only)} comment{'s' if len(only) > 1 else ''} that only the {name} file has"


def _controls(old: "Package", new: "Package") -> "Iterator[str]":
    held = [
        sorted(repr(_purpose(control)) for control in package.tree(package.main).iter(w("sdtPr")))
        for package in (old, new)
    ]
    if held[0] != held[1]:
        yield "content controls round the text"


def _purpose(properties: Element) -> tuple[object, ...]:
    """Return what a content control is for, without its number."""
    return some(properties, _PURPOSE)


def _several(what: str, names: "list[str]") -> str:
    listed = ", ".join(names[:_LISTED])
    rest = len(names) - _LISTED
    plural = what[:-1] + "ies" if what.endswith("y") else what + "s"
    return f"the {what if len(names) == 1 else plural} {listed}" + (f" and {rest} more" if rest > 0 else "")
