"""The engines that are measured, and the commands that run them."""

import importlib.metadata
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import peers
from benchmarks.places import ORACLE, ROOT
from benchmarks.start import WITH_BYTECODE

_DRIVER = ROOT / "benchmarks" / "drive.py"

# What `drive.py` needs to find the office worker; and every engine has its bytecode, as pip leaves it, even
# where this shell writes none: a checkout has none before the first run.
ENVIRONMENT = {"ORDAIN_ORACLE": str(ORACLE), **WITH_BYTECODE}


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine: its name, its version, the Python that has it, and its own command where it has one."""

    name: str
    version: str
    python: str
    own: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """What the tables call it."""
        return f"{self.name} {self.version}".strip()

    def command(self, old: Path, new: Path, out: Path) -> list[str]:
        """Return the command of the whole process, as a user would start it."""
        match self.name:
            case "ordain":
                return [*self.own, str(old), str(new), "-o", str(out)]
            case _ if self.own:
                return [*self.own, str(old), str(new), str(out)]
            case _:
                return self.repeated(old, new, out)

    def repeated(self, old: Path, new: Path, out: Path, *times: int) -> list[str]:
        """Return the command that does the work several times in one process and prints the seconds."""
        return [self.python, str(_DRIVER), self.name, str(old), str(new), str(out), *map(str, times)]


OURS = "ordain"
FLOOR = Engine("floor", "", sys.executable)


def engines(names: Sequence[str] = ()) -> list[Engine]:
    """Return the engines that can be run here, ours first; only those of `names` where any are given."""
    found = [
        Engine(OURS, importlib.metadata.version("ordain"), sys.executable, (str(_beside(sys.executable)), "redline"))
    ]
    for name in peers.requirements():
        if peers.installed(name):
            folder = peers.venv(name) / "bin"
            own = (str(folder / name),) if (folder / name).exists() else ()
            found.append(Engine(name, peers.version(name), str(folder / "python"), own))
    office = _office()
    if office:
        found.append(office)
    return [engine for engine in found if not names or engine.name in names]


def missing() -> list[str]:
    """Return the names of the peers that cannot be run here."""
    here = {engine.name for engine in engines()}
    return [name for name in (*peers.requirements(), "LibreOffice") if name not in here]


def _beside(python: str) -> Path:
    return Path(python).with_name("ordain")


def _office() -> Engine | None:
    if not shutil.which("soffice") or not ORACLE.is_dir():
        return None
    for python in (sys.executable, "/usr/bin/python3"):
        if shutil.which(python) and not subprocess.call([python, "-I", "-c", "import uno"], stderr=subprocess.DEVNULL):
            said = subprocess.run(["soffice", "--version"], capture_output=True, text=True, check=False).stdout
            return Engine("LibreOffice", said.split()[1] if said else "", python)
    return None
