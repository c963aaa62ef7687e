"""Two hundred edits of law text: a paragraph that keeps more than half its words is not struck whole."""

import re
from collections.abc import Sequence
from pathlib import Path
from random import Random  # noqa: TID251 - seeded, so that an edit can be had again

import pytest

from ordain.text.segments import Mark
from ordain.workflow.redline import redline_of
from ordain.workflow.sources import WordSource
from tests.word.specimens import word_file

DRAFTS = Path(__file__).parents[2] / "drafts"
EDITS = 200
# So many neighboring paragraphs are edited together.
HELD = 12
# Shorter paragraphs are formulas, and may stand for each other.
SHORTEST = 8

Words = list[str]
NEW = "a notice in writing that the Director of the Office gives to each person within thirty days".split()  # noqa: SIM905 - read as words


def law() -> list[str]:
    """Return the paragraphs of the drafts, without their ids and front matter."""
    out: list[str] = []
    for path in sorted(DRAFTS.glob("*/*.txt")):
        text = path.read_text(encoding="utf-8").split("\n---\n", 1)[-1]
        held = (re.sub(r"\s*\{[^}]*\}\s*$", "", " ".join(it.split())) for it in text.split("\n\n"))
        out += [it for it in held if len(it.split()) >= SHORTEST]
    return list(dict.fromkeys(out))


LAW = law()


def cut(words: Words, random: Random) -> Words:
    """Delete a stretch."""
    length = random.randint(1, max(1, len(words) * 2 // 5))
    at = random.randint(0, len(words) - length)
    return words[:at] + words[at + length :]


def add(words: Words, random: Random) -> Words:
    """Insert a stretch."""
    at = random.randint(0, len(words))
    return words[:at] + NEW[: random.randint(1, min(len(NEW), len(words)))] + words[at:]


def replace(words: Words, random: Random) -> Words:
    """Replace single words here and there."""
    chosen = set(random.sample(range(len(words)), random.randint(1, max(1, len(words) * 2 // 5))))
    return [random.choice(NEW) if at in chosen else word for at, word in enumerate(words)]


def turn(words: Words, random: Random) -> Words:
    """Put a stretch in front."""
    at = random.randint(len(words) * 2 // 3, len(words) - 1)
    return words[at:] + words[:at]


def rewrite_end(words: Words, random: Random) -> Words:
    kept = random.randint(len(words) * 3 // 5, len(words) - 1)
    return words[:kept] + random.sample(NEW, min(len(NEW), len(words) - kept))


def rewrite_start(words: Words, random: Random) -> Words:
    kept = random.randint(len(words) * 3 // 5, len(words) - 1)
    return random.sample(NEW, min(len(NEW), len(words) - kept)) + words[-kept:]


def leave(words: Words, _random: Random) -> Words:
    return words


KINDS = (cut, add, replace, turn, rewrite_end, rewrite_start, leave)


def edited(seed: int) -> tuple[list[str], list[str]]:
    """Return some paragraphs of the law, and what an edit makes of them: one for one, in their order."""
    random = Random(seed)  # noqa: S311 - no secret hangs on it
    at = random.randint(0, len(LAW) - HELD)
    old = LAW[at : at + HELD]
    new = [" ".join(random.choice(KINDS)(text.split(), random)) for text in old]
    return old, new


def kept_words(old: Sequence[str], new: Sequence[str]) -> int:
    """Return the length of the longest sequence of words that both have in order."""
    row = [0] * (len(new) + 1)
    for word in old:
        before = 0
        for at, other in enumerate(new):
            before, row[at + 1] = row[at + 1], before + 1 if word == other else max(row[at + 1], row[at])
    return row[-1]


@pytest.mark.parametrize("seed", range(EDITS))
def test_a_paragraph_that_keeps_most_of_its_words_is_not_struck_whole(seed: int) -> None:
    old, new = edited(seed)
    sides = (WordSource(word_file(*old), "old.docx"), WordSource(word_file(*new), "new.docx"))
    redline = redline_of(*sides).redline
    whole = [
        " ".join(block.old.text.split())
        for block in redline.blocks
        if block.old is not None and block.new is None and all(part.mark is Mark.STRUCK for part in block.words)
    ]
    for before, after in zip(old, new, strict=True):
        words = before.split(), after.split()
        if 2 * kept_words(*words) > len(words[0]):
            assert before not in whole, f"became: {after}"
