"""The coverage of the worked matters, and of a matter made for the case."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from ordain.chain.coverage import Coverage, Covered, Sourced, lost
from ordain.chain.sites import Way
from ordain.chain.states import State
from ordain.cli.coverage import command
from ordain.errors import OrdainError
from ordain.word.printing.compose import compose
from ordain.workflow.chain import load_chain, version_named
from ordain.workflow.coverage import Covering, cover
from ordain.workflow.coveragereport import coverage_report
from ordain.workflow.houses import houses
from ordain.writers.report_json import write_report_json
from ordain.writers.report_terminal import write_report_terminal
from tests.chains import MATTERS, ROOT, source

ALBUQUERQUE = ROOT / "drafts" / "albuquerque-safer-community"
LAST = "4-as-amended.txt"
# Signs on a line, so that every column of the widest table has room.
_WIDTH = 140


class Text(SingleFileSnapshotExtension):
    """A snapshot that is read as the report is."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


@pytest.fixture
def copied(tmp_path: Path) -> Callable[[Path], Path]:
    def copy(folder: Path) -> Path:
        return shutil.copytree(folder, tmp_path / folder.name)

    return copy


def covering(folder: Path) -> Covering:
    return cover(folder, houses(folder))


def states(coverage: Coverage, name: str) -> list[str]:
    return next([state.value for state in it.states] for it in coverage.order if it.demand.id == name)


def row(found: Covering, name: str) -> Covered:
    return next(it for it in found.versions[-1].order if it.demand.id == name)


def edit(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("folder", MATTERS, ids=lambda folder: folder.name)
def test_the_coverage_of_a_matter_is_what_was_read_line_by_line(folder: Path, snapshot: SnapshotAssertion) -> None:
    found = covering(folder)
    reports = [coverage_report(found, at) for at in range(len(found.versions))]
    text = "\n\n".join(write_report_terminal(report, color=False, width=_WIDTH) for report in reports)
    assert text == snapshot(extension_class=Text)


@pytest.mark.parametrize("folder", MATTERS, ids=lambda folder: folder.name)
def test_both_sides_of_a_matter_are_accounted_for(folder: Path) -> None:
    found = covering(folder)
    for coverage, edition in zip(found.versions, found.chain, strict=True):
        assert tuple(it.unit for it in coverage.draft) == edition.units
        stands = {(it.demand.id, at) for it in coverage.order for at in it.at}
        sourced = {
            (link.id, at) for at, it in enumerate(coverage.draft) if isinstance(it, Sourced) for link in it.links
        }
        assert stands == sourced


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("children", "Inclusion, shall develop", "Inclusion, may develop", ("shall", "may")),
        ("facility-reports", "within one business day after", "within 90 days after", (None, "within 90 days")),
        ("resources", "employee shall not use", "employee shall use", ("shall not", "shall")),
        ("implementation", "shall oversee", "may oversee", ("shall", "may")),
    ],
)
def test_under_an_unchanged_source_the_words_decide(
    copied: Callable[[Path], Path], name: str, old: str, new: str, told: tuple[str | None, str]
) -> None:
    folder = copied(ALBUQUERQUE)
    before = row(covering(folder), name)
    edit(folder, LAST, old, new)
    after = row(covering(folder), name)
    assert after.at == before.at
    assert [it for it in after.signals if it not in before.signals and (it.old, it.new) == told]


def test_shall_to_may_weakens_what_was_codified_word_for_word(copied: Callable[[Path], Path]) -> None:
    folder = copied(ROOT / "drafts" / "minneapolis-parking-lots")
    assert states(covering(folder).versions[-1], "employee-notice") == ["codified"]
    edit(folder, "2-as-amended.txt", "City employee shall tell", "City employee may tell")
    after = row(covering(folder), "employee-notice")
    assert [state.value for state in after.states] == ["codified", "weakened"]
    assert after.shown == ("duty: 'shall' became 'may' (looser)",)


def test_the_reason_for_a_lost_clause_settles_the_suspicion(copied: Callable[[Path], Path]) -> None:
    later = covering(ALBUQUERQUE).versions[2:]
    assert [lost(coverage) for coverage in later] == [(), ()]
    assert [states(coverage, "identification")[0] for coverage in later] == ["dropped in part", "dropped in part"]
    folder = copied(ALBUQUERQUE)
    for name in ("3-floor-substitute.txt", "4-as-amended.txt"):
        edit(folder, name, "dropped:\n  identification: ", "dropped:\n  police-assistance: ")
    assert [it.demand.id for it in lost(covering(folder).versions[2])] == ["identification"]


def test_a_bill_that_came_as_a_word_file_without_ids_is_read_by_what_is_known_of_the_version_before(
    copied: Callable[[Path], Path],
) -> None:
    folder = copied(ALBUQUERQUE)
    draft = source(folder / LAST)
    content = compose(draft.draft, draft.house)
    printed = folder / "4-as-amended.docx"
    printed.write_bytes(content)
    edit(folder, "matter.yaml", LAST, printed.name)
    ours = covering(folder).versions[-1]
    assert ours.order == covering(ALBUQUERQUE).versions[-1].order
    printed.write_bytes(_foreign(content))
    found = covering(folder)
    foreign = found.versions[-1]
    ways = {link.way for it in foreign.draft if isinstance(it, Sourced) for link in it.links}
    assert ways == {Way.CARRIED}
    for mine, theirs in zip(ours.order, foreign.order, strict=True):
        assert bool(mine.at) == bool(theirs.at), mine.demand.id
    assert "as in the version before, 100%" in write_report_json(coverage_report(found, 3))


def _foreign(content: bytes) -> bytes:
    """Return a print as another program could have written it: its text, and nothing of ours."""
    from io import BytesIO  # noqa: PLC0415 - only here

    from docx import Document  # noqa: PLC0415 - only here

    bare = Document()
    for paragraph in Document(BytesIO(content)).paragraphs:
        bare.add_paragraph(paragraph.text)
    out = BytesIO()
    bare.save(out)
    return out.getvalue()


def test_a_version_is_named_by_stage_number_or_file() -> None:
    matter, _ = load_chain(ALBUQUERQUE, houses(ALBUQUERQUE))
    names = (None, "floor-substitute", "2", "1-introduced.txt")
    assert [version_named(matter, name, ALBUQUERQUE) for name in names] == [3, 2, 1, 0]
    with pytest.raises(OrdainError, match="did you mean 'as-amended'"):
        version_named(matter, "as-amend", ALBUQUERQUE)


def test_a_matter_without_versions_is_refused(copied: Callable[[Path], Path]) -> None:
    folder = copied(ALBUQUERQUE)
    text = "name: Empty\nhouse: albuquerque\n"
    (folder / "matter.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(OrdainError, match="has no version yet"):
        covering(folder)


def test_states_are_a_closed_set_that_the_documentation_explains() -> None:
    page = (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")
    assert [state.value for state in State if f"**{state.value}**" not in page] == []
    assert command.name == "coverage"
