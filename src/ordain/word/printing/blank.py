"""A Word document made from nothing: the parts that every one has, and what it says of itself."""

import datetime
from typing import TYPE_CHECKING

from lxml import etree

from ordain.word.parts.names import CONTENT_TYPES, RELATIONSHIPS, R, make
from ordain.word.parts.package import Package

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordain.word.parts.names import Element

_MAIN = "word/document.xml"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_CORE = "docProps/core.xml"
_CORE_NAMES = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_DUBLIN = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"

_LANGUAGE = "en-US"
_AUTHOR = "Ordain"

# From a lower number on, Word lays a document out as its old versions did, and says so in its title bar.
_WORD = "15"


def new_document(body: "Sequence[Element]", page: "Sequence[Element]", styles: "Element", footer: "Element") -> Package:
    """Return a document of one section; `page` are the properties of its paper, `footer` the foot of each page."""
    package = Package({"[Content_Types].xml": _TYPES, "_rels/.rels": _LINKS, _MAIN: b""}, "-")
    for kind, part in (("styles", styles), ("settings", _settings()), ("footer", footer)):
        package.put(f"word/{kind}.xml", part, f"{_KIND}.{kind}+xml")
        package.relate(_MAIN, f"{_RELATION}/{kind}", f"word/{kind}.xml", key=kind)
    link = make("footerReference", {"type": "default"})
    link.set(f"{{{R}}}id", "footer")
    section = make("sectPr", children=[link, *page])
    document = make("document", children=[make("body", children=[*body, section])])
    package.put(_MAIN, document, f"{_KIND}.document.main+xml")
    return package


def describe(package: Package, title: str, date: datetime.datetime) -> None:
    """Set what Word shows of a document under File, Info; `date` is when it was made."""
    root = etree.Element(f"{{{_CORE_NAMES}}}coreProperties", nsmap=_NAMES)
    for name, value in (("title", title), ("creator", _AUTHOR), ("language", _LANGUAGE)):
        etree.SubElement(root, f"{{{_DUBLIN}}}{name}").text = value
    etree.SubElement(root, f"{{{_CORE_NAMES}}}lastModifiedBy").text = _AUTHOR
    moment = date.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    for name in ("created", "modified"):
        item = etree.SubElement(root, f"{{{_TERMS}}}{name}")
        item.set(f"{{{_INSTANCE}}}type", "dcterms:W3CDTF")
        item.text = moment
    package.put(_CORE, root, _CORE_TYPE)
    package.relate("", _CORE_RELATION, _CORE)


_NAMES = {"cp": _CORE_NAMES, "dc": _DUBLIN, "dcterms": _TERMS, "xsi": _INSTANCE}

_TYPES = f"""\
<Types xmlns="{CONTENT_TYPES}">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
</Types>""".encode()

_LINKS = f"""\
<Relationships xmlns="{RELATIONSHIPS}">\
<Relationship Id="document" Type="{_RELATION}/officeDocument" Target="{_MAIN}"/>\
</Relationships>""".encode()


def _settings() -> "Element":
    mode = {"name": "compatibilityMode", "uri": "http://schemas.microsoft.com/office/word", "val": _WORD}
    return make("settings", children=[make("compat", children=[make("compatSetting", mode)])])
