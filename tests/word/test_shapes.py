"""Shapes of older Words: those of struck and of new text have names of their own."""

from ordain.word.parts.names import Element
from ordain.word.parts.package import open_package
from ordain.workflow.redline import Options, redline_of, write_docx
from ordain.workflow.sources import WordSource
from tests.word.documents import file_of
from tests.word.plainly import plainly

VML = "urn:schemas-microsoft-com:vml"
OFFICE = "urn:schemas-microsoft-com:office:office"


def paragraph(text: str, *, width: str = "") -> str:
    shape = (
        f'<w:r><w:pict xmlns:v="{VML}" xmlns:o="{OFFICE}"><v:shapetype id="_x0000_t202" o:spt="202"/>'
        f'<v:shape id="Text Box 1" type="#_x0000_t202" style="width:{width}"><v:textbox><w:txbxContent>'
        "<w:p><w:r><w:t>Seal</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    return f"<w:p><w:r><w:t>{text}</w:t></w:r>{shape if width else ''}</w:p>"


def test_a_shape_that_is_struck_has_another_name_than_the_one_in_its_stead() -> None:
    old, new = (file_of(paragraph("See here.", width=width)) for width in ("10pt", "20pt"))
    made = write_docx(redline_of(WordSource(old, "old.docx"), WordSource(new, "new.docx")), Options())
    assert plainly(made, "accept") == plainly(new)
    assert plainly(made, "reject") == plainly(old)
    body = open_package(made).tree("word/document.xml")
    assert len(names(body)) == len({*names(body)}) == 4
    assert [shape.get("type", "")[1:] for shape in body.iter(f"{{{VML}}}shape")] == [
        kind.get("id") for kind in body.iter(f"{{{VML}}}shapetype")
    ]


def test_a_thing_that_was_embedded_is_the_same_under_another_number_of_its_shape() -> None:
    old, new = (
        file_of(
            f'<w:p><w:r><w:object xmlns:v="{VML}" xmlns:o="{OFFICE}"><v:shape id="_x0000_i{key}"/>'
            f'<o:OLEObject ProgID="Sheet" ShapeID="_x0000_i{key}" ObjectID="_{key}"/></w:object></w:r></w:p>'
        )
        for key in ("1025", "1026")
    )
    assert not redline_of(WordSource(old, "old.docx"), WordSource(new, "new.docx")).redline.changes


def names(body: Element) -> list[str]:
    return [name for shape in body.iter(f"{{{VML}}}*") if (name := shape.get("id")) is not None]
