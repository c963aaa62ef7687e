"""The automatic numbers that a reader sees: specimens, and LibreOffice as the second opinion."""

import io
import re
import time
import zipfile
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from ordain.word.parts.names import Element, w
from ordain.word.parts.package import Package, open_package
from ordain.word.reading.listnumbers import list_labels
from ordain.word.reading.numbering import numbered_styles
from ordain.word.reading.numerals import numeral
from tests.oracles import oracle
from tests.oracles.office import Office

MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def word_file(numbering: str, body: str, styles: str = "") -> bytes:
    """Return a .docx of these definitions, paragraphs and styles."""
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{CONTENT}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{CONTENT}.styles+xml"/>'
        f'<Override PartName="/word/numbering.xml" ContentType="{CONTENT}.numbering+xml"/></Types>',
        "_rels/.rels": _links(("officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": _links(("styles", "styles.xml"), ("numbering", "numbering.xml")),
        "word/document.xml": f"<w:document {MAIN}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/styles.xml": f"<w:styles {MAIN}>{styles}</w:styles>",
        "word/numbering.xml": f"<w:numbering {MAIN}>{numbering}</w:numbering>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def _links(*targets: tuple[str, str]) -> str:
    links = (
        f'<Relationship Id="r{at}" Type="{OFFICE}/{kind}" Target="{to}"/>' for at, (kind, to) in enumerate(targets)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{"".join(links)}</Relationships>'


def abstract(*levels: str, key: int = 0, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{key}"><w:multiLevelType w:val="multilevel"/>{more}{"".join(levels)}</w:abstractNum>'


def level(at: int, text: str, form: str = "decimal", start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
    )


def num(key: int, of: int = 0, more: str = "") -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def override(at: int, start: int | None = None, lvl: str = "") -> str:
    first = "" if start is None else f'<w:startOverride w:val="{start}"/>'
    return f'<w:lvlOverride w:ilvl="{at}">{first}{lvl}</w:lvlOverride>'


def item(at: int | None = 0, number: int | None = 1, *, style: str = "", mark: str = "", run: str = "") -> str:
    """Return a paragraph at a level of a list; its text is put in by `body`."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inside = "" if at is None else f'<w:ilvl w:val="{at}"/>'
    inside += "" if number is None else f'<w:numId w:val="{number}"/>'
    numbered = f"<w:numPr>{inside}</w:numPr>" if inside else ""
    return f"<w:p><w:pPr>{named}{numbered}{mark}</w:pPr><w:r>{run}<w:t>TEXT</w:t></w:r></w:p>"


def body(*items: str) -> str:
    return "".join(text.replace("TEXT", f"Text{at}.") for at, text in enumerate(items))


def style(key: str, numbering: str = "", base: str = "", kind: str = "paragraph", more: str = "") -> str:
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    numbered = f"<w:pPr><w:numPr>{numbering}</w:numPr></w:pPr>" if numbering else ""
    return f'<w:style w:type="{kind}" {more} w:styleId="{key}"><w:name w:val="{key}"/>{based}{numbered}</w:style>'


def in_list(number: int, at: int | None = None) -> str:
    return ("" if at is None else f'<w:ilvl w:val="{at}"/>') + f'<w:numId w:val="{number}"/>'


# Larger files take LibreOffice a minute each.
_LARGEST = 400_000

# The share of numbers that LibreOffice shows in front of the same text.  The rest are texts that begin with
# something that it writes in another way, such as a hyphen that does not break or the number of a note.
_AGREED = 0.995

OUTLINE = abstract(level(0, "Sec. %1."), level(1, "(%2)", "lowerLetter"), level(2, "(%3)"), level(3, "%1.%2.%3.%4"))
LEGAL = abstract(level(0, "%1.", "upperRoman"), level(1, "%1.%2"), level(2, "%1.%2.%3", "lowerLetter"))


def linked(at: int, to: str) -> str:
    return level(at, "%1." if at == 0 else "%1.%2", more=f'<w:pStyle w:val="{to}"/>')


# What stands in the file, and what a reader sees: numbering, paragraphs, styles, labels.
SPECIMENS: dict[str, tuple[str, Sequence[str], str, Sequence[str]]] = {
    "levels begin anew below each shallower one": (
        OUTLINE + num(1),
        [item(at) for at in (0, 1, 1, 2, 2, 1, 2, 0, 1, 2)],
        "",
        ["Sec. 1.", "(a)", "(b)", "(1)", "(2)", "(c)", "(1)", "Sec. 2.", "(a)", "(1)"],
    ),
    "paragraphs without a number do not interrupt a list": (
        OUTLINE + num(1),
        [item(0), item(None, None), item(0), item(0, 0), item(0)],
        "",
        ["Sec. 1.", "", "Sec. 2.", "", "Sec. 3."],
    ),
    "a level that was left out counts as begun": (
        LEGAL + num(1),
        [item(at) for at in (1, 1, 0, 2, 1)],
        "",
        ["I.1", "I.2", "II.", "II.1.a", "II.2"],
    ),
    "lists of one definition share their count": (
        OUTLINE + num(1) + num(2),
        [item(0), item(0, 2), item(1), item(1, 2), item(0)],
        "",
        ["Sec. 1.", "Sec. 2.", "(a)", "(b)", "Sec. 3."],
    ),
    "lists of different definitions count apart": (
        OUTLINE + abstract(level(0, "%1)"), key=1) + num(1) + num(2, 1),
        [item(0), item(0, 2), item(0), item(0, 2)],
        "",
        ["Sec. 1.", "1)", "Sec. 2.", "2)"],
    ),
    "a list with another start begins anew once": (
        OUTLINE + num(1) + num(2, more=override(0, 5)),
        [item(0), item(0), item(0, 2), item(0, 2), item(0), item(0, 2)],
        "",
        ["Sec. 1.", "Sec. 2.", "Sec. 5.", "Sec. 6.", "Sec. 7.", "Sec. 8."],
    ),
    "another start is taken at every new beginning": (
        abstract(level(0, "%1"), level(1, "%1.%2")) + num(1) + num(2, more=override(1, 5)),
        [item(0), item(1, 2), item(0), item(1, 2)],
        "",
        ["1", "1.5", "2", "2.5"],
    ),
    "every level has its own new beginning": (
        abstract(level(0, "%1"), level(1, "%1.%2")) + num(1) + num(2, more=override(0, 1) + override(1, 1)),
        [item(0), item(0), item(1, 2), item(0, 2)],
        "",
        ["1", "2", "2.1", "1"],
    ),
    "a level that was left out begins where its definition says": (
        abstract(level(0, "%1"), level(1, "%1.%2")) + num(1) + num(2, more=override(0, 5)),
        [item(1, 2), item(0), item(0, 2)],
        "",
        ["1.1", "2", "5"],
    ),
    "a list may write a level in its own way": (
        OUTLINE + num(1) + num(2, more=override(0, lvl=level(0, "Rule %1:", "upperRoman"))),
        [item(0), item(0, 2), item(1, 2), item(0)],
        "",
        ["Sec. 1.", "Rule II:", "(a)", "Sec. 3."],
    ),
    "legal numbering is Arabic at every level": (
        abstract(level(0, "Article %1", "upperRoman"), level(1, "%1.%2", "lowerLetter", more="<w:isLgl/>")) + num(1),
        [item(0), item(0), item(1), item(1)],
        "",
        ["Article I", "Article II", "2.1", "2.2"],
    ),
    "a level may go on where the one above begins anew": (
        abstract(level(0, "Title %1"), level(1, "Section %2.", more='<w:lvlRestart w:val="0"/>')) + num(1),
        [item(at) for at in (0, 1, 1, 0, 1)],
        "",
        ["Title 1", "Section 1.", "Section 2.", "Title 2", "Section 3."],
    ),
    "a level may begin anew at a far level only": (
        abstract(level(0, "%1"), level(1, "%1.%2"), level(2, "(%3)", more='<w:lvlRestart w:val="1"/>')) + num(1),
        [item(at) for at in (0, 1, 2, 2, 1, 2, 0, 2)],
        "",
        ["1", "1.1", "(1)", "(2)", "1.2", "(3)", "2", "(1)"],
    ),
    "a style stands for the level that is linked to it": (
        abstract(linked(0, "H1"), linked(1, "H2")) + num(1),
        [item(None, None, style=key) for key in ("H1", "H2", "H2", "H1", "H2b")],
        style("H1", in_list(1)) + style("H2", in_list(1)) + style("H2b", base="H2"),
        ["1.", "1.1", "1.2", "2.", "2.1"],
    ),
    "a style takes the list of its base, and may leave it": (
        OUTLINE + num(1),
        [item(None, None, style=key) for key in ("A", "B", "C", "D", "A")],
        style("A", in_list(1, 0))
        + style("B", '<w:ilvl w:val="1"/>', base="A")
        + style("C", in_list(0), base="A")
        + style("D", base="C"),
        ["Sec. 1.", "(a)", "", "", "Sec. 2."],
    ),
    "a paragraph overrides the list of its style": (
        OUTLINE + abstract(level(0, "%1)"), key=1) + num(1) + num(2, 1),
        [item(None, None, style="A"), item(0, 2, style="A"), item(0, 0, style="A"), item(1, None, style="A")],
        style("A", in_list(1, 0)),
        ["Sec. 1.", "1)", "", "(a)"],
    ),
    "a paragraph without a style has the default one": (
        OUTLINE + num(1),
        [item(None, None), item(0, 0), item(None, None)],
        style("Normal", in_list(1, 0), more='w:default="1"'),
        ["Sec. 1.", "", "Sec. 2."],
    ),
    "a definition may be that of a list style": (
        abstract('<w:numStyleLink w:val="Bill"/>', key=1)
        + abstract(level(0, "Sec. %1."), level(1, "(%2)", "lowerLetter"), more='<w:styleLink w:val="Bill"/>')
        + num(1)
        + num(2, 1),
        [item(0, 2), item(1, 2), item(0, 2)],
        style("Bill", in_list(1), kind="numbering"),
        ["Sec. 1.", "(a)", "Sec. 2."],
    ),
    "a list that does not exist shows nothing": (OUTLINE + num(1, 7), [item(0), item(0, 9), item(8)], "", ["", "", ""]),
    "text stands where a level has no number": (
        abstract(level(0, "Findings", "none"), level(1, "%1%2.")) + num(1),
        [item(0), item(1), item(1)],
        "",
        ["Findings", "1.", "2."],
    ),
    "a start may be any number, even zero": (
        abstract(level(0, "%1.", start=7), level(1, "%1.%2", "decimalZero", start=0)) + num(1),
        [item(at) for at in (0, 1, 1, 0)],
        "",
        ["7.", "7.00", "7.01", "8."],
    ),
    "hidden paragraphs count unseen": (
        OUTLINE + num(1),
        [
            item(0),
            item(0, mark="<w:rPr><w:vanish/></w:rPr>", run="<w:rPr><w:vanish/></w:rPr>"),
            item(0, mark="<w:rPr><w:vanish/></w:rPr>"),
        ],
        "",
        ["Sec. 1.", "", "Sec. 3."],
    ),
    "a text that asks for a deeper level is not shown": (
        abstract(level(0, "%1.%2"), level(1, "%2")) + num(1),
        [item(0), item(1)],
        "",
        ["", "1"],
    ),
    "bullets are shown as bullets": (
        abstract(level(0, "\uf0b7", "bullet"), level(1, "–", "bullet"), level(2, "%3.")) + num(1),
        [item(0), item(1), item(2), item(2)],
        "",
        ["•", "–", "1.", "2."],
    ),
}

# Where LibreOffice 7.4 shows another number; docs/word/automatic-numbers.md says why each is left so.
DIFFERENT: dict[str, Sequence[str]] = {
    "legal numbering is Arabic at every level": ["Article I", "Article II", "II.a", "II.b"],
    "a level may go on where the one above begins anew": [
        "Title 1", "Section 1.", "Section 2.", "Title 2", "Section 1.",
    ],
    "a level may begin anew at a far level only": ["1", "1.1", "(1)", "(2)", "1.2", "(1)", "2", "(1)"],
    "a style stands for the level that is linked to it": ["1.", "2.", "3.", "4.", "5."],
    "a list that does not exist shows nothing": ["1.", "", "1."],
    "a start may be any number, even zero": ["7.", "7.0", "7.01", "8."],
    "hidden paragraphs count unseen": ["Sec. 1.", "Sec. 2.", "Sec. 3."],
    "a text that asks for a deeper level is not shown": ["1.%2%", "1"],
    "another start is taken at every new beginning": ["1", "1.5", "2", "2.1"],
    "every level has its own new beginning": ["1", "2", "2.1", "3"],
    "bullets are shown as bullets": ["•", "◦", "1.", "2."],
}  # fmt: skip


def labels_of(content: bytes) -> list[str]:
    package = open_package(content)
    return list_labels(package, story(package))


def story(package: Package) -> list[Element]:
    """Return the paragraphs of the body, but not those of text boxes."""
    paragraphs = package.tree(package.main).iter(w("p"))
    return [paragraph for paragraph in paragraphs if next(paragraph.iterancestors(w("txbxContent")), None) is None]


@pytest.mark.parametrize("name", SPECIMENS)
def test_a_reader_sees_that(name: str) -> None:
    numbering, items, styles, expected = SPECIMENS[name]
    assert labels_of(word_file(numbering, body(*items), styles)) == expected


def test_a_file_without_lists_shows_no_number() -> None:
    assert labels_of(word_file("", body(item(0), item(None, None)))) == ["", ""]


def test_a_mere_section_break_is_not_counted() -> None:
    section = "<w:p><w:pPr>{}<w:sectPr/></w:pPr></w:p>".format(f"<w:numPr>{in_list(1, 0)}</w:numPr>")
    assert labels_of(word_file(OUTLINE + num(1), body(item(0), section, item(0)))) == ["Sec. 1.", "", "Sec. 2."]
    assert labels_of(word_file(OUTLINE + num(1), body(item(0, mark="<w:sectPr/>"), item(0)))) == ["Sec. 1.", "Sec. 2."]


def test_a_hidden_level_shows_no_number() -> None:
    unseen = level(0, "%1.").replace("</w:lvl>", "<w:rPr><w:vanish/></w:rPr></w:lvl>")
    assert labels_of(word_file(abstract(unseen) + num(1), body(item(0)))) == [""]


def test_a_format_newer_than_the_standard_stands_in_the_first_choice() -> None:
    choices = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        '<mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    )
    newer = level(0, "%1.").replace('<w:numFmt w:val="decimal"/>', choices)
    assert labels_of(word_file(abstract(newer) + num(1), body(item(0)))) == ["001."]


def test_a_sign_of_a_symbol_font_is_shown_as_a_bullet() -> None:
    font = '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr></w:lvl>'
    bullet = level(0, "§", "bullet").replace("</w:lvl>", font)
    assert labels_of(word_file(abstract(bullet) + num(1), body(item(0)))) == ["•"]


def test_what_is_damaged_ends_in_a_number_or_in_none() -> None:
    circle = style("A", base="B") + style("B", base="A") + style("L", in_list(1), kind="numbering")
    links = abstract('<w:numStyleLink w:val="L"/>')
    assert labels_of(word_file(links + num(1), body(item(0), item(None, None, style="A")), circle)) == ["", ""]
    no_number = level(0, "%1.").replace('<w:start w:val="1"/>', '<w:start w:val="first"/>')
    assert labels_of(word_file(abstract(no_number) + num(1), body(item(0)))) == ["0."]


def test_styles_that_number_are_known_through_their_base() -> None:
    styles = style("A", in_list(1)) + style("B", base="A") + style("C", in_list(0), base="A") + style("D", base="C")
    package = open_package(word_file(OUTLINE + num(1), "", styles))
    assert numbered_styles(package) == {"A", "B"}


@pytest.mark.parametrize(
    ("form", "numbers"),
    [
        ("decimal", {0: "0", 12: "12"}),
        ("decimalZero", {9: "09", 10: "10", 100: "100"}),
        ("lowerLetter", {0: "", 1: "a", 26: "z", 27: "aa", 53: "aaa"}),
        ("upperRoman", {0: "", 4: "IV", 49: "XLIX", 1999: "MCMXCIX"}),
        ("ordinal", {1: "1st", 2: "2nd", 3: "3rd", 11: "11th", 112: "112th", 121: "121st"}),
        ("cardinalText", {0: "Zero", 1: "One", 21: "Twenty-one", 110: "One hundred ten", 2_000_000: "2000000"}),
        ("ordinalText", {1: "First", 12: "Twelfth", 20: "Twentieth", 45: "Forty-fifth", 2_000_000: "2000000th"}),
        ("chicago", {1: "*", 4: "§", 5: "**"}),
        ("hex", {255: "FF"}),
        ("numberInDash", {3: "- 3 -"}),
        ("none", {3: ""}),
        ("ideographDigital", {3: "3"}),
    ],
)
def test_a_number_is_written_in_the_format_of_its_level(form: str, numbers: dict[int, str]) -> None:
    assert {number: numeral(number, form) for number in numbers} == numbers


def test_a_long_file_takes_a_moment() -> None:
    items = [item(at % 4, 1 + at % 2) if at % 3 else item(None, None, style="A") for at in range(10_000)]
    lists = OUTLINE + num(1) + num(2, more=override(0, 5))
    package = open_package(word_file(lists, body(*items), style("A", in_list(1, 0))))
    paragraphs = story(package)
    # An eighth of a second on the machine where it was written; the bound leaves room for slower ones.
    assert min(_seconds(package, paragraphs) for _ in range(3)) < 0.5


def _seconds(package: Package, paragraphs: Sequence[Element]) -> float:
    start = time.process_time()
    list_labels(package, paragraphs)
    return time.process_time() - start


class TestJudge:
    """LibreOffice writes the numbers that it sees into the text of a document."""

    pytestmark = oracle

    @pytest.mark.parametrize("name", SPECIMENS)
    def test_the_office_sees_the_same_number_but_where_it_is_known_not_to(self, name: str, office: Office) -> None:
        numbering, items, styles, expected = SPECIMENS[name]
        lines = office.resolve(word_file(numbering, body(*items), styles), "keep").body.splitlines()
        ends = [next((line for line in lines if line.endswith(f"Text{at}.")), "") for at in range(len(items))]
        seen = [line.removesuffix(f"Text{at}.").strip() for at, line in enumerate(ends)]
        assert seen == list(DIFFERENT.get(name, expected))

    def test_the_office_sees_the_same_numbers_in_real_files(self, shared: Path, office: Office) -> None:
        judged = agreed = 0
        for path in sorted((shared / "corpus").glob("*/*/*.docx")):
            package = open_package(path.read_bytes(), str(path))
            paragraphs = story(package)
            labels = list_labels(package, paragraphs)
            if not any(labels) or path.stat().st_size > _LARGEST:
                continue
            # LibreOffice writes a bullet of its own for each level into the text.
            labels = [label if re.search(r"\w", label) else "" for label in labels]
            mine = [_opening(label + _text(it)) for label, it in zip(labels, paragraphs, strict=True)]
            lines = [_opening(line) for line in office.resolve(path.read_bytes(), "keep").body.splitlines()]
            judged += sum(map(bool, labels))
            agreed += sum(bool(labels[at]) for at in _found(mine, lines))
        assert judged > 1000
        assert agreed / judged > _AGREED


def _opening(line: str) -> str:
    """Return the beginning of a line without blanks: further on, the text shows the numbers of notes."""
    return "".join(line.split())[:25]


def _text(paragraph: Element) -> str:
    texts = paragraph.iter(w("t"), w("delText"))
    return "".join(it.text or "" for it in texts if next(it.iterancestors(w("txbxContent")), None) is None)


def _found(mine: Sequence[str], lines: Sequence[str]) -> Iterator[int]:
    """Yield the places of those of `mine` that stand among `lines`, in the same order."""
    for block in SequenceMatcher(None, mine, lines, autojunk=False).get_matching_blocks():
        yield from range(block.a, block.a + block.size)
