"""Random alterations of a Word file: what people do to one, and what programs do when they save it.

Each is a function of a writer, whose file it changes in place; where there is nothing for
it to change, it leaves the file alone.
"""

import copy
from collections.abc import Callable
from dataclasses import dataclass
from random import Random  # noqa: TID251 - seeded, so that a pair can be had again

from hypothesis import strategies as st

from ordain.word.parts.names import SPACE, Element, local, w
from tests.word.documents import LISTS, LOOKS, ORDER, PLACES, SENTENCES, SHAPES, STYLES, Writer, made, properties_of

Alteration = Callable[[Writer], None]


@dataclass(frozen=True)
class Pair:
    """Two files; `told` are the alterations that lead from the old to the new, for who reads a failure."""

    old: bytes
    new: bytes
    told: tuple[str, ...]


def pair(choose: "Callable[[int], int]") -> Pair:
    """Return a file and what a few alterations make of it."""
    writer = Writer(choose)
    writer.document()
    old = writer.file.saved()
    told = []
    for _ in range(writer.upto(6)):
        alteration = writer.one(ALTERATIONS)
        alteration(writer)
        told.append(alteration.__name__)
    return Pair(old, writer.file.saved(), tuple(told))


@st.composite
def drawn(draw: st.DrawFn) -> Pair:
    """Draw every choice apart: a failure is made small."""
    return pair(lambda most: draw(st.integers(0, most)))


def seeded(seed: int) -> Pair:
    """Return the pair of a seed: more unlike each other than those that are drawn."""
    random = Random(seed)  # noqa: S311 - no secret hangs on it
    return pair(lambda most: random.randint(0, most))


pairs = st.one_of(drawn(), st.integers(0, 2**32).map(seeded))


def change_words(writer: Writer) -> None:
    text = _some(writer, "t")
    if text is not None:
        words = (text.text or "").split(" ")
        words[writer.upto(len(words) - 1)] = writer.one(WORDS_OF_CHANGES)
        text.text = " ".join(words)
        text.set(SPACE, "preserve")


def change_signs(writer: Writer) -> None:
    text = _some(writer, "t")
    if text is not None:
        said = text.text or ""
        text.set(SPACE, "preserve")
        text.text = writer.one(
            (said.upper(), said.lower(), said.replace(" ", "\u00a0", 1), said.replace(" ", "  "), said.strip(), said + " ",
             said.replace(".", ";"), said[:-1], said[1:], said * 2, "")
        )  # fmt: skip


def retype(writer: Writer) -> None:
    text = _some(writer, "t")
    if text is not None:
        text.text = writer.one(SENTENCES)


def cut_run(writer: Writer) -> None:
    """Cut a run in two, the second in another look or in the same."""
    run = _some(writer, "r", having="t")
    text = None if run is None else run.find(w("t"))
    if run is None or text is None or len(run.findall("*")) - len(run.findall(w("rPr"))) > 1:
        return
    if text.get(SPACE) != "preserve":
        text.text = (text.text or "").strip()
    second = copy.deepcopy(run)
    at = writer.upto(len(text.text or ""))
    words = second.find(w("t"))
    assert words is not None
    text.text, words.text = (text.text or "")[:at], (text.text or "")[at:]
    for it in (text, words):
        it.set(SPACE, "preserve")
    run.addnext(second)
    if writer.upto(1):
        _set_look(writer, second)


def change_look(writer: Writer) -> None:
    run = _some(writer, "r")
    if run is not None:
        _set_look(writer, run)


def _set_look(writer: Writer, run: Element) -> None:
    if any(local(child).endswith(("Ref", "Reference")) for child in run):
        return
    for properties in run.findall(w("rPr")):
        run.remove(properties)
    look = writer.one(LOOKS)
    if look:
        run.insert(0, made(f"<w:rPr>{look}</w:rPr>"))


def change_shape(writer: Writer) -> None:
    paragraph = _some(writer, "p")
    if paragraph is not None:
        shape = writer.one(SHAPES)
        _set(paragraph, made(shape) if shape else None, writer.one(("jc", "ind", "keepNext", "tabs")))


def change_style(writer: Writer) -> None:
    paragraph = _some(writer, "p")
    if paragraph is not None:
        style = writer.one(STYLES)
        _set(paragraph, made(f'<w:pStyle w:val="{style}"/>') if style else None, "pStyle")


def change_list(writer: Writer) -> None:
    paragraph = _some(writer, "p")
    if paragraph is not None:
        listed = writer.one(LISTS)
        said = f'<w:numPr><w:ilvl w:val="{writer.upto(1)}"/><w:numId w:val="{listed}"/></w:numPr>'
        _set(paragraph, made(said) if listed else None, "numPr")


def change_end(writer: Writer) -> None:
    paragraph = _some(writer, "p")
    if paragraph is not None:
        look = writer.one(("", "<w:i/>", "<w:b/>"))
        _set(paragraph, made(f"<w:rPr>{look}</w:rPr>") if look else None, "rPr")


def _set(paragraph: Element, fresh: Element | None, name: str) -> None:
    properties = properties_of(paragraph)
    name = name if fresh is None else local(fresh)
    for held in properties.findall(w(name)):
        properties.remove(held)
    if fresh is not None:
        after = [child for child in properties if ORDER.index(local(child)) < ORDER.index(name)]
        properties.insert(len(after), fresh)


def insert_paragraph(writer: Writer) -> None:
    where = _some_block(writer)
    plain = where is None or _is_outside(where)
    fresh = writer.paragraph(plain=plain) if writer.upto(3) else made("<w:p/>")
    if where is not None and writer.upto(1):
        where.addprevious(fresh)
    elif where is not None:
        where.addnext(fresh)


def append_paragraphs(writer: Writer) -> None:
    story = writer.one(writer.file.stories())
    at = len(story) - (local(story) == "body")
    for _ in range(1 + writer.upto(1)):
        story.insert(at, writer.paragraph(plain=True))


def insert_block(writer: Writer) -> None:
    where = _some_block(writer)
    if where is not None and not _is_outside(where):
        for block in writer.block(1 if _is_inside(where) else 0):
            where.addnext(block)


def delete_block(writer: Writer) -> None:
    where = _some_block(writer)
    if where is not None:
        _leave(where)


def delete_several(writer: Writer) -> None:
    where = _some_block(writer)
    for _ in range(2 + writer.upto(2)):
        following = None if where is None else where.getnext()
        if where is not None and local(where) in ("p", "tbl", "sdt"):
            _leave(where)
        where = following


def empty_body(writer: Writer) -> None:
    for block in list(writer.file.body)[:-1]:
        writer.file.body.remove(block)


def move_block(writer: Writer) -> None:
    what, where = _some_block(writer), _some_block(writer)
    if what is None or where is None or where in (what, *what.iter()) or (_is_inside(where) and _is_of_body(what)):
        return
    _leave_behind(what)
    where.addnext(what)


def copy_block(writer: Writer) -> None:
    what, where = _some_block(writer), _some_block(writer)
    if what is not None and where is not None and not _is_of_body(what) and not list(what.iter(w("sdt"))):
        where.addnext(copy.deepcopy(what))


def split_paragraph(writer: Writer) -> None:
    paragraph = _some(writer, "p")
    if paragraph is None or paragraph.find(f"{w('pPr')}/{w('sectPr')}") is not None:
        return
    held = [child for child in paragraph if local(child) != "pPr"]
    if any(True for _ in paragraph.iter(w("fldChar"))):
        return
    second = made("<w:p/>")
    properties = paragraph.find(w("pPr"))
    if properties is not None:
        second.append(copy.deepcopy(properties))
    at = writer.upto(len(held))
    text = held[at].find(w("t")) if at < len(held) and local(held[at]) == "r" else None
    if text is not None and len(held[at].findall("*")) == 1:
        cut = writer.upto(len(text.text or ""))
        first = made('<w:r><w:t xml:space="preserve"/></w:r>')
        first[0].text, text.text = (text.text or "")[:cut], (text.text or "")[cut:]
        held[at].addprevious(first)
    second.extend(held[at:])
    paragraph.addnext(second)


def join_paragraphs(writer: Writer) -> None:
    paragraph = _some(writer, "p")
    following = None if paragraph is None else paragraph.getnext()
    if paragraph is None or following is None or local(following) != "p" or _is_of_body(paragraph):
        return
    if writer.upto(1):
        paragraph.append(made('<w:r><w:t xml:space="preserve"> </w:t></w:r>'))
    if _is_of_body(following):
        at = len(following.findall(w("pPr")))
        following[at:at] = [child for child in paragraph if local(child) != "pPr"]
        _leave(paragraph)
    else:
        paragraph.extend(child for child in following if local(child) != "pPr")
        _leave(following)


def insert_item(writer: Writer) -> None:
    paragraph = _some(writer, "p")
    if paragraph is None:
        return
    first = len(paragraph.findall(w("pPr")))
    if any(True for _ in paragraph.iter(w("fldChar"), w("footnoteRef"), w("endnoteRef"))):
        first = len(paragraph)
    at = first + writer.upto(len(paragraph) - first)
    paragraph[at:at] = writer.item(plain=_is_outside(paragraph))


def delete_item(writer: Writer) -> None:
    """Delete something of a paragraph, such as a note or a link; of a long field, the whole."""
    paragraph = _some(writer, "p")
    held = (
        []
        if paragraph is None
        else [it for it in paragraph if local(it) not in ("pPr", "bookmarkStart", "bookmarkEnd")]
    )
    if paragraph is None or not held:
        return
    chosen = writer.one(held)
    if any(True for _ in chosen.iter(w("footnoteRef"), w("endnoteRef"))):
        return
    if any(True for _ in paragraph.iter(w("fldChar"))):
        for run in held:
            paragraph.remove(run)
    else:
        paragraph.remove(chosen)


def drop_lost_notes(writer: Writer) -> None:
    for kind, root in writer.file.notes.items():
        used = {it.get(w("id")) for it in writer.file.document.iter(w(f"{kind}Reference"))}
        for note in list(root):
            if note.get(w("type")) is None and note.get(w("id")) not in used:
                root.remove(note)


def renumber_notes(writer: Writer) -> None:
    for kind, root in writer.file.notes.items():
        for it in (*root.iter(w(kind)), *writer.file.document.iter(w(f"{kind}Reference"))):
            if it.get(w("type")) is None:
                it.set(w("id"), str(int(it.get(w("id"), "0")) + 7))


def change_link(writer: Writer) -> None:
    link = _some(writer, "hyperlink")
    if link is not None:
        for name in list(link.attrib):
            del link.attrib[name]
        place = writer.one(PLACES)
        if place.startswith("#"):
            link.set(w("anchor"), place[1:])
        else:
            link.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", writer.file.link(place))


def change_result(writer: Writer) -> None:
    for sign in writer.file.document.iter(w("fldChar")):
        run = sign.getparent()
        shown = None if run is None or sign.get(w("fldCharType")) != "separate" else run.getnext()
        for text in () if shown is None else shown.iter(w("t")):
            text.text = f"{text.text}0"


def header_comes_or_goes(writer: Writer) -> None:
    sections = list(writer.file.document.iter(w("sectPr")))
    section = writer.one(sections)
    references = [it for it in section if local(it).endswith("Reference")]
    if references and writer.upto(1):
        section.remove(writer.one(references))
    else:
        writer.header(section)


def turn_page(writer: Writer) -> None:
    size = writer.one(list(writer.file.document.iter(w("pgSz"))))
    size.set(w("w"), writer.one(("12240", "11906")))
    size.set(w("h"), writer.one(("15840", "16838")))


def insert_row(writer: Writer) -> None:
    row = _some(writer, "tr")
    if row is not None:
        fresh = writer.row(_columns(row), 1)
        row.addnext(fresh)


def delete_row(writer: Writer) -> None:
    row = _some(writer, "tr")
    if row is not None and len(list(row.itersiblings(w("tr"))) + list(row.itersiblings(w("tr"), preceding=True))):
        _leave(row)


def insert_column(writer: Writer) -> None:
    table = _some(writer, "tbl")
    if table is not None:
        table.find(w("tblGrid")).append(made('<w:gridCol w:w="1000"/>'))  # type: ignore[union-attr]
        for row in table.findall(w("tr")):
            cells = row.findall(w("tc"))
            cells[writer.upto(len(cells) - 1)].addnext(writer.cell(1, 2))


def delete_column(writer: Writer) -> None:
    table = _some(writer, "tbl")
    rows = [] if table is None else table.findall(w("tr"))
    if table is None or any(len(row.findall(w("tc"))) < 2 for row in rows):
        return
    grid = table.find(w("tblGrid"))
    assert grid is not None
    grid.remove(grid[0])
    for row in rows:
        cells = row.findall(w("tc"))
        row.remove(cells[writer.upto(len(cells) - 1)])


def merge_cells(writer: Writer) -> None:
    cell = _some(writer, "tc")
    if cell is None:
        return
    properties, following = cell.find(w("tcPr")), cell.getnext()
    assert properties is not None
    if writer.upto(1):
        for merged in properties.findall(w("vMerge")):
            properties.remove(merged)
        properties.append(made(writer.one(('<w:vMerge w:val="restart"/>', "<w:vMerge/>"))))
    elif following is not None and properties.find(w("gridSpan")) is None:
        width = properties.find(w("tcW"))
        assert width is not None
        width.addnext(made('<w:gridSpan w:val="2"/>'))
        cell.extend(it for it in following if local(it) != "tcPr")
        row = cell.getparent()
        assert row is not None
        row.remove(following)


def rename_styles(writer: Writer) -> None:
    """Give every style another id, as another language of Word does; one takes the id of another."""
    ids = {it.get(w("styleId"), ""): f"a{at}" for at, it in enumerate(writer.file.styles.iter(w("style")))}
    if writer.upto(1) and "Quote" in ids:
        ids["Heading1"], ids["Quote"] = "Quote", "Heading1"
    for root in (*writer.file.roots(), writer.file.styles):
        for it in root.iter(w("pStyle"), w("rStyle"), w("basedOn"), w("next")):
            it.set(w("val"), ids.get(it.get(w("val"), ""), it.get(w("val"), "")))
    for style in writer.file.styles.iter(w("style")):
        style.set(w("styleId"), ids[style.get(w("styleId"), "")])


def renumber_lists(writer: Writer) -> None:
    """Give every list another id, as another program does; the two may change places."""
    ids = writer.one(({"1": "2", "2": "1"}, {"1": "5", "2": "6"}))
    for root in (*writer.file.roots(), writer.file.styles):
        for it in root.iter(w("numId")):
            it.set(w("val"), ids.get(it.get(w("val"), ""), it.get(w("val"), "")))
    for listed in writer.file.numbering.iter(w("num")):
        key = listed.get(w("numId"), "")
        listed.set(w("numId"), ids.get(key, key))


def _some(writer: Writer, name: str, having: str = "") -> Element | None:
    """Return one of the elements of that name in the stories, but those of second copies of boxes."""
    found = [
        it
        for story in writer.file.stories()
        for it in story.iter(w(name))
        if (not having or it.find(w(having)) is not None) and not _is_copy(it)
    ]
    return writer.one(found) if found else None


def _some_block(writer: Writer) -> Element | None:
    found = [
        it
        for story in writer.file.stories()
        for it in story.iter(w("p"), w("tbl"), w("sdt"))
        if local(it.getparent()) in ("body", "tc", "txbxContent", "hdr", "ftr", "footnote", "endnote", "sdtContent")  # type: ignore[arg-type]
        and not _is_copy(it)
        and (local(it) != "sdt" or local(it.getparent()) == "body")  # type: ignore[arg-type]
        and (local(it.getparent()) != "sdtContent" or local(it.getparent().getparent().getparent()) != "p")  # type: ignore[union-attr, arg-type]
    ]
    return writer.one(found) if found else None


def _is_copy(element: Element) -> bool:
    return any(local(above) == "Fallback" for above in element.iterancestors())


def _is_inside(block: Element) -> bool:
    """Whether a block stands elsewhere than in the body itself."""
    parent = block.getparent()
    return parent is None or local(parent) != "body"


def _is_outside(block: Element) -> bool:
    """Whether a block stands in a note, a box, a header or a footer, which hold no notes."""
    names = ("hdr", "ftr", "footnote", "endnote", "txbxContent")
    return any(True for _ in block.iterancestors(*map(w, names)))


def _is_of_body(block: Element) -> bool:
    """Whether a block holds what may stand in the body alone: a section, a note, a box."""
    names = ("sectPr", "footnoteReference", "endnoteReference", "txbxContent", "footnoteRef", "endnoteRef")
    return any(True for _ in block.iter(*map(w, names)))


def _leave(element: Element) -> None:
    """Remove an element, where its story has another of the kind."""
    parent = element.getparent()
    if parent is None or any(True for _ in element.iter(w("footnoteRef"), w("endnoteRef"))):
        return
    if local(element) == "p" and len(parent.findall(w("p"))) == 1 and local(parent) != "body":
        return
    parent.remove(element)


def _leave_behind(element: Element) -> None:
    parent = element.getparent()
    if parent is not None and local(element) == "p" and len(parent.findall(w("p"))) == 1:
        element.addprevious(made("<w:p/>"))


def _root(element: Element) -> Element:
    return element.getroottree().getroot()


def _columns(row: Element) -> int:
    spans = [it.find(f"{w('tcPr')}/{w('gridSpan')}") for it in row.findall(w("tc"))]
    return sum(1 if span is None else int(span.get(w("val"), "1")) for span in spans)


WORDS_OF_CHANGES = ("fee", "twelve", "shall not", "CLERK", "1,000", "", ".", "המועצה", "𝒵", "the  ", "re\u00adcord")

ALTERATIONS: tuple[Alteration, ...] = (
    change_words, change_words, change_signs, retype, cut_run, change_look, change_shape, change_style, change_list,
    change_end, insert_paragraph, append_paragraphs, insert_block, delete_block, delete_several, empty_body, move_block,
    copy_block, split_paragraph, join_paragraphs, insert_item, delete_item, drop_lost_notes, renumber_notes, change_link,
    change_result, header_comes_or_goes, turn_page, insert_row, delete_row, insert_column, delete_column, merge_cells,
    rename_styles, renumber_lists,
)  # fmt: skip
