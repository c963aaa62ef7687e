"""The Open XML SDK as a judge: the errors that Microsoft's own library finds in a document.

It runs in Node (`validate.mjs`), one process for all documents, because it takes long to start.
It holds a document against the schema, and cannot see all that Word minds: an id that two
revisions share is an error to it only where both are insertions, or both deletions, and
`w:t` in a deletion is none.
"""

import json
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Timer

from tests.oracles import MissingError

_WORKER = Path(__file__).with_name("validate.mjs")
_PACKAGE = Path(__file__).parents[2] / "node_modules" / "@ooxml-tools" / "validate"

# Seconds for one document; the first waits for the start too, 15 s on a slow machine.
_LIMIT = 120.0


class ValidatorError(Exception):
    """The validator died or did not answer in time."""


class Validator:
    """A validator that answers for one document after another; it starts with the first."""

    def __init__(self) -> None:
        """Raise `MissingError` when Node or the package is not installed."""
        if not (shutil.which("node") and _PACKAGE.is_dir()):
            raise MissingError("The Open XML SDK validator is not installed: `npm ci`, with Node 20 or later")
        self._folder = TemporaryDirectory(prefix="ordain-validator-")
        self._worker: subprocess.Popen[str] | None = None

    def errors(self, docx: bytes) -> tuple[str, ...]:
        """Return the errors in `docx`, each as what is wrong and where.

        A file that is not a package at all has one error, that it cannot be opened.
        Raises `ValidatorError`.
        """
        path = Path(self._folder.name) / "document.docx"
        path.write_bytes(docx)
        worker = self._worker = self._worker or _start()
        assert worker.stdin is not None
        assert worker.stdout is not None
        alarm = Timer(_LIMIT, worker.kill)
        alarm.start()
        try:
            worker.stdin.write(json.dumps(str(path)) + "\n")
            worker.stdin.flush()
            answer = worker.stdout.readline()
        except BrokenPipeError:
            answer = ""
        finally:
            alarm.cancel()
        if not answer:
            self._stop()
            raise ValidatorError(f"the Open XML SDK validator died or gave no answer in {_LIMIT} s")
        return tuple(json.loads(answer))

    def close(self) -> None:
        """End the validator and remove its files."""
        self._stop()
        self._folder.cleanup()

    def _stop(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.kill()
            worker.communicate()


def _start() -> "subprocess.Popen[str]":
    return subprocess.Popen(
        ["node", _WORKER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )
