"""A print that comes back from Word: the same draft where nobody edited it, the same provisions where somebody did."""

import datetime
import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import fields, replace

from ordain.errors import OrdainError
from ordain.markup.parse import parse
from ordain.model.draft import Draft
from ordain.model.house import HeadingLine
from ordain.word import accept, reject
from ordain.word.parts.documentproperties import properties, set_properties
from ordain.word.parts.names import W, make, w
from ordain.word.parts.package import open_package
from ordain.word.printing.compose import compose, compose_marked
from ordain.word.printing.origin import read_origin
from ordain.word.readback.draft import ReadBack, read_back
from ordain.word.readback.naming import Way
from ordain.workflow.redline import Options, redline_of, write
from ordain.workflow.sources import TextSource
from tests.chains import ROOT, comparison, matter_chains, source
from tests.houses import shipped_houses
from tests.oracles import oracle
from tests.strategies import PAIRS, drafts, fewer
from tests.strategies import house as plain_house
from tests.word.edits import Editor, run
from tests.word.specimens import word_file

HOUSE = replace(
    plain_house(),
    layout=replace(
        plain_house().layout,
        heading=(
            HeadingLine(text="CITY of {city}", size=12),
            HeadingLine(text="BILL NO.   {bill}   ENACTMENT NO.   {enactment}", size=12),
            HeadingLine(text="SPONSORED BY:   {sponsors}", size=12),
            HeadingLine(text="{instrument} OF {date}", size=12),
        ),
        footer=("{bill} · page {page}",),
    ),
)

TEXT = """\
---
house: springfield
bill: null
version: introduced
sponsors: [Ames]
rationale: {reports: "The  committee asked _x0041_."}
---

AN ORDINANCE ON PARKING LOTS. {#title}

WHEREAS, parking lots of the City were used without leave; and {#recital-lots from=lots}

BE IT ORDAINED BY THE COUNCIL:

SECTION 1. SHORT TITLE. This article may be cited as the Parking Lots Ordinance. {#short-title}

SECTION 2. REPORTS. A department shall report: {#reports from=reports,records}
  (A) every request to use a parking lot of the City; {#requests}
  (B) every use of a ramp or garage that nobody asked for; and {#uses from=uses}
  (C) Reserved. {from=spare}
  (D) Reserved.

SECTION 3. FEES. The Treasurer may set a fee of $20 for each copy of a report. {#fees}

SECTION 4. EFFECTIVE DATE. This ordinance takes effect thirty days after its passage. {#effective}
"""

DRAFT = parse(TEXT, {"springfield": HOUSE})


def read(content: bytes, base: Draft | None = None) -> ReadBack:
    package = open_package(content, "edited.docx")
    return read_back(package, read_origin(package), {"springfield": HOUSE}, base.units() if base else ())


def edited() -> Editor:
    return Editor(compose(DRAFT, HOUSE))


def ids(draft: Draft) -> dict[str, str]:
    """Return the line of each provision that has an id."""
    return {unit.id: unit.line for unit in draft.units() if unit.id}


def ways(it: ReadBack) -> dict[str, Way]:
    """Return how each id was found, but for those found by bookmark."""
    return {found.id: found.way for found in it.naming.found if found and found.id and found.way is not Way.BOOKMARK}


# Law 4


@fewer
@given(drafts())
def test_a_print_that_nobody_edited_is_read_back_as_its_draft(draft: Draft) -> None:
    package = open_package(compose(draft, HOUSE))
    it = read_back(package, read_origin(package), {"springfield": HOUSE})
    assert it.draft == draft
    assert (it.gone, it.remarks, ways(it)) == ((), (), {})


@fewer
@given(PAIRS)
def test_a_draft_is_read_back_the_same_with_another_draft_at_hand(pair: tuple[Draft, Draft]) -> None:
    old, new = pair
    package = open_package(compose(new, HOUSE))
    assert read_back(package, read_origin(package), {"springfield": HOUSE}, old.units()).draft == new


WORKED = sorted((ROOT / "drafts").glob("*/*.txt"))


@pytest.mark.parametrize("path", WORKED, ids=lambda it: f"{it.parent.name}-{it.stem}")
def test_every_worked_draft_is_read_back_from_its_print(path: Path) -> None:
    it = source(path)
    package = open_package(compose(it.draft, it.house))
    back = read_back(package, read_origin(package), shipped_houses())
    assert back.draft == it.draft
    assert (back.gone, back.remarks, ways(back)) == ((), (), {})


class TestJudges:
    """LibreOffice opens the prints and saves them, all in one run."""

    pytestmark = oracle

    @pytest.mark.usefixtures("office")
    def test_a_print_that_the_office_saved_is_read_back_as_its_draft(self, tmp_path: Path) -> None:
        paths = {f"{path.parent.name}-{path.stem}.docx": path for path in WORKED}
        for name, path in paths.items():
            it = source(path)
            (tmp_path / name).write_bytes(compose(it.draft, it.house))
        saved = tmp_path / "saved"
        command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "docx"]
        files = [str(tmp_path / name) for name in paths]
        subprocess.run([*command, "--outdir", str(saved), *files], check=True, capture_output=True, timeout=300)
        for name, path in paths.items():
            package = open_package((saved / name).read_bytes())
            back = read_back(package, read_origin(package), shipped_houses())
            assert (name, back.draft, back.remarks, ways(back)) == (name, source(path).draft, (), {})


PRINTS = [
    pytest.param(old, new, id=f"{chain.name}-{old.stem}-{new.stem}")
    for chain in matter_chains()
    for old, new in chain.pairs()
    if old.suffix == ".txt"
]


@pytest.mark.parametrize(("old", "new"), PRINTS)
def test_an_accepted_redline_is_read_back_as_the_new_draft_and_a_rejected_one_with_its_old_ids(
    old: Path, new: Path
) -> None:
    content = write(comparison(old, new), Path("redline.docx"), Options())
    wanted = source(new).draft
    package = open_package(accept(content))
    it = read_back(package, read_origin(package), shipped_houses(), source(old).draft.units())
    assert it.draft == wanted
    package = open_package(reject(content))
    back = read_back(package, read_origin(package), shipped_houses(), source(old).draft.units()).draft
    was = source(old).draft
    assert [unit.line for unit in back.units()] == [unit.line for unit in was.units()]
    for unit, before in zip(back.units(), was.units(), strict=True):
        assert unit.id in (before.id, None)


@fewer
@given(drafts(), st.data())
def test_whatever_one_paragraph_is_made_into_no_other_loses_its_id(draft: Draft, data: st.DataObject) -> None:
    editor = Editor(compose(draft, HOUSE))
    names = [unit.id for unit in draft.units()]
    first = len(editor.body.findall(w("p"))) - len(names)
    at = data.draw(st.integers(0, len(names) - 1))
    paragraph = editor.body.findall(w("p"))[first + at]
    for child in list(paragraph)[1:]:
        paragraph.remove(child)
    paragraph.append(run("Typed anew."))
    back = [unit.id for unit in read(editor.saved(), draft).draft.units()]
    assert back[:at] == names[:at]
    assert back[at + 1 :] == names[at + 1 :]


# Edits


def test_changed_words_keep_id_and_sources_by_the_bookmark() -> None:
    editor = edited()
    editor.replace("SECTION 2.", "shall report", "shall report within two days")
    it = read(editor.saved())
    assert ids(it.draft)["reports"] == "SECTION 2. REPORTS. A department shall report within two days:"
    assert next(p for p in it.draft.walk() if p.id == "reports").sources == ("reports", "records")
    assert it.draft.front == DRAFT.front
    assert (it.gone, ways(it)) == ((), {})


def test_an_inserted_provision_has_no_id_and_the_others_keep_theirs() -> None:
    editor = edited()
    editor.insert_behind("(B)", "(C) every lot that was sold; and")
    editor.replace("(C) Reserved", "(C)", "(D)")
    it = read(editor.saved(), DRAFT)
    assert ids(it.draft) == ids(DRAFT)
    units = it.draft.units()
    assert [units[at].line for at in it.naming.new or ()] == ["(C) every lot that was sold; and"]
    assert [unit.sources for unit in units if "Reserved" in unit.text] == [("spare",), ()]


def test_a_deleted_provision_is_said_to_be_gone() -> None:
    editor = edited()
    editor.delete("SECTION 3.")
    it = read(editor.saved(), DRAFT)
    assert it.gone == ("fees",)
    assert ids(it.draft) == {name: line for name, line in ids(DRAFT).items() if name != "fees"}


def test_a_renumbered_and_moved_provision_keeps_its_id() -> None:
    editor = edited()
    editor.move("SECTION 3.", behind="SECTION 1.")
    editor.replace("SECTION 2.", "SECTION 2.", "SECTION 3.")
    editor.replace("SECTION 3. FEES", "SECTION 3.", "SECTION 2.")
    it = read(editor.saved())
    assert list(ids(it.draft))[3:5] == ["fees", "reports"]
    assert ids(it.draft)["fees"].startswith("SECTION 2. FEES.")
    assert (it.gone, ways(it)) == ((), {})


def test_a_section_that_was_typed_anew_is_known_by_label_and_heading() -> None:
    editor = edited()
    editor.retype("SECTION 3.", "SECTION 3. FEES. No fee is due.")
    it = read(editor.saved())
    assert ids(it.draft)["fees"] == "SECTION 3. FEES. No fee is due."
    assert ways(it) == {"fees": Way.HEADING}


def test_what_a_draft_has_only_one_of_is_known_by_that() -> None:
    editor = edited()
    editor.retype("AN ORDINANCE", "AN ORDINANCE ABOUT SOMETHING ELSE")
    assert ways(read(editor.saved())) == {"title": Way.HEADING}


def test_a_provision_without_a_heading_is_known_by_its_words() -> None:
    editor = edited()
    editor.retype("(A)", "(A) every request to use a parking lot of the City;")
    editor.retype("(B)", "(B) every use of a ramp that nobody asked for; and")
    alone = read(editor.saved())
    assert ways(alone) == {"requests": Way.TEXT}
    assert alone.gone == ("uses",)
    it = read(editor.saved(), DRAFT)
    assert ways(it) == {"requests": Way.TEXT, "uses": Way.TEXT}
    assert [f.sources for f in it.naming.found if f and f.id == "uses"] == [("uses",)]
    [likeness] = [f.likeness for f in it.naming.found if f and f.id == "uses"]
    assert 0.8 < likeness < 1


def test_a_provision_that_was_typed_anew_under_another_number_is_known_by_its_words() -> None:
    editor = edited()
    editor.retype("SECTION 3.", "SECTION 5. COSTS. The Treasurer may set a fee of $25 for each copy of a report.")
    editor.move("SECTION 5.", behind="SECTION 4.")
    it = read(editor.saved(), DRAFT)
    assert ways(it) == {"fees": Way.TEXT}


def test_text_typed_in_front_of_a_provision_does_not_take_its_id() -> None:
    editor = edited()
    editor.type_before("(B)", "(B) every lot that was sold;")
    editor.replace("(B) every use", "(B)", "(C)")
    for base in (None, DRAFT):
        it = read(editor.saved(), base)
        assert ids(it.draft)["uses"].startswith("(C) every use of a ramp")
        assert ways(it) == {}


def test_edited_text_keeps_its_id_from_what_was_typed_in_front_of_it_where_the_printed_draft_is_at_hand() -> None:
    editor = edited()
    editor.type_before("(B)", "(B) every lot that was sold;")
    editor.replace("(B) every use", "(B) every use of a ramp or", "(C) each use of a ramp, lot or")
    assert ids(read(editor.saved(), DRAFT).draft)["uses"].startswith("(C) each use")


def test_of_a_split_provision_the_first_part_keeps_the_id() -> None:
    editor = edited()
    editor.split("SECTION 3.", "each copy")
    it = read(editor.saved(), DRAFT)
    assert ids(it.draft)["fees"].endswith("a fee of $20 for")
    assert [it.draft.units()[at].line for at in it.naming.new or ()] == ["each copy of a report."]


def test_of_two_joined_provisions_one_id_stays_and_the_other_is_gone() -> None:
    editor = edited()
    editor.join("(A)", "(B)")
    it = read(editor.saved(), DRAFT)
    assert it.gone in (("uses",), ("requests",))
    assert len([unit for unit in it.draft.units() if "every request" in unit.text]) == 1


def test_a_provision_from_another_print_brings_its_id() -> None:
    editor = edited()
    paragraph = editor.insert_behind("(B)", "(C) every lot that was sold; and")
    paragraph.insert(1, make("bookmarkStart", {"id": "900", "name": "ordain_sold_lots"}))
    paragraph.append(make("bookmarkEnd", {"id": "900"}))
    assert ids(read(editor.saved(), DRAFT).draft)["sold-lots"] == "(C) every lot that was sold; and"


# What stands round the text


def test_what_a_clerk_fills_in_is_taken_over_into_the_front_matter() -> None:
    editor = edited()
    editor.replace("BILL NO.", "NO.   ____________   ENACT", "NO. O-26-12 ENACT")
    editor.replace("SPONSORED", "Ames", "Ames, Bell")
    it = read(editor.saved())
    assert it.draft.front == replace(DRAFT.front, bill="O-26-12", sponsors=("Ames", "Bell"))
    assert it.remarks == (
        "bill is now 'O-26-12', from the heading",
        "sponsors is now 'Ames, Bell', from the heading",
    )


def test_what_is_written_round_the_text_and_no_draft_holds_is_said() -> None:
    editor = edited()
    editor.replace("ORDINANCE OF", "undated", "May 1")
    editor.insert_behind("SPONSORED", "AS AMENDED IN COMMITTEE")
    editor.delete("BILL NO.")
    editor.at("(A)").append(make("r", children=[make("commentReference", {"id": "1"})]))
    header = editor.package.tree("word/header1.xml")
    header[0].append(run("DRAFT"))
    it = read(editor.saved())
    assert it.draft == replace(DRAFT, front=it.draft.front)
    assert it.draft.front == DRAFT.front
    assert [remark.partition(";")[0] for remark in it.remarks] == [
        "the line 'AS AMENDED IN COMMITTEE' of the heading fits no field of the front matter",
        "the heading says 'May 1' for date, which comes from elsewhere",
        "the line 'BILL NO.   ____________   ENACTMENT NO.   ____________' of the heading is gone",
        "the line 'DRAFT' at the head or foot of the pages was left out",
        "comments in the file: 1",
    ]


def test_a_blanked_heading_says_that_nothing_is_known() -> None:
    editor = edited()
    editor.replace("SPONSORED", "Ames", "____")
    it = read(editor.saved())
    assert it.draft.front.sponsors is None
    assert it.remarks == ("sponsors is not known now",)


def test_the_heading_is_known_where_a_program_dropped_the_styles() -> None:
    editor = edited()
    for style in list(editor.body.iter(w("pStyle"))):
        parent = style.getparent()
        assert parent is not None
        parent.remove(style)
    it = read(editor.saved())
    assert it.draft == DRAFT
    assert it.remarks == ()


def test_what_reads_otherwise_than_it_looks_is_said() -> None:
    editor = edited()
    editor.insert_behind("(B)", "every lot that was sold; and")
    struck = make("r", children=[make("rPr", children=[make("strike")]), *run(" old")])
    editor.at("(A)").append(struck)
    broken = editor.at("SECTION 4.")
    broken.append(make("r", children=[make("br"), *run("At last.")]))
    broken.append(make("r", children=[make("br", {"type": "page"})]))
    it = read(editor.saved())
    assert [remark.rpartition(": ")[2] for remark in it.remarks] == [
        "it shows words that are struck through; they were read as text",
        "no label opens it, so it was read as a further paragraph of the provision above",
        "a line break inside it was read as a blank",
    ]
    assert ids(it.draft)["effective"].endswith("its passage. At last.")


def test_a_number_that_word_counts_is_read_as_the_label_that_is_seen() -> None:
    editor = edited()
    editor.insert_behind("(D)", "every lot that was sold.")[0].append(
        make("numPr", children=[make("ilvl", {"val": "0"}), make("numId", {"val": "1"})])
    )
    [level] = editor.package.tree("word/numbering.xml").xpath(
        "w:abstractNum[@w:abstractNumId = ../w:num[@w:numId = '1']/w:abstractNumId/@w:val]/w:lvl[@w:ilvl = '0']",
        namespaces={"w": W},
    )
    for name, value in (("start", "5"), ("numFmt", "upperLetter"), ("lvlText", "(%1)")):
        level.find(w(name)).set(w("val"), value)
    it = read(editor.saved())
    assert it.draft.units()[9].line == "(E) every lot that was sold."
    assert it.draft.units()[9].label == "(E)"
    assert it.remarks[0].endswith("its number '(E)' was counted by Word, and is now part of the text")


def test_a_label_that_its_style_would_put_on_another_level_is_said() -> None:
    editor = edited()
    editor.insert_behind("(A)", "(i) of any kind;", style="LegLevel4")
    assert read(editor.saved()).remarks == ()
    editor = edited()
    editor.insert_behind("(B)", "(i) of any kind;", style="LegLevel3")
    assert "could be of the level of its style, subparagraph; read as item" in read(editor.saved()).remarks[0]


# What is refused


def _table(editor: Editor) -> None:
    editor.at("(A)").addnext(make("tbl", children=[make("tr", children=[make("tc", children=[make("p")])])]))


def _control(editor: Editor) -> None:
    editor.at("(A)").addnext(make("sdt", children=[make("sdtContent", children=[make("p", children=[run("x")])])]))


def _note(editor: Editor) -> None:
    editor.at("(A)").append(make("r", children=[make("footnoteReference", {"id": "2"})]))


def _field(editor: Editor) -> None:
    editor.at("(A)").append(make("fldSimple", {"instr": "DATE"}, [run("May 1")]))


def _braces(editor: Editor) -> None:
    editor.insert_behind("(A)", "(B) typed {#typed}")


def _stray_braces(editor: Editor) -> None:
    editor.insert_behind("(A)", "(B) typed {from=typed} here")


def _quote(editor: Editor) -> None:
    editor.insert_behind("(A)", "(B) \x93typed")


def _empty(editor: Editor) -> None:
    for paragraph in editor.body.findall(w("p"))[4:]:
        editor.body.remove(paragraph)


@pytest.mark.parametrize(
    ("edit", "says"),
    [
        (_table, "edited.docx:10: behind this paragraph stands a table"),
        (_control, "edited.docx:10: behind this paragraph stands a content control"),
        (_note, "edited.docx:10:1: this paragraph holds a footnote"),
        (_field, "edited.docx:10:1: this paragraph holds a field"),
        (_braces, "edited.docx:11:11: braces that open with"),
        (_stray_braces, "edited.docx:11:11: braces that open with"),
        (_quote, "edited.docx:11:5: a control character stands here"),
        (_empty, "edited.docx: the file holds no text of a bill"),
    ],
)
def test_what_no_draft_can_hold_is_refused_where_it_stands(edit: Callable[[Editor], None], says: str) -> None:
    editor = edited()
    edit(editor)
    with pytest.raises(OrdainError) as raised:
        read(editor.saved())
    assert str(raised.value).startswith(says)
    [problem] = raised.value.problems
    assert problem.remedy


def test_every_fault_is_told_at_once() -> None:
    editor = edited()
    _note(editor)
    _braces(editor)
    with pytest.raises(OrdainError) as raised:
        read(editor.saved())
    assert len(raised.value.problems) == 2


def _as_redline() -> bytes:
    other = replace(DRAFT, provisions=DRAFT.provisions[:-1])
    redline = redline_of(TextSource(other, HOUSE), TextSource(DRAFT, HOUSE)).redline
    return compose_marked(DRAFT, HOUSE, redline)


def _with(values: dict[str, str]) -> bytes:
    package = open_package(compose(DRAFT, HOUSE))
    set_properties(package, values)
    return package.to_bytes()


def _said(**changes: object) -> bytes:
    package = open_package(compose(DRAFT, HOUSE))
    held = properties(package)
    names = sorted((name for name in held if name.startswith("Ordain draft")), key=lambda name: int(name.split()[-1]))
    said = json.loads("".join(held[name] for name in names)) | changes
    set_properties(package, dict.fromkeys(names, " ") | {names[0]: json.dumps(said)})
    return package.to_bytes()


def _without_origin() -> bytes:
    package = open_package(compose(DRAFT, HOUSE))
    root = package.tree("docProps/custom.xml")
    for item in [item for item in root if item.get("name", "").startswith("Ordain draft")]:
        root.remove(item)
    return package.to_bytes()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (lambda: word_file("Any text."), "Ordain did not print this Word file"),
        (_as_redline, "this is a marked bill"),
        (_without_origin, "its front matter is not in it"),
        (lambda: _with({"Ordain draft 2": ""}), "are not whole"),
        (lambda: _with({"Ordain draft 1": "["}), "are not whole"),
        (lambda: _said(edition=2), "a newer Ordain printed this file"),
        (lambda: _said(edition=None), "a newer Ordain printed this file"),
        (lambda: _said(front=[]), "are not whole"),
        (lambda: _said(front={"house": 1}), "are not whole"),
        (lambda: _said(front={"house": "springfield", "color": "red"}), "are not whole"),
        (lambda: _said(front={"house": "springfield", "date": "May"}), "are not whole"),
        (lambda: _said(front={"house": "springfield", "waivers": [["D001"]]}), "are not whole"),
        (lambda: _said(provisions=[["", "", "", "No Id"]]), "are not whole"),
        (lambda: _said(provisions=[["", ""]]), "are not whole"),
        (lambda: _said(provisions=[["", "", "", "a", 1]]), "are not whole"),
        (lambda: _said(front={"house": "shelbyville"}), "no house is named 'shelbyville'"),
    ],
)
def test_a_file_that_is_no_whole_print_of_ours_is_refused_by_name(content: Callable[[], bytes], says: str) -> None:
    with pytest.raises(OrdainError) as raised:
        read(content())
    [problem] = raised.value.problems
    assert says in problem.message
    assert problem.remedy
    assert problem.place is not None
    assert problem.place.file == "edited.docx"


# The properties


def test_no_property_is_longer_than_word_takes_and_none_holds_the_words_of_the_text() -> None:
    held = properties(open_package(compose(DRAFT, HOUSE)))
    said = "".join(value for name, value in held.items() if name.startswith("Ordain draft"))
    assert max(map(len, held.values())) <= 255
    assert all(value == value.strip() for value in held.values())
    assert "_x" not in said
    assert "report every" not in said
    assert "every request" not in said


def test_every_field_of_the_front_matter_is_kept() -> None:
    filled: dict[str, Any] = {field.name: "x" for field in fields(DRAFT.front) if field.type in (str, str | None)}
    filled |= {
        "house": "springfield",
        "date": datetime.date(2026, 3, 11),
        "sponsors": (),
        "illustrative": True,
        "waivers": (("D001", "quoted  so"),),
    }
    front = replace(DRAFT.front, **filled)
    assert read_origin(open_package(compose(replace(DRAFT, front=front), HOUSE))).front == front


def test_a_marked_bill_carries_no_origin() -> None:
    assert not [name for name in properties(open_package(_as_redline())) if name.startswith("Ordain draft")]
