"""What a redline costs, beside the peers and the floor: `python -m benchmarks.speed`.

The statutes of the shared folder, and generated ones of 1,000 and 10,000 paragraphs, as whole
processes and inside one.  The floor is what opening, parsing and writing both packages costs
anybody.  What the peers took is kept under `build/bench/`; ours and the floor are always measured.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks import page
from benchmarks.documents import EDITS
from benchmarks.engines import ENVIRONMENT, FLOOR, OURS, Engine, engines, missing
from benchmarks.places import BUILT, CORPUS, ROOT
from benchmarks.start import Start, start
from benchmarks.store import Store, digest
from benchmarks.watch import watch

_SIZES = (1_000, 10_000)

# Seconds that an engine may take for a pair, and for a generated one.
_LIMIT = 120
_LIMIT_GENERATED = 180

# The peers against which no target is set at 10,000 paragraphs do only the light edits there.
_ALL_EDITS = (OURS, FLOOR.name, "docxodus", "docx-trackdiff")

# How often a pair is redlined where once takes less than so many seconds; the best time counts.
_TIMES = 3
_SHORT = 5.0

Result = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two files on disk, and a name for their content."""

    old: Path
    new: Path

    @property
    def name(self) -> str:
        """A name for the content."""
        return digest(self.old.read_bytes(), self.new.read_bytes())

    @property
    def unzipped(self) -> float:
        """Megabytes of XML in both files, of 2**20 bytes as those of memory are."""
        return sum(_unzipped(path) for path in (self.old, self.new)) / 2**20


def main() -> None:
    """Measure, and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--engines", default="", help="only these, with commas between")
    parser.add_argument("--sizes", default=",".join(map(str, _SIZES)), help="only these numbers of paragraphs")
    parser.add_argument("--fresh", action="store_true", help="measure the peers again, too")
    parser.add_argument("--write", action="store_true", help="put the tables into docs/benchmarks.md")
    asked = parser.parse_args()
    chosen = engines([name for name in asked.engines.split(",") if name])
    bench = Bench(fresh=asked.fresh)
    sizes = [int(size) for size in asked.sizes.split(",") if size]
    laws = [Pair(old, old.with_name("new.docx")) for old in sorted(CORPUS.glob("law/*/old.docx"))]
    made = {(edit, size): _generated(edit, size) for size in sizes for edit in EDITS}
    for pair in laws:
        for engine in [*chosen, FLOOR]:
            bench.whole(engine, pair)
            bench.inside(engine, pair)
    for (edit, size), pair in made.items():
        for engine in [*chosen, FLOOR]:
            if size < _SIZES[-1] or edit == "light" or engine.name in _ALL_EDITS:
                bench.whole(engine, pair, _LIMIT_GENERATED)
            if engine.name in (OURS, FLOOR.name):
                bench.inside(engine, pair, 2)
        print(f"measured: {edit}, {size} paragraphs", file=sys.stderr)
    names = [engine.name for engine in chosen]
    text = "\n\n".join(
        [
            page.measured()
            + Store("speed").oldest(engine.title for engine in chosen if engine.name != OURS)
            + page.left_out([] if asked.engines else missing()),
            *([_statutes(bench, chosen, laws)] if laws else []),
            *(_sized(bench, chosen, made, size) for size in sizes),
            *([_growth(bench, made), _targets(bench, laws, made)] if OURS in names and sizes == [*_SIZES] else []),
        ]
    )
    print(text)
    if asked.write:
        page.put("speed", text)


class Bench:
    """Runs engines on pairs, once each, and knows what every run cost."""

    def __init__(self, *, fresh: bool) -> None:
        self._fresh = fresh
        self._store = Store("speed")
        self._done: dict[tuple[str, str, str], Result] = {}

    def whole(self, engine: Engine, pair: Pair, limit: float = _LIMIT) -> Result:
        """Return what a process of the engine costs for the pair; the best of several where it is short."""

        def run(out: Path) -> Result:
            costs = [watch(engine.command(pair.old, pair.new, out), limit, ENVIRONMENT)]
            while len(costs) < _TIMES and costs[0].status == "done" and costs[0].seconds < _SHORT:
                out.unlink(missing_ok=True)
                costs.append(watch(engine.command(pair.old, pair.new, out), limit, ENVIRONMENT))
            return asdict(min(costs, key=lambda cost: cost.seconds))

        return self._result("whole", engine, pair, run)

    def inside(self, engine: Engine, pair: Pair, times: int = _TIMES) -> Result:
        """Return the seconds of the best of several times in one process."""

        def run(out: Path) -> Result:
            cost = watch(engine.repeated(pair.old, pair.new, out, times), _LIMIT_GENERATED * times, ENVIRONMENT)
            seconds = min(json.loads(cost.said.splitlines()[-1])) if cost.status == "done" else cost.seconds
            return {**asdict(cost), "seconds": seconds, "said": ""}

        return self._result("inside", engine, pair, run)

    def found(self, kind: str, engine: str, pair: Pair) -> Result | None:
        """Return what was measured, or None."""
        return self._done.get((kind, engine, pair.name))

    def _result(self, kind: str, engine: Engine, pair: Pair, run: Callable[[Path], Result]) -> Result:
        named = engine.title, f"{kind}-{pair.name}"
        ours = engine.name in (OURS, FLOOR.name)
        result = None if ours or self._fresh else self._store.get(*named)
        if result is None:
            with tempfile.TemporaryDirectory() as folder:
                result = run(Path(folder) / "out.docx")
            self._store.put(*named, result)
        self._done[kind, engine.name, pair.name] = result
        return result


Made = Mapping[tuple[str, int], Pair]


def _generated(edit: str, size: int) -> Pair:
    """Return a generated pair, written under `build/bench/`."""
    folder = BUILT / "generated"
    folder.mkdir(parents=True, exist_ok=True)
    pair = Pair(folder / f"{size}.docx", folder / f"{size}-{edit}.docx")
    words = [sys.executable, "-m", "benchmarks.documents", str(size), edit, str(pair.old), str(pair.new)]
    subprocess.run(words, check=True, cwd=ROOT)
    return pair


def _unzipped(path: Path) -> int:
    with zipfile.ZipFile(path) as package:
        return sum(part.file_size for part in package.infolist() if part.filename.endswith((".xml", ".rels")))


def _statutes(bench: Bench, chosen: Sequence[Engine], laws: Sequence[Pair]) -> str:
    rows = []
    for engine in [*chosen, FLOOR]:
        inside = _median(bench, "inside", engine.name, laws)
        rows.append(
            [
                engine.title,
                _seconds(_median(bench, "whole", engine.name, laws)),
                _seconds(_median(bench, "whole", engine.name, laws, "cpu")),
                _seconds(inside),
                _times(_to_floor(bench, engine.name, laws)),
                f"{max((it['memory'] for it in _all(bench, 'whole', engine.name, laws)), default=0):.0f} MB",
            ]
        )
    head = ["engine", "whole process", "CPU", "in-process", "in-process / floor", "most memory"]
    return f"**{len(laws)} statutes and bills, medians**\n\n{page.table(head, rows)}"


def _sized(bench: Bench, chosen: Sequence[Engine], made: Made, size: int) -> str:
    rows = []
    for engine in [*chosen, FLOOR]:
        results = [bench.found("whole", engine.name, made[edit, size]) for edit in EDITS]
        rows.append([engine.title, *map(_cost, results)])
    table = page.table(["engine", *EDITS], rows)
    return f"**{size:,} generated paragraphs, whole process: wall seconds (CPU seconds), most memory**\n\n{table}"


def _growth(bench: Bench, made: Made) -> str:
    rows = []
    for edit in EDITS:
        small, large = (_one(bench, "inside", OURS, made[edit, size]) for size in _SIZES)
        floor = _one(bench, "inside", FLOOR.name, made[edit, _SIZES[1]])
        memory = _memory(bench, made[edit, _SIZES[1]])
        rows.append([edit, *map(_seconds, (small, large)), _ratio(large, small), _ratio(large, floor), _times(memory)])
    head = ["edit", "1,000", "10,000", "10,000 / 1,000", "10,000 / floor", "memory / unzipped XML at 10,000"]
    return f"**How ours grows, in-process**\n\n{page.table(head, rows)}"


def _targets(bench: Bench, laws: Sequence[Pair], made: Made) -> str:
    """Return what was asked for beside what was measured."""

    def whole(engine: str) -> float | None:
        return _median(bench, "whole", engine, laws)

    def large(engine: str, edit: str) -> float | None:
        return _one(bench, "whole", engine, made[edit, _SIZES[1]])

    def grown(edit: str) -> float | None:
        small, big = (_one(bench, "inside", OURS, made[edit, size]) for size in _SIZES)
        return _divided(big, small)

    loading = _start(made["light", _SIZES[0]])
    asked: list[tuple[str, float | None, float]] = [
        ("statutes, whole process / docxodus", _divided(whole(OURS), whole("docxodus")), 0.25),
        ("statutes, whole process / docx-trackdiff", _divided(whole(OURS), whole("docx-trackdiff")), 1.5),
        ("10,000 light, whole process / docxodus", _divided(large(OURS, "light"), large("docxodus", "light")), 0.15),
        (
            "10,000 heavy, whole process / docx-trackdiff",
            _divided(large(OURS, "heavy"), large("docx-trackdiff", "heavy")),
            0.35,
        ),
        ("statutes, in-process / floor", _to_floor(bench, OURS, laws), 6),
        *((f"10,000 / 1,000, {edit}", grown(edit), 20 if edit == "heavy" else 12) for edit in EDITS),
        *((f"memory / XML, 10,000 {edit}", _memory(bench, made[edit, _SIZES[1]]), 12) for edit in EDITS),
        ("seconds of loading", loading.seconds, 0.25),
        ("unwanted libraries loaded" + "".join(f" ({it})" for it in loading.unwanted), len(loading.unwanted), 0),
    ]
    rows = [
        [
            what,
            f"{most:g}",
            "-" if got is None else f"{got:.2f}",
            "-" if got is None else "yes" if got <= most else "no",
        ]
        for what, got, most in asked
    ]
    return f"**Targets**\n\n{page.table(['', 'at most', 'measured', 'holds'], rows)}"


def _start(pair: Pair) -> Start:
    with tempfile.TemporaryDirectory() as folder:
        return start(pair.old, pair.new, Path(folder) / "out.docx")


def _all(bench: Bench, kind: str, engine: str, pairs: Sequence[Pair]) -> list[Result]:
    found = [bench.found(kind, engine, pair) for pair in pairs]
    return [it for it in found if it is not None and it["status"] == "done"]


def _median(bench: Bench, kind: str, engine: str, pairs: Sequence[Pair], what: str = "seconds") -> float | None:
    """Return the median over the pairs that the engine redlined."""
    return statistics.median(values) if (values := [it[what] for it in _all(bench, kind, engine, pairs)]) else None


def _one(bench: Bench, kind: str, engine: str, pair: Pair) -> float | None:
    return _median(bench, kind, engine, [pair])


def _to_floor(bench: Bench, engine: str, pairs: Sequence[Pair]) -> float | None:
    """Return the median of each pair's time over the floor's for the same pair."""
    both = ((_one(bench, "inside", name, pair) for name in (engine, FLOOR.name)) for pair in pairs)
    ratios = [ratio for own, floor in both if (ratio := _divided(own, floor)) is not None]
    return statistics.median(ratios) if ratios else None


def _memory(bench: Bench, pair: Pair) -> float | None:
    """Return the most memory of our process over the unzipped XML of both files."""
    return _divided(_median(bench, "whole", OURS, [pair], "memory"), pair.unzipped)


def _divided(value: float | None, by: float | None) -> float | None:
    return None if value is None or not by else value / by


def _ratio(value: float | None, by: float | None) -> str:
    got = _divided(value, by)
    return "-" if got is None else f"{got:.1f}"


def _times(ratio: float | None) -> str:
    return _ratio(ratio, 1.0)


def _seconds(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f} s"


def _cost(result: Result | None) -> str:
    if result is None:
        return "not run"
    if result["status"] != "done":
        return f"{result['status']} ({result['seconds']:.0f} s)"
    return f"{result['seconds']:.2f} s ({result['cpu']:.2f} s), {result['memory']:.0f} MB"


if __name__ == "__main__":
    main()
