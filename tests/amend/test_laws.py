import re
from itertools import combinations, permutations
from statistics import median

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from ordain.amend.adopt import adopt, found
from ordain.amend.bill import bill_of
from ordain.amend.conflicts import Motion, Relation, adopted_in, conflicts
from ordain.amend.prove import amend
from ordain.amend.quoting import QUOTED
from ordain.amend.sheet import Sheet
from ordain.amend.sheetjson import read_sheet_json, write_sheet_json
from ordain.amend.sheettext import read_sheet, sheet_lines, write_sheet
from ordain.amend.splices import Gone, Numbered, Splice
from ordain.amend.succession import successors
from ordain.compare import compare
from ordain.compare.redline import same
from ordain.errors import OrdainError
from ordain.model.draft import Draft
from ordain.model.heading import printed
from ordain.text.segments import Mark
from ordain.text.tokens import is_word, tokenize
from ordain.word.printing.sheet import read_sheet_docx, write_sheet_docx
from tests.amend.floor import floor
from tests.amend.prints import broken
from tests.strategies import PAIRS, drafts, edited, house

# A draft and what edits make of it.
_EDITED = drafts().flatmap(lambda draft: st.tuples(st.just(draft), edited(draft)))
# Drafts of a bill and three motions to amend it.
_MOTIONS = drafts().flatmap(lambda draft: st.tuples(st.just(draft), *(edited(draft) for _ in range(3))))


@given(PAIRS)
def test_a_sheet_read_back_from_its_own_words_turns_the_old_draft_into_the_new_one(pair: tuple[Draft, Draft]) -> None:
    old, new = pair
    sheet = amend(old, new, house(), broken(old))
    made = adopt(old, _read_back(sheet), house(), broken(old))
    assert [unit.line for unit in printed(made, house())] == [unit.line for unit in printed(new, house())]


@settings(max_examples=60)
@given(_EDITED)
def test_the_redline_of_the_new_draft_and_the_one_that_was_made_is_empty(pair: tuple[Draft, Draft]) -> None:
    old, new = pair
    made = adopt(old, _read_back(amend(old, new, house(), broken(old))), house(), broken(old))
    assert same(compare(printed(new, house()), printed(made, house())))


@settings(max_examples=60)
@given(PAIRS)
def test_a_bill_without_numbered_lines_is_amended_provision_by_provision(pair: tuple[Draft, Draft]) -> None:
    old, new = pair
    try:
        sheet = amend(old, new, house())
    except OrdainError:
        # A label that stands twice names no provision.
        return
    made = adopt(old, _read_back(sheet), house(), None)
    assert [unit.line for unit in printed(made, house())] == [unit.line for unit in printed(new, house())]


@settings(max_examples=60)
@given(PAIRS)
def test_what_is_not_printed_is_carried_over_from_the_old_draft(pair: tuple[Draft, Draft]) -> None:
    old, new = pair
    made = adopt(old, _read_back(amend(old, new, house(), broken(old))), house(), broken(old))
    before, after = old.front, made.front
    assert (after.base, after.rationale, after.dropped) == (before.base, before.rationale, before.dropped)
    names = {unit.id for unit in old.units()}
    assert {unit.id for unit in made.units()} <= names | {None}


@settings(max_examples=60)
@given(PAIRS)
def test_the_ids_of_new_provisions_travel_in_json_alone(pair: tuple[Draft, Draft]) -> None:
    old, new = pair
    sheet = amend(old, new, house(), broken(old))
    back = read_sheet_json(write_sheet_json(sheet), "sheet.json")
    assert [(item.said, item.names) for item in back.items] == [(item.said, item.names) for item in sheet.items]
    made = adopt(old, back, house(), broken(old))
    carried = {name for item in sheet.items for name, _ in item.names if name}
    kept = {unit.id for unit in made.units()}
    assert carried <= kept


@settings(max_examples=20)
@given(PAIRS)
def test_a_sheet_in_word_has_the_same_words(pair: tuple[Draft, Draft]) -> None:
    old, new = pair
    sheet = amend(old, new, house(), broken(old))
    back = read_sheet(read_sheet_docx(write_sheet_docx(sheet_lines(sheet)), "sheet.docx")) if sheet.items else sheet
    assert [item.said for item in back.items] == [item.said for item in sheet.items]
    assert back.steps == sheet.steps


def test_the_words_quoted_are_at_most_three_times_the_words_changed_at_the_median() -> None:
    ratios: list[float] = []

    @seed(7)
    @settings(max_examples=150, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(PAIRS)
    def measure(pair: tuple[Draft, Draft]) -> None:
        old, new = pair
        changed = _changed(old, new)
        if changed:
            ratios.append(_quoted(amend(old, new, house(), broken(old))) / changed)

    measure()
    assert median(ratios) <= 3


@settings(max_examples=60)
@given(PAIRS)
def test_a_bill_is_struck_whole_only_where_fewer_than_a_fifth_of_its_words_stay(pair: tuple[Draft, Draft]) -> None:
    old, new = pair
    if not successors(old.units(), new.units()):
        return
    bill = bill_of(old, house(), broken(old))
    made = found(bill, amend(old, new, house(), broken(old)).items, house())
    struck = [splice for its in made for splice in its.splices if isinstance(splice, Gone)]
    assert sum(splice.last - splice.first + 1 for splice in struck) < len(bill.paragraphs)


def test_a_sheet_whose_pages_or_lines_are_off_by_one_is_refused() -> None:
    sheets: list[tuple[Draft, Sheet]] = []

    @seed(5)
    @settings(max_examples=120, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(_EDITED)
    def make(pair: tuple[Draft, Draft]) -> None:
        old, new = pair
        sheet = amend(old, new, house(), broken(old, letters=40, lines=8))
        if sheet.items and len(sheets) < 50:
            sheets.append((old, sheet))

    make()
    assert len(sheets) == 50
    for old, sheet in sheets:
        pages = broken(old, letters=40, lines=8)
        for page, line in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            with pytest.raises(OrdainError):
                adopt(old, _shifted(sheet, page, line), house(), pages)


@settings(max_examples=60)
@given(_MOTIONS)
def test_conflicts_are_those_that_a_judge_finds_letter_by_letter(motioned: tuple[Draft, Draft, Draft, Draft]) -> None:
    old, *news = motioned
    bill = bill_of(old, house(), broken(old))
    motions = [_unnumbered(found(bill, amend(old, new, house(), broken(old)).items, house())) for new in news]
    for order in permutations(range(3)):
        judge = floor(bill)
        fallen = tuple(at for at, one in enumerate(order) if not judge.adopt(_splices(motions[one])))
        assert adopted_in(bill, [motions[one] for one in order]) == (judge.lines(), fallen)
    for one, other in combinations(motions, 2):
        results = []
        for both in ((one, other), (other, one)):
            judge = floor(bill)
            adopted = [judge.adopt(_splices(motion)) for motion in both]
            results.append((all(adopted), judge.lines()))
        relations = {conflict.relation for conflict in conflicts(bill, one, other)} - {Relation.RENUMBERS}
        assert (not relations) == (results[0][0] and results[0] == results[1])


def _read_back(sheet: Sheet) -> Sheet:
    return read_sheet(write_sheet(sheet)) if sheet.items or sheet.steps else sheet


def _changed(old: Draft, new: Draft) -> int:
    """Return how many words a redline marks, but for what only moved."""
    blocks = [block for block in compare(old.units(), new.units()).blocks if not block.moved]
    marked = [part for block in blocks for part in (*block.label, *block.words) if part.mark is not Mark.KEPT]
    return sum(is_word(token) for part in marked for token in part.tokens)


def _quoted(sheet: Sheet) -> int:
    texts = [text for item in sheet.items for text in (*re.findall(QUOTED, item.sentence), *item.lines)]
    return sum(is_word(token) for text in texts for token in tokenize(text))


def _shifted(sheet: Sheet, page: int, line: int) -> Sheet:
    return replace(sheet, items=tuple(replace(it, sentence=_off(it.sentence, page, line)) for it in sheet.items))


def _off(sentence: str, page: int, line: int) -> str:
    parts = re.split(f"({QUOTED})", sentence)
    said = parts[::2]
    said = [re.sub(r"(?<=page )\d+", lambda match: str(int(match[0]) + page), part) for part in said]
    said = [re.sub(r"lines? \d+(?: (?:and|through) \d+)?", lambda match: _added(match[0], line), part) for part in said]
    return "".join(part for both in zip(said, [*parts[1::2], ""], strict=True) for part in both)


def _added(lines: str, by: int) -> str:
    return re.sub(r"\d+", lambda match: str(int(match[0]) + by), lines)


def _unnumbered(motion: Motion) -> Motion:
    """Return a motion without the numbering on, of which the judge knows nothing."""
    return tuple(
        replace(made, splices=tuple(splice for splice in made.splices if not isinstance(splice, Numbered)))
        for made in motion
    )


def _splices(motion: Motion) -> list[Splice]:
    return [splice for made in motion for splice in made.splices]
