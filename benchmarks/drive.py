"""Run one engine on one pair: `drive.py ENGINE OLD NEW OUT [TIMES]`, by the Python that has the engine.

With TIMES the work is done so often in one process, and the seconds of each time are printed
as JSON.  It imports nothing of this repository: each engine has a venv of its own.
Exit status 2 says that the engine refused the pair.
"""

# ruff: noqa: PLC0415 - an engine is imported by the Python that has it

import json
import os
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

# What an engine does with OLD, NEW and OUT once it is loaded.
Work = Callable[[str, str, str], None]

_MOMENT = "2026-01-01T00:00:00Z"
_REFUSED = 2


class RefusedError(Exception):
    """The engine says that it does not compare this pair."""


@contextmanager
def ordain() -> Iterator[Work]:
    from ordain.errors import OrdainError
    from ordain.workflow.redline import Options, redline_of, write
    from ordain.workflow.sources import WordSource

    def work(old: str, new: str, out: str) -> None:
        try:
            sides = [WordSource(Path(path).read_bytes(), path) for path in (old, new)]
            Path(out).write_bytes(write(redline_of(*sides), Path(out), Options()))
        except OrdainError as error:
            raise RefusedError(error) from None

    yield work


@contextmanager
def docxodus() -> Iterator[Work]:
    """Its best documented option is on: moves are off by default."""
    from python_redlines.engines import DocxodusEngine, EngineExecutionError

    engine = DocxodusEngine(target_path=str(Path(sys.prefix) / "engine"))

    def work(old: str, new: str, out: str) -> None:
        try:
            content, _, _ = engine.run_redline("Peer", Path(old), Path(new), detect_moves=True, date_time=_MOMENT)
        except EngineExecutionError as error:
            raise RefusedError(error) from None
        Path(out).write_bytes(content)

    yield work


@contextmanager
def docx_trackdiff() -> Iterator[Work]:
    from docx_trackdiff.compare import main

    def work(old: str, new: str, out: str) -> None:
        sys.argv = ["docx-trackdiff", old, new, out, "--date", _MOMENT]
        said, sys.stdout = sys.stdout, sys.stderr
        try:
            main()
        finally:
            sys.stdout = said

    yield work


@contextmanager
def rdocx() -> Iterator[Work]:
    """Its best documented option is on: by default a changed run is replaced whole."""
    import rdocx as engine

    def work(old: str, new: str, out: str) -> None:
        try:
            document = engine.Document.open(old)
            document.compare(engine.Document.open(new), "Peer", _MOMENT, granularity="word")
            document.save(out)
        except engine.RdocxError as error:
            raise RefusedError(error) from None

    yield work


@contextmanager
def libreoffice() -> Iterator[Work]:
    """Writer's own compare, over the office worker of the shared folder."""
    worker = Path(os.environ["ORDAIN_ORACLE"]) / "lo_worker.py"
    office = subprocess.Popen([sys.executable, worker], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    jobs, answers = office.stdin, office.stdout
    assert jobs
    assert answers
    answers.readline()

    def work(old: str, new: str, out: str) -> None:
        jobs.write(json.dumps({"op": "compare", "old": old, "new": new, "out": out}) + "\n")
        jobs.flush()
        answer = json.loads(answers.readline() or '{"ok": false, "error": "the office died"}')
        if not answer["ok"]:
            raise RefusedError(answer["error"])

    yield work
    office.communicate('{"op": "quit"}\n')


@contextmanager
def floor() -> Iterator[Work]:
    """No engine: what opening, parsing and writing the two packages costs anybody."""
    from lxml import etree

    def work(old: str, new: str, out: str) -> None:
        for path in (old, new):
            with zipfile.ZipFile(path) as package, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
                for name in package.namelist():
                    content = package.read(name)
                    if name.endswith((".xml", ".rels")):
                        content = etree.tostring(etree.fromstring(content), encoding="UTF-8", standalone=True)
                    made.writestr(name, content)

    yield work


_ENGINES = {
    "ordain": ordain,
    "docxodus": docxodus,
    "docx-trackdiff": docx_trackdiff,
    "rdocx": rdocx,
    "LibreOffice": libreoffice,
    "floor": floor,
}


def main() -> int:
    """Run the engine; print the seconds of each time where there are several."""
    name, old, new, out, *times = sys.argv[1:]
    seconds = []
    try:
        with _ENGINES[name]() as work:
            for _ in range(int(times[0]) if times else 1):
                start = time.perf_counter()
                work(old, new, out)
                seconds.append(time.perf_counter() - start)
    except RefusedError as error:
        print(error, file=sys.stderr)
        return _REFUSED
    if times:
        print(json.dumps(seconds))
    return 0


if __name__ == "__main__":
    sys.exit(main())
