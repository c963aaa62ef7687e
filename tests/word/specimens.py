"""Small Word files made from paragraphs, for tests that look at the exact XML."""

import io
import re
import zipfile

import docx

from ordain.compare import compare
from ordain.model.draft import UNDATED
from ordain.word.marking.revision import Revision
from ordain.word.parts.package import Package, open_package
from ordain.word.redlining.pair import Pair, revise_pair


def word_file(*paragraphs: str) -> bytes:
    """Return a .docx of plain paragraphs; `# text` is a heading, `* text` an item of a list."""
    document = docx.Document()
    for text in paragraphs:
        if text.startswith("# "):
            document.add_paragraph(text[2:], style="Heading 1")
        elif text.startswith("* "):
            document.add_paragraph(text[2:], style="List Number")
        else:
            document.add_paragraph(text)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def with_parts(content: bytes, change: dict[str, tuple[bytes, bytes]], more: dict[str, bytes] | None = None) -> bytes:
    """Return a Word file with bytes exchanged in some parts (`""`: in all), and more parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in given.namelist():
            part = given.read(name)
            for where, (old, new) in change.items():
                part = part.replace(old, new) if where in ("", name) else part
            made.writestr(name, part)
        for name, part in (more or {}).items():
            made.writestr(name, part)
    return out.getvalue()


def redline(old: bytes, new: bytes) -> Package:
    """Return the redline of two files, opened."""
    pair = Pair((old, "old.docx"), (new, "new.docx"))
    content, _ = revise_pair(pair, compare(*pair.units), Revision("Ann", UNDATED), lambda _: {})
    return open_package(content)


def body(package: Package) -> str:
    """Return the paragraphs of the body as XML without what every revision repeats, a paragraph a line."""
    xml = package.raw("word/document.xml").decode()
    xml = xml[xml.index("<w:body>") + 8 : xml.index("<w:sectPr")]
    xml = re.sub(r' w:(author|rsid\w*)="[^"]*"| xml:space="preserve"| xmlns:\w+="[^"]*"', "", xml)
    xml = xml.replace("2000-01-01T00:00:00Z", "T").replace("1999-12-31T23:58:00Z", "T-2min")
    return xml.replace("</w:p>", "</w:p>\n")
