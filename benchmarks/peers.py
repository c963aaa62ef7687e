"""Install the peers, each in a venv of its own under `build/bench/`: `python -m benchmarks.peers`.

A peer that cannot be installed is named on standard error, and the tables leave it out.
"""

import re
import subprocess
import sys
from pathlib import Path

from benchmarks.places import BUILT, PEERS


def requirements() -> dict[str, str]:
    """Return the hashed requirements of each engine."""
    _, *parts = re.split(r"^# engine: (.+)\n", PEERS.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[::2], parts[1::2], strict=True))


def version(engine: str) -> str:
    """Return the version that is pinned for an engine: that of the first of its requirements."""
    found = re.match(r"[\w-]+==([\w.]+)", requirements()[engine])
    assert found
    return found[1]


def venv(engine: str) -> Path:
    """Return the folder of an engine's venv, made or not."""
    return BUILT / "peers" / f"{engine}-{version(engine)}"


def installed(engine: str) -> bool:
    return (venv(engine) / "ready").exists()


def main() -> None:
    """Install what is missing."""
    for engine, pins in requirements().items():
        if not installed(engine) and not _install(venv(engine), pins):
            print(f"{engine} cannot be installed here and is left out of the tables", file=sys.stderr)


def _install(folder: Path, pins: str) -> bool:
    folder.mkdir(parents=True, exist_ok=True)
    wanted = folder / "requirements.txt"
    wanted.write_text(pins, encoding="utf-8")
    pip = [str(folder / "bin" / "pip"), "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
    steps = ([sys.executable, "-m", "venv", str(folder)], [*pip, "--only-binary", ":all:", "-r", str(wanted)])
    if any(subprocess.call(step) for step in steps):
        return False
    (folder / "ready").touch()
    return True


if __name__ == "__main__":
    main()
