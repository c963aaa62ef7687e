"""Measure how the rules do on edits whose force is known: what is recalled, what is a false alarm."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ordain.force.between import force
from ordain.model.force import Aspect, Direction
from ordain.model.vocabulary import Vocabulary
from tests.force.mutations import Mutation, Paraphrase


@dataclass
class Row:
    """The figures of one aspect."""

    number: int = 0
    found: int = 0
    directed: int = 0
    other: int = 0


@dataclass
class Measured:
    """The figures of a set of edits, by aspect, and of the paraphrases."""

    rows: dict[Aspect, Row]
    paraphrases: int
    alarms: int

    @property
    def recall(self) -> float:
        """The share of mutations with a signal of their aspect."""
        return sum(row.found for row in self.rows.values()) / sum(row.number for row in self.rows.values())


HELDOUT = Path(__file__).parent / "heldout"


def heldout() -> tuple[list[Mutation], list[Paraphrase]]:
    """Return the edits of other laws, which somebody else made."""
    mutations = [
        Mutation(it["law"], it["old"], it["new"], Aspect(it["signal"]), Direction(it["direction"]))
        for it in _lines("mutations.jsonl")
    ]
    return mutations, [Paraphrase(it["law"], it["old"], it["new"], it["edit"]) for it in _lines("paraphrases.jsonl")]


def _lines(name: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in (HELDOUT / name).read_text(encoding="utf-8").splitlines() if line.strip()]


def measure(mutations: Iterable[Mutation], paraphrases: Iterable[Paraphrase], vocabulary: Vocabulary) -> Measured:
    """Return the figures."""
    rows = {aspect: Row() for aspect in Aspect}
    for mutation in mutations:
        row = rows[mutation.aspect]
        signals = force(mutation.old, mutation.new, vocabulary)
        mine = [signal for signal in signals if signal.aspect is mutation.aspect]
        row.number += 1
        row.found += bool(mine)
        row.directed += any(signal.direction is mutation.direction for signal in mine)
        row.other += len({signal.aspect for signal in signals} - {mutation.aspect})
    said = [bool(force(it.old, it.new, vocabulary)) for it in paraphrases]
    return Measured(rows, len(said), sum(said))
