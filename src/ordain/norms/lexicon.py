"""Find the phrases of a vocabulary in a row of words: each word in one phrase, the longest."""

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ordain.model.vocabulary import Kind, Vocabulary
from ordain.norms.words import Word, words

if TYPE_CHECKING:
    from collections.abc import Sequence


class Hit(NamedTuple):
    """A phrase found: what it says in each of its kinds, and the words it covers, from `lo` up to `hi`."""

    senses: dict[Kind, str]
    lo: int
    hi: int

    def says(self, kind: Kind) -> str | None:
        """Return what the phrase says as one of `kind`; None where it is none."""
        return self.senses.get(kind)

    @property
    def is_plain(self) -> bool:
        """Whether the phrase only helps to read others, and is a word like any other by itself."""
        return self.senses.keys() <= _PLAIN


_PLAIN = frozenset((Kind.LEANS, Kind.DECLARES, Kind.CITATION))


class Lexicon:
    """The phrases of one vocabulary as a tree of words."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._root: dict[str, _Node] = {}
        for kind, sense, phrase in vocabulary.phrases():
            for form in (phrase, *_plurals(phrase)) if kind is Kind.ACTOR else (phrase,):
                self._add([word.form for word in words(form)], kind, sense)

    def _add(self, forms: "Sequence[str]", kind: Kind, sense: str) -> None:
        branches, node = self._root, None
        for form in forms:
            node = branches.setdefault(form, _Node())
            branches = node.branches
        if node is not None:
            node.senses[kind] = sense

    def hits(self, row: "Sequence[Word]") -> tuple[Hit, ...]:
        """Return the phrases in `row`, in order, none within another."""
        found = []
        at = 0
        while at < len(row):
            hit = self._longest(row, at)
            if hit is not None:
                found.append(hit)
            at = hit.hi if hit is not None else at + 1
        return tuple(found)

    def _longest(self, row: "Sequence[Word]", lo: int) -> Hit | None:
        longest = None
        branches = self._root
        for at in range(lo, len(row)):
            node = branches.get(row[at].form)
            if node is None:
                break
            if node.senses:
                longest = Hit(node.senses, lo, at + 1)
            branches = node.branches
        return longest


def _plurals(name: str) -> tuple[str, ...]:
    """Return the ways in which many of a name may be written."""
    return (f"{name}s", f"{name}es", f"{name.removesuffix('y')}ies")


class _Node:
    """A word in the tree: the words that may follow it, and what the phrase says that ends here."""

    __slots__ = ("branches", "senses")

    def __init__(self) -> None:
        self.branches: dict[str, _Node] = {}
        self.senses: dict[Kind, str] = {}


@lru_cache(maxsize=32)
def lexicon(vocabulary: Vocabulary) -> Lexicon:
    """Return the lexicon of a vocabulary, made once."""
    return Lexicon(vocabulary)
