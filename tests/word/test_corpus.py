"""Real pairs of Word files: a redline is exact, or it is refused with a reason; it is never wrong.

The second opinion is that of the judge in the shared folder, which shares no code with
the program.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from ordain.errors import OrdainError
from ordain.workflow.redline import Options, redline_of, write_docx
from ordain.workflow.sources import WordSource
from tests.oracles import oracle
from tests.oracles.office import How, Office
from tests.oracles.validator import Validator

# How many pairs of each group are exact, at least: all but two in a hundred.
FLOORS = {"feature": 54, "wml": 48, "safe": 9, "law": 7}

FORMATS = ("fa_rpr", "fa_ppr", "fr_rpr", "fr_ppr")

# What LibreOffice 7.4 does not resolve whatever the marks are, or cannot open (docs/word-fidelity.md).
NOT_BY_THE_OFFICE = ("field-result", "sdt-edit", "comment-", "tracked-in")

# Larger files are left to the benchmarks.
LARGEST = 200_000


def pairs(shared: Path, group: str) -> list[tuple[Path, Path]]:
    found = [(path, path.with_name("new.docx")) for path in sorted((shared / "corpus" / group).glob("*/old.docx"))]
    return [(old, new) for old, new in found if new.stat().st_size < LARGEST]


def redline(old: Path, new: Path) -> bytes | None:
    sides = [WordSource(path.read_bytes(), str(path)) for path in (old, new)]
    try:
        return write_docx(redline_of(*sides), Options())
    except OrdainError as error:
        assert len(str(error)) > 40  # noqa: PT017 - a refusal says why
        return None


@pytest.mark.parametrize("group", FLOORS)
def test_every_redline_is_exact_or_refused(group: str, shared: Path, tmp_path: Path) -> None:
    made = {}
    for old, new in pairs(shared, group):
        content = redline(old, new)
        if content is not None:
            path = tmp_path / f"{old.parent.name}.docx"
            path.write_bytes(content)
            made[path] = (old, new)
    assert len(made) >= FLOORS[group]
    jobs = json.dumps([[str(old), str(new), str(path)] for path, (old, new) in made.items()])
    script = (
        "import json, sys; sys.path.insert(0, sys.argv[1]); import measure\n"
        "for old, new, out in json.load(sys.stdin):\n"
        "    print(json.dumps({'pair': out, **measure.judge(old, new, out)}))"
    )
    judged = subprocess.run(
        [sys.executable, "-c", script, str(shared / "oracle")], input=jobs, capture_output=True, text=True, check=True
    )
    for line in judged.stdout.splitlines():
        result = json.loads(line)
        wrong = [key for key, held in result.items() if key.startswith(("acc", "rej")) and held is False]
        # A file without a paragraph has no format that could be restored.
        formats = [key for key in FORMATS if result[key] < 1 and result[f"{key[:2]}_aligned"] > 0]
        assert not wrong + formats + result["bad"], (result["pair"], wrong, formats, result["bad"])


class TestJudges:
    """Programs of other makers read the redlines of plain paragraphs."""

    pytestmark = oracle

    def test_the_office_and_the_validator_agree_on_each_feature(
        self, shared: Path, office: Office, validator: Validator
    ) -> None:
        judged = 0
        for old, new in pairs(shared, "feature"):
            feature = old.parent.name
            content = redline(old, new)
            assert content is not None
            if errors := validator.errors(content):
                assert not {*errors} - {*validator.errors(old.read_bytes()), *validator.errors(new.read_bytes())}
            if feature.startswith(NOT_BY_THE_OFFICE):
                continue
            judgments: tuple[tuple[How, Path], ...] = (("accept", new), ("reject", old))
            for how, side in judgments:
                assert office.resolve(content, how).body == office.resolve(side.read_bytes(), "keep").body, feature
            judged += 1
        assert judged >= FLOORS["feature"] - 6
