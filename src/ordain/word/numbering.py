"""Automatic numbers: which paragraphs show one."""

from typing import TYPE_CHECKING

from ordain.word.names import Element, w

if TYPE_CHECKING:
    from ordain.word.package import Package


def numbered_styles(package: "Package") -> frozenset[str]:
    """Return the ids of the paragraph styles that number their paragraphs, by themselves or through their base."""
    styles: dict[str, Element] = {}
    for link in package.relationships(package.main).values():
        if link.type.endswith("/styles") and package.has(link.target):
            styles = {style.get(w("styleId"), ""): style for style in package.tree(link.target).findall(w("style"))}
    return frozenset(name for name in styles if _numbers(name, styles))


def shows_number(paragraph: Element, styles: frozenset[str]) -> bool:
    """Whether a paragraph has an automatic number, of its own or by its style."""
    number = paragraph.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")
    if number is not None:
        return number.get(w("val")) != "0"
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return style is not None and style.get(w("val")) in styles


def _numbers(name: str, styles: dict[str, Element]) -> bool:
    seen: set[str] = set()
    while name in styles and name not in seen:
        seen.add(name)
        if styles[name].find(f"{w('pPr')}/{w('numPr')}") is not None:
            return True
        base = styles[name].find(w("basedOn"))
        name = "" if base is None else base.get(w("val"), "")
    return False
