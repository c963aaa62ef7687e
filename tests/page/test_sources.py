"""What a page can be made of."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from ordain.cli.review import command
from ordain.compare.digest import digest
from ordain.errors import OrdainError
from ordain.page.render import write_page
from ordain.workflow.houses import houses
from ordain.workflow.print import print_of
from ordain.workflow.review import review_matter, review_two
from tests.page.conftest import MATTER
from tests.page.marks import digest_from


@pytest.fixture(scope="module")
def prints(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("prints")
    known = houses(MATTER)
    paths = folder / "old.docx", folder / "new.docx"
    for path, name in zip(paths, ("2-committee-substitute.txt", "3-floor-substitute.txt"), strict=True):
        path.write_bytes(print_of(MATTER / name, path, known))
    return paths


def test_two_word_files_make_a_page_of_the_same_changes(prints: tuple[Path, Path]) -> None:
    review = review_two(*prints, houses(MATTER))
    assert digest_from(write_page(review)) == digest(review.last.redline.entries())
    assert review.title == "new"


def test_an_order_and_a_draft_make_a_page(tmp_path: Path) -> None:
    out = tmp_path / "review.html"
    files = [str(MATTER / "order.yaml"), str(MATTER / "1-introduced.txt")]
    result = CliRunner().invoke(command, [*files, "-o", str(out), "--lang", "es"], catch_exceptions=False)
    assert result.exit_code == 0
    assert '<html lang="es">' in out.read_text(encoding="utf-8")


def test_every_worked_matter_has_a_page_with_every_pair_of_its_texts() -> None:
    for folder in sorted(MATTER.parent.glob("*/")):
        review = review_matter(folder, houses(folder))
        count = len(review.editions)
        assert len(review.turns) == count * (count - 1) // 2
        assert digest_from(write_page(review)) == digest(review.last.redline.entries())


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["a", "b", "c", "-o", "x.html"], "a matter, or of two texts"),
        ([str(MATTER), "-o", "x.pdf"], "end its name in .html"),
    ],
)
def test_what_makes_no_page_is_refused_with_a_sentence(arguments: list[str], message: str) -> None:
    with pytest.raises(OrdainError, match=message):
        CliRunner().invoke(command, arguments, catch_exceptions=False)


def test_a_file_is_not_written_over_without_leave(tmp_path: Path) -> None:
    out = tmp_path / "review.html"
    out.write_text("mine")
    with pytest.raises(OrdainError, match="exists already"):
        CliRunner().invoke(command, [str(MATTER), "-o", str(out)], catch_exceptions=False)
    assert out.read_text() == "mine"
