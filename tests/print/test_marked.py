"""The marked print says what changed, shows it in signs and lines, and can be read back."""

import re
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from ordain.compare.digest import digest
from ordain.errors import OrdainError
from ordain.markup.parse import parse
from ordain.model.draft import Draft
from ordain.model.house import MarkStyle
from ordain.text.segments import Weight
from ordain.workflow.houses import houses
from ordain.workflow.print import pdf_of
from ordain.workflow.redline import Comparison, Options, redline_of, write
from ordain.workflow.sources import TextSource, WordSource
from tests.chains import ROOT, comparison, matter_chains, record_chains
from tests.houses import shipped_houses
from tests.print.prints import bill, printable, source
from tests.print.rereading import Found, from_marked_print, lines_of, listed, pages, paragraphs, stated
from tests.strategies import PAIRS, house

DRAFTS = ROOT / "drafts" / "albuquerque-safer-community"
SECOND, THIRD, FOURTH = (next(DRAFTS.glob(f"{at}-*.txt")) for at in (2, 3, 4))
PAIRS_OF_MATTERS = [pair for chain in matter_chains() for pair in chain.pairs()]


@cache
def compared(old: Path, new: Path) -> Comparison:
    return comparison(old, new)


@cache
def print_of(old: Path, new: Path) -> bytes:
    return printed(compared(old, new))


def printed(made: Comparison, **options: object) -> bytes:
    return write(made, Path("redline.pdf"), Options(**options))  # type: ignore[arg-type]


def of_texts(old: str, new: str) -> Comparison:
    house = shipped_houses()["albuquerque"]
    sides = [
        TextSource(parse(f"A TITLE.\n\n{text}", shipped_houses(), f"{name}.txt", house="albuquerque"), house)
        for name, text in (("old", old), ("new", new))
    ]
    return redline_of(sides[0], sides[1])


def found(pdf: bytes, number: int) -> list[Found]:
    return [it for it in paragraphs(pdf) if it.number == number]


def accepted(words: str) -> str:
    """Return the words as they read when every mark is applied, without blanks."""
    kept = re.sub(r"\[\+(.*?)\+\]", r"\1", re.sub(r"\[-.*?-\]", "", words.replace("[+\u00b6+]", "")))
    return "".join(kept.split())


@pytest.mark.parametrize(("old", "new"), PAIRS_OF_MATTERS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_digest_of_the_changes_is_computed_again_from_the_marks(old: Path, new: Path) -> None:
    pdf = print_of(old, new)
    assert from_marked_print(pdf) == stated(pdf) == digest(compared(old, new).redline.entries())


@pytest.mark.parametrize(("old", "new"), PAIRS_OF_MATTERS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_new_text_stands_in_it_whole_with_page_and_line_of_its_own_print(old: Path, new: Path) -> None:
    lines = pdf_of(new, houses(new)).lines
    first = {row.span.unit: row.line for row in reversed(lines.rows)}
    wanted = [
        (f"{first[at].page}:{first[at].number}" if lines.numbered else f"page {first[at].page}", unit.line)
        for at, unit in enumerate(lines.units)
    ]
    read: list[tuple[str, str]] = []
    for it in paragraphs(print_of(old, new)):
        if it.line:
            read.append((it.line.partition("–")[0], accepted(it.words)))
        elif it.kind == "joined":
            read[-1] = (read[-1][0], read[-1][1] + accepted(it.words))
    assert read == [(line, "".join(text.split())) for line, text in wanted]


@pytest.mark.parametrize(("old", "new"), PAIRS_OF_MATTERS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_line_of_the_official_print_is_told_beside_the_word_with_which_it_begins(old: Path, new: Path) -> None:
    lines = pdf_of(new, houses(new)).lines
    if not lines.numbered:
        return
    beside = numbered(print_of(old, new))
    assert [line for line, _ in beside] == [(row.line.page, row.line.number) for row in lines.rows]
    inside = [(words, row) for (_, words), row in zip(beside, lines.rows, strict=True) if row.span.start]
    for words, row in inside:
        word = re.match(r"\W*\w+", row.text)
        assert word is None or word[0] in re.sub(r"\[\+|\+\]", "", words)


def numbered(pdf: bytes) -> list[tuple[tuple[int, int], str]]:
    """Return page and line of each number in the margin, and the words beside it."""
    page = 0
    found = []
    for line in lines_of(pdf):
        first, _, last = line.number.partition("–")
        if first:
            page = int(first.partition(":")[0]) if ":" in first else page
            start = int(first.rpartition(":")[2])
            found += [((page, at), line.words) for at in range(start, int(last or start) + 1)]
    return found


def test_a_house_without_line_numbers_is_told_by_its_pages() -> None:
    [matter] = [pair for pair in PAIRS_OF_MATTERS if pair[1].name == "2-substitute.txt" and pair[0].suffix == ".txt"]
    lines = pdf_of(matter[1], houses(matter[1])).lines
    assert not lines.numbered
    told = [int(line.number.removeprefix("page ")) for line in lines_of(print_of(*matter)) if line.number]
    assert told == sorted(told)
    assert set(told) == {row.line.page for row in lines.rows}


def test_a_mark_that_is_altered_shows_in_the_digest() -> None:
    pdf = printed(of_texts("WHEREAS, it may report; and\n", "WHEREAS, it shall report; and\n"))
    other = printed(of_texts("WHEREAS, it may report; and\n", "WHEREAS, it must report; and\n"))
    assert from_marked_print(pdf) == stated(pdf) != stated(other) == from_marked_print(other)


def test_the_record_is_read_back_with_its_digest(shared: Path) -> None:
    for chain in record_chains(shared):
        for old, new in chain.pairs():
            pdf = printed(redline_of(source(old, "albuquerque"), source(new, "albuquerque")))
            assert from_marked_print(pdf) == stated(pdf)


@given(PAIRS)
@settings(max_examples=25)
def test_every_pair_is_printed_with_all_its_new_words_or_refused(pair: tuple[Draft, Draft]) -> None:
    sides = [TextSource(printable(it, house()), house()) for it in pair]
    made = redline_of(sides[0], sides[1])
    texts = [part.text for block in (*made.redline.top, *made.redline.blocks) for part in (*block.label, *block.words)]
    if any(sign in text for text in texts for sign in ("[+", "+]", "[-", "-]")):
        with pytest.raises(OrdainError, match="which marks changes in this house"):
            printed(made)
        return
    pdf = printed(made)
    assert stated(pdf) == digest(made.redline.entries())
    assert pdf == printed(made)


def test_what_is_struck_stands_before_what_is_added() -> None:
    [it] = found(print_of(SECOND, THIRD), 14)
    assert "The City Attorney [-may-][+shall+] file requests" in it.words


def test_a_provision_that_only_has_another_number_is_not_marked() -> None:
    old = "SECTION 1. A. The Mayor may report.\n\nSECTION 2. B. The Clerk may act under Section 1.\n"
    new = "SECTION 1. C. The bridges are open.\n\n" + old.replace("Section 1", "Section 2").replace(
        "SECTION 2", "SECTION 3"
    ).replace("SECTION 1", "SECTION 2")
    pdf = printed(of_texts(old, new))
    notes = [(it.kind, it.words.strip()) for it in paragraphs(pdf) if it.number]
    assert notes == [
        ("inserted", "[+SECTION 1.+] [+C. The bridges are open.+]"),
        ("renumbered, was Section 1", "SECTION 2. A. The Mayor may report."),
        ("renumbered, was Section 2", "SECTION 3. B. The Clerk may act under Section 2."),
    ]
    assert from_marked_print(pdf) == stated(pdf)


def test_what_moved_says_where_it_went_and_where_it_came_from() -> None:
    left, arrived = found(print_of(SECOND, THIRD), 17)
    assert left.kind == "moved to Section 15"
    assert left.words.startswith("[-SECTION 7.-] [-IMPLEMENTATION.")
    assert arrived.kind == "moved from Section 7"
    assert arrived.words.startswith("SECTION 15. IMPLEMENTATION. The Office")


def test_the_first_page_tells_the_versions_the_amounts_the_duties_and_where_to_look() -> None:
    text = pages(print_of(THIRD, FOURTH))[0]
    assert "Old ORDINANCE, Floor substitute, undated RELATING TO THE PROTECTION" in text
    assert "New ORDINANCE, As amended, undated RELATING TO THE PROTECTION" in text
    assert "Wording what the text says 5" in text
    assert "Weaker than before (1) Change Where Page:line What changed Page here" in text
    wanted = (
        "City Attorney: less often, “at least once each calendar quarter” became “at least twice each calendar year”"
    )
    assert re.search(f"4 Section 11, REQUESTS FOR FEDERAL RECORDS 4:4 {wanted} \\d", text)
    assert text.count("Digest of the text") == 2
    assert "2 Section 6, PUBLIC SAFETY DATA 3:10 “This section does not" in pages(print_of(THIRD, FOURTH))[1]


def test_the_page_in_the_lists_is_the_one_on_which_the_change_stands() -> None:
    pdf = print_of(SECOND, THIRD)
    texts = pages(pdf)
    rows = listed(pdf)
    assert {number for number, _ in rows} == {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17}
    assert all(f"Change {number} " in texts[page - 1] for number, page in rows)


def test_what_moved_is_looked_for_where_it_stands_now() -> None:
    pdf = print_of(SECOND, THIRD)
    assert "17 Section 15, IMPLEMENTATION 4:18 Moved here from Section 7, IMPLEMENTATION" in " ".join(pages(pdf))
    [page] = [page for number, page in listed(pdf) if number == 17]
    assert "Change 17 moved from Section 7" in pages(pdf)[page - 1]


def test_where_nothing_differs_the_first_page_says_so() -> None:
    text = " ".join(pages(printed(comparison(THIRD, THIRD))))
    assert "No provision says anything else, or stands elsewhere." in text


def test_changes_of_hidden_weights_stand_unmarked_and_are_counted() -> None:
    made = compared(SECOND, THIRD)
    pdf = printed(made, weights=(Weight.PLACE,))
    text = " ".join(pages(pdf))
    assert "Wording what the text says; not marked here 16" in text
    assert "Not marked: changes of wording, numbering, typography. The digest is that of all changes." in text
    assert stated(pdf) == digest(made.redline.entries())
    assert {it.number for it in paragraphs(pdf) if it.number} == {17}
    new = "".join("".join(unit.line.split()) for unit in made.units[1] if unit.level is not None)
    read = "".join(accepted(it.words) for it in paragraphs(pdf) if it.line)
    assert new in read


def test_a_joined_provision_whose_change_is_hidden_is_one_paragraph() -> None:
    old = "WHEREAS, the Mayor reports to the Council every year and month; and\n\nWHEREAS, the Clerk keeps each record of it for the public; and\n"
    new = "WHEREAS, the Mayor reports to the Council every year and month; and the Clerk keeps each record of it for the public; and\n"
    made = of_texts(old, new)
    pdf = printed(made, weights=())
    read = [it.words.strip() for it in paragraphs(pdf) if it.line]
    assert read[-1] == new.strip()


def test_a_struck_provision_whose_change_is_hidden_is_not_shown() -> None:
    made = of_texts(
        "WHEREAS, the Mayor reports; and\n\nWHEREAS, bridges open at night; and\n", "WHEREAS, the Mayor reports; and\n"
    )
    assert "bridges" in " ".join(pages(printed(made)))
    assert "bridges" not in " ".join(pages(printed(made, weights=())))


@pytest.mark.parametrize("between", [f"  {'x' * 40}  ", "\u2011", " \u00a0"])
def test_words_that_look_alike_in_print_are_told_of(between: str) -> None:
    made = of_texts("WHEREAS, the Mayor reports; and\n", f"WHEREAS, the Mayor also{between}reports; and\n")
    assert "the digest cannot be computed from this print alone" in " ".join(pages(printed(made)))


@pytest.mark.parametrize("words", ["also  ", "  also", "not  also  only ", "one  two three four  five six. ", "  "])
def test_several_blanks_are_counted(words: str) -> None:
    pdf = printed(of_texts("WHEREAS, the Mayor reports; and\n", f"WHEREAS, the Mayor {words}reports; and\n"))
    assert from_marked_print(pdf) == stated(pdf)
    assert "cannot be computed" not in " ".join(pages(pdf))


def test_a_blank_that_does_not_break_is_read_back() -> None:
    pdf = printed(of_texts("WHEREAS, the Mayor reports; and\n", "WHEREAS, the Mayor\u00a0also reports; and\n"))
    assert from_marked_print(pdf) == stated(pdf)


@pytest.mark.parametrize("suffix", ["pdf", "docx"])
def test_a_text_that_holds_the_signs_of_the_marks_is_refused(suffix: str) -> None:
    made = of_texts("WHEREAS, the Mayor reports; and\n", "WHEREAS, the Mayor [+ reports; and\n")
    with pytest.raises(OrdainError, match=r"the text itself holds the sign \[\+"):
        write(made, Path(f"x.{suffix}"), Options(columns=suffix == "docx"))


@pytest.mark.parametrize("sign", ["", "\u27e6"])
def test_a_sign_that_cannot_be_printed_is_refused(sign: str) -> None:
    draft, its = bill("WHEREAS, the Mayor reports; and")
    name, marks = its.marks[0]
    odd = replace(its, marks=((name, replace(marks, added=MarkStyle(open=sign, close="+]", decoration="underline"))),))
    made = redline_of(TextSource(draft, odd), TextSource(draft, odd))
    with pytest.raises(OrdainError, match="cannot be printed"):
        printed(made)


@pytest.mark.parametrize("columns", [False, True])
@pytest.mark.parametrize("suffix", ["pdf", "docx"])
def test_word_files_have_no_marks_of_a_house(suffix: str, *, columns: bool) -> None:
    made = compared(THIRD, FOURTH)
    if suffix == "docx" and not columns:
        return
    as_word = replace(made, old=WordSource(b"", "old.docx"))
    with pytest.raises(OrdainError, match="a Word file has none"):
        write(as_word, Path(f"x.{suffix}"), Options(columns=columns))


def test_it_is_tagged_and_has_title_and_bookmarks() -> None:
    pdf = printed(comparison(THIRD, FOURTH))
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    with pypdfium2.PdfDocument(pdf) as document:
        assert (
            document.get_metadata_value("Title") == "Marked print: ORDINANCE, Floor substitute → ORDINANCE, As amended"
        )
        titles = [mark.get_title() for mark in document.get_toc()]
    assert titles[0] == "What changed"
    assert "SECTION 1. SHORT TITLE." in titles


def test_the_same_two_versions_give_the_same_bytes() -> None:
    assert printed(comparison(THIRD, FOURTH)) == printed(comparison(THIRD, FOURTH))


def test_what_is_not_the_councils_says_so_on_every_page() -> None:
    said = "Illustrative draft, not a document of the council"
    texts = pages(print_of(THIRD, FOURTH))
    assert all(said in text for text in texts)
    assert not any(
        "Illustrative" in text for text in pages(printed(of_texts("WHEREAS, a; and\n", "WHEREAS, b; and\n")))
    )


def test_the_letters_of_both_sides_are_checked() -> None:
    made = of_texts("WHEREAS, the 条 stands here; and\n", "WHEREAS, it stands here; and\n")
    with pytest.raises(OrdainError, match="has no '条'"):
        printed(made)
