"""Every version pair of the matters and of the real records, in every form, before every judge."""

import re
from pathlib import Path
from typing import Literal

import pytest

from ordain.compare.digest import digest
from ordain.errors import OrdainError
from ordain.model.house import MarkStyle
from ordain.model.unit import Story
from ordain.word import accept, reject
from ordain.word.parts.names import w
from ordain.word.parts.package import open_package
from ordain.word.printing.compose import compose, compose_marked
from ordain.workflow.redline import Comparison, Options, redline_of, write, write_docx
from ordain.workflow.sources import TextSource, WordSource
from ordain.writers.json import write_json
from tests import recomputed
from tests.chains import Chain, comparison, matter_chains, record_chains
from tests.oracles import oracle
from tests.oracles.office import Office
from tests.oracles.pandoc import Pandoc
from tests.oracles.validator import Validator
from tests.word.shown import shown

PAIRS = [
    pytest.param(old, new, id=f"{chain.name}-{old.stem}-{new.stem}")
    for chain in matter_chains()
    for old, new in chain.pairs()
]


def record_pairs(shared: Path) -> list[tuple[Path, Path]]:
    return [pair for chain in record_chains(shared) for pair in chain.pairs()]


def clean(it: Comparison) -> tuple[bytes, bytes]:
    assert isinstance(it.old, TextSource)
    assert isinstance(it.new, TextSource)
    return compose(it.old.draft, it.old.house), compose(it.new.draft, it.new.house)


def hold_laws(it: Comparison) -> None:
    old, new = clean(it)
    content = write_docx(it, Options())
    assert shown(accept(content)) == shown(new)
    assert shown(reject(content)) == shown(old)


def hold_digest(it: Comparison) -> None:
    stated = digest(it.redline.entries())
    text = write(it, Path("x.txt"), Options()).decode()
    docx = write_docx(it, Options())
    assert recomputed.from_json(write_json(it.redline)) == stated
    assert recomputed.from_docx(docx) == stated
    assert recomputed.from_text(text) == stated
    assert f"digest: {stated}" in text
    assert stated.encode() in open_package(docx).raw("docProps/custom.xml")


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_accepting_gives_the_new_print_and_rejecting_the_old_one(old: Path, new: Path) -> None:
    hold_laws(comparison(old, new))


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_one_digest_stands_in_every_output_and_comes_out_of_its_marks(old: Path, new: Path) -> None:
    hold_digest(comparison(old, new))


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_the_same_input_gives_the_same_bytes(old: Path, new: Path) -> None:
    assert write_docx(comparison(old, new), Options()) == write_docx(comparison(old, new), Options())


def test_the_real_record_holds_the_same_laws(shared: Path) -> None:
    for old, new in record_pairs(shared):
        hold_laws(comparison(old, new))
        hold_digest(comparison(old, new))


def test_a_marked_bill_is_not_taken_for_a_draft() -> None:
    it = comparison(*matter_chains()[0].pairs()[-1])
    assert isinstance(it.new, TextSource)
    marked = WordSource(compose_marked(it.new.draft, it.new.house, it.redline), "marked.docx")
    with pytest.raises(OrdainError, match="marked bill"):
        redline_of(marked, it.new)


def test_every_mark_of_words_counts_for_the_digest() -> None:
    it = comparison(*matter_chains()[0].pairs()[-2])
    stated = digest(it.redline.entries())
    text = write(it, Path("x.txt"), Options()).decode()
    body = text.index("RELATING TO")
    places = [match.start() for match in re.finditer(r"\[\+|\[-", text) if match.start() > body]
    assert len(places) > 4
    for at in places:
        end = text.index("+]" if text[at + 1] == "+" else "-]", at)
        turned = "-" if text[at + 1] == "+" else "+"
        altered = f"{text[: at + 1]}{turned}{text[at + 2 : end]}{turned}{text[end + 1 :]}"
        assert recomputed.from_text(altered) != stated


def test_the_digest_does_not_come_out_of_marks_that_were_altered() -> None:
    it = comparison(*matter_chains()[0].pairs()[-1])
    stated = digest(it.redline.entries())
    text = write(it, Path("x.txt"), Options()).decode()
    altered_text = text.replace("[+", "[-", 1).replace("+]", "-]", 1)
    assert recomputed.from_text(altered_text) != stated
    json_text = write_json(it.redline)
    at = json_text.rindex('"added"')
    assert recomputed.from_json(f'{json_text[:at]}"struck"{json_text[at + 7 :]}') != stated
    docx = open_package(write_docx(it, Options()))
    body = docx.raw("word/document.xml")
    at = body.index(b"<w:delText")
    end = body.index(b"</w:delText>", at)
    docx.put("word/document.xml", body[:end] + b" altered" + body[end:])
    assert recomputed.from_docx(docx.to_bytes()) != stated


@pytest.mark.parametrize("chain", matter_chains(), ids=lambda chain: chain.name)
def test_the_marked_bill_holds_marks_and_no_tracked_change(chain: Chain) -> None:
    it = comparison(*chain.pairs()[-1])
    assert isinstance(it.new, TextSource)
    package = open_package(compose_marked(it.new.draft, it.new.house, it.redline))
    assert b"<w:ins " not in package.raw("word/document.xml")
    assert b"<w:del " not in package.raw("word/document.xml")
    marks = it.new.house.bill_marks()
    lines = [
        "".join(run.text or "" for run in paragraph.iter(w("t")))
        for paragraph in package.tree(package.main).iter(w("p"))
    ]
    for gone, kept, units in ((marks.struck, marks.added, it.units[1]), (marks.added, marks.struck, it.units[0])):
        wanted = [unit.line for unit in units if unit.story in (Story.HEADING, Story.BODY)]
        assert unmarked(lines, gone, kept) == wanted


def unmarked(lines: list[str], gone: MarkStyle, kept: MarkStyle) -> list[str]:
    """Return the text of one side: marked groups of the other dropped, and paragraphs whose end goes joined."""
    out: list[str] = []
    before = ""
    for line in lines:
        text = re.sub(f"{re.escape(gone.open)}.*?{re.escape(gone.close)}", "", line)
        joins = line.endswith(f"{gone.open}¶{gone.close}") or not text.strip()
        text = text.replace(f"{kept.open}¶{kept.close}", "").replace(kept.open, "").replace(kept.close, "")
        if joins:
            before += text.strip()
            continue
        out.append((before + text).strip())
        before = ""
    return out


class TestJudges:
    """Programs of other makers read the same files."""

    pytestmark = oracle

    @pytest.mark.parametrize(("old", "new"), PAIRS)
    def test_office_pandoc_and_the_validator_agree(
        self, old: Path, new: Path, office: Office, pandoc: Pandoc, validator: Validator
    ) -> None:
        judged(comparison(old, new), office, pandoc, validator)

    def test_they_agree_on_the_real_record(
        self, shared: Path, office: Office, pandoc: Pandoc, validator: Validator
    ) -> None:
        for old, new in record_pairs(shared):
            judged(comparison(old, new), office, pandoc, validator)

    @pytest.mark.parametrize(("old", "new"), [chain.pairs()[-1] for chain in matter_chains()])
    def test_prints_and_marked_bills_are_valid(self, old: Path, new: Path, validator: Validator) -> None:
        it = comparison(old, new)
        assert isinstance(it.new, TextSource)
        for content in (*clean(it), compose_marked(it.new.draft, it.new.house, it.redline)):
            assert validator.errors(content) == ()


def judged(it: Comparison, office: Office, pandoc: Pandoc, validator: Validator) -> None:
    old, new = clean(it)
    content = write_docx(it, Options())
    assert validator.errors(content) == ()
    judgments: tuple[tuple[Literal["accept", "reject"], bytes], ...] = (("accept", new), ("reject", old))
    for how, wanted in judgments:
        got, due = office.resolve(content, how), office.resolve(wanted, "keep")
        assert got.paragraphs == due.paragraphs
        assert got.body == due.body
        assert got.headers == due.headers
        assert got.left == 0
        assert pandoc(content, how) == pandoc(wanted, "accept")
