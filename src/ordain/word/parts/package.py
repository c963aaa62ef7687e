"""A .docx file as parts: read with care, written the same every time.

A file that somebody sent may be damaged or hostile.  Sizes are bounded before anything
is unpacked, no external entity is loaded, and what is not a Word file is refused by name.
"""

import io
import posixpath
import zipfile
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct

from ordain.errors import Place, refuse
from ordain.word.parts.names import CONTENT_TYPES, RELATIONSHIPS, Element, W
from ordain.word.parts.written import serialized

if TYPE_CHECKING:
    from ordain.errors import OrdainError

# A bill of a thousand pages unpacks to some 30 MB, to twenty times its size; a zip bomb to
# gigabytes, to a thousand times.
LARGEST = 256 * 1024 * 1024
MOST_PARTS = 10_000
_SMALL = 32 * 1024 * 1024
_MOST_RATIO = 200

# Packs three times as fast as the usual level, into some tenth more.
_QUICKLY = 4

_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first date that a zip entry can carry
_OLD_WORD = b"\xd0\xcf\x11\xe0"  # a compound file: .doc, or an encrypted .docx

# Strict files name everything otherwise; what is read and written is the common form.
_STRICT = b"http://purl.oclc.org/ooxml/"
_COMMON = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
    (b"http://purl.oclc.org/ooxml/drawingml/chart", b"http://schemas.openxmlformats.org/drawingml/2006/chart"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
    (b' w:conformance="strict"', b""),
)
_MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

_CONTENT_TYPES = "[Content_Types].xml"
_ROOT_RELATIONSHIPS = "_rels/.rels"


class Relationship(Struct, frozen=True):
    """A part's link to another part or to an address outside."""

    id: str
    type: str
    target: str
    external: bool


class Package:
    """The parts of one .docx; made for one job, which may change them."""

    def __init__(self, parts: dict[str, bytes], file: str) -> None:
        self.file = file
        self._parts = parts
        self._trees: dict[str, Element] = {}
        self.had_macros = False
        self.main = self._main()

    @property
    def names(self) -> list[str]:
        """The names of the parts, sorted."""
        return sorted(self._parts.keys() | self._trees.keys())

    def has(self, name: str) -> bool:
        """Whether the part exists."""
        return name in self._parts or name in self._trees

    def raw(self, name: str) -> bytes:
        """Return the bytes of a part; raises OrdainError where it is missing."""
        if not self.has(name):
            raise _damaged(self.file, f"the part {name} is missing")
        return serialized(self._trees[name]) if name in self._trees else self._parts[name]

    def tree(self, name: str) -> Element:
        """Return the parsed part, to be read or changed in place."""
        if name not in self._trees:
            self._trees[name] = self._parsed(name)
            del self._parts[name]
        return self._trees[name]

    def unread(self, name: str) -> bytes | None:
        """Return the bytes of a part that nobody has looked into yet, or None."""
        return self._parts.get(name)

    def may_hold(self, name: str, sign: bytes) -> bool:
        """Whether a part holds these letters; what was looked into already, or is no plain XML, counts as if it did."""
        part = self.unread(name)
        return part is None or sign in part or b"\0" in part or b"<!DOCTYPE" in part

    def shares(self, other: "Package", kind: str) -> bool:
        """Whether two files have the same part of a kind, to the last byte, or none; not so once it was looked into."""
        names = self.linked(kind), other.linked(kind)
        if names[0] is None or names[1] is None:
            return names[0] is names[1]
        part = self.unread(names[0])
        return part is not None and part == other.unread(names[1])

    def put(self, name: str, content: "Element | bytes", content_type: str | None = None) -> None:
        """Add or replace a part."""
        if isinstance(content, bytes):
            self._parts[name] = content
            self._trees.pop(name, None)
        else:
            self._trees[name] = content
        if content_type is not None:
            self._declare(name, content_type)

    def drop(self, name: str) -> None:
        """Remove a part."""
        self._parts.pop(name, None)
        self._trees.pop(name, None)

    def drop_macros(self) -> None:
        """Leave out the macros of a .docm, and everything that belongs to them."""
        if self.content_type(self.main) != _MACROS:
            return
        self.had_macros = True
        self._declare(self.main, _MAIN)
        gone = [name for name in self.names if name.rsplit("/", 1)[-1].startswith(("vbaProject", "vbaData"))]
        for name in gone:
            self.drop(name)
            self.drop(relationships_name(name))
        for item in list(self.tree(_CONTENT_TYPES)):
            if item.get("PartName", "").lstrip("/") in gone:
                self.tree(_CONTENT_TYPES).remove(item)
        links = relationships_name(self.main)
        for item in list(self.tree(links)) if self.has(links) else []:
            if "vbaProject" in item.get("Target", ""):
                self.tree(links).remove(item)

    def relationships(self, part: str) -> dict[str, Relationship]:
        """Return the relationships of a part by id; targets inside the package as names of parts."""
        name = relationships_name(part)
        if not self.has(name):
            return {}
        found = {}
        for item in self.tree(name):
            external = item.get("TargetMode") == "External"
            target = item.get("Target", "")
            if not external:
                joined = target[1:] if target.startswith("/") else posixpath.join(posixpath.dirname(part), target)
                target = posixpath.normpath(joined)
            key = item.get("Id", "")
            found[key] = Relationship(key, item.get("Type", ""), target, external)
        return found

    def linked(self, kind: str) -> str | None:
        """Return the name of the main document's part of a kind, such as `styles`, or None."""
        links = self.relationships(self.main).values()
        return next((it.target for it in links if it.type.endswith(f"/{kind}") and self.has(it.target)), None)

    def relate(self, part: str, kind: str, target: str, *, external: bool = False, key: str | None = None) -> str:
        """Add a relationship and return its id: `key`, or one that is free."""
        name = relationships_name(part)
        if not self.has(name):
            self.put(name, etree.Element(f"{{{RELATIONSHIPS}}}Relationships", nsmap={None: RELATIONSHIPS}))
        tree = self.tree(name)
        taken = {item.get("Id") for item in tree}
        key = key or next(free for at in range(1, len(taken) + 2) if (free := f"rIdOrdain{at}") not in taken)
        item = etree.SubElement(tree, f"{{{RELATIONSHIPS}}}Relationship", Id=key, Type=kind)
        item.set("Target", target if external else posixpath.relpath(target, posixpath.dirname(part) or "."))
        if external:
            item.set("TargetMode", "External")
        return key

    def content_type(self, name: str) -> str:
        """Return the declared content type of a part."""
        by_suffix = ""
        for item in self.tree(_CONTENT_TYPES):
            if item.get("PartName") == f"/{name}":
                return item.get("ContentType", "")
            if item.get("Extension", "").lower() == name.rpartition(".")[2].lower():
                by_suffix = item.get("ContentType", "")
        return by_suffix

    def to_bytes(self) -> bytes:
        """Return the file: parts in one order, dated alike, so that the same parts give the same bytes."""
        out = io.BytesIO()
        first = [_CONTENT_TYPES, _ROOT_RELATIONSHIPS]
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in [*first, *(name for name in self.names if name not in first)]:
                entry = zipfile.ZipInfo(name, _EARLIEST)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o600 << 16
                entry.create_system = 3
                archive.writestr(entry, self.raw(name), compresslevel=_QUICKLY)
        return out.getvalue()

    def _main(self) -> str:
        for item in self.relationships("").values():
            if item.type.endswith("/officeDocument") and self.has(item.target):
                return item.target
        raise _damaged(self.file, "it names no main document")

    def _parsed(self, name: str) -> Element:
        if name not in self._parts:
            raise _damaged(self.file, f"the part {name} is missing")
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=True,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            tree = etree.fromstring(self._parts[name], parser)
        except etree.XMLSyntaxError as error:
            raise _damaged(self.file, f"the part {name} is not XML ({error})") from None
        if tree.getroottree().docinfo.doctype:
            raise _damaged(self.file, f"the part {name} declares a document type, which Word never writes")
        return _with_usual_prefix(tree)

    def _declare(self, name: str, content_type: str) -> None:
        tree = self.tree(_CONTENT_TYPES)
        for item in tree:
            if item.get("PartName") == f"/{name}":
                item.set("ContentType", content_type)
                return
        etree.SubElement(tree, f"{{{CONTENT_TYPES}}}Override", PartName=f"/{name}", ContentType=content_type)


def open_package(content: bytes, file: str = "-", largest: int = LARGEST) -> Package:
    """Return the package in `content`, without macros; raises OrdainError as `unpack` does."""
    package = Package(unpack(content, file, largest), file)
    package.drop_macros()
    return package


def unpack(content: bytes, file: str = "-", largest: int = LARGEST) -> dict[str, bytes]:
    """Return the parts of a .docx by name, in the common form.

    Raises OrdainError for what is no .docx: another format, an encrypted or damaged file,
    one that unpacks to more than `largest` bytes, a part whose name leaves the package.
    """
    if content.startswith(_OLD_WORD):
        raise refuse(
            "this is an old .doc, or a .docx locked with a password",
            "open it in Word and save it as .docx without a password",
            Place(file),
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _check_size(entries, len(content), file, largest)
            parts = {entry.filename: archive.read(entry) for entry in entries}
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise _damaged(file, str(error) or "it ends too early") from None
    except zipfile.zlib.error as error:  # type: ignore[attr-defined]
        raise _damaged(file, str(error)) from None
    if len(parts) != len(entries):
        raise _damaged(file, "it holds a part twice")
    if any(name.startswith("/") or ".." in name.split("/") or "\\" in name for name in parts):
        raise _damaged(file, "the name of a part leads out of the package")
    for name in (_CONTENT_TYPES, _ROOT_RELATIONSHIPS):
        if name not in parts:
            raise refuse("this is a zip file, but no Word file", "save it from Word as .docx", Place(file))
    for name, part in parts.items():
        if _STRICT in part and name.endswith((".xml", ".rels")):
            parts[name] = _common(part)
    return parts


def _common(part: bytes) -> bytes:
    for strict, common in _COMMON:
        part = part.replace(strict, common)
    return part


def story_parts(package: Package) -> list[str]:
    """Return the parts that hold running text: the document, notes, headers and footers."""
    kinds = ("footnotes", "endnotes", "header", "footer")
    linked = package.relationships(package.main).values()
    return [
        package.main,
        *sorted({item.target for item in linked if item.type.rsplit("/", 1)[-1] in kinds and package.has(item.target)}),
    ]


def relationships_name(part: str) -> str:
    """Return the name of the part that holds a part's relationships.

    >>> relationships_name("word/document.xml"), relationships_name("")
    ('word/_rels/document.xml.rels', '_rels/.rels')
    """
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _check_size(entries: list[zipfile.ZipInfo], packed: int, file: str, largest: int) -> None:
    if len(entries) > MOST_PARTS:
        raise refuse(f"the file has {len(entries)} parts, more than a document needs", _WHENCE, Place(file))
    size = sum(entry.file_size for entry in entries)
    swollen = largest == LARGEST and size > max(_SMALL, _MOST_RATIO * packed)
    if size > largest or swollen:
        raise refuse(
            f"the file unpacks to {size // 1024 // 1024} MB, more than a document needs",
            f"{_WHENCE}; if it is right, allow it with --limit and the size in MB",
            Place(file),
        )


_WHENCE = "check where it comes from"


def _damaged(file: str, why: str) -> "OrdainError":
    return refuse(f"this is not a whole Word file: {why}", "open it in Word and save it anew", Place(file))


def _with_usual_prefix(root: Element) -> Element:
    """Return a part that names WordprocessingML `w`, as nearly every program does: what is written as text says so."""
    if not str(root.tag).startswith(f"{{{W}}}") or root.nsmap.get("w") == W:
        return root
    names = {prefix: name for prefix, name in root.nsmap.items() if prefix != "w"}
    usual = etree.Element(root.tag, dict(root.attrib), nsmap={**names, "w": W})
    usual.extend(list(root))
    return usual
