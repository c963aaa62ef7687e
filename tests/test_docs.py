"""The documentation is held against the program: names, keys, links, help, and every example."""

import datetime
import io
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import docx
import pytest
from lxml import etree
from pydantic import BaseModel

from ordain.drafting import render
from ordain.drafting.filters import FILTERS
from ordain.markup.front import KEYS
from ordain.markup.parse import parse
from ordain.model.heading import FIELDS
from ordain.model.house import House
from ordain.readers import house as house_reader
from ordain.readers.house import read_house
from ordain.readers.keys import keys
from ordain.readers.order import read_order
from ordain.word.marking.record import PART
from ordain.word.parts.package import open_package
from ordain.workflow.houses import houses
from ordain.workflow.redline import Comparison, Options, redline_of, write
from ordain.workflow.sources import TextSource, WordSource
from tests.literate import sound
from tests.test_architecture import MODULES, SOURCE
from tests.write_docs import PAGE, commands

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "drafts" / "README.md", *sorted(DOCS.rglob("*.md"))]
WORD_PAGES = sorted((DOCS / "word").glob("*.md"))

_MODULE = re.compile(r"`((?:[a-z_]+/)*[a-z_]+\.py)`")
_FENCED = re.compile(r"^```(?:(\w+)(?: ([\w.]+))?)?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)\s]+)\)")


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def block(name: str, wanted: str) -> str:
    """Return the fenced block of a page that is named so."""
    [text] = [match[3] for match in _FENCED.finditer(page(name)) if match[2] == wanted]
    return text


# Names


def test_the_architecture_names_every_module_and_no_other() -> None:
    named = _MODULE.findall(page("architecture.md"))
    modules = [name for name in named if not name.startswith("tests/")]
    assert sorted(set(modules)) == sorted(str(module.relative_to(SOURCE)) for module in MODULES)
    assert [name for name in named if name.startswith("tests/") and not (ROOT / name).is_file()] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_relative_link_leads_somewhere(path: Path) -> None:
    text = re.sub(r"`[^`\n]*`", "", _FENCED.sub("", path.read_text(encoding="utf-8")))
    for link in _LINK.findall(text):
        if re.match(r"[a-z]+:", link):
            continue
        file, _, heading = link.partition("#")
        target = path.parent / file if file else path
        assert target.exists(), link
        assert not heading or heading in _anchors(target), link


def _anchors(target: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", target.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_the_index_leads_to_every_page() -> None:
    linked = {(DOCS / link.partition("#")[0]).resolve() for link in _LINK.findall(page("README.md"))}
    folders = {target for target in linked if target.is_dir()}
    pages = {path for path in DOCS.rglob("*.md") if path != DOCS / "README.md"}
    assert {path for path in pages if path not in linked and path.parent not in folders - {DOCS}} == set()


# The commands


def test_every_command_is_documented_by_its_own_help() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert [name for name in commands() if f"\n## `ordain {name}`\n" not in text] == []
    assert text == _fresh_page(), "run `make docs`"


def _fresh_page() -> str:
    """Return the page as a process of its own writes it: a command that was called by itself keeps its own --help."""
    code = "import sys; from tests.write_docs import cli_page; sys.stdout.buffer.write(cli_page().encode())"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)
    return done.stdout.decode()


# The keys


def unnamed(name: str, words: set[str]) -> list[str]:
    """Return the words that a page does not name."""
    text = page(name)
    return sorted(word for word in words if not re.search(rf"`{re.escape(word)}[`(]", text))


def test_every_key_of_a_house_is_documented() -> None:
    words = set(_all_keys(house_reader._House))
    words |= set(get_args(house_reader._Level)) | {"law", "bill"} | {f"{{{field}}}" for field in FIELDS}
    assert unnamed("houses.md", words) == []


def _all_keys(annotation: Any) -> Iterator[str]:
    """Yield the keys of a shape and of what stands in it."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from keys(annotation)
        for field in annotation.model_fields.values():
            yield from _all_keys(field.annotation)
    for inside in get_args(annotation):
        yield from _all_keys(inside)


def test_every_filter_and_every_value_of_a_template_is_documented() -> None:
    values = render._values(read_order(sound("order.yaml"), "order.yaml"), _sound_house())
    assert unnamed("houses.md", {*FILTERS, *values}) == []


def _sound_house() -> House:
    return read_house(sound("house.yaml"), "house.yaml", "springfield")


def test_every_key_of_the_front_matter_is_documented() -> None:
    assert unnamed("bill-text.md", set(KEYS)) == []


# The examples


def test_the_example_of_marked_text_and_of_json_is_what_the_program_writes() -> None:
    sides = [_source(name) for name in ("old.txt", "new.txt")]
    comparison = redline_of(*sides)
    assert write(comparison, Path("redline.txt"), Options()).decode() == block("bill-text.md", "redline.txt")
    shown = json.loads(block("json.md", "redline.json"))
    whole = json.loads(write(comparison, Path("redline.json"), Options()))
    assert [change for change in shown["changes"] if change not in whole["changes"]] == []
    assert {**shown, "changes": []} == {**whole, "changes": []}


def _source(name: str) -> TextSource:
    known = houses(ROOT / "drafts")
    draft = parse(block("bill-text.md", name), known.known(), name)
    return TextSource(draft, known.house(draft.front.house))


def specimens() -> list[Any]:
    """Return the blocks of each specimen on the pages on Word: two texts, and the markup of their redline."""
    found = []
    for path in WORD_PAGES:
        named = [(match[2], match[3]) for match in _FENCED.finditer(path.read_text(encoding="utf-8")) if match[2]]
        starts = [at for at, (name, _) in enumerate(named) if name == "old"]
        for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(named)], strict=True), start=1):
            found.append(pytest.param(dict(named[start:end]), id=f"{path.stem}-{number}"))
    return found


@pytest.mark.parametrize("blocks", specimens())
def test_every_specimen_is_what_the_program_writes(blocks: dict[str, str]) -> None:
    moment = datetime.datetime(2026, 3, 11, 9, 30, tzinfo=datetime.UTC)
    comparison: Comparison = redline_of(*(WordSource(_document(blocks[side]), side) for side in ("old", "new")))
    written = open_package(write(comparison, Path("redline.docx"), Options(date=moment)))
    assert specimen(written.tree(written.main)[0]) == _unbroken(blocks["body"])
    if "record" in blocks:
        assert _unbroken(_without_names(written.raw(PART).decode())) == _unbroken(blocks["record"])


def _document(text: str) -> bytes:
    """Return a Word file of a paragraph a line; `# ` opens a heading, `| ` a table, `*` stands round bold words."""
    document = docx.Document()
    for line in text.splitlines():
        if line.startswith("| "):
            document.add_table(1, 1).cell(0, 0).text = line.strip("| ")
            continue
        paragraph = document.add_paragraph(style="Heading 1" if line.startswith("# ") else None)
        for at, words in enumerate(line.removeprefix("# ").split("*")):
            if words and at % 2:
                paragraph.add_run(words).bold = True
            elif words:
                paragraph.add_run(words)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def specimen(body: etree._Element) -> str:
    """Return the markup of a body as the pages show it: without what is the same in every specimen."""
    shown = "".join(
        etree.tostring(child, encoding="unicode") for child in body if not str(child.tag).endswith("}sectPr")
    )
    return _unbroken(_without_names(shown))


def _without_names(xml: str) -> str:
    """Leave out namespaces, author, day, what keeps blanks, and the layout of a table."""
    xml = re.sub(r"<\?xml[^>]*\?>\s*", "", xml)
    xml = re.sub(r"<w:(tblPr|tblGrid|tcPr)>.*?</w:\1>", "", xml, flags=re.DOTALL)
    xml = re.sub(r' (?:xmlns(?::\w+)?|w:author|xml:space|digest)="[^"]*"', "", xml)
    return re.sub(r'w:date="[^"T]*T([0-9:]{5}):00Z"', r'w:date="\1"', xml)


def _unbroken(xml: str) -> str:
    return re.sub(r"\n\s*", "", xml)
