"""One set of ids for the styles and lists of both files, so that the same id means the same thing.

Two programs number styles and lists as they like: a style `1` may be a heading in one
file and a table of contents in the other.  The old file's ids are turned into the new
one's, a style's by its name and a list's by its definition; what only the old file has
comes along under a free id.  See docs/word/definitions.md.
"""

import copy
from typing import TYPE_CHECKING

from ordain.word.parts.names import Element, local, make, number, w
from ordain.word.parts.package import story_parts
from ordain.word.reading.identity import canonical

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ordain.word.parts.package import Package

_NUMBERING = "word/numbering.xml"
_NUMBERING_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
_NUMBERING_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"

_STYLES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"
_STYLES_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"

# Elements that name a style, by the kind of style they name; in styles.xml itself the
# kind is that of the style they stand in.
_NAMES_STYLE = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
_IN_STYLES = ("basedOn", "next", "link")
# A definition is the same whatever a program numbers it.
_BY_CHANCE = frozenset(("nsid", "tmpl", "name"))


def share_ids(old: "Package", new: "Package") -> None:
    """Turn the ids of styles and lists in the old file into those of the new, which is given what it lacks."""
    if old.shares(new, "styles") and old.shares(new, "numbering"):
        return
    _share_lists(old, new, _share_styles(old, new))


def part_of(package: "Package", kind: str) -> Element | None:
    """Return the part of a kind, such as `styles`, or None."""
    name = package.linked(kind)
    return None if name is None else package.tree(name)


def _share_styles(old: "Package", new: "Package") -> list[Element]:
    """Give the new file the styles that it lacks, and return them; their lists still have the ids of the old one."""
    olds = part_of(old, "styles")
    if olds is None:
        return []
    news = part_of(new, "styles")
    if news is None:
        news = _without_styles(new)
    known = {style_key(style): style.get(w("styleId"), "") for style in news.iterchildren(w("style"))}
    taken = {style.get(w("styleId"), "") for style in news.iterchildren(w("style"))} | _named(new)
    renamed: dict[tuple[str, str], str] = {}
    missing = []
    for style in olds.iterchildren(w("style")):
        kind, key = style.get(w("type"), "paragraph"), style.get(w("styleId"), "")
        target = known.get(style_key(style))
        if target is None:
            target = key if key not in taken else _free(key, taken)
            taken.add(target)
            missing.append(style)
        if target != key:
            renamed[kind, key] = target
    if renamed:
        _rename_styles(old, olds, renamed)
    default = _default(olds)
    if default is not None and default != _default(news):
        _name_default(old, default)
    brought = [copy.deepcopy(style) for style in missing]
    for style in brought:
        style.attrib.pop(w("default"), None)
        news.append(style)
    return brought


def _named(package: "Package") -> set[str]:
    """Return the ids of the styles that a text names, whether the file has them or not."""
    names = [*map(w, _NAMES_STYLE)]
    return {it.get(w("val"), "") for part in story_parts(package) for it in package.tree(part).iter(*names)}


def _without_styles(package: "Package") -> Element:
    """Return the styles of a file that had none: a part without any."""
    taken = len(package.names)
    name = next(free for at in range(taken + 1) if not package.has(free := f"word/styles{at or ''}.xml"))
    package.put(name, make("styles"), _STYLES_TYPE)
    package.relate(package.main, _STYLES_RELATION, name)
    return package.tree(name)


def _default(styles: Element) -> str | None:
    """Return the id of the style of paragraphs that name none, or None where a file has none for them."""
    held = (it for it in styles.iterchildren(w("style")) if it.get(w("type")) == "paragraph")
    return next((it.get(w("styleId")) for it in held if it.get(w("default")) in ("1", "true", "on")), None)


def _name_default(package: "Package", default: str) -> None:
    """Have every paragraph that names no style name the default one, since another file has another."""
    for part in story_parts(package):
        for paragraph in package.tree(part).iter(w("p"), w("pPrChange")):
            properties = paragraph.find(w("pPr"))
            if properties is None:
                properties = make("pPr")
                paragraph.insert(0, properties)
            if properties.find(w("pStyle")) is None:
                properties.insert(0, make("pStyle", {"val": default}))


def style_key(style: Element) -> tuple[str, str]:
    """Return the kind and name of a style, which tell it from all others of its file."""
    name = style.find(w("name"))
    return style.get(w("type"), "paragraph"), (name.get(w("val"), "") if name is not None else "").casefold()


def _free(key: str, taken: "set[str]") -> str:
    return next(free for at in range(1, len(taken) + 2) if (free := f"{key}-old{at}") not in taken)


def _rename_styles(old: "Package", styles: Element, renamed: "dict[tuple[str, str], str]") -> None:
    numbering = part_of(old, "numbering")
    roots = [*(old.tree(part) for part in story_parts(old)), styles, *([] if numbering is None else [numbering])]
    for root in roots:
        for name in root.iter(*map(w, _NAMES_STYLE)):
            key = _NAMES_STYLE[local(name)], name.get(w("val"), "")
            if key in renamed:
                name.set(w("val"), renamed[key])
    for style in styles.iterchildren(w("style")):
        kind = style.get(w("type"), "paragraph")
        for name in style.iterchildren(*map(w, _IN_STYLES)):
            linked = {"paragraph": "character", "character": "paragraph"}.get(kind, kind)
            key = linked if local(name) == "link" else kind, name.get(w("val"), "")
            name.set(w("val"), renamed.get(key, key[1]))
        key = kind, style.get(w("styleId"), "")
        style.set(w("styleId"), renamed.get(key, key[1]))


def _share_lists(old: "Package", new: "Package", styles: "Iterable[Element]") -> None:
    """Turn the ids of the old file's lists, in `styles` as well, which came from it, into those of the new."""
    olds = part_of(old, "numbering")
    if olds is None:
        return
    uses = list(_uses(old))
    free: dict[object, list[str]] = {}
    news = part_of(new, "numbering")
    for key, sign in () if news is None else _lists(news).items():
        free.setdefault(sign, []).append(key)
    signs = _lists(olds)
    renamed: dict[str, str] = {}
    imports = _Imports(olds, new)
    wanted = dict.fromkeys(use.get(w("val"), "") for use in uses)
    for keeps in (True, False):
        for key in wanted:
            waiting = free.get(signs.get(key), [])
            if key in renamed or key not in signs or (keeps and key not in waiting):
                continue
            renamed[key] = key if keeps else waiting[0] if waiting else imports.add(key)
            if renamed[key] in waiting:
                waiting.remove(renamed[key])
    for use in (*uses, *(use for style in styles for use in style.iter(w("numId")))):
        use.set(w("val"), renamed.get(use.get(w("val"), ""), use.get(w("val"), "")))
    for listed in olds.iterchildren(w("num")):
        key = listed.get(w("numId"), "")
        listed.set(w("numId"), renamed.get(key, key))


def _uses(package: "Package") -> "Iterator[Element]":
    """Yield what names a list, in the text and in the styles."""
    styles = part_of(package, "styles")
    for root in (*(package.tree(part) for part in story_parts(package)), *([] if styles is None else [styles])):
        yield from root.iter(w("numId"))


def _lists(numbering: Element) -> dict[str, object]:
    """Return what each list looks like, by its id."""
    abstract = {it.get(w("abstractNumId")): it for it in numbering.iterchildren(w("abstractNum"))}
    out: dict[str, object] = {}
    for listed in numbering.iterchildren(w("num")):
        link = listed.find(w("abstractNumId"))
        base = None if link is None else abstract.get(link.get(w("val")))
        out[listed.get(w("numId"), "")] = (
            _said(() if base is None else base),
            canonical(make("num", children=[copy.deepcopy(it) for it in listed if local(it) == "lvlOverride"])),
        )
    return out


def _said(definition: "Iterable[Element]") -> tuple[object, ...]:
    held = [copy.deepcopy(child) for child in definition if local(child) not in _BY_CHANCE]
    for level in held:
        level.attrib.pop(w("tplc"), None)
    return canonical(make("abstractNum", children=held))


class _Imports:
    """Lists that only the old file has, added to the new one; lists that count together go on doing so."""

    def __init__(self, olds: Element, new: "Package") -> None:
        self._olds, self._new = olds, new
        self._bases: dict[str, str] = {}

    def add(self, key: str) -> str:
        """Add the list `key` of the old file, and return its id in the new."""
        root = self._root()
        listed = next(it for it in self._olds.iterchildren(w("num")) if it.get(w("numId")) == key)
        fresh = copy.deepcopy(listed)
        fresh.set(w("numId"), _next(root, "num", "numId"))
        link = fresh.find(w("abstractNumId"))
        if link is not None:
            link.set(w("val"), self._base(link.get(w("val"), ""), root))
        root.append(fresh)
        return fresh.get(w("numId"), "")

    def _base(self, key: str, root: Element) -> str:
        if key not in self._bases:
            bases = {it.get(w("abstractNumId")): it for it in self._olds.iterchildren(w("abstractNum"))}
            base = bases.get(key)
            if base is None:
                return key
            fresh = make("abstractNum", children=[copy.deepcopy(it) for it in base if local(it) != "nsid"])
            self._bases[key] = _next(root, "abstractNum", "abstractNumId")
            fresh.set(w("abstractNumId"), self._bases[key])
            at = len(root.findall(w("numPicBullet"))) + len(root.findall(w("abstractNum")))
            root.insert(at, fresh)
        return self._bases[key]

    def _root(self) -> Element:
        found = part_of(self._new, "numbering")
        if found is None:
            self._new.put(_NUMBERING, make("numbering"), _NUMBERING_TYPE)
            self._new.relate(self._new.main, _NUMBERING_RELATION, _NUMBERING)
            found = self._new.tree(_NUMBERING)
        return found


def _next(root: Element, name: str, attribute: str) -> str:
    return str(max([0, *(number(it.get(w(attribute))) for it in root.iterchildren(w(name)))]) + 1)
