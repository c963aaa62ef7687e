"""When two things without letters, or two sets of properties, are the same to a reader."""

import hashlib
from itertools import groupby
from typing import TYPE_CHECKING

from ordain.word.parts.names import SPACE, Element, R, local, w
from ordain.word.reading.fields import field_of, stable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ordain.word.parts.package import Package


# Attributes that differ between two savings of the same thing.
_CHANCE = frozenset(
    ("rsidR", "rsidRPr", "rsidRDefault", "rsidP", "rsidDel", "rsidTr", "rsidSect", "anchorId", "editId", "paraId",
     "textId", "gfxdata", "spid", "ShapeID", "ObjectID")
)  # fmt: skip


# The letters of a run, which any program parts into runs as it likes, and the blanks that are trimmed at their ends.
_LETTERS = w("t")
BLANKS = " \t\r\n"

# What a program numbers as it likes, and no reader sees.
_NUMBERED_BY_CHANCE = frozenset(("docPr", "cNvPr"))
_VML = "urn:schemas-microsoft-com:vml"

# Stands, with a number, behind the name of a shape that was carried beside another of that name.
CARRIED = "-old"

# What is no part of a thing's identity: the text in the boxes of a drawing, its copy for
# old programs, what marks a place, and how a result is proofread.
_NOT_OF_IT = frozenset(
    ("txbxContent", "Fallback", "bookmarkStart", "bookmarkEnd", "proofErr", "noProof", "webHidden", "lang")
)


def identity(package: "Package", part: str, elements: "Sequence[Element]") -> str:
    """Return a key that is equal for things that are the same to a reader.

    Relationships are replaced by what they lead to; numbers that a program gives, the
    texts of boxes and the drawings for old programs are left out.  A field is the same
    in either form, whatever its letters look like and however they are parted into runs.
    """
    digest = hashlib.sha256()
    if (field := field_of(elements)) is not None:
        digest.update(field.instruction.encode())
        elements = field.result
    for are_letters, run in groupby(elements, key=lambda element: element.tag == _LETTERS):
        if are_letters:
            digest.update(f" {''.join(map(letters_of, run))}".encode())
        else:
            for element in run:
                _digest(package, part, element, digest)
    return digest.hexdigest()


def letters_of(text: Element) -> str:
    """Return the letters of a `w:t` that a reader sees: blanks at its ends count where it asks to preserve them."""
    letters = text.text or ""
    return letters if text.get(SPACE) == "preserve" else letters.strip(BLANKS)


def _digest(package: "Package", part: str, element: Element, digest: "hashlib._Hash") -> None:
    if not isinstance(element.tag, str) or local(element) in _NOT_OF_IT:
        return
    digest.update(element.tag.encode())
    for name, value in sorted(element.attrib.items()):
        space, _, short = str(name).rpartition("}")
        drawn = space.endswith(_VML) or str(element.tag)[1:].startswith(_VML)
        by_chance = drawn or local(element) in _NUMBERED_BY_CHANCE
        if short in _CHANCE or (by_chance and short in ("id", "name")):
            continue
        meant = _led_to(package, part, str(value)) if space[1:] == R else str(value)
        if drawn and short == "type":
            meant = meant.partition(CARRIED)[0]
        digest.update(f" {name}={meant}".encode())
    text = element.text or ""
    digest.update(f">{text.strip() if len(element) else text}".encode())
    for child in element:
        _digest(package, part, child, digest)
    digest.update(b"<")


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
        _led_to(package, part, str(value)) if str(name).startswith(f"{{{R}}}") else f"{name}={stable(str(value))}"
        for name, value in sorted(shell.attrib.items())
        if str(name).rpartition("}")[2] not in (*_CHANCE, "history")
    ]
    return " ".join([local(shell), *attributes])


def canonical(properties: "Iterable[Element] | None", without: "Sequence[str]" = ()) -> tuple[object, ...]:
    """Return the properties of a run or paragraph in a form that is equal where they are, whatever their order."""
    if properties is None:
        return ()
    held = properties if not without else [child for child in properties if local(child) not in without]
    return tuple(sorted(map(_said, held), key=repr))


def some(properties: Element | None, names: "Sequence[str]") -> tuple[object, ...]:
    """Return those properties that have one of `names`, in a form that is equal where they are."""
    return tuple(_said(child) for child in properties if local(child) in names) if properties is not None else ()


def _said(element: Element) -> tuple[object, ...]:
    attributes = sorted(it for it in element.items() if it[0].rpartition("}")[2] not in _CHANCE)
    return element.tag, tuple(attributes), tuple(map(_said, element))
