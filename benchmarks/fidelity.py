"""How faithful each engine is on the corpus of the shared folder: `python -m benchmarks.fidelity`.

Each engine makes each redline in a process of its own, under a time limit; independent judges
say whether accepting gives the new file and rejecting the old one.  What the peers did is kept
under `build/bench/` and not done again; ours is always measured.  No file is named in the tables.
"""

import argparse
import statistics
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks import page
from benchmarks.engines import ENVIRONMENT, OURS, Engine, engines, missing
from benchmarks.judging import Judges, exact, formats, office_asked
from benchmarks.places import CORPUS
from benchmarks.store import Store, digest
from benchmarks.watch import watch

GROUPS = {
    "feature": "Word features",
    "law": "statutes and bills",
    "wml": "classic pairs",
    "safe": "contracts and forms",
    "scale": "scaled statutes",
}
_TRACKED = "tracked"
_ALL = {**GROUPS, _TRACKED: "inputs that hold revisions"}

# Seconds that an engine may take for a pair.
_LIMITS = {"law": 120, "scale": 120}
_LIMIT = 20


@dataclass(frozen=True, slots=True)
class Pair:
    """Two files, the group in which they are counted, and a name for their content."""

    old: Path
    new: Path
    folder: str
    group: str
    name: str

    @property
    def limit(self) -> float:
        """Seconds that an engine may take."""
        return _LIMITS.get(self.folder, _LIMIT)


def main() -> None:
    """Measure what is asked for, and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--engines", default="", help="only these, with commas between")
    parser.add_argument("--groups", default=",".join(GROUPS), help="only these, with commas between")
    parser.add_argument("--list", action="store_true", help="name the pairs that are not exact, on standard error")
    parser.add_argument("--fresh", action="store_true", help="measure the peers again, too")
    parser.add_argument("--write", action="store_true", help="put the tables into docs/benchmarks.md")
    asked = parser.parse_args()
    if not CORPUS.is_dir():
        sys.exit(f"there is no corpus at {CORPUS}; ORDAIN_SHARED names the folder that has one")
    chosen = engines([name for name in asked.engines.split(",") if name])
    with Judges() as judges:
        pairs = list(_pairs(asked.groups.split(","), judges))
        results = _measure(chosen, pairs, judges, fresh=asked.fresh)
    said = page.measured() + Store("fidelity").oldest(engine.title for engine in chosen if engine.name != OURS)
    text = f"{said}{page.left_out([] if asked.engines else missing())}\n\n{_report(results, pairs)}"
    print(text)
    if asked.list:
        _list(results)
    if asked.write:
        page.put("fidelity", text)


def _pairs(groups: Sequence[str], judges: Judges) -> Iterable[Pair]:
    for group in groups:
        for old in sorted((CORPUS / group).glob("*/old.docx")):
            new = old.with_name("new.docx")
            tracked = judges.tracked(old) or judges.tracked(new)
            name = digest(old.read_bytes(), new.read_bytes())
            yield Pair(old, new, group, _TRACKED if tracked else group, name)


Results = dict[str, list[tuple[Pair, dict[str, Any]]]]


def _measure(chosen: Sequence[Engine], pairs: Sequence[Pair], judges: Judges, *, fresh: bool) -> Results:
    """Return what each engine did, pair by pair, so that the judges read the sides of a pair once."""
    store = Store("fidelity")
    results: Results = {engine.title: [] for engine in chosen}
    for at, pair in enumerate(pairs, start=1):
        for engine in chosen:
            kept = None if fresh or engine.name == OURS else store.get(engine.title, pair.name)
            result = kept or _result(engine, pair, judges)
            if kept is None:
                store.put(engine.title, pair.name, result)
            results[engine.title].append((pair, result))
        print(f"\r{at} of {len(pairs)} pairs", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return results


def _result(engine: Engine, pair: Pair, judges: Judges) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out.docx"
        cost = watch(engine.command(pair.old, pair.new, out), pair.limit, ENVIRONMENT)
        made = cost.status == "done" and out.exists()
        return {**asdict(cost), "judgment": judges.judge(pair.old, pair.new, out) if made else None}


def _list(results: Results) -> None:
    """Name each pair that is not exact, with what is wrong, for whoever mends it."""
    for title, done in results.items():
        for pair, result in done:
            judgment = result["judgment"]
            wrong = [result["status"]]
            if judgment is not None:
                texts = [
                    key for key, held in judgment.items() if held is False and key.startswith(("acc", "rej", "lo_"))
                ]
                wrong = [judgment["error"]] if "error" in judgment else texts
                wrong += [f"formats {side}" for side in ("fa", "fr") if not formats(judgment, side)]
            if wrong:
                said = result["said"].splitlines()[-1:] if judgment is None else []
                print(f"{title}: {pair.old.parent}: {', '.join([*wrong, *said])}", file=sys.stderr)


@dataclass(frozen=True, slots=True)
class Row:
    """What one engine did in one group."""

    results: tuple[dict[str, Any], ...]

    @property
    def judgments(self) -> list[dict[str, Any]]:
        """What the judges say of the files that were made."""
        return [result["judgment"] for result in self.results if result["judgment"]]

    def _share(self, count: int) -> str:
        return f"{count} / {len(self.results)}"

    def exact(self) -> str:
        """Return how many pairs are exact by all judges."""
        held = [all(exact(it, office=office) for office in (False, True)) for it in self.judgments]
        return self._share(sum(held))

    def exact_by(self, *, office: bool) -> str:
        """Return how many pairs are exact by lxml, or by LibreOffice."""
        if office and self.judgments and not any(map(office_asked, self.judgments)):
            return "-"
        return self._share(sum(exact(it, office=office) for it in self.judgments))

    def formatted(self) -> str:
        """Return how many pairs keep the formats of the new file, and how many give back those of the old."""
        kept, restored = (sum(formats(it, side) for it in self.judgments) for side in ("fa", "fr"))
        return f"{kept} / {restored}"

    def refused(self) -> str:
        """Return the pairs without a file, and how many of these a crash or the time limit cost."""
        gone = [result for result in self.results if not result["judgment"]]
        reasons = [f"{n} {what}" for what in ("crashed", "late") if (n := sum(it["status"] == what for it in gone))]
        return str(len(gone)) + (f" ({', '.join(reasons)})" if reasons else "")

    def ratio(self) -> str:
        """Return marked characters over those of the smallest edit by words: the median and the 90th percentile."""
        ratios = [it["ratio"] for it in self.judgments if it.get("ratio") is not None]
        if len(ratios) < 2:
            return "-"
        return f"{statistics.median(ratios):.2f}, {statistics.quantiles(ratios, n=10, method='inclusive')[-1]:.2f}"

    def seconds(self) -> str:
        """Return the median of the whole process."""
        return f"{statistics.median(it['seconds'] for it in self.results):.2f} s" if self.results else "-"


def _report(results: Results, pairs: Sequence[Pair]) -> str:
    groups = [group for group in _ALL if any(pair.group == group for pair in pairs)]
    rows = {
        title: {group: Row(tuple(it for pair, it in done if pair.group == group)) for group in groups}
        for title, done in results.items()
    }
    sizes = {group: sum(pair.group == group for pair in pairs) for group in groups}
    parts = [
        "**Exact by both judges**",
        "",
        page.table(
            [
                "engine",
                *(f"{sizes[group]} {_ALL[group]}" for group in groups),
                f"formats kept / restored, of {len(pairs)}",
                "without a file",
                "whole process, median",
                *(["the same of statutes"] if "law" in groups else []),
            ],
            [_overview(title, by_group) for title, by_group in rows.items()],
        ),
    ]
    for group in groups:
        parts += [
            "",
            f"**{_ALL[group].capitalize()}**, {sizes[group]} pairs",
            "",
            page.table(
                [
                    "engine",
                    "exact by lxml",
                    "exact by LibreOffice",
                    "formats kept / restored",
                    "without a file",
                    "marked / minimal: median, 90th percentile",
                    "whole process, median",
                ],
                [
                    [
                        title,
                        row.exact_by(office=False),
                        row.exact_by(office=True),
                        row.formatted(),
                        row.refused(),
                        row.ratio(),
                        row.seconds(),
                    ]
                    for title, by_group in rows.items()
                    for row in [by_group[group]]
                ],
            ),
        ]
    return "\n".join(parts)


def _overview(title: str, by_group: dict[str, Row]) -> list[str]:
    whole = Row(tuple(it for row in by_group.values() for it in row.results))
    return [
        title,
        *(row.exact().partition(" ")[0] for row in by_group.values()),
        whole.formatted(),
        whole.refused(),
        whole.seconds(),
        *([by_group["law"].seconds()] if "law" in by_group else []),
    ]


if __name__ == "__main__":
    main()
