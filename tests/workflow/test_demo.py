"""The demonstration, and the drafts that come with the program."""

from pathlib import Path

import pytest

from ordain.markup.parse import parse
from ordain.markup.write import write
from ordain.workflow.demo import demo_files
from ordain.workflow.draft import first_draft
from ordain.workflow.files import read_text
from ordain.workflow.houses import houses
from tests.chains import MATTERS


def test_the_demonstration_writes_drafts_prints_and_redlines(tmp_path: Path) -> None:
    names = [path.name for path, content, _ in demo_files(tmp_path) if content]
    assert "redline-order-to-1-introduced.docx" in names
    assert "4-as-amended.docx" in names
    assert any(name.startswith("marked-") for name in names)


@pytest.mark.parametrize("folder", MATTERS, ids=lambda folder: folder.name)
def test_the_first_version_is_what_the_templates_make_of_the_order(folder: Path) -> None:
    path, content = next(iter(first_draft(folder, houses(folder)).items()))
    assert path.read_bytes() == content


@pytest.mark.parametrize("folder", MATTERS, ids=lambda folder: folder.name)
def test_every_text_of_ours_is_formatted_and_marked_illustrative(folder: Path) -> None:
    for path in sorted(folder.glob("*.txt")):
        text = read_text(path)
        draft = parse(text, houses(path).known(), str(path))
        assert write(draft) == text
        assert draft.front.illustrative
