"""A real resolution, read as a careful reader reads it (no word of the record stands here)."""

from pathlib import Path

from ordain.compare import Redline
from tests.chains import comparison


def redline(shared: Path, old: str, new: str) -> Redline:
    folder = shared / "records" / "albuquerque-r-07-268"
    return comparison(next(folder.glob(f"{old}-*.txt")), next(folder.glob(f"{new}-*.txt"))).redline


def test_the_floor_amendment_adds_one_section_and_retypes_none(shared: Path) -> None:
    entries = redline(shared, "v3", "v4").entries()
    assert [entry.new.address for entry in entries if entry.kind == "inserted" and entry.new] == ["Section 12"]
    sections = [entry for entry in entries if entry.old and entry.old.address.startswith("Section")]
    assert len(sections) == 11
    assert all(len(entry.struck) + len(entry.added) <= 1 for entry in sections)
    assert [entry.kind for entry in sections if entry.old and entry.old.address != "Section 3"] == ["renumbered"] * 10


def test_sections_that_were_renumbered_and_rewritten_are_paired(shared: Path) -> None:
    pairs = {
        entry.old.address: entry.new.address
        for entry in redline(shared, "v2", "v3").entries()
        if entry.old and entry.new and entry.old.address.startswith("Section")
    }
    assert pairs == {
        "Section 1": "Section 1",
        "Section 2": "Section 3",
        "Section 3": "Section 4",
        "Section 4": "Section 10",
        "Section 5": "Section 11",
    }


def test_one_amount_runs_through_three_versions(shared: Path) -> None:
    first = {entry.struck: entry.added for entry in redline(shared, "v1", "v2").entries()}
    second = {entry.struck: entry.added for entry in redline(shared, "v2", "v3").entries()}
    assert any("$200,000" in struck and "$250,000" in added for struck, added in first.items())
    assert any("$250,000" in struck and "$400,000" in added for struck, added in second.items())
