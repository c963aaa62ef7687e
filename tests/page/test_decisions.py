"""The decisions that readers exported, merged by staff."""

import hashlib
import io
import json
import re
import shutil
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from ordain.cli.decisions import command
from ordain.compare.digest import digest
from ordain.errors import OrdainError
from ordain.page.cards import cards
from ordain.page.review import Review
from tests.oracles import oracle
from tests.page.browser import Desk
from tests.page.conftest import MATTER
from tests.recomputed import from_docx

_OLD, _NEW = "3-floor-substitute.txt", "4-as-amended.txt"


def _export(review: Review, reader: str, views: Sequence[tuple[int, str | None, str]], **other: Any) -> str:
    held = {card.number: card for card in cards(review.last, review.vocabulary)}
    side = [{"name": it.name, "file": it.file, "digest": it.digest} for it in review.editions[-2:]]
    decisions = [
        {
            "fingerprint": held[number].fingerprint,
            "number": number,
            "kind": held[number].kind,
            "address": held[number].spot.address,
            "decision": verdict,
            "comment": comment,
        }
        for number, verdict, comment in views
    ]
    content = {"schema": "ordain/decisions/1", "matter": review.key, "reader": reader, "old": side[0], "new": side[1]}
    return json.dumps(content | {"decisions": decisions} | other)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (_OLD, _NEW):
        shutil.copy(MATTER / name, tmp_path)
    return tmp_path


def _run(*arguments: object) -> str:
    result = CliRunner().invoke(command, list(map(str, arguments)), catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def test_the_word_file_is_the_redline_with_each_view_at_its_change(review: Review, folder: Path) -> None:
    one, other = folder / "baca.json", folder / "rogers.json"
    one.write_text(_export(review, "Baca", [(4, "reject", "Keep every quarter."), (2, "accept", "")]))
    other.write_text(_export(review, "Rogers", [(4, "discuss", "Why?")]))
    out = folder / "decisions.docx"
    _run(one, other, "-o", out)
    content = out.read_bytes()
    assert from_docx(content) == digest(review.last.redline.entries())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        comments = archive.read("word/comments.xml").decode()
        body = archive.read("word/document.xml").decode()
    texts = re.findall(r"<w:comment .*?</w:comment>", comments, re.DOTALL)
    said = [re.sub(r"<[^>]*>", " ", text) for text in texts]
    assert len(said) == 2
    assert "Baca: accept." in said[0]
    assert "Baca: reject. Keep every quarter." in said[1]
    assert "Rogers: discuss. Why?" in said[1]
    before = body[: body.index('w:commentReference w:id="1"')]
    assert "REQUESTS FOR FEDERAL RECORDS" in before
    assert "CARE OF AFFECTED CHILDREN" not in before


def test_the_table_has_a_row_for_each_change_and_every_view(review: Review, folder: Path) -> None:
    one = folder / "baca.json"
    one.write_text(_export(review, "Baca", [(4, "reject", "Keep every quarter.")]))
    rows = json.loads(_run(one, "--json"))["changes"]
    assert [row["change"] for row in rows] == [1, 2, 3, 4, 5]
    assert rows[3]["views"] == [{"reader": "Baca", "decision": "reject", "comment": "Keep every quarter."}]
    assert rows[0]["views"] == []


def test_a_view_on_another_change_is_listed_apart(review: Review, folder: Path) -> None:
    one = folder / "baca.json"
    content = json.loads(_export(review, "", [(4, "reject", "x")]))
    content["decisions"][0] |= {"fingerprint": "0" * 16, "address": "Section 99"}
    one.write_text(json.dumps(content))
    result = CliRunner().invoke(command, [str(one), "--json"], catch_exceptions=False)
    assert json.loads(result.stdout)["elsewhere"] == [{"where": "Section 99", "view": "Reader 1: reject. x"}]
    assert "not a change of these two versions: Reader 1, Section 99" in result.stderr


def test_a_version_that_changed_since_is_refused(review: Review, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    one = folder / "baca.json"
    one.write_text(_export(review, "Baca", [(4, "reject", "x")]))
    text = (folder / _NEW).read_text()
    (folder / _NEW).write_text(text.replace("twice", "thrice"))
    with pytest.raises(OrdainError, match="changed after the decisions were made"):
        CliRunner().invoke(command, [str(one)], catch_exceptions=False)


def test_a_version_that_is_nowhere_is_refused(review: Review, tmp_path: Path) -> None:
    one = tmp_path / "baca.json"
    side = {"name": "Lost", "file": "lost.txt", "digest": hashlib.sha256(b"").hexdigest()}
    one.write_text(_export(review, "Baca", [], old=side))
    with pytest.raises(OrdainError, match=r"'Lost' \(lost.txt\) was not found; name the folder"):
        CliRunner().invoke(command, [str(one)], catch_exceptions=False)


def test_decisions_on_two_matters_are_not_merged(review: Review, folder: Path) -> None:
    one, other = folder / "a.json", folder / "b.json"
    one.write_text(_export(review, "A", []))
    other.write_text(_export(review, "B", [], matter="another"))
    with pytest.raises(OrdainError, match="merge the files of one matter"):
        CliRunner().invoke(command, [str(one), str(other)], catch_exceptions=False)


@pytest.mark.parametrize("text", ["", "{}", '{"schema": "ordain/redline/1"}', "<html>"])
def test_another_file_is_refused_with_a_sentence(folder: Path, text: str) -> None:
    path = folder / "x.json"
    path.write_text(text)
    with pytest.raises(OrdainError, match="no file of decisions"):
        CliRunner().invoke(command, [str(path)], catch_exceptions=False)


class TestFromABrowser:
    pytestmark = oracle

    def test_what_the_page_exports_is_read_back(self, file: Path, desk: Desk, folder: Path) -> None:
        page, _ = desk.open(file)
        page.locator(".card#change-3").get_by_label("Discuss").click()
        page.locator(".card#change-3 .comment").click()
        page.locator(".card#change-3 textarea").fill("</w:t> & “who pays”?\nSecond line.")
        page.click("#open-decisions")
        with page.expect_download() as download:
            page.click("#export")
        held = folder / "decisions.json"
        download.value.save_as(held)
        rows = json.loads(_run(held, "--json"))["changes"]
        assert rows[2]["views"] == [
            {"reader": "Reader 1", "decision": "discuss", "comment": "</w:t> & “who pays”?\nSecond line."}
        ]
        _run(held, "-o", folder / "decisions.docx")
