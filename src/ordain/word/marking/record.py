"""The record of a redline inside the .docx: the digest, and which revisions make up which change."""

from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

from lxml import etree

from ordain.compare.digest import digest
from ordain.word.parts.documentproperties import set_properties

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ordain.compare.redline import Redline
    from ordain.word.marking.lines import Entry, Role
    from ordain.word.parts.package import Package

    # The ids of the revisions of each change, by what they stand on.
    Written: TypeAlias = Mapping[Entry, Mapping[Role, Sequence[str]]]

NAMESPACE = "urn:ordain:changes"
PART = "customXml/ordain-changes.xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"


def write_record(package: "Package", redline: "Redline", written: "Written") -> None:
    """Put the digest into the document's properties, and the revisions of each change into a part of its own.

    A split or joined provision is listed once for each of its parts.
    """
    entries = redline.entries()
    value = digest(entries)
    set_properties(package, {"Ordain digest": value})
    root = etree.Element(f"{{{NAMESPACE}}}changes", nsmap={None: NAMESPACE}, digest=value)
    shown: Counter[int] = Counter()
    for entry in entries:
        change = etree.SubElement(root, f"{{{NAMESPACE}}}change", number=str(entry.number), kind=entry.kind)
        keys = written.get((entry.number, shown[entry.number]), {})
        for role in sorted(keys, key=lambda role: role.value):
            change.set(role.value, " ".join(keys[role]))
        shown[entry.number] += 1
    package.put(PART, root, "application/xml")
    package.relate(package.main, _RELATION, PART)
