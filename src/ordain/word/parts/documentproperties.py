"""The properties of a document: what Word shows under File, Info, and what tells a file of ours."""

import datetime
from typing import TYPE_CHECKING

from lxml import etree

from ordain.word.parts.names import number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ordain.word.parts.package import Package

_PROPERTIES = "docProps/custom.xml"

# The property that says what a file of ours is, and its values.
FORM = "Ordain form"
PRINT = "print"
MARKED = "marked bill"

_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the one that Word expects of custom properties


def set_properties(package: "Package", values: "Mapping[str, str]") -> None:
    """Add custom document properties, which Word shows under File, Info, Properties."""
    if not package.has(_PROPERTIES):
        root = etree.Element(f"{{{_CUSTOM}}}Properties", nsmap={None: _CUSTOM, "vt": _TYPES})
        package.put(_PROPERTIES, root, "application/vnd.openxmlformats-officedocument.custom-properties+xml")
        package.relate("", f"{_RELATION}/custom-properties", _PROPERTIES)
    root = package.tree(_PROPERTIES)
    for item in [item for item in root if item.get("name") in values]:
        root.remove(item)
    first = max([1, *(number(item.get("pid")) for item in root)]) + 1
    for pid, (name, value) in enumerate(values.items(), start=first):
        item = etree.SubElement(root, f"{{{_CUSTOM}}}property", fmtid=_FORMAT, pid=str(pid), name=name)
        etree.SubElement(item, f"{{{_TYPES}}}lpwstr").text = value


def properties(package: "Package") -> dict[str, str]:
    """Return the custom document properties by name."""
    items = package.tree(_PROPERTIES) if package.has(_PROPERTIES) else ()
    return {item.get("name", ""): item[0].text or "" for item in items if len(item)}


def is_marked_bill(package: "Package") -> bool:
    """Whether this is a marked bill of ours, whose brackets are no part of the law."""
    return properties(package).get(FORM) == MARKED


def modified(package: "Package") -> datetime.datetime | None:
    """Return when the document was last modified, by its own properties."""
    for link in package.relationships("").values():
        if link.type.endswith("/core-properties") and package.has(link.target):
            for item in package.tree(link.target):
                if str(item.tag).endswith("}modified"):
                    return _moment(item.text or "")
    return None


def _moment(written: str) -> datetime.datetime | None:
    try:
        return datetime.datetime.fromisoformat(written.strip())
    except ValueError:
        return None
