"""Noise is told from substance, stretch by stretch and change by change."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordain.compare import compare
from ordain.compare.changes import Entry
from ordain.compare.weight import followed, weighed_label, without_numbering
from ordain.model.unit import Form, Row, Unit
from ordain.text.segments import Mark, Segment, Weight
from ordain.text.tokens import Opaque, tokenize
from ordain.text.typography import plain
from tests.chains import comparison
from tests.strategies import TEXTS

TYPOGRAPHY, WORDING = Weight.TYPOGRAPHY, Weight.WORDING


def _unit(text: str, label: str = "") -> Unit:
    return Unit(tokens=tokenize(text), label=label)


def _only(old: Unit, new: Unit) -> Entry:
    [entry] = compare((old,), (new,)).entries()
    return entry


def _weight(old: str, new: str, label: str = "") -> Weight:
    weights = {_only(_unit(old, label), _unit(new, label)).weight, _only(_unit(new, label), _unit(old, label)).weight}
    [weight] = weights  # reading from the other side changes nothing
    return weight


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("WHEREAS, Bike boulevards are safe; and", "WHEREAS, bike boulevards are safe; and"),
        ('It is the "public" record of the City.', "It is the “public” record of the City."),
        ("It is the Mayor's record of the City.", "It is the Mayor’s record of the City."),
        ("The record of the  City is open.", "The record of the City is open."),
        ("The record of the City\u00a0is open.", "The record of the City is open."),
        ("The cross-town route of the City.", "The cross‑town route of the City."),
        ("The route – a long one - is closed.", "The route — a long one — is closed."),
        ("It takes traffic.; and", "It takes traffic; and"),
        ("It is closed to traffic..", "It is closed to traffic."),
        ("It amends FSR-07-268 of the Council.", "It amends F/S R-07-268 of the Council."),
        ("It amends CS/O-24-12 of the Council.", "It amends C/S O-24-12 of the Council."),
        ("SECTION 3. The record is open.", "Section 3. the record is open."),
        ("(a) The record is open to all.", "(a) the record is open to all."),
    ],
)
def test_typography_is_no_wording(old: str, new: str) -> None:
    assert _weight(old, new) is TYPOGRAPHY


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The record, of the City, is open.", "The record of the City is open."),
        ("It binds the City and its parks.", "It binds the city and its parks."),
        ("It is safe for all who ride.", "It is safe for all who ride; and"),
        ("It amends R-07-268 of the Council.", "It amends F/S R-07-268 of the Council."),
        ("It reenters the City each year.", "It re-enters the City each year."),
        ("The record is open. it is public.", "The record is open. It is public."),
        ("A bike way is no boulevard here.", "A bikeway is no boulevard here."),
        ("It is open for 5 hours a day.", "It is open for 6 hours a day."),
    ],
)
def test_all_else_is_wording(old: str, new: str) -> None:
    assert _weight(old, new) is WORDING


def test_a_change_that_is_both_is_wording() -> None:
    entry = _only(_unit('The "record" may be open to all.'), _unit("The “record” shall be open to all."))
    assert entry.weight is WORDING
    assert {part.text: part.weight for part in entry.words if part.mark is Mark.STRUCK} == {
        '"': TYPOGRAPHY,
        "may": WORDING,
    }


def test_the_case_of_a_label_is_typography_and_its_number_numbering() -> None:
    text = "The record of the City is open to all."
    assert _only(_unit(text, "SECTION 3."), _unit(text, "Section 3.")).weight is TYPOGRAPHY
    assert _only(_unit(text, "SECTION 3."), _unit(text, "Section 4.")).weight is Weight.NUMBERING
    assert _only(_unit("The  record is open.", "(A)"), _unit("The record is open.", "(B)")).weight is Weight.NUMBERING


def test_a_pure_move_is_place_and_one_with_words_wording() -> None:
    first, second, third = (_unit(f"{name} stands in a place of its own here.") for name in ("Alpha", "Beta", "Gamma"))
    [moved] = compare((first, second, third), (third, first, second)).entries()
    assert (moved.kind, moved.weight) == ("moved", Weight.PLACE)
    edited = _unit("Gamma stands in a place of its very own here.")
    [moved] = compare((first, second, third), (edited, first, second)).entries()
    assert (moved.kind, moved.weight) == ("moved", WORDING)


@pytest.mark.parametrize("kind", ["inserted", "removed", "split", "joined"])
def test_what_comes_goes_or_is_cut_is_wording(kind: str) -> None:
    parts = (_unit("The Clerk keeps the record of every hearing."), _unit("The Mayor shows it to whoever asks for it."))
    whole = (_unit(f"{parts[0].text} {parts[1].text}"),)
    sides = {"inserted": ((), parts[:1]), "removed": (parts[:1], ()), "split": (whole, parts), "joined": (parts, whole)}
    assert {(it.kind, it.weight) for it in compare(*sides[kind]).entries()} == {(kind, WORDING)}


def test_another_image_is_wording_though_no_letter_differs() -> None:
    old, new = (
        Unit(tokens=(*tokenize("The seal "), Opaque(key), *tokenize(" of the City."))) for key in ("one", "two")
    )
    assert _only(old, new).weight is WORDING


def _table(*rows: str) -> Unit:
    cells = tuple(Row(cells=((_unit(row),),)) for row in rows)
    return Unit(tokens=tuple(token for row in rows for token in tokenize(row)), form=Form.TABLE, rows=cells)


def test_a_table_weighs_as_much_as_its_cells_and_rows() -> None:
    assert _only(_table('The "fee"', "Ten dollars"), _table("The “fee”", "Ten dollars")).weight is TYPOGRAPHY
    assert _only(_table("The fee", "Ten dollars"), _table("The fee", "Six dollars")).weight is WORDING
    assert _only(_table('The "fee"', "Ten dollars", ""), _table("The “fee”", "Ten dollars")).weight is WORDING


def test_references_that_follow_stand_unmarked() -> None:
    number = Weight.NUMBERING
    words = (
        Segment(Mark.KEPT, tokenize("under Section ")),
        Segment(Mark.STRUCK, ("8",), number),
        Segment(Mark.ADDED, ("9",), number),
        Segment(Mark.KEPT, tokenize(" of this article")),
    )
    assert without_numbering(words) == (Segment(Mark.KEPT, tokenize("under Section 9 of this article")),)
    assert followed(words) == (("8", "9"),)


def test_a_label_weighs_as_a_whole() -> None:
    label = (Segment(Mark.STRUCK, ("SECTION",)), Segment(Mark.ADDED, ("Section",)), Segment(Mark.KEPT, tokenize(" 1.")))
    assert [part.weight for part in weighed_label(label)][:2] == [TYPOGRAPHY, TYPOGRAPHY]


@given(st.text(max_size=30))
def test_a_plain_text_is_its_own_plain_form(text: str) -> None:
    assert plain(plain(text)) == plain(text)


# What became of each recital and section of R-07-268: kind, weight, old and new address,
# and how many signs are marked.
FLOOR_AMENDMENTS = [
    ("altered", "typography", "Recital 2", "Recital 2", 13),
    ("altered", "typography", "Recital 6", "Recital 6", 1),
    ("altered", "wording", "Recital 7", "Recital 7", 18),
    ("altered", "wording", "Recital 8", "Recital 8", 6),
    ("altered", "wording", "Recital 9", "Recital 9", 6),
    ("renumbered", "typography", "Section 1", "Section 1", 0),
    ("renumbered", "typography", "Section 2", "Section 2", 0),
    ("altered", "typography", "Section 3", "Section 3", 1),
    *(("renumbered", "typography", f"Section {it}", f"Section {it}", 0) for it in range(4, 12)),
    ("inserted", "wording", None, "Section 12", 63),
]


def _record(shared: Path, old: str, new: str) -> tuple[Entry, ...]:
    folder = shared / "records" / "albuquerque-r-07-268"
    return comparison(folder / old, folder / new).redline.entries()


def test_the_amendments_of_a_real_resolution_weigh_as_a_reader_would_weigh_them(shared: Path) -> None:
    found = [
        (
            it.kind,
            it.weight.value,
            it.old.address if it.old else None,
            it.new.address if it.new else None,
            len(it.struck) + len(it.added),
        )
        for it in _record(shared, "v3-floor-substitute.txt", "v4-floor-amended.txt")
    ]
    assert found == FLOOR_AMENDMENTS


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        (
            "v1-introduced.txt",
            "v2-committee-substitute.txt",
            {"Section 1": "Section 1", "Section 2": "Section 2", "Section 3": "Section 3", "Section 4": "Section 4"},
        ),
        (
            "v2-committee-substitute.txt",
            "v3-floor-substitute.txt",
            {
                "Recital 6": "Recital 6",
                "Recital 7": "Recital 7",
                "Section 1": "Section 1",
                "Section 2": "Section 3",
                "Section 3": "Section 4",
                "Section 4": "Section 10",
                "Section 5": "Section 11",
            },
        ),
    ],
)
def test_rewritten_sections_are_paired_as_a_reader_would_pair_them(
    shared: Path, old: str, new: str, pairs: dict[str, str]
) -> None:
    found = {it.old.address: it.new.address for it in _record(shared, old, new) if it.old and it.new}
    assert {address: found.get(address) for address in pairs} == pairs


def test_an_appropriation_is_one_amount_across_all_versions(shared: Path) -> None:
    files = ("v1-introduced.txt", "v2-committee-substitute.txt", "v3-floor-substitute.txt")
    amounts = [
        (part.mark, part.text)
        for old, new in pairwise(files)
        for it in _record(shared, old, new)
        for part in it.words
        if part.mark is not Mark.KEPT and "$" in part.text
    ]
    assert amounts == [
        (Mark.STRUCK, "$200,000"),
        (Mark.ADDED, "$250,000"),
        (Mark.STRUCK, "$250,000"),
        (Mark.ADDED, "$400,000"),
    ]


@given(TEXTS, st.data())
def test_what_a_change_amounts_to_does_not_depend_on_the_direction(text: str, data: st.DataObject) -> None:
    old = _unit(text, data.draw(st.sampled_from(["", "(A)", "SECTION 1."])))
    words = text.split(" ")
    at = data.draw(st.integers(0, len(words) - 1))
    words[at] = data.draw(
        st.sampled_from([words[at].swapcase(), f"“{words[at]}”", f"{words[at]} ", words[at] * 2, "–"])
    )
    new = _unit(" ".join(words), data.draw(st.sampled_from(["", "(A)", "(B)", "Section 1."])))
    there, back = (
        [(it.kind, it.weight) for it in compare(*sides).entries()] for sides in (((old,), (new,)), ((new,), (old,)))
    )
    turned = {"inserted": "removed", "removed": "inserted"}
    assert sorted((kind, weight.value) for kind, weight in there) == sorted(
        (turned.get(kind, kind), weight.value) for kind, weight in back
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("(3) The Clerk keeps the record.", "(4) The Clerk keeps the record."),
        ("(a)(1) The Clerk keeps the record.", "(b)(1) The Clerk keeps the record."),
        ("Section 3. The Clerk keeps the record.", "Section 4. The Clerk keeps the record."),
        ("§ 9-6-1-2 The Clerk keeps the record.", "§ 9-6-1-3 The Clerk keeps the record."),
        ("iv. The Clerk keeps the record.", "v. The Clerk keeps the record."),
    ],
)
def test_a_label_that_was_typed_in_a_word_file_is_numbering(old: str, new: str) -> None:
    entry = _only(_unit(old), _unit(new))
    assert (entry.kind, entry.weight, entry.struck, entry.added, entry.followed) == (
        "renumbered",
        Weight.NUMBERING,
        "",
        "",
        (),
    )
    entry = _only(_unit(old), _unit(new.replace("keeps", "may keep")))
    assert (entry.weight, entry.struck, entry.added) == (WORDING, "keeps", "may keep")


def test_a_word_that_opens_a_paragraph_is_no_label() -> None:
    assert _weight("Fees. The Clerk keeps the record.", "Fines. The Clerk keeps the record.") is WORDING
    assert _weight("(3) The Clerk keeps the record.", "The Clerk keeps the record.") is WORDING
