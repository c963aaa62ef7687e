"""A matter is checked as a whole: what can be read of it, its waivers, and where they stand."""

from pathlib import Path

import pytest

from ordain.checks import Finding
from ordain.workflow.check import check_path
from ordain.workflow.houses import houses
from ordain.workflow.print import print_of
from tests.literate import checked, sound

_OPEN = "    deadline: {number: null, unit: null, note: no source gives a time limit}\n    codify:"


@pytest.fixture
def matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of the sound matter of the cases, which is the working folder too."""
    monkeypatch.chdir(tmp_path)
    for file in checked()[0].files:
        path = Path(file.name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content(sound(path.name) if file.note == "rest" else ""))
    return Path()


def change(file: str, old: str, new: str) -> None:
    text = Path(file).read_text(encoding="utf-8")
    assert old in text
    Path(file).write_text(text.replace(old, new), encoding="utf-8")


def found(path: Path) -> list[Finding]:
    return list(check_path(path, houses(path)))


def codes(path: Path) -> list[str]:
    return [finding.problem.code for finding in found(path)]


def test_nothing_is_found_in_the_sound_matter(matter: Path) -> None:
    assert codes(matter) == []
    assert codes(matter / "matter.yaml") == []


def test_a_time_may_stand_in_what_belongs_to_the_duty(matter: Path) -> None:
    change("order.yaml", "    codify:", _OPEN)
    change("2-as-amended.txt", " within five days.", ":")
    assert codes(matter) == ["O001", "M005"]
    with Path("2-as-amended.txt").open("a", encoding="utf-8") as file:
        file.write("  (A) each month; and\n  (B) by the Clerk.\n")
    assert codes(matter) == ["O001"]


@pytest.mark.parametrize("instead", ["The policy of the City is to report", "A City department may report"])
def test_what_is_no_duty_any_more_needs_no_time(matter: Path, instead: str) -> None:
    change("order.yaml", "    codify:", _OPEN)
    change("2-as-amended.txt", "A City department shall report", instead)
    change("2-as-amended.txt", " within five days", "")
    assert codes(matter) == ["O001"]


def test_a_matter_without_a_version_has_only_its_order(matter: Path) -> None:
    change("order.yaml", "    codify:", _OPEN)
    Path("matter.yaml").write_text("name: Reports\nhouse: springfield\nversions: []\n", encoding="utf-8")
    Path("1-introduced.txt").unlink()
    assert codes(matter) == ["O001"]


def test_one_version_that_cannot_be_read_hides_nothing_of_the_others(matter: Path) -> None:
    change("1-introduced.txt", "shall report", "may report")
    change("2-as-amended.txt", "{#reports", "{#reports from=")
    assert codes(matter) == ["E001", "M002"]


def test_an_order_that_cannot_be_read_is_said_once(matter: Path) -> None:
    change("order.yaml", "modal: shall", "modal: must")
    assert codes(matter) == ["E001"]


def test_a_matter_file_that_cannot_be_read_is_said(matter: Path) -> None:
    change("matter.yaml", "versions:", "version:")
    assert set(codes(matter)) == {"E001"}


def test_a_house_is_checked_by_its_file(matter: Path) -> None:
    house = matter / "templates/springfield/house.yaml"
    assert codes(house) == []
    change(str(house), "city: Springfield\n", "")
    assert codes(house) == ["E001"]


def test_a_waiver_in_one_draft_counts_for_that_draft(matter: Path) -> None:
    for file in ("1-introduced.txt", "2-as-amended.txt"):
        change(file, "every hearing", "every hearing and/or meeting")
    change("2-as-amended.txt", "base: introduced", "base: introduced\nwaivers: {D014: quoted, M002: so be it}")
    assert [(it.problem.code, it.problem.place and it.problem.place.file, it.waived) for it in found(matter)] == [
        ("D014", "1-introduced.txt", None),
        ("D014", "2-as-amended.txt", "quoted"),
        ("M002", "1-introduced.txt", None),
        ("W002", "2-as-amended.txt", None),
    ]


def test_a_waiver_for_a_matter_is_let_stand_where_a_draft_is_checked_alone(matter: Path) -> None:
    change("2-as-amended.txt", "base: introduced", "base: introduced\nwaivers: {M005: so be it}")
    assert codes(matter / "2-as-amended.txt") == []
    assert codes(matter) == ["W002"]


def test_a_waiver_that_yaml_writes_otherwise_is_placed_at_its_file(matter: Path) -> None:
    change("2-as-amended.txt", "base: introduced", 'base: introduced\nwaivers: {"\\x44014": so be it}')
    [finding] = found(matter)
    assert finding.problem.place is not None
    assert (finding.problem.code, str(finding.problem.place)) == ("W002", "2-as-amended.txt:1")


def test_a_waiver_in_a_print_is_placed_at_its_file(matter: Path) -> None:
    change("2-as-amended.txt", "base: introduced", "base: introduced\nwaivers: {D014: so be it}")
    Path("2.docx").write_bytes(print_of(matter / "2-as-amended.txt", Path("2.docx"), houses(matter)))
    [finding] = found(matter / "2.docx")
    assert (finding.problem.code, str(finding.problem.place)) == ("W002", "2.docx")
