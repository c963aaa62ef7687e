"""The official print of a real resolution, line by line (no word of the record stands here)."""

from pathlib import Path

import pytest

from tests.print.prints import lines_of, source


@pytest.fixture(scope="module")
def folder(shared: Path) -> Path:
    return shared / "records" / "albuquerque-r-07-268"


def _words(text: str) -> str:
    """Return the words with one blank between them; the record is stored with straight apostrophes."""
    return " ".join(text.replace("\u2019", "'").split())


def test_every_line_of_the_print_stands_on_its_page_and_line(folder: Path) -> None:
    official = {}
    for line in (folder / "print.txt").read_text(encoding="utf-8").splitlines():
        place, _, text = line.partition(" ")
        page, number = map(int, place.split(":"))
        if number:
            official[page, number] = _words(text)
    found = source(folder / "v4-floor-amended.txt", "albuquerque")
    printed = {(row.line.page, row.line.number): _words(row.text) for row in lines_of(found.draft, found.house).rows}
    assert len(official) == 109
    assert printed == official


def test_every_version_is_printed_and_read_back(folder: Path) -> None:
    for path in sorted(folder.glob("v*.txt")):
        found = source(path, "albuquerque")
        assert lines_of(found.draft, found.house).rows
