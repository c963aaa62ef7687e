"""What independent judges say of a redline, from a process of their own."""

import json
import os
import selectors
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any, Self

from benchmarks.places import ORACLE, ROOT

Judgment = dict[str, Any]

# The largest redlines take the judges a minute.
_LIMIT = 300.0


class Judges:
    """The judges of the shared folder; those that are stuck or dead are replaced."""

    def __init__(self) -> None:
        self._worker: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._worker:
            self._worker.communicate()

    def judge(self, old: Path, new: Path, redline: Path) -> Judgment:
        """Return all judgments of one redline; `error` where it could not be judged."""
        return self._ask(old, new, redline)

    def tracked(self, docx: Path) -> bool:
        """Whether a document holds revisions."""
        return bool(self._ask(docx).get("tracked"))

    def _ask(self, *paths: Path) -> Judgment:
        if self._worker is None:
            self._worker = subprocess.Popen(
                [sys.executable, ROOT / "benchmarks" / "judge_worker.py", ORACLE],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                start_new_session=True,
            )
        worker = self._worker
        assert worker.stdin
        assert worker.stdout
        worker.stdin.write(json.dumps([str(path) for path in paths]) + "\n")
        worker.stdin.flush()
        with selectors.DefaultSelector() as ready:
            ready.register(worker.stdout, selectors.EVENT_READ)
            line = worker.stdout.readline() if ready.select(_LIMIT) else ""
        if line:
            answer: Judgment = json.loads(line)
            return answer
        os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()
        self._worker = None
        return {"error": "no answer"}


def office_asked(judgment: Judgment) -> bool:
    return judgment.get("lo_acc") is not None


def exact(judgment: Judgment, *, office: bool) -> bool:
    """Whether accepted text is the new and rejected text the old: by lxml, or by LibreOffice.

    By lxml, notes, headers and footers count too.
    """
    ours = {key: held for key, held in judgment.items() if key.startswith(("acc", "rej")) and "loose" not in key}
    asked = [judgment.get("lo_acc"), judgment.get("lo_rej")] if office else [*ours.values()]
    return "error" not in judgment and all(held is not False for held in asked)


def formats(judgment: Judgment, side: str) -> bool:
    """Whether runs, paragraphs, styles and numbers are formatted as on that side: `fa` new, `fr` old."""
    shares = [judgment.get(f"{side}_{what}") for what in ("rpr", "ppr", "style", "num")]
    return "error" not in judgment and all(share is None or share == 1 for share in shares)
