"""When two things without letters, or two sets of properties, are the same to a reader."""

import hashlib
from typing import TYPE_CHECKING

from ordain.word.names import Element, R, local, w

if TYPE_CHECKING:
    from ordain.word.package import Package


def note_of(package: "Package", reference: Element) -> Element | None:
    """Return the footnote or endnote that a reference calls: notes are the same where they say the same."""
    kind = local(reference).removesuffix("Reference")
    if kind not in ("footnote", "endnote"):
        return None
    for link in package.relationships(package.main).values():
        if link.type.endswith(f"/{kind}s") and package.has(link.target):
            for note in package.tree(link.target).iter(w(kind)):
                if note.get(w("id")) == reference.get(w("id")):
                    return note
    return None


# Attributes that differ between two savings of the same thing.
_CHANCE = frozenset(("rsidR", "rsidRPr", "rsidRDefault", "rsidP", "rsidDel", "anchorId", "editId", "paraId", "textId"))


# What a program numbers as it likes, and no reader sees.
_NUMBERED_BY_CHANCE = frozenset(("docPr", "cNvPr", "footnote", "endnote", "bookmarkStart", "bookmarkEnd"))


def identity(package: "Package", part: str, elements: tuple[Element, ...]) -> str:
    """Return a key that is equal for things that are the same to a reader.

    Relationships are replaced by what they lead to; numbers that a program gives are left out.
    """
    digest = hashlib.sha256()
    for element in elements:
        for at in element.iter():
            if not isinstance(at.tag, str):
                continue
            digest.update(at.tag.encode())
            for name, value in sorted(at.attrib.items()):
                _, _, short = name.rpartition("}")
                if short in _CHANCE or (local(at) in _NUMBERED_BY_CHANCE and short in ("id", "name")):
                    continue
                meant = _led_to(package, part, value) if name.startswith(f"{{{R}}}") else value
                digest.update(f"\0{name}={meant}".encode())
            digest.update(f"\1{(at.text or '') if local(at) != 'p' else ''}".encode())
    return digest.hexdigest()[:24]


def _led_to(package: "Package", part: str, relationship: str) -> str:
    found = package.relationships(part).get(relationship)
    if found is None:
        return "nowhere"
    if found.external or not package.has(found.target):
        return found.target
    return hashlib.sha256(package.raw(found.target)).hexdigest()


def shell_identity(package: "Package", part: str, shell: Element) -> str:
    """Return a key of an element round runs, such as a link: its name, and where it leads."""
    attributes = [
        _led_to(package, part, str(value)) if str(name).startswith(f"{{{R}}}") else f"{name}={value}"
        for name, value in sorted(shell.attrib.items())
        if str(name).rpartition("}")[2] not in (*_CHANCE, "history")
    ]
    return " ".join([local(shell), *attributes])


def canonical(properties: Element | None) -> tuple[object, ...]:
    """Return the properties of a run or paragraph in a form that is equal where they are, whatever their order."""
    return () if properties is None else tuple(sorted(map(_said, properties), key=repr))


def _said(element: Element) -> tuple[object, ...]:
    attributes = sorted(
        (str(name), str(value)) for name, value in element.attrib.items() if str(name).rpartition("}")[2] not in _CHANCE
    )
    return str(element.tag), tuple(attributes), tuple(map(_said, element))
