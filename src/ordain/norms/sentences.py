"""Cut a provision into sentences, and find in each its duties and its clauses of exception.

Everything else that is read from a sentence asks here which duty governs a word, and
whether the word stands in the subject, in what is to be done, in a condition or in an exception.
"""

from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.model.force import Aspect
from ordain.model.vocabulary import Kind, Vocabulary
from ordain.norms.clauses import Clause, clauses
from ordain.norms.finding import Finding, Position
from ordain.norms.lexicon import Hit, lexicon
from ordain.norms.modals import Modal, modals
from ordain.norms.words import Word, words

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from ordain.model.duty import Duty

# Behind these a period ends no sentence.
_ABBREVIATIONS = frozenset(
    """no nos sec secs art ch subsec par para st mr mrs ms dr inc co corp ltd dept ord res vol pp cf vs etc al seq
    jan feb mar apr jun jul aug sept oct nov dec ave blvd rd eg ie""".split()  # noqa: SIM905 - read as a list of words
)


class Sentence(Struct, frozen=True):
    """One sentence of a provision, with the phrases, duties and clauses found in it."""

    text: str
    words: tuple[Word, ...]
    hits: tuple[Hit, ...]
    modals: tuple[Modal, ...]
    clauses: tuple[Clause, ...]
    declared: tuple[Hit, ...]

    @property
    def start(self) -> int:
        """Where the sentence begins in the text of the provision."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.words[-1].end

    def said(self, lo: int, hi: int) -> str:
        """Return the words from `lo` up to `hi` as they are written."""
        return self.text[self.words[lo].start : self.words[hi - 1].end] if lo < hi else ""

    def finding(  # noqa: PLR0913, PLR0917 - what is found, and where
        self, aspect: Aspect, family: str, value: "Hashable", lo: int, hi: int, at: int | None = None
    ) -> Finding:
        """Return a finding on the words from `lo` up to `hi`, governed by what governs word `at` (or `lo`)."""
        place = lo if at is None else at
        return Finding(
            aspect,
            family,
            value,
            self.said(lo, hi),
            self.words[lo].start,
            self.words[hi - 1].end,
            self.position(place),
            self.duty(place),
        )

    def is_verb(self, at: int) -> bool:
        """Whether a word stands right behind a duty, where it says what is to be done: `shall state`."""
        return any(modal.hi == at for modal in self.modals)

    def is_free(self, at: int) -> bool:
        """Whether a word is of no phrase, or of one that says where or which."""
        for hit in self.hits:
            if hit.lo <= at < hit.hi:
                return hit.is_plain or hit.says(Kind.TERM) is not None
        return True

    def position(self, at: int) -> Position:
        """Return in what part of the sentence a word stands."""
        for clause in reversed(self.clauses):
            if clause.lo <= at < clause.hi:
                return clause.position
        return Position.ACT if any(modal.hi <= at for modal in self.modals) or not self.modals else Position.SUBJECT

    def duty(self, at: int) -> "Duty | None":
        """Return the duty that governs a word: the last one before it, or else the first of the sentence."""
        before = [modal for modal in self.modals if modal.lo <= at]
        chosen = before[-1:] or self.modals[:1]
        return chosen[0].duty if chosen else None


@lru_cache(maxsize=1 << 13)
def sentences(text: str, vocabulary: Vocabulary) -> tuple[Sentence, ...]:
    """Return the sentences of a provision's text."""
    found = [_sentence(text, row, vocabulary) for row in _rows(text)]
    return tuple(found[1:] if len(found) > 1 and _is_caption(found[0]) else found)


# No caption is longer.
_LONGEST_CAPTION = 10


def _is_caption(sentence: Sentence) -> bool:
    """Whether the first sentence only names what follows, as in `Contents of reports`."""
    says = any(hit.says(kind) is not None for hit in sentence.hits for kind in _SAYING)
    is_told = sentence.words[0].form in _OPENERS or any(word.form in _VERBS for word in sentence.words)
    return not says and not is_told and len(sentence.words) <= _LONGEST_CAPTION


# A caption opens with no article, and has no verb; of verbs these few are known.
_OPENERS = frozenset(("a", "an", "the", "any", "all", "each", "every", "no", "it", "this", "such"))
_VERBS = frozenset(("is", "are", "was", "were", "be", "has", "have", "does", "do"))


_SAYING = (Kind.DUTY, Kind.DECLARES, Kind.NEGATION, Kind.SPAN, Kind.FREQUENCY, Kind.VAGUE, Kind.EXCEPTION)


def _rows(text: str) -> "Iterator[tuple[Word, ...]]":
    """Yield the words of each sentence.  A heading in capitals is none."""
    row: list[Word] = []
    all_words = words(text)
    for at, word in enumerate(all_words):
        row.append(word)
        following = all_words[at + 1] if at + 1 < len(all_words) else None
        if following is None or _ends(row, following, text):
            if any(it.form[0].isalnum() for it in row) and not _is_heading(row, following):
                yield tuple(row)
            row = []


def _ends(row: "Sequence[Word]", following: Word, text: str) -> bool:
    word = row[-1]
    between = text[word.end : following.start]
    if "\n" in between:
        return True
    if word.form not in {".", "?", "!"} or not between:
        return False
    before = row[-2] if len(row) > 1 else None
    if before is not None and (before.form in _ABBREVIATIONS or (len(before.text) == 1 and before.text.isalpha())):
        return False
    return following.text[0].isupper() or not following.text[0].isalpha()


def _is_heading(row: "Sequence[Word]", following: Word | None) -> bool:
    """Whether a row of words is all in capitals, with more behind it."""
    letters = [word.text for word in row if word.text[0].isalpha()]
    return following is not None and bool(letters) and all(it.isupper() for it in letters)


def _sentence(text: str, row: tuple[Word, ...], vocabulary: Vocabulary) -> Sentence:
    hits = lexicon(vocabulary).hits(row)
    found = clauses(row, hits)
    duties, declared = modals(row, hits, found)
    return Sentence(text, row, hits, duties, found, declared)
