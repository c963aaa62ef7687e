"""The record of a redline inside the .docx: the digest, and which revisions make up which change."""

from collections import Counter
from typing import TYPE_CHECKING

from lxml import etree

from ordain.compare.digest import digest
from ordain.word.parts.documentproperties import set_properties

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordain.compare.redline import Redline
    from ordain.word.marking.lines import Entry, Role
    from ordain.word.parts.package import Package

NAMESPACE = "urn:ordain:changes"
PART = "customXml/ordain-changes.xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"


def write_record(package: "Package", redline: "Redline", written: "Sequence[tuple[Entry, Role, int]]") -> None:
    """Put the digest into the document's properties, and the revisions of each change into a part of its own.

    A split or joined provision is listed once for each of its parts.
    """
    entries = redline.entries()
    value = digest(entries)
    set_properties(package, {"Ordain digest": value})
    root = etree.Element(f"{{{NAMESPACE}}}changes", nsmap={None: NAMESPACE}, digest=value)
    ids: dict[tuple[int, int], dict[str, list[str]]] = {}
    for its, role, key in written:
        ids.setdefault(its, {}).setdefault(role.value, []).append(str(key))
    shown: Counter[int] = Counter()
    for entry in entries:
        change = etree.SubElement(root, f"{{{NAMESPACE}}}change", number=str(entry.number), kind=entry.kind)
        for role_name, keys in sorted(ids.get((entry.number, shown[entry.number]), {}).items()):
            change.set(role_name, " ".join(keys))
        shown[entry.number] += 1
    package.put(PART, root, "application/xml")
    package.relate(package.main, _RELATION, PART)
