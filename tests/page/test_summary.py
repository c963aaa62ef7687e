"""The first screen alone."""

from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner

from ordain.cli.summary import command
from ordain.compare.digest import digest
from ordain.errors import OrdainError
from ordain.page.review import Review
from ordain.workflow.summary import Sheet, summary_of, write_summary
from tests.page.conftest import MATTER
from tests.print.rereading import pages


def test_the_summary_says_what_the_first_screen_says(review: Review) -> None:
    text = write_summary(summary_of(review, review.last), Path("a.md")).decode()
    assert "5 provisions were reworded." in text
    assert "**Weaker than before (1)**" in text
    assert "City Attorney: less often" in text
    assert digest(review.last.redline.entries())[:12] in text
    assert "Secret activities | gone" in text


def test_the_summary_is_written_in_spanish(review: Review) -> None:
    text = write_summary(summary_of(review, review.last, "es"), Path("a.md")).decode()
    assert "Sección 11, REQUESTS FOR FEDERAL RECORDS" in text
    assert "De «Floor substitute» a «As amended»" in text


@pytest.mark.parametrize(
    ("name", "start"), [("a.docx", b"PK"), ("a.html", b"<!doctype"), ("a.md", b"# Safer"), ("a.pdf", b"%PDF-1.7")]
)
def test_each_form_is_written_and_twice_the_same(review: Review, name: str, start: bytes) -> None:
    report = summary_of(review, review.last)
    content = write_summary(report, Path(name))
    assert content.startswith(start)
    assert content == write_summary(report, Path(name))


def test_the_pdf_says_what_the_other_forms_say_in_the_face_of_the_house(review: Review) -> None:
    pdf = write_summary(summary_of(review, review.last, "es"), Path("a.pdf"), Sheet(house=review.house))
    text = " ".join(pages(pdf))
    assert "Sección 11, REQUESTS FOR FEDERAL RECORDS City Attorney: menos a menudo" in text
    assert "Página 1 de 1" in text
    assert digest(review.last.redline.entries())[:12] in text
    assert b"LiberationSans" in pdf


def test_the_date_is_that_of_the_option_else_of_the_new_version(tmp_path: Path) -> None:
    for name, date in (("1", ""), ("2", "date: 2026-03-11\n")):
        text = f"---\nhouse: albuquerque\n{date}---\nA TITLE.\n\nWHEREAS, {name}; and\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    files = [str(tmp_path / "1.txt"), str(tmp_path / "2.txt")]
    for words, wanted in (([], "D:20260311"), (["--date", "2026-04-01"], "D:20260401")):
        out = tmp_path / "summary.pdf"
        result = CliRunner().invoke(command, [*files, "-o", str(out), "--force", *words], catch_exceptions=False)
        assert result.exit_code == 0
        with pypdfium2.PdfDocument(out.read_bytes()) as pdf:
            assert pdf.get_metadata_value("CreationDate").startswith(wanted)


def test_another_form_is_refused_with_a_remedy(review: Review) -> None:
    with pytest.raises(OrdainError, match=r"no summary is written as '.odt'; end the name in"):
        write_summary(summary_of(review, review.last), Path("a.odt"))


def test_two_texts_have_a_summary_without_an_order(tmp_path: Path) -> None:
    out = tmp_path / "summary.md"
    files = [str(MATTER / name) for name in ("1-introduced.txt", "2-committee-substitute.txt")]
    result = CliRunner().invoke(command, [*files, "-o", str(out)], catch_exceptions=False)
    assert result.exit_code == 0
    text = out.read_text()
    assert "Section 11, REQUESTS FOR FEDERAL RECORDS" in text
    assert "duty weakened, “shall” became “may”" in text
    assert "What became of the order" not in text


def test_one_version_with_itself_says_that_nothing_changed() -> None:
    file = str(MATTER / "1-introduced.txt")
    result = CliRunner().invoke(command, [file, file], catch_exceptions=False)
    assert "Nothing changed between these two versions." in result.output
