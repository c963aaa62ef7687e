"""How alike two provisions are, by their words."""

from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel, LCSseq

from ordain.text.tokens import is_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordain.model.unit import Unit
    from ordain.text.tokens import Token

Words = tuple[str, ...]


def words(unit: "Unit") -> Words:
    """Return the words of a unit, in small letters, without signs and blanks."""
    return tuple([word for word in map(_word, unit.tokens) if word])


@lru_cache(maxsize=1 << 16)
def _word(token: "Token") -> str:
    return str(token).casefold() if is_word(token) else ""


class Lexicon:
    """The words of each unit of one side, taken when first asked for.

    Where all `is_typed`, no unit says which provision it is, as those of a draft do.
    """

    def __init__(self, units: "Sequence[Unit]") -> None:
        self._units = units
        self.is_typed = all(unit.level is None for unit in units)
        self._words: dict[int, Words] = {}

    def __len__(self) -> int:
        """Return how many units there are."""
        return len(self._units)

    def __call__(self, at: int) -> Words:
        """Return the words of the unit at a position."""
        if at not in self._words:
            self._words[at] = words(self._units[at])
        return self._words[at]


def alike(old: Words, new: Words, least: float = 0.0) -> float:
    """Return the share of words, by order, that two texts have in common: 1 for all, 0 below `least`.

    >>> alike(("the", "mayor", "may", "act"), ("the", "mayor", "shall", "act"))
    0.75
    """
    return float(Indel.normalized_similarity(old, new, score_cutoff=least))


def held_in(part: Words, text: Words) -> float:
    """Return the share of the words of `part` that stand in `text` in the same order."""
    return LCSseq.similarity(part, text) / len(part) if part else 0.0
