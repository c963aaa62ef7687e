"""Where things lie: the repository, what is built, the shared folder."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BUILT = ROOT / "build" / "bench"
PAGE = ROOT / "docs" / "benchmarks.md"
PEERS = ROOT / "benchmarks" / "peers.txt"

# As in the tests: the folder of material that does not belong to the repository.
SHARED = Path(os.environ.get("ORDAIN_SHARED", ROOT.parent / "shared"))
CORPUS = SHARED / "corpus"
ORACLE = SHARED / "oracle"
