"""A reference that only follows the number of what it cites is no change of words, in every output."""

from ordain.markup.parse import parse
from ordain.text.segments import Mark, Weight
from ordain.word.parts.names import w
from ordain.word.parts.package import open_package
from ordain.workflow.redline import Comparison, Options, redline_of, write_docx
from ordain.workflow.sources import TextSource
from ordain.writers.json import write_json
from ordain.writers.terminal import write_terminal
from ordain.writers.text import write_text
from tests.recomputed import from_docx, from_json, from_text
from tests.strategies import house

OLD = """\
SECTION 1. DUTY. The Clerk shall report under Section 3. {#duty}
SECTION 2. RECORDS. The Clerk shall keep the record of each hearing. See Sections 1 through 3. {#records}
SECTION 3. NOTICE. The Mayor may post a notice under Section 2. {#notice}
"""
NEW = """\
SECTION 1. DUTY. The Clerk shall report under Section 4. {#duty}
SECTION 2. BRIDGES. The bridges of the City are open at night. {#bridges}
SECTION 3. RECORDS. The Clerk shall keep the record of each hearing. See Sections 1 through 4. {#records}
SECTION 4. NOTICE. The Mayor shall post a notice under Section 3. {#notice}
"""


def _comparison(old: str, new: str) -> Comparison:
    front = "---\nhouse: springfield\n---\nAn ordinance.\n"
    sides = [
        TextSource(parse(front + text, {"springfield": house()}, f"{name}.txt"), house())
        for name, text in (("old", old), ("new", new))
    ]
    return redline_of(sides[0], sides[1])


def test_a_provision_that_differs_in_such_references_alone_is_renumbered() -> None:
    found = _comparison(OLD, NEW).redline.entries()
    assert [(it.kind, it.weight, it.followed, it.struck, it.added) for it in found] == [
        ("renumbered", Weight.NUMBERING, (("3", "4"),), "", ""),
        ("inserted", Weight.WORDING, (), "", "BRIDGES. The bridges of the City are open at night."),
        ("renumbered", Weight.NUMBERING, (("3", "4"),), "", ""),
        ("altered", Weight.WORDING, (("2", "3"),), "may", "shall"),
    ]


def test_every_output_holds_the_same_changes() -> None:
    made = _comparison(OLD, NEW)
    assert isinstance(made.new, TextSource)
    marked = write_text(made.redline, house().bill_marks(), ("old.txt", "new.txt"), "springfield")
    digests = {from_json(write_json(made.redline)), from_text(marked), from_docx(write_docx(made, Options()))}
    assert len(digests) == 1
    assert "SECTION [-3-][+4+]. NOTICE. The Mayor [-may-][+shall+] post a notice under Section [-2-][+3+]." in marked
    assert "{#notice change=4:altered follows=5,6}" in marked


def test_the_screen_shows_it_in_a_line_without_text() -> None:
    said = write_terminal(_comparison(OLD, NEW).redline, color=False)
    assert "Change 1, Section 1, renumbered: now cites 4, not 3\n" in said
    assert "SECTION 4. NOTICE. The Mayor [-may-]{+shall+} post a notice under Section 3.\n" in said


def test_a_reference_that_leads_elsewhere_is_wording() -> None:
    [entry] = _comparison(OLD, OLD.replace("under Section 3", "under Section 2")).redline.entries()
    assert (entry.kind, entry.weight, entry.struck, entry.added) == ("altered", Weight.WORDING, "3", "2")
    wrong = _comparison(OLD, NEW.replace("under Section 4.", "under Section 2."))
    assert wrong.redline.entries()[0].weight is Weight.WORDING


def test_a_phrase_round_the_reference_is_wording() -> None:
    old = OLD.replace("under Section 3.", "under Section 3 of this ordinance.")
    new = NEW.replace("under Section 4.", "as in Section 4 of this ordinance.")
    entry = _comparison(old, new).redline.entries()[0]
    assert (entry.weight, entry.struck, entry.added) == (Weight.WORDING, "under", "as in")


def test_two_numbers_in_one_stretch_follow_together() -> None:
    old = OLD.replace("under Section 3", "under Sections 2 and 3")
    new = NEW.replace("under Section 4.", "under Sections 3 and 4.")
    entry = _comparison(old, new).redline.entries()[0]
    assert (entry.kind, entry.struck, entry.added) == ("renumbered", "", "")
    assert all(part.mark is Mark.KEPT for part in entry.words)


def test_a_moved_provision_keeps_its_place_though_its_references_follow() -> None:
    sections = [
        "SECTION {}. DUTY. The Clerk shall report to the Mayor under Section {} of this ordinance. {{#duty}}",
        "SECTION {}. RECORDS. The Clerk shall keep the record of each hearing. {{#records}}",
        "SECTION {}. NOTICE. The Mayor may post a notice of every hearing at the door of the hall. {{#notice}}",
    ]
    old = "\n".join([sections[0].format(1, 2), sections[1].format(2), sections[2].format(3)])
    new = "\n".join([sections[1].format(1), sections[2].format(2), sections[0].format(3, 1)])
    made = _comparison(old, new)
    moved = next(it for it in made.redline.entries() if it.kind == "moved")
    assert (moved.weight, moved.struck, moved.added) == (Weight.PLACE, "", "")
    marked = write_text(made.redline, house().bill_marks(), ("old.txt", "new.txt"), "springfield")
    assert len({from_json(write_json(made.redline)), from_text(marked), from_docx(write_docx(made, Options()))}) == 1


def test_numbering_and_typography_have_authors_of_their_own_in_word() -> None:
    new = NEW.replace("SECTION 1. DUTY. The Clerk shall report", "Section 1. DUTY. The  Clerk shall report")
    content = write_docx(_comparison(OLD, new), Options(author="A. Smith"))
    package = open_package(content, "redline.docx")
    marks = [mark for mark in package.tree(package.main).iter(w("ins"), w("del")) if mark.find(w("r")) is not None]
    by_author: dict[str, set[str]] = {}
    for mark in marks:
        said = "".join(mark.itertext())
        by_author.setdefault(mark.get(w("author"), ""), set()).add(said)
    assert by_author == {
        "A. Smith (typography)": {"SECTION", "Section", " "},
        "A. Smith (numbering)": {"2", "3", "4"},
        "A. Smith": {"SECTION 2. ", "BRIDGES. The bridges of the City are open at night.", "may", "shall"},
    }
