"""What it costs to load `ordain redline`: `start.py OLD NEW OUT` prints it as JSON, in a process of its own.

The command runs twice in one process: what the first run takes longer than the second is the
cost of loading.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

# Libraries that the way of two .docx does without.
_UNWANTED = ("docx", "pydantic")

_TIMES = 5

# Python keeps what it compiled, whatever the shell says, so that only the first time pays for it.
WITH_BYTECODE = {"PYTHONDONTWRITEBYTECODE": ""}


@dataclass(frozen=True, slots=True)
class Start:
    """The median of the seconds of loading, and which unwanted libraries came along."""

    seconds: float
    unwanted: tuple[str, ...]


def start(old: Path, new: Path, out: Path) -> Start:
    """Return what loading costs for a pair of .docx."""
    found = []
    for _ in range(_TIMES):
        out.unlink(missing_ok=True)
        command = [sys.executable, __file__, old, new, out]
        environment = {**os.environ, **WITH_BYTECODE}
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
        found.append(json.loads(done.stdout))
    return Start(statistics.median(it["seconds"] for it in found), tuple(found[0]["unwanted"]))


def main() -> None:
    """Run the command twice, and print what the first run took longer."""
    words = ["redline", *sys.argv[1:3], "-o", sys.argv[3], "--force"]
    seconds = []
    for _ in range(2):
        begin = time.perf_counter()
        from ordain.cli import group  # noqa: PLC0415 - loading is what is measured

        group(words, standalone_mode=False)
        seconds.append(time.perf_counter() - begin)
    unwanted = [name for name in _UNWANTED if name in sys.modules]
    print(json.dumps({"seconds": seconds[0] - seconds[1], "unwanted": unwanted}))


if __name__ == "__main__":
    main()
