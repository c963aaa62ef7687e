"""LibreOffice as a judge: what a document says once its changes are accepted, rejected or kept.

UNO runs in a worker process (`office_worker.py`), because the interpreter of the tests seldom
has it, and because an office that is stuck can then be ended and replaced.
"""

import base64
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Timer
from typing import Any, Literal, TypeAlias

from tests.oracles import MissingError

How: TypeAlias = Literal["accept", "reject", "keep"]

_WORKER = Path(__file__).with_name("office_worker.py")

# An office that was told to end does so in a second or two; after these it is ended by force.
_PATIENCE = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What LibreOffice reads in a document.

    Where changes are kept, both struck and added words are read.
    """

    body: str
    """The text of the body with its automatic numbers, lists indented; lines end with LF."""
    paragraphs: tuple[str, ...]
    """The paragraphs of the body, cell by cell in a table, without automatic numbers but those of notes."""
    footnotes: tuple[str, ...]
    endnotes: tuple[str, ...]
    headers: tuple[str, ...]
    """The distinct headers and footers of the pages in use, sorted."""
    left: int
    """The revisions that are still in the document."""


class OfficeError(Exception):
    """LibreOffice refused a document, or died or was stuck twice on the same one."""


class Office:
    """A LibreOffice that answers one job after another, each in at most `limit` seconds.

    It starts with the first job. One that dies or is late is replaced, and the job done again, once.
    """

    def __init__(self, *, limit: float = 120.0) -> None:
        """Raise `MissingError` when LibreOffice or its Python bridge is not installed."""
        self._limit = limit
        self._python = _interpreter()
        self._folder = TemporaryDirectory(prefix="ordain-office-", ignore_cleanup_errors=True)
        self._log = Path(self._folder.name) / "log"
        self._worker: subprocess.Popen[str] | None = None

    def resolve(self, docx: bytes, how: How) -> Reading:
        """Return what `docx` says after all its changes are accepted, rejected or kept.

        Raises `OfficeError` when LibreOffice cannot say.
        """
        answer = self._ask(docx, how)
        return Reading(
            body=answer["body"],
            paragraphs=tuple(answer["paragraphs"]),
            footnotes=tuple(answer["footnotes"]),
            endnotes=tuple(answer["endnotes"]),
            headers=tuple(answer["headers"]),
            left=answer["left"],
        )

    def resolve_many(self, files: Sequence[tuple[bytes, How]]) -> list[Reading]:
        """Return a reading of each of `files`, in their order; see `resolve`."""
        return [self.resolve(docx, how) for docx, how in files]

    def pdf(self, docx: bytes) -> bytes:
        """Return `docx` as LibreOffice prints it, changes shown; see `resolve` for errors."""
        return base64.b64decode(self._ask(docx, "pdf")["pdf"])

    def close(self) -> None:
        """End the office and remove its files."""
        self._stop(_PATIENCE)
        self._folder.cleanup()

    def _ask(self, docx: bytes, how: str) -> dict[str, Any]:
        job = json.dumps({"docx": base64.b64encode(docx).decode(), "how": how})
        line = self._try(job) or self._try(job)
        if not line:
            last_words = self._log.read_text(encoding="utf-8", errors="replace")[-500:]
            raise OfficeError(f"LibreOffice twice died or gave no answer in {self._limit} s\n{last_words}")
        answer: dict[str, Any] = json.loads(line)
        if "error" in answer:
            raise OfficeError(answer["error"])
        return answer

    def _try(self, job: str) -> str:
        """Return the line that answers `job`, or none when the office died or had to be ended."""
        worker = self._worker = self._worker or self._start()
        assert worker.stdin is not None
        assert worker.stdout is not None
        alarm = Timer(self._limit, _kill, [worker])
        alarm.start()
        answer = ""
        try:
            worker.stdin.write(job + "\n")
            worker.stdin.flush()
            answer = worker.stdout.readline()
        except BrokenPipeError:
            pass
        finally:
            alarm.cancel()
        if not answer:
            self._stop(0)
        return answer

    def _start(self) -> "subprocess.Popen[str]":
        with self._log.open("w") as log:
            return subprocess.Popen(
                [self._python, "-I", _WORKER, self._folder.name],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                encoding="utf-8",
                # What an office leaves behind when it is ended by force goes with the folder.
                env={**os.environ, "TMPDIR": self._folder.name},
                # A group of its own, so that the worker and its office can be ended together.
                start_new_session=True,
            )

    def _stop(self, patience: float) -> None:
        worker, self._worker = self._worker, None
        if worker is None:
            return
        try:
            worker.communicate(timeout=patience)  # closes its input, which tells it to end
        except subprocess.TimeoutExpired:
            _kill(worker)
            worker.communicate()
        _kill(worker)  # an office that outlived its worker


def _kill(worker: "subprocess.Popen[str]") -> None:
    with suppress(ProcessLookupError):
        os.killpg(worker.pid, signal.SIGKILL)


def _interpreter() -> str:
    """Return a Python that has `uno`: this one or the system's."""
    if shutil.which("soffice"):
        for python in (sys.executable, "/usr/bin/python3"):
            if shutil.which(python) and not subprocess.call(
                [python, "-I", "-c", "import uno"], stderr=subprocess.DEVNULL
            ):
                return python
    raise MissingError(
        "LibreOffice with python3-uno is not installed: `apt-get install libreoffice-writer python3-uno`"
    )
