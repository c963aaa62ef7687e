"""Run a process to its end or to a time limit, and say what it cost."""

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from threading import Timer
from typing import Literal

Status = Literal["done", "refused", "crashed", "late"]

_REFUSED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a process cost: wall and CPU seconds, and the most memory that one process of it had, in MB."""

    status: Status
    seconds: float
    cpu: float
    memory: float
    said: str
    """The end of its standard error where it failed, of its standard output where it did not."""


def watch(command: Sequence[object], limit: float, environment: Mapping[str, str] | None = None) -> Cost:
    """Run a command; whatever it started is ended after `limit` seconds."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as error:
        start = time.perf_counter()
        process = subprocess.Popen(
            [str(word) for word in command],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=error,
            env={**os.environ, **(environment or {})},
            # A group of its own, so that all of it can be ended together.
            start_new_session=True,
        )
        late = False

        def end() -> None:
            nonlocal late
            late = True
            os.killpg(process.pid, signal.SIGKILL)

        alarm = Timer(limit, end)
        alarm.start()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        alarm.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        stream = error if process.returncode else out
        stream.seek(max(0, stream.seek(0, os.SEEK_END) - 2000))
        return Cost(
            status="late" if late else _status(process.returncode),
            seconds=seconds,
            cpu=usage.ru_utime + usage.ru_stime,
            memory=usage.ru_maxrss / 1024,
            said=stream.read().decode(errors="replace").strip(),
        )


def _status(code: int) -> Status:
    if code == _REFUSED:
        return "refused"
    return "crashed" if code else "done"
