"""The version pairs that every judge judges: of the worked matters, and of the real records."""

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from ordain.workflow.draft import load_matter
from ordain.workflow.houses import houses
from ordain.workflow.redline import Comparison, redline_of
from ordain.workflow.sources import TextSource, load

ROOT = Path(__file__).resolve().parent.parent
MATTERS = sorted(path.parent for path in (ROOT / "drafts").glob("*/matter.yaml"))


@dataclass(frozen=True)
class Chain:
    """The files of one matter, the order first."""

    name: str
    files: tuple[Path, ...]

    def pairs(self) -> list[tuple[Path, Path]]:
        """Order to each version, each to the next, first to last."""
        order = [self.files[0]] if self.files[0].suffix == ".yaml" else []
        versions = self.files[len(order) :]
        found = [(old, new) for old in order for new in versions]
        found += list(pairwise(versions))
        return [*found, *([(versions[0], versions[-1])] if len(versions) > 2 else [])]


def matter_chains() -> list[Chain]:
    chains = []
    for folder in MATTERS:
        matter = load_matter(folder)
        chains.append(Chain(folder.name, (folder / matter.order, *(folder / it.file for it in matter.versions))))
    return chains


def record_chains(shared: Path) -> list[Chain]:
    return [
        Chain(folder.name, tuple(sorted(folder.glob("v*.txt"))))
        for folder in sorted((shared / "records").iterdir())
        if folder.is_dir()
    ]


def source(path: Path) -> TextSource:
    found = load(path, houses(path))
    assert isinstance(found, TextSource)
    return found


def comparison(old: Path, new: Path) -> Comparison:
    return redline_of(source(old), source(new))
