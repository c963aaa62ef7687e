"""A draft numbered anew says what it said: only labels and the numbers in references change."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st
from msgspec.structs import replace

from ordain.compare import compare
from ordain.compare.changes import Inserted
from ordain.compare.concordance import concordance
from ordain.errors import OrdainError
from ordain.markup.parse import parse
from ordain.markup.renumber import renumber
from ordain.markup.write import write
from ordain.model.addresses import address_of, addresses_of, split_address
from ordain.model.draft import Draft, Front
from ordain.model.house import House
from ordain.model.numbering import LabelStyle, Level
from ordain.model.provision import Provision
from ordain.model.references import Number, Status, find, resolve, status
from ordain.model.unit import Unit
from ordain.workflow.draft import load_matter
from ordain.writers.json import write_json
from tests.chains import MATTERS
from tests.houses import shipped_houses
from tests.strategies import SCHEMES, Provisions, drafts, house

FRONT = "---\nhouse: springfield\n---\nAn ordinance.\n"


def _draft(*lines: str) -> Draft:
    return parse(FRONT + "\n".join(lines), {"springfield": house()}, "draft.txt")


def _lines(draft: Draft) -> list[str]:
    return [unit.line for unit in draft.units()][1:]


def _renumbered(*lines: str, base: Draft | None = None) -> list[str]:
    return _lines(renumber(_draft(*lines), house(), base))


def _refused(*lines: str, base: Draft | None = None) -> list[str]:
    with pytest.raises(OrdainError) as refusal:
        _renumbered(*lines, base=base)
    return [str(problem).split("\n", 1)[0].split("; ")[0] for problem in refusal.value.problems]


# Numbers


def test_each_level_counts_from_1_in_what_holds_it() -> None:
    assert _renumbered("SECTION 3. ONE.", "(B) More.", "(1) Most.", "SECTION 7. TWO.", "(C) More.") == [
        "SECTION 1. ONE.",
        "(A) More.",
        "(1) Most.",
        "SECTION 2. TWO.",
        "(A) More.",
    ]


def test_the_form_of_a_label_is_that_of_the_house() -> None:
    assert _renumbered("Sec. 2. ONE.") == ["SECTION 1. ONE."]


def test_what_the_house_does_not_count_is_left() -> None:
    lines = ("SECTION 1. ONE.", "§ 9-6-1-2. TWO.", "(A) More.", "CLERK. The City Clerk.")
    assert _renumbered(*lines) == list(lines)
    loose = Draft(front=Front(house="springfield"), provisions=(Provision(level=Level.SUBITEM, label="[1]", text="X"),))
    assert renumber(loose, house()) == loose


# References


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ("Section 4", "Section 3"),
        ("Sec. 4(C)(2)", "Sec. 3(B)(1)"),
        ("SECTIONS 2 through 5 of this Ordinance", "SECTIONS 1 through 4 of this Ordinance"),
        ("Sections 2, 3A and 4", "Sections 1, 2 and 3"),
        ("Sections 2-4", "Sections 1-3"),
        ("subsection (C) of Section 4", "subsection (B) of Section 3"),
        ("Section 4(A) and (C)", "Section 3(A) and (B)"),
        ("Section 4(C)(2) and (4)", "Section 3(B)(1) and (2)"),
        ("§ 9-6-1-2(C)", "§ 9-6-1-2(A)"),
        ("Section 9-6-1-2(C)", "Section 9-6-1-2(A)"),
        ("§ 7-1-2", "§ 7-1-2"),
        ("Section 4 of the Charter and this article", "Section 4 of the Charter and this article"),
    ],
)
def test_a_reference_follows_in_the_form_in_which_it_is_written(said: str, says: str) -> None:
    lines = (
        "SECTION 2. FIRST.",
        "SECTION 3A. PUT IN.",
        "SECTION 4. THIRD.",
        "(A) One.",
        "(C) Two.",
        "(2) Deep.",
        "(4) Deeper.",
        f"SECTION 5. LAST. See {said}.",
        "§ 9-6-1-2. CODE.",
        "(C) Three.",
    )
    assert _renumbered(*lines)[7] == f"SECTION 4. LAST. See {says}."


def test_a_relative_reference_follows_in_its_own_section() -> None:
    assert _renumbered(
        "SECTION 1. ONE.", "(B) See subsection (D).", "(D) See Section 1(D), paragraph (3).", "(3) Deep."
    ) == [
        "SECTION 1. ONE.",
        "(A) See subsection (B).",
        "(B) See Section 1(B), paragraph (1).",
        "(1) Deep.",
    ]


def test_labels_without_parentheses_are_cited_without_them() -> None:
    act = replace(house(), numbering=(("ordinance", SCHEMES["act"]),))
    lines = ("Section 2. ONE.", "B. See subsection C.2 and paragraph 2 of subsection C.", "C. Two.", "2. Deep.")
    draft = parse(FRONT + "\n".join(lines), {"springfield": act}, "draft.txt")
    assert _lines(renumber(draft, act))[1] == "A. See subsection B.1 and paragraph 1 of subsection B."


def test_a_reference_in_a_recital_follows() -> None:
    assert _renumbered("WHEREAS, Section 2 is needed.", "BE IT ORDAINED:", "SECTION 2. ONE.")[0] == (
        "WHEREAS, Section 1 is needed."
    )


# Labels that stand twice


OLD = ("SECTION 1. ONE. See Section 2. {#one}", "SECTION 2. TWO. See Section 1. {#two}")
NEW = "SECTION 2. PUT IN. The Clerk waits."


def test_a_label_behind_its_letter_is_put_in_and_leaves_nothing_in_doubt() -> None:
    assert _renumbered(OLD[0], "SECTION 1A. PUT IN.", OLD[1]) == [
        "SECTION 1. ONE. See Section 3.",
        "SECTION 2. PUT IN.",
        "SECTION 3. TWO. See Section 1.",
    ]


@pytest.mark.parametrize("lines", [(OLD[0], NEW, OLD[1]), (OLD[0], OLD[1], NEW)])
def test_of_two_with_one_label_the_one_with_an_id_had_it(lines: tuple[str, ...]) -> None:
    numbered = _renumbered(*lines)
    assert numbered[0] == f"SECTION 1. ONE. See Section {1 + lines.index(OLD[1])}."


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (OLD, NEW + " {#new}"),
        ((OLD[0], "SECTION 2. TWO. See Section 1."), NEW),
        (("SECTION 1. ONE. See Section 2.", OLD[1]), NEW),
    ],
)
def test_without_ids_to_tell_it_is_refused(old: tuple[str, str], new: str) -> None:
    assert _refused(old[0], new, old[1]) == [
        "draft.txt:5:29: Section 2 stands twice, and the reference could mean either"
    ]


@pytest.mark.parametrize(
    ("old", "now"),
    [
        ("SECTION 2. TWO. See Section 1. {#two}", "SECTION 2. Another text. {#two}"),
        ("SECTION 2. TWO. See Section 1.", "SECTION 2. TWO. See Section 1."),
        ("SECTION 2. TWO. See Section 1.", "SECTION 2. TWO. Another text."),
    ],
)
def test_the_base_tells_by_id_then_words_then_heading(old: str, now: str) -> None:
    base = _draft("SECTION 1. ONE.", old)
    assert _renumbered("SECTION 1. ONE. See Section 2.", NEW, now, base=base)[0] == "SECTION 1. ONE. See Section 3."
    assert _renumbered("SECTION 1. ONE. See Section 2.", now, NEW, base=base)[0] == "SECTION 1. ONE. See Section 2."


@pytest.mark.parametrize(
    "base", ["SECTION 9. OTHER.", "SECTION 2. OTHER.", "SECTION 2. PUT IN. {#one}", "SECTION 2. It."]
)
def test_a_base_that_does_not_tell_is_no_help(base: str) -> None:
    lines = ("SECTION 1. ONE. See Section 2.", "SECTION 2. PUT IN. No.", "SECTION 2. PUT IN. Yes.")
    assert len(_refused(*lines, base=_draft(base))) == 1


def test_a_provision_with_a_label_of_two_reads_its_own_subsections() -> None:
    own = ("(A) See subsection (C) of this section.", "(C) More.")
    assert _renumbered("SECTION 1. ONE.", *own, "SECTION 1. TWO.", *own) == [
        "SECTION 1. ONE.",
        "(A) See subsection (B) of this section.",
        "(B) More.",
        "SECTION 2. TWO.",
        "(A) See subsection (B) of this section.",
        "(B) More.",
    ]


def test_a_subsection_put_in_under_the_label_of_its_follower_is_told_too() -> None:
    lines = ("SECTION 1. ONE. See Section 1(B). {#s}", "(A) First. {#a}", "(B) Put in.", "(B) Second. {#b}")
    assert _renumbered(*lines)[0] == "SECTION 1. ONE. See Section 1(C)."


def test_a_section_of_the_code_that_stands_twice_keeps_its_number_all_the_same() -> None:
    lines = ("SECTION 1. ONE. See § 9-6-1-2.", "§ 9-6-1-2. TWO.", "SECTION 2. THREE.", "§ 9-6-1-2. FOUR.")
    assert _renumbered(*lines) == list(lines)
    assert len(_refused("SECTION 1. ONE. See § 9-6-1-2(A).", *lines[1:])) == 1


def test_a_subsection_in_doubt_is_named_as_the_draft_names_it() -> None:
    own = ("(A) See subsection (B).", "(B) More.", "(B) Most.")
    assert _refused("SECTION 1. ONE.", *own, "SECTION 1. TWO.", *own) == [
        f"draft.txt:{line}:20: Section 1(B) stands twice, and the reference could mean either" for line in (6, 10)
    ]
    assert len(_refused("§ 9-6-1-2. ONE. See § 9-6-1-2(B).", "(B) More.", "(B) Most.")) == 1


# What is refused


def test_every_reference_to_nowhere_is_refused_with_its_place() -> None:
    assert _refused("SECTION 1. ONE. See Section 3.", "(A) See subsection (B).", "WHEREAS, subsection (B)") == [
        "draft.txt:5:29: '3' cites no provision of this draft",
        "draft.txt:6:20: '(B)' cites no provision of this draft",
        "draft.txt:7:21: '(B)' cites no provision of this draft",
    ]


def test_a_draft_that_was_read_from_nowhere_is_refused_without_a_place() -> None:
    section = Provision(level=Level.SECTION, label="SECTION 1.", text="See Section 2.")
    with pytest.raises(OrdainError) as refusal:
        renumber(Draft(front=Front(house="springfield"), provisions=(section,)), house())
    assert refusal.value.problems[0].place is None


# The worked matters


def _shipped(draft: Draft) -> House:
    return shipped_houses()[draft.front.house]


@pytest.mark.parametrize("folder", MATTERS, ids=lambda folder: folder.name)
def test_every_version_of_a_matter_is_numbered_as_its_house_numbers(folder: Path) -> None:
    for version in load_matter(folder).versions:
        draft = parse((folder / version.file).read_text(encoding="utf-8"), shipped_houses(), version.file)
        assert renumber(draft, _shipped(draft)) == draft


def _with_section(draft: Draft, label: str) -> Draft:
    """Return a draft with one more section in the middle of its sections.

    Its label is that of the section before it with a letter, or that of the section behind it.
    """
    sections = [at for at, provision in enumerate(draft.provisions) if provision.level is Level.SECTION]
    middle = sections[len(sections) // 2]
    before, behind = (draft.provisions[at].label for at in (middle - 1, middle))
    own = f"{before.rstrip('.')}A." if label == "put in" else behind
    section = Provision(level=Level.SECTION, label=own, text="SHELTER. The Clerk shall keep a list of the bridges.")
    return replace(draft, provisions=(*draft.provisions[:middle], section, *draft.provisions[middle:]))


@pytest.mark.parametrize("label", ["put in", "of its follower"])
@pytest.mark.parametrize("folder", MATTERS, ids=lambda folder: folder.name)
def test_a_section_put_in_the_middle_of_a_matter_is_the_one_change_of_words(folder: Path, label: str) -> None:
    last = load_matter(folder).versions[-1].file
    old = parse((folder / last).read_text(encoding="utf-8"), shipped_houses(), last)
    new = renumber(_with_section(old, label), _shipped(old))
    assert parse(write(new), shipped_houses()) == new
    redline = compare(old.units(), new.units())
    inserted = [change.new for _, change in redline.changes if isinstance(change, Inserted)]
    assert [unit.text for unit in inserted] == ["SHELTER. The Clerk shall keep a list of the bridges."]
    assert [_masked(unit.text, unit.address) for unit in new.units() if unit not in inserted] == [
        _masked(unit.text, unit.address) for unit in old.units()
    ]
    changes = json.loads(write_json(redline))["changes"]
    assert {change["weight"] for change in changes if change["kind"] != "inserted"} <= {"numbering"}
    marked = [segment for change in changes for segment in change["segments"] if segment[0] != "kept"]
    assert marked == [["added", inserted[0].text]]
    found = concordance(redline)
    assert found.faults == ()
    assert all(status(number, addresses_of(new.units())) is Status.RESOLVES for number in _numbers(new))
    rows = {row.old: row.new for row in found.rows}
    became = _became(old, [unit for unit in new.units() if unit not in inserted])
    assert rows == {None: inserted[0].address} | {one: other for one, other in became.items() if one != other}
    assert all(f"{inserted[0].address} was inserted" in row.why or " is " in row.why for row in found.rows if row.old)


def test_a_subsection_put_in_moves_the_references_to_what_stands_behind_it() -> None:
    [folder] = [folder for folder in MATTERS if folder.name.startswith("nashville")]
    text = (folder / "2-substitute.txt").read_text(encoding="utf-8")
    old = parse(text, shipped_houses(), "2-substitute.txt")
    line = "  C. Designated persons. {#designation"
    new = renumber(
        parse(text.replace(line, f"  C. Bridges. The bridges are open.\n{line}"), shipped_houses()), _shipped(old)
    )
    told = [it.number for it in concordance(compare(old.units(), new.units())).citations]
    assert [(it.cited, it.cites, it.verdict.value) for it in told] == [
        ("Section 1(C)", "Section 1(D)", "right"),
        ("Section 1(D)", "Section 1(E)", "right"),
        ("Section 1(D)", "Section 1(E)", "right"),
        ("Section 1(D)", "Section 1(E)", "right"),
        ("Section 1(D)", "Section 1(E)", "right"),
        ("Section 1(C)", "Section 1(D)", "right"),
        ("Section 1", "Section 1", "stands"),
    ]


# Laws


def _numbers(draft: Draft) -> list[Number]:
    return [number for unit in draft.units() for it in find(unit.text, unit.address) for number in it.numbers]


def _masked(text: str, address: str) -> str:
    """Return a text with a sign for each number of its references."""
    out = ""
    at = 0
    for number in (number for reference in find(text, address) for number in reference.numbers):
        out += f"{text[at : number.start]}#"
        at = number.end
    return out + text[at:]


def _became(old: Draft, new: list[Unit]) -> dict[str, str]:
    pairs = zip(map(address_of, old.units()), map(address_of, new), strict=True)
    return {one: other for one, other in pairs if one and other}


def _gapped(provisions: Provisions, styles: dict[Level, LabelStyle]) -> Provisions:
    """Return provisions numbered 2, 4, 6."""
    counted: Counter[Level] = Counter()
    out = []
    for provision in provisions:
        counted[provision.level] += 2
        style = styles.get(provision.level)
        label = provision.label
        if style is not None and provision.level is not Level.CODE:
            label = style.label(counted[provision.level])
        text = provision.text.replace("SECTION 1.", "it").replace("(i)", "it").replace("(a)", "it").replace("§", "and")
        out.append(replace(provision, label=label, text=text, children=_gapped(provision.children, styles)))
    return tuple(out)


_WORDS = {
    Level.SUBSECTION: "subsection",
    Level.PARAGRAPH: "paragraph",
    Level.SUBPARAGRAPH: "subparagraph",
    Level.ITEM: "item",
}


def _citing(draw: st.DrawFn, unit: Unit) -> str:
    """Return words that cite a provision from anywhere."""
    address = address_of(unit) or ""
    root, steps = split_address(address)
    inner = f"{_WORDS[unit.level]} {steps[-1]} of {root}{''.join(steps[:-1])}" if unit.level in _WORDS else address
    return draw(st.sampled_from([address, inner]))


@st.composite
def _citing_drafts(draw: st.DrawFn) -> Draft:
    """Return a draft with gaps in its numbers, whose provisions cite each other."""
    draft = draw(drafts())
    styles = dict(SCHEMES[draft.front.instrument])
    draft = replace(draft, provisions=_gapped(draft.provisions, styles))
    known = addresses_of(draft.units())
    units = [unit for unit in draft.units() if (its := address_of(unit)) and known.at(its) == (unit,)]
    citable = [unit for unit in units if unit.level is not Level.CODE]
    places = st.none() | st.sampled_from(citable) if citable else st.none()
    cited = [draw(places) for _ in draft.units()]
    said = (f" See {_citing(draw, unit)}." if unit else "" for unit in cited)
    return replace(draft, provisions=_saying(draft.provisions, said))


def _saying(provisions: Provisions, said: Iterator[str]) -> Provisions:
    out = []
    for provision in provisions:
        text = f"{provision.text}{next(said)}".strip()
        out.append(replace(provision, text=text, children=_saying(provision.children, said)))
    return tuple(out)


def _anew(draft: Draft) -> Draft:
    """Return a random draft numbered anew; one in which a cited label stands twice is refused, and proves nothing."""
    try:
        return renumber(draft, house())
    except OrdainError as refused:
        if not all("stands twice" in problem.message for problem in refused.problems):
            raise
        reject()


@given(_citing_drafts())
def test_every_reference_cites_the_same_provision_after(draft: Draft) -> None:
    new = _anew(draft)
    known = addresses_of(draft.units()), addresses_of(new.units())
    became = _became(draft, list(new.units()))
    pairs = list(zip(_numbers(draft), _numbers(new), strict=True))
    for one, other in pairs:
        cited = resolve(one, known[0])
        assert resolve(other, known[1]) == (None if cited is None else became[cited])


@given(_citing_drafts())
def test_no_word_changes_outside_labels_and_references(draft: Draft) -> None:
    new = _anew(draft)
    assert [_masked(unit.text, unit.address) for unit in new.units()] == [
        _masked(unit.text, unit.address) for unit in draft.units()
    ]
    assert [(unit.id, unit.level, unit.depth, unit.sources) for unit in new.units()] == [
        (unit.id, unit.level, unit.depth, unit.sources) for unit in draft.units()
    ]


@given(_citing_drafts())
def test_a_draft_numbered_anew_is_numbered_already(draft: Draft) -> None:
    new = _anew(draft)
    assert renumber(new, house()) == new
