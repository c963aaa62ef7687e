import pytest
from msgspec.structs import replace

from ordain.amend.adopt import adopt, drafted, found
from ordain.amend.bill import bill_of
from ordain.amend.conflicts import Conflict, Relation, conflicts, outcomes, triples
from ordain.amend.ends import gap_of
from ordain.amend.find import UnfitError, elsewhere
from ordain.amend.instructions import Lines, Named, Quote, Relabel, Strike, StrikeThrough
from ordain.amend.locate import locate
from ordain.amend.pages import print_of
from ordain.amend.paragraphs import paragraphs_of
from ordain.amend.plan import plan
from ordain.amend.prove import amend, prove
from ordain.amend.quoting import quote, read_words
from ordain.amend.sentences import read_instruction, write_instruction
from ordain.amend.sheet import Sheet
from ordain.amend.sheetjson import read_sheet_json
from ordain.amend.sheettext import read_sheet, write_sheet
from ordain.amend.spacing import inserted_before
from ordain.amend.splices import Words
from ordain.amend.unheard import unheard
from ordain.amend.wordings import instruct_words
from ordain.errors import OrdainError
from ordain.markup.parse import parse
from ordain.model.draft import Draft
from ordain.model.heading import printed
from ordain.model.idioms import Idioms
from ordain.model.linemap import Line, LineMap, Row, Span
from tests.amend.prints import broken
from tests.strategies import house

_FRONT = "---\nhouse: springfield\nversion: introduced\n---\n"
_BILL = """An ordinance on reports.

SECTION 1. REPORTS. A department shall report to the Mayor.
  (A) A report shall state the date.
  (B) A report shall not state a name, and a name shall not be asked.

SECTION 2. FEES. A fee under Section 1(A) may be charged.

SECTION 3. PENALTY. A violation of Section 1 is an infraction.
"""


# Words of a stretch too long to be quoted whole.
_LONG = [f"{sign}{sign}" for sign in "abcdefghijklmnopqrstuvwxyz"]


def _draft(text: str = _BILL, front: str = _FRONT) -> Draft:
    return parse(front + text, {"springfield": house()}, "bill.txt")


def _sentences(old: Draft, new: Draft, *, lines: bool = True) -> list[str]:
    sheet = amend(old, new, house(), broken(old) if lines else None)
    return [text for item in sheet.items for text in (item.sentence, *item.lines)]


def _adopted(sheet: str, old: Draft | None = None, only: tuple[int, ...] | None = None) -> str:
    old = old or _draft()
    return "\n".join(it.line for it in paragraphs_of(adopt(old, read_sheet(sheet), house(), broken(old), only)))


def _refused(sheet: str, old: Draft | None = None, only: tuple[int, ...] | None = None) -> str:
    with pytest.raises(OrdainError) as raised:
        _adopted(sheet, old, only)
    return str(raised.value)


def test_renumbering_is_one_sentence_and_references_follow() -> None:
    new = _draft(
        _BILL.replace("SECTION 3", "SECTION 4")
        .replace("SECTION 2", "SECTION 3")
        .replace("SECTION 1", "SECTION 2")
        .replace("Section 1", "Section 2")
        .replace("\n\nSECTION 2. R", "\n\nSECTION 1. TITLE. The Reports Ordinance.\n\nSECTION 2. R")
    )
    assert _sentences(_draft(), new) == [
        "On page 1, between lines 2 and 3, after “ordinance on reports.”, insert the following new section:",
        "SECTION 1. TITLE. The Reports Ordinance.",
        "Renumber the succeeding sections accordingly and correct the references to them.",
    ]


def test_a_label_that_nothing_before_it_moves_is_struck_and_inserted() -> None:
    new = _draft(_BILL.replace("SECTION 3.", "SECTION 5."))
    assert _sentences(_draft(), new) == ["On page 1, line 8, strike “SECTION 3.” and insert “SECTION 5.”."]


def test_adjacent_edits_are_one_instruction() -> None:
    new = _draft(_BILL.replace("shall report to the Mayor", "may report to a Mayor"))
    assert _sentences(_draft(), new) == [
        "On page 1, line 3, strike “shall report to the” and insert “may report to a”."
    ]


def test_of_long_words_that_are_struck_only_the_ends_are_quoted() -> None:
    old = _draft(_BILL.replace("A fee under", f"A fee, {' '.join(_LONG)}, under"))
    [sentence] = _sentences(old, _draft())
    assert sentence.endswith("strike everything from “, aa bb” through “yy zz,”.")


def test_of_long_words_that_are_replaced_only_the_ends_are_quoted() -> None:
    old = _draft(_BILL.replace("may be charged", f"{' '.join(_LONG)} is charged"))
    [sentence] = _sentences(old, _draft())
    assert sentence.endswith("strike everything from “aa” through “is” and insert “may be”.")


_ODD = "”“\"’‘'"


@pytest.mark.parametrize(
    ("words", "instead"),
    [("a name, and", f"a {_ODD} name, and"), ("the date", _ODD), ("the Mayor.", f"the Mayor. {_ODD}")],
)
def test_words_that_no_marks_can_hold_stand_below_the_instruction(words: str, instead: str) -> None:
    assert any(_ODD in sentence for sentence in _sentences(_draft(), _draft(_BILL.replace(words, instead)))[1:])


def test_words_that_no_marks_can_hold_are_struck_by_their_ends() -> None:
    old = _draft(_BILL.replace("the date.", f"the {_ODD} date."))
    assert _sentences(old, _draft())


def test_a_moved_provision_is_moved() -> None:
    old = _draft()
    new = _draft(
        """An ordinance on reports.

SECTION 1. FEES. A fee under Section 3(A) may be charged.

SECTION 2. PENALTY. A violation of Section 3 is an infraction.

SECTION 3. REPORTS. A department shall report to the Mayor.
  (A) A report shall state the date.
  (B) A report shall not state a name, and a name shall not be asked.
"""
    )
    assert any(" move everything " in sentence for sentence in _sentences(old, new))
    assert any(sentence.startswith("Move Section ") for sentence in _sentences(old, new, lines=False))


def test_without_numbered_lines_provisions_are_named() -> None:
    new = _draft(
        _BILL.replace("an infraction", "a crime").replace(
            "  (B) A report shall not state a name, and a name shall not be asked.\n", ""
        )
    )
    assert _sentences(_draft(), new, lines=False) == [
        "Strike Section 1(B) in its entirety.",
        "In Section 3, strike “an infraction” and insert “a crime”.",
    ]


def test_a_paragraph_without_a_label_is_named_by_its_ends() -> None:
    further = "A further paragraph of one section."
    old = _draft(_BILL.replace("an infraction.", f"an infraction.\n\n{further}"))
    [sentence] = _sentences(old, _draft(), lines=False)
    assert sentence == "In Section 3, strike everything from “A further paragraph” through “one section.”."
    twice = _draft(_BILL.replace("an infraction.", f"an infraction.\n\n{further}\n\n{further}"))
    with pytest.raises(OrdainError, match="cannot be told from another"):
        amend(twice, old, house())
    between = _draft(_BILL.replace("an infraction.", f"an infraction.\n\nAnother.\n\n{further}"))
    with pytest.raises(OrdainError, match="comes to a place that no provision names"):
        amend(old, between, house())


def test_a_provision_whose_label_stands_twice_has_no_name() -> None:
    fees = "SECTION 2. FEES. A fee under Section 1(A) may be charged.\n\n"
    twice = _BILL.replace("SECTION 3.", "SECTION 2.")
    with pytest.raises(OrdainError, match="no words name the place"):
        amend(_draft(twice), _draft(twice.replace("an infraction", "a crime")), house())
    with pytest.raises(OrdainError, match="that is struck has no name"):
        amend(_draft(twice), _draft(twice.replace(fees, "")), house())
    moved = twice.replace(fees, "").replace("SECTION 1. R", f"{fees}SECTION 1. R")
    with pytest.raises(OrdainError, match="that moves has no name"):
        amend(_draft(twice), _draft(moved), house())


def test_something_can_come_first() -> None:
    old = _draft("SECTION 1. REPORTS. A report is made.\n")
    new = _draft("An ordinance.\n\nSECTION 1. REPORTS. A report is made.\n")
    assert _sentences(old, new)[0].startswith("On page 1, before line 2, before “SECTION 1. REPORTS”, insert")
    assert _sentences(old, new, lines=False)[0].startswith("Before Section 1, insert")


def test_drafts_of_two_houses_have_no_sheet() -> None:
    other = _draft()
    other = replace(other, front=replace(other.front, house="shelbyville"))
    with pytest.raises(OrdainError, match="two houses"):
        amend(_draft(), other, house())


def test_what_a_sheet_does_not_give_is_not_proven() -> None:
    old, new = _draft(), _draft(_BILL.replace("an infraction", "a crime"))
    sheet = amend(old, new, house(), broken(old))
    with pytest.raises(OrdainError, match="no sheet can be proven"):
        prove(old, _draft(_BILL.replace("an infraction", "a felony")), sheet, house(), broken(old))
    with pytest.raises(OrdainError, match="no sheet can be proven"):
        prove(old, _draft(_BILL.partition("SECTION 3")[0]), sheet, house(), broken(old))


def test_a_motion_can_be_divided() -> None:
    sheet = (
        "1. On page 1, line 3, strike “shall” and insert “may”.\n"
        "2. On page 1, line 4, strike “date” and insert “day”.\n"
        "3. On page 1, lines 8 and 9, strike “an infraction” and insert “a crime”.\n"
    )
    text = _adopted(sheet, only=(1, 3))
    assert "may report" in text
    assert "the date" in text
    assert "a crime" in text
    assert "no instruction 4" in _refused(sheet, only=(1, 4))


def test_a_bill_is_never_emptied() -> None:
    assert "nothing of the bill is left" in _refused("1. On page 1, strike lines 2 through 9.\n", _draft(_BILL))


def test_a_sentence_that_fits_in_two_readings_is_refused() -> None:
    forms = (("replace", "{place}, exchange {words} and {new}."), ("replace", "{place}, exchange {new} and {words}."))
    old = _draft()
    its = replace(house(), amendments=Idioms(sentences=forms))
    sheet = read_sheet("1. On page 1, line 3, exchange “shall” and “report”.\n")
    with pytest.raises(OrdainError, match="two ways"):
        adopt(old, sheet, its, broken(old))


def test_an_empty_line_is_no_paragraph() -> None:
    with pytest.raises(OrdainError, match="nothing of the bill is left"):
        drafted(_draft(), (), house())


def test_words_in_a_bill_without_numbered_lines_are_looked_for_by_provision() -> None:
    bill = bill_of(_draft(), house())
    where = Lines(Line(1, 2), Line(1, 2))
    with pytest.raises(UnfitError, match="no print with numbered lines"):
        locate(bill, Strike(where, Quote("shall")))
    assert elsewhere(bill, "infraction") == "these words stand in Section 3"
    nameless = bill_of(_draft(_BILL.replace("SECTION 3.", "SECTION 2.")), house())
    assert "a provision without a name" in elsewhere(nameless, "infraction")


def test_a_provision_gets_another_number_only_where_it_has_one() -> None:
    bill = bill_of(_draft(), house())
    with pytest.raises(UnfitError, match="is no number for it"):
        locate(bill, Relabel("Title", "Section 4"))


def test_a_label_in_another_form_keeps_its_form() -> None:
    old = _draft(_BILL.replace("SECTION 2.", "Sec. 2.").replace("SECTION 3.", "Sec. 3."))
    sheet = (
        "1. On page 1, between lines 2 and 3, insert the following new section:\n"
        "“SECTION 1. TITLE. The Reports Ordinance.”\n2. Renumber the succeeding sections accordingly.\n"
    )
    text = _adopted(sheet, old)
    assert "Sec. 3. FEES" in text
    assert "Sec. 4. PENALTY" in text


def test_a_reference_to_what_stands_twice_stays() -> None:
    old = _draft(_BILL.replace("SECTION 3.", "SECTION 1."))
    sheet = (
        "1. On page 1, between lines 2 and 3, insert the following new section:\n"
        "“SECTION 1. TITLE. The Reports Ordinance.”\n"
        "2. Renumber the succeeding sections accordingly and correct the references to them.\n"
    )
    assert "under Section 1(A)" in _adopted(sheet, old)


def test_a_paragraph_without_a_number_is_not_counted() -> None:
    sheet = (
        "1. On page 1, between lines 2 and 3, insert the following new recital:\n“WHEREAS, so.”\n"
        "2. On page 1, strike lines 3 through 6.\n"
        "3. Renumber the succeeding sections accordingly.\n4. Renumber the succeeding subsections accordingly.\n"
    )
    assert "SECTION 2. PENALTY" in _adopted(sheet)


def test_a_reference_to_what_stands_at_another_depth_stays() -> None:
    old = _draft(
        _BILL.replace("  (A) A report shall state the date.\n", "  (A)\n    (1) The date.\n").replace("1(A)", "1(A)(1)")
    )
    sheet = (
        "1. On page 1, strike line 4.\n2. Renumber the succeeding subsections accordingly and correct the references.\n"
    )
    assert "under Section 1(A)(1)" in _adopted(sheet, old)


def test_words_missed_in_a_provision_are_looked_for_in_the_whole_bill() -> None:
    sheet = "1. In Section 3, strike “a department shall reprot”.\n"
    assert "most like it is “A department shall report”" in _refused(sheet)


def test_a_paragraph_that_ends_with_many_marks_is_told_by_the_last() -> None:
    odd = _draft("“”\"‘’'_“”\"‘’'\n\nSECTION 1. A report is made.\n")
    assert gap_of(bill_of(odd, house(), broken(odd)), 1).words == "\"‘’'"


def test_a_numbering_that_never_settles_gives_no_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ordain.amend.plan._TURNS", 0)
    bill = bill_of(_draft(), house(), broken(_draft()))
    assert plan(bill, bill.paragraphs, {}, None) is None


def test_blanks_at_the_ends_of_a_change_stay() -> None:
    bill = bill_of(_draft(), house(), broken(_draft()))
    at = bill.paragraphs[5].line.index(" an infraction")
    [made] = locate(bill, instruct_words(bill, Words(5, at, at + 14, " a crime")))
    assert made == Words(5, at + 1, at + 14, "a crime")
    [made] = locate(bill, instruct_words(bill, Words(5, at - 2, at + 1, "was ")))
    assert made == Words(5, at - 2, at, "was")


def test_long_words_in_a_bill_without_numbered_lines_are_told_by_their_ends() -> None:
    old = _draft(_BILL.replace("A fee under", f"A fee, {' '.join(_LONG)}, under"))
    assert _sentences(old, _draft(), lines=False) == [
        "In Section 2, strike everything from “, aa bb” through “yy zz,”."
    ]


def test_long_words_are_not_told_by_their_ends_where_no_marks_hold_what_is_put_in_their_place() -> None:
    old = _draft(_BILL.replace("A fee under", f"A fee, {' '.join(_LONG)}, under"))
    new = _draft(_BILL.replace("A fee under", f"A fee {_ODD} under"))
    assert any(sentence.endswith("insert the following words:") for sentence in _sentences(old, new))


def test_where_lines_are_the_same_the_shortest_quotation_is_taken() -> None:
    old = _draft("An ordinance.\n\nWHEREAS, so.\n\nWHEREAS, so.\n\nWHEREAS, so.\n\nSECTION 1. A report.\n")
    bill = bill_of(old, house(), broken(old))
    made = instruct_words(bill, Words(2, 9, 11, "not"))
    assert made == Strike(Lines(Line(1, 4), Line(1, 4)), Quote("so"), "not")


def test_a_part_of_a_word_is_struck_with_the_whole_of_it() -> None:
    bill = bill_of(_draft(), house(), broken(_draft()))
    at = bill.paragraphs[5].line.index("infraction") + 2
    [made] = locate(bill, instruct_words(bill, Words(5, at, at + 3, "stru")))
    assert isinstance(made, Words)
    assert (
        "an instruction." in f"{bill.paragraphs[5].line[: made.start]}{made.text}{bill.paragraphs[5].line[made.end :]}"
    )


def test_a_line_map_tells_the_lines_of_the_body() -> None:
    draft = _draft("SECTION 1. REPORTS. A report is made.\n")
    units = printed(draft, house())
    body = [at for at, unit in enumerate(units) if unit.level is not None]
    rows = tuple(Row(Line(1, at + 1), Span(at, 0, len(unit.line)), unit.line) for at, unit in enumerate(units))
    made = print_of(LineMap(units, rows), "introduced", "abcdef123456")
    assert made is not None
    assert [(row.line, row.paragraph) for row in made.rows] == [(Line(1, body[0] + 1), 0)]
    assert print_of(LineMap(units, rows, numbered=False), "introduced", "abcdef123456") is None


def test_a_gap_may_be_told_by_what_stands_below_it() -> None:
    sheet = (
        "1. On page 1, between lines 2 and 3, before “SECTION 1.”, insert the following new recital:\n“WHEREAS, so.”\n"
    )
    assert "WHEREAS, so.\nSECTION 1." in _adopted(sheet)


def test_where_no_numbering_gives_the_new_labels_there_is_no_plan() -> None:
    old = _draft()
    bill = bill_of(old, house(), broken(old))
    same = {at: at for at in range(len(bill.paragraphs))}
    assert plan(bill, bill.paragraphs, same, None) == ()


def test_turns_beyond_ten_are_counted_in_figures() -> None:
    assert [quote("a", turn) for turn in (11, 21, 22, 23, 24)] == [
        "the 11th “a”",
        "the 21st “a”",
        "the 22nd “a”",
        "the 23rd “a”",
        "the 24th “a”",
    ]
    assert read_words("the 23rd “a”") == Quote("a", 23)


@pytest.mark.parametrize(
    "instruction",
    [
        Relabel("Section 3", "Section 4"),
        Strike(Named("Section 1"), Quote("name", 2), None),
        StrikeThrough(Lines(Line(1, 3), Line(1, 5)), lines=("SECTION 1. X.",)),
        StrikeThrough(Lines(Line(1, 3), Line(1, 5))),
        StrikeThrough(Named("Section 1"), Quote("A"), Quote("Mayor.")),
    ],
)
def test_what_is_written_is_read_again(instruction: Relabel | Strike | StrikeThrough) -> None:
    sentence, lines = write_instruction(instruction, Idioms(), "section")
    assert instruction in list(read_instruction(sentence, lines, Idioms()))


def test_words_to_be_inserted_are_one_paragraph() -> None:
    sentence = "On page 1, line 3, strike “shall” and insert the following words:"
    assert not [it for it in read_instruction(sentence, ("may", "must"), Idioms()) if isinstance(it, Strike)]


def test_a_stretch_begins_on_a_line() -> None:
    sentence = "In Section 1, strike everything through line 9."
    assert not list(read_instruction(sentence, (), Idioms()))


def test_json_that_is_no_sheet_is_refused() -> None:
    for text in ("{", "[]", '{"schema": "other"}', '{"schema": "ordain-sheet/1", "heading": [], "instructions": [1]}'):
        with pytest.raises(OrdainError, match="no sheet"):
            read_sheet_json(text, "sheet.json")


def test_a_sheet_without_instructions_can_change_the_heading() -> None:
    sheet = read_sheet('Version: from "introduced" to none\n')
    assert adopt(_draft(), sheet, house(), None).front.version is None
    new = _draft(front="---\nhouse: springfield\nversion: as-amended\nsponsors: []\ndate: 2026-03-04\n---\n")
    sheet = amend(_draft(), new, house(), broken(_draft()), Sheet(items=(), sponsor="Ann Example", date="2026-03-05"))
    assert "Sponsor: Ann Example\nDate: 2026-03-05\n" in write_sheet(sheet)
    back = read_sheet(write_sheet(sheet))
    assert (back.sponsor, back.date) == ("Ann Example", "2026-03-05")
    assert adopt(_draft(), back, house(), broken(_draft())).front == new.front


def test_blanks_are_set_where_words_stand_close() -> None:
    assert inserted_before("(a)", 1, "b") == "b "
    assert inserted_before("no-one", 3, "such") == " such "


def test_a_sentence_of_no_known_form_is_told_so() -> None:
    assert (
        unheard("On page 1, line 2, strike “a” unless it rains.", ())[0]
        == "this is no instruction in any form that is known"
    )


def test_a_change_that_no_words_name_has_no_sheet() -> None:
    nameless = bill_of(_draft(_BILL.replace("SECTION 3.", "SECTION 2.")), house())
    with pytest.raises(UnfitError, match="no words name the place"):
        instruct_words(nameless, Words(5, 0, 7, "Section"))


_MAYOR = "1. On page 1, line 3, strike “Mayor” and insert “Clerk”.\n"


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (_MAYOR, "1. On page 1, line 4, strike “date” and insert “day”.\n", None),
        (_MAYOR, "1. On page 1, line 3, strike “Mayor” and insert “Council”.\n", Relation.SAME_WORDS),
        (_MAYOR, _MAYOR, Relation.MOOTS),
        ("1. On page 1, strike line 4.\n", "1. On page 1, line 4, strike “date” and insert “day”.\n", Relation.STRIKES),
        ("1. On page 1, strike lines 3 through 6.\n", "1. On page 1, strike line 4.\n", Relation.MOOTS),
        (
            "1. On page 1, line 4, after “the”, insert “exact”.\n",
            "1. On page 1, line 4, after “the”, insert “very”.\n",
            Relation.ORDER,
        ),
        (
            "1. After Section 1, insert:\n“SECTION 2. A.”\n2. Renumber the succeeding sections accordingly.\n",
            "1. On page 1, line 4, after “date”, insert “under Section 3”.\n",
            Relation.RENUMBERS,
        ),
        (
            "1. After Section 1, insert:\n“SECTION 2. A.”\n2. Renumber the succeeding sections accordingly.\n",
            "1. After Section 2, insert:\n“SECTION 3. B.”\n2. Renumber the succeeding sections accordingly.\n",
            Relation.RENUMBERS,
        ),
        (
            "1. After Section 1(A), insert:\n“(B) A.”\n2. Renumber the succeeding subsections accordingly.\n",
            "1. After Section 1(B), insert:\n“(C) B.”\n",
            Relation.RENUMBERS,
        ),
        (
            "1. After Section 1, insert:\n“SECTION 2. A.”\n",
            "1. After Section 1, insert:\n“SECTION 2. B.”\n",
            Relation.ORDER,
        ),
        (
            "1. After Section 1, insert:\n“SECTION 2. A.”\n",
            "1. Move Section 3 to the place after Section 1.\n",
            Relation.ORDER,
        ),
        (
            "1. Move Section 2 to the place after Section 3.\n",
            "1. Move Section 2 to the place before Section 1.\n",
            Relation.ORDER,
        ),
        (
            "1. Move Section 1 to the place after Section 3.\n",
            "1. Move Section 3 to the place after Section 1(A).\n",
            Relation.ORDER,
        ),
    ],
)
def test_each_relation_of_two_sheets_is_told(one: str, other: str, relation: Relation | None) -> None:
    old = _draft()
    bill = bill_of(old, house(), broken(old))
    motions = [found(bill, read_sheet(text).items, house()) for text in (one, other)]
    relations = {conflict.relation for conflict in conflicts(bill, *motions)}
    assert relations == (set() if relation is None else {relation})
    assert {conflict.relation for conflict in conflicts(bill, motions[1], motions[0])} == relations


def test_the_outcomes_of_all_orders_are_told_apart() -> None:
    old = _draft()
    bill = bill_of(old, house(), broken(old))
    texts = (
        _MAYOR,
        "1. On page 1, line 3, strike “the Mayor” and insert “a board”.\n",
        "1. On page 1, strike line 4.\n",
    )
    motions = [found(bill, read_sheet(text).items, house()) for text in texts]
    distinct = outcomes(bill, motions)
    assert len(distinct) == 2
    assert sorted(order for its in distinct for order in its.orders) == [
        (0, 1, 2), (0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0)
    ]  # fmt: skip
    assert all(fallen in ((0,), (1,)) for its in distinct for fallen in its.fallen)
    assert list(triples(4)) == [(0, 1, 2), (0, 1, 3), (0, 2, 3), (1, 2, 3)]
    assert conflicts(bill, motions[0], motions[1]) == (Conflict(Relation.SAME_WORDS, 1, 1),)


def test_numberings_of_several_sheets_are_made_once() -> None:
    old = _draft()
    bill = bill_of(old, house(), broken(old))
    texts = (
        "1. On page 1, strike lines 3 through 6.\n2. Renumber the succeeding sections accordingly.\n",
        "1. Renumber the succeeding sections accordingly.\n",
    )
    motions = [found(bill, read_sheet(text).items, house()) for text in texts]
    [only] = outcomes(bill, motions)
    assert "SECTION 1. FEES. A fee under Section 1(A) may be charged." in only.lines
