"""Generated statutes as .docx files, and the four ways in which they are edited.

`python -m benchmarks.documents SIZE EDIT OLD NEW` writes a pair, in a process of its own: the
memory of a process is counted for those that it starts, too.  The same size and edit give the
same bytes.  A section is a numbered heading and eleven paragraphs of twenty to fifty words under
letters, drawn from a small vocabulary as law draws on its own; three of the eleven cite their section.
"""

import io
import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

_WORDS = (
    "the of and to a in or any for by that be shall this such as not under with is on from an may person "
    "section city council mayor department act order notice permit officer facility service resident record "
    "report property government district director license applicant hearing fee days after before within "
    "without unless except subject provided pursuant including each other all no more than least one two "
    "thirty sixty ninety written public private annual federal local state court law statute regulation "
    "ordinance chapter title paragraph subsection authority power duty right owner tenant employer employee "
    "contract agreement fund tax rate amount payment penalty violation offense fine appeal review decision "
    "determination request application certificate registration inspection building street vehicle housing "
    "school health safety police fire water land use zoning plan program agency board commission committee "
    "member appointed elected term office vacancy meeting quorum vote approve adopt amend repeal enforce "
    "prohibit require establish provide maintain submit publish file issue revoke suspend transfer disclose "
    "information personal data immigration emergency budget audit grant lease sale bond interest debt"
).split()

# One heading, then the paragraphs under it.
_SECTION = 12

# The letters of the paragraphs that cite their section.
_CITING = ("c", "e", "h")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: the number of its section, its letter, which a heading has not, and its words."""

    section: int
    letter: str
    words: tuple[str, ...]

    def text(self) -> str:
        """Return the paragraph as it is read."""
        said = " ".join(self.words)
        label = f"({self.letter})" if self.letter else f"Sec. {self.section}."
        cited = f" under section {self.section}" if self.letter in _CITING else ""
        return f"{label} {said[0].upper()}{said[1:]}{cited}."


Text = tuple[Paragraph, ...]


def statute(size: int) -> Text:
    """Return a text of `size` paragraphs."""
    draw = _draws(size)
    return tuple(
        Paragraph(
            at // _SECTION + 1,
            chr(ord("a") + at % _SECTION - 1) if at % _SECTION else "",
            _words(draw, 20 + next(draw) % 31 if at % _SECTION else 4),
        )
        for at in range(size)
    )


def light(text: Text) -> Text:
    """Two words for two others in one paragraph of fifty, and a new paragraph after each hundredth."""
    draw = _draws(1)
    edited: list[Paragraph] = []
    for at, paragraph in enumerate(text):
        edited.append(_reworded(paragraph, draw, 10) if at % 50 == 7 else paragraph)
        if at % 100 == 57:
            edited.append(replace(paragraph, letter="z", words=_words(draw, 30)))
    return tuple(edited)


def moved(text: Text) -> Text:
    """A twentieth of the sections put behind the tenth twentieth, with their numbers."""
    block = len(text) // 20 // _SECTION * _SECTION
    return (*text[block : 10 * block], *text[:block], *text[10 * block :])


def renumbered(text: Text) -> Text:
    """A new first section: every other has the next number, in its heading and where it is cited."""
    first = Paragraph(1, "", ("short", "title"))
    return (first, *(replace(paragraph, section=paragraph.section + 1) for paragraph in text))


def heavy(text: Text) -> Text:
    """Of ten paragraphs one goes, one is new, one moves by three places, and five are reworded by a third."""
    draw = _draws(2)
    edited: list[Paragraph] = []
    for at, paragraph in enumerate(text):
        match at % 10:
            case 3:
                continue
            case 6:
                edited.insert(-3, paragraph)
            case 8:
                edited += [paragraph, replace(paragraph, letter="z", words=_words(draw, 30))]
            case 1 | 2 | 4 | 5 | 7:
                edited.append(_reworded(paragraph, draw, 3))
            case _:
                edited.append(paragraph)
    return tuple(edited)


EDITS: dict[str, Callable[[Text], Text]] = {"light": light, "moved": moved, "renumbered": renumbered, "heavy": heavy}


def docx(text: Text) -> bytes:
    """Return the text as the least Word file that every engine takes."""
    body = "".join(f"<w:p>{'' if it.letter else _HEADING}<w:r><w:t>{it.text()}</w:t></w:r></w:p>" for it in text)
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _relationships("officeDocument", "word/document.xml"),
        "word/document.xml": f'<w:document xmlns:w="{_W}"><w:body>{body}{_PAGE}</w:body></w:document>',
        "word/_rels/document.xml.rels": _relationships("styles", "styles.xml", "settings", "settings.xml"),
        "word/styles.xml": f'<w:styles xmlns:w="{_W}">{_STYLES}</w:styles>',
        "word/settings.xml": f'<w:settings xmlns:w="{_W}"/>',
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, xml in parts.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{xml}')
    return buffer.getvalue()


def _reworded(paragraph: Paragraph, draw: Iterator[int], every: int) -> Paragraph:
    """Return the paragraph with one word of `every` replaced."""
    words = tuple(
        _WORDS[next(draw) % len(_WORDS)] if at % every == 1 else word for at, word in enumerate(paragraph.words)
    )
    return replace(paragraph, words=words)


def _words(draw: Iterator[int], count: int) -> tuple[str, ...]:
    """Return words, the common ones oftener than the rare."""
    return tuple(_WORDS[min(next(draw) % len(_WORDS), next(draw) % len(_WORDS))] for _ in range(count))


def _draws(seed: int) -> Iterator[int]:
    """Yield numbers that look like chance and are the same every time (Lehmer's generator)."""
    state = seed + 1
    while True:
        state = state * 48271 % 0x7FFFFFFF
        yield state >> 8


def _relationships(*pairs: str) -> str:
    kinds = zip(pairs[::2], pairs[1::2], strict=True)
    inside = "".join(
        f'<Relationship Id="rId{at}" Type="{_R}/{kind}" Target="{target}"/>' for at, (kind, target) in enumerate(kinds)
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'
    )


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEADING = '<w:pPr><w:pStyle w:val="Heading2"/></w:pPr>'
_PAGE = '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/></w:sectPr>'
_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/>'
    "<w:rPr><w:b/></w:rPr></w:style>"
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_ML}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_ML}.styles+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_ML}.settings+xml"/></Types>'
)


def main() -> None:
    """Write a pair."""
    size, edit, old, new = sys.argv[1:]
    text = statute(int(size))
    Path(old).write_bytes(docx(text))
    Path(new).write_bytes(docx(EDITS[edit](text)))


if __name__ == "__main__":
    main()
