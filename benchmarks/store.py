"""Results kept under `build/bench/`, so that only what changed is measured again."""

import hashlib
import json
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.places import BUILT


def digest(*contents: bytes) -> str:
    """Return one name for the contents of several files."""
    whole = hashlib.sha256()
    for content in contents:
        whole.update(hashlib.sha256(content).digest())
    return whole.hexdigest()[:24]


class Store:
    """The results of one kind of measurement."""

    def __init__(self, kind: str) -> None:
        self._folder = BUILT / "results" / kind

    def get(self, engine: str, name: str) -> dict[str, Any] | None:
        """Return a result, or None where nothing was measured."""
        path = self._path(engine, name)
        if not path.exists():
            return None
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return found

    def put(self, engine: str, name: str, result: dict[str, Any]) -> None:
        """Keep a result."""
        path = self._path(engine, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(result), encoding="utf-8")

    def oldest(self, engines: Iterable[str]) -> str:
        """Return a sentence with the day of the oldest result of these engines, or nothing where there is none."""
        folders = [self._path(engine, "").parent for engine in engines]
        times = [path.stat().st_mtime for folder in folders for path in folder.glob("*.json")]
        return (
            f" The peers' oldest result is of {time.strftime('%Y-%m-%d', time.localtime(min(times)))}." if times else ""
        )

    def _path(self, engine: str, name: str) -> Path:
        return self._folder / engine.replace(" ", "-") / f"{name}.json"
