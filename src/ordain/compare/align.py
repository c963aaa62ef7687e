"""Align: who became whom.

Identity comes before likeness.  A unit is paired with the one of the same id; else of
the same text, unique texts first; else with the most alike one in the stretch between
two pairs that are certain.  Then what is left over on both sides is tried as parts of a
paragraph that was split or joined, and as moved text.
"""

from collections import Counter, defaultdict
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.compare.candidates import candidates
from ordain.compare.likeness import Lexicon, Words, held_in
from ordain.compare.openings import shared_opening
from ordain.compare.parts import split
from ordain.model.numbering import Level
from ordain.model.unit import Form
from ordain.text.sequences import heaviest_chain

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

    from ordain.model.unit import Unit
    from ordain.text.tokens import Token

# Below this share of common words a redline of every word helps nobody: the provision is
# shown as one struck and one added.
_ALIKE = 0.5
# A provision that keeps its label, that is the only one left between two certain pairs, or
# that keeps more than half of its old words among many new ones, is taken for the same one
# with fewer words in common.
_ALIKE_IN_PLACE = 0.3
# The only one left that was rewritten at four times its length has no more in common.
_ALIKE_ALONE = 0.2
# Text that turns up elsewhere must be more alike, and longer than a formula such as
# "Reserved.", before a reader is told that it moved.
_ALIKE_ELSEWHERE = 0.6
_WORDS_TO_MOVE = 4
# Nor is a formula that recurs with other dates a move: two words of it must be its own, in
# that they stand in no more than these places on either side.
_WORDS_IN_COMMON = 2
_FEW_PLACES = 3


# Hints are believed where so many pairs have them, and so many of those agree.
_FEWEST_HINTS = 5
_HINTS_AGREE = 0.9


class Pair(Struct, frozen=True):
    """Positions in old and new of what became of each other.

    One and one: the same provision.  None and one: inserted.  One and none: removed.
    One and several: split; several and one: joined.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]


def align(old: "Sequence[Unit]", new: "Sequence[Unit]") -> tuple[Pair, ...]:
    """Pair each unit of `old` with its successor in `new`.

    Every unit of either side is in exactly one pair.  Pairs come in the order of `new`;
    those of removed units come last, in the order of `old`.
    """
    matching = _Matching(old, new)
    matching.by_key(lambda unit: unit.id, lambda unit: unit.id)
    matching.by_key(_only_one, _only_one)
    matching.by_source()
    matching.by_key(_labelled_text, _labelled_text)
    matching.by_key(matching.own_text, matching.own_text)
    matching.beside()
    matching.repeated()
    matching.beside()
    matching.by_hint()
    matching.nearest()
    matching.left_alone()
    matching.tables()
    matching.parts()
    matching.moved()
    matching.in_place()
    return matching.pairs()


class _Matching:
    """The pairs found so far; made for one alignment."""

    def __init__(self, old: "Sequence[Unit]", new: "Sequence[Unit]") -> None:
        self.old, self.new = old, new
        self.to_new: dict[int, int] = {}
        self.to_old: dict[int, int] = {}
        self.several: dict[int, Pair] = {}
        self._places: list[Counter[str]] | None = None
        self.old_words, self.new_words = Lexicon(old), Lexicon(new)
        self._formulas = _formulas(old) | _formulas(new)

    def pair(self, i: int, j: int) -> None:
        self.to_new[i], self.to_old[j] = j, i

    def by_key(self, old_key: "Callable[[Unit], Hashable]", new_key: "Callable[[Unit], Hashable]") -> None:
        """Pair units whose key is not empty and stands once on either side, among those left."""
        olds = _once([(old_key(unit), i) for i, unit in enumerate(self.old) if i not in self.to_new])
        news = _once([(new_key(unit), j) for j, unit in enumerate(self.new) if j not in self.to_old])
        for key, j in news.items():
            if key in olds and self._may_pair(olds[key], j):
                self.pair(olds[key], j)

    def _may_pair(self, i: int, j: int) -> bool:
        """Two units that both have an id, and not the same, are two provisions."""
        if not self._are_alike_in_form((i,), (j,)):
            return False
        names = self.old[i].id, self.new[j].id
        return None in names or names[0] == names[1] or self.old[i].tokens == self.new[j].tokens

    def _are_alike_in_form(self, olds: "Sequence[int]", news: "Sequence[int]") -> bool:
        """Whether units may be each other's counterparts at all; only paragraphs are split and joined.

        A section of pages that comes or goes has no mark of its own: it does so with its last paragraph.
        """
        units = [*(self.old[i] for i in olds), *(self.new[j] for j in news)]
        forms = {unit.form for unit in units}
        several = len(olds) > 1 or len(news) > 1
        if len(forms) > 1 or any(unit.alone for unit in units) or (several and Form.PARAGRAPH not in forms):
            return False
        inside = any(self.old[i].closes for i in olds[:-1]) or any(self.new[j].closes for j in news[:-1])
        return not inside and self.old[olds[-1]].closes is self.new[news[-1]].closes

    def own_text(self, unit: "Unit") -> "tuple[Token, ...] | None":
        """Return the text of a unit, or None for a formula that stands under one number after another."""
        is_formula = len(unit.tokens) <= _LONGEST_FORMULA and _unnumbered(unit.tokens) in self._formulas
        return None if is_formula else unit.tokens

    def beside(self) -> None:
        """Pair the same formula under the same number where it stands beside a pair on both sides."""
        olds = _once([(unit.tokens, i) for i, unit in enumerate(self.old) if i not in self.to_new])
        news = _once([(unit.tokens, j) for j, unit in enumerate(self.new) if j not in self.to_old])
        found = [(olds[text], j) for text, j in news.items() if text in olds and self._may_pair(olds[text], j)]
        for i, j in [*sorted(found), *sorted(found, reverse=True)]:
            if i not in self.to_new and (self.to_new.get(i - 1) == j - 1 or self.to_new.get(i + 1) == j + 1):
                self.pair(i, j)

    def by_hint(self) -> None:
        """Pair units of one hint that are not unlike, where the hints of the pairs found so far agree."""
        hints = [(self.old[i].hint, self.new[j].hint) for i, j in self.to_new.items()]
        known = [one == other for one, other in hints if one and other]
        if len(known) < _FEWEST_HINTS or sum(known) < _HINTS_AGREE * len(known):
            return
        olds = _once([(unit.hint or None, i) for i, unit in enumerate(self.old) if i not in self.to_new])
        news = _once([(unit.hint or None, j) for j, unit in enumerate(self.new) if j not in self.to_old])
        for hint, j in news.items():
            i = olds.get(hint)
            if i is not None and self._may_pair(i, j):
                pair = candidates([(i, self.old_words(i))], [(j, self.new_words(j))], _ALIKE_IN_PLACE)
                if any(True for _ in pair):
                    self.pair(i, j)

    def by_source(self) -> None:
        """Pair an old unit with the most alike of those that say they come from it.

        One that alone says that it comes from several neighbors joins them.
        """
        by_id = {unit.id: i for i, unit in enumerate(self.old) if unit.id and i not in self.to_new}
        claims = Counter(name for unit in self.new for name in set(unit.sources))
        found = []
        for j, unit in enumerate(self.new):
            whole = [i for name in unit.sources if (i := by_id.get(name)) is not None and claims[name] == 1]
            if j not in self.to_old and len(whole) > 1 and whole == list(range(whole[0], whole[-1] + 1)):
                self._take(Pair(tuple(whole), (j,)))
            if j not in self.to_old:
                found += [
                    (likeness, i, j)
                    for name in unit.sources
                    if (i := by_id.get(name)) is not None
                    for _, _, likeness in candidates([(i, self.old_words(i))], [(j, self.new_words(j))], 0.0)
                ]
        for _, i, j in sorted(found, key=lambda it: (-it[0], it[1], it[2])):
            if i not in self.to_new and j not in self.to_old and self._are_alike_in_form((i,), (j,)):
                self.pair(i, j)

    def repeated(self) -> None:
        """Pair equal texts that stand several times, in their order, between certain pairs."""
        for olds, news in self._stretches():
            waiting: dict[tuple[tuple[Token, ...], bool], list[int]] = defaultdict(list)
            for i in olds:
                if self.own_text(self.old[i]) is not None:
                    waiting[self.old[i].tokens, self.old[i].closes].append(i)
            last = -1
            for j in news:
                queue = waiting.get((self.new[j].tokens, self.new[j].closes), [])
                while queue and queue[0] <= last:
                    queue.pop(0)
                if queue and self._are_alike_in_form((queue[0],), (j,)):
                    last = queue.pop(0)
                    self.pair(last, j)

    def nearest(self) -> None:
        """Pair, in each stretch between certain pairs, what is most alike without crossing."""
        for olds, news in self._stretches():
            alone = len(olds) == len(news) == 1
            links = [
                (i, j, self._weight(i, j, likeness))
                for i, j, likeness in candidates(self._said(olds), self._said_new(news), _ALIKE_IN_PLACE)
                if self._may_pair(i, j) and (alone or likeness >= _ALIKE or self._stays(i, j))
            ]
            for at in heaviest_chain(links):
                self.pair(links[at][0], links[at][1])

    def left_alone(self) -> None:
        """Pair what is now the only one left on both sides between two pairs, where it keeps most of its words."""
        for olds, news in self._stretches():
            if len(olds) == len(news) == 1 and self._may_pair(olds[0], news[0]):
                for i, j, likeness in candidates(self._said(olds), self._said_new(news), _ALIKE_ALONE):
                    if likeness >= _ALIKE_IN_PLACE or self._stays(i, j):
                        self.pair(i, j)

    def tables(self) -> None:
        """Pair tables of one shape that stand for each other between certain pairs, whatever their words."""
        for olds, news in self._stretches():
            left = [i for i in olds if self.old[i].form is Form.TABLE]
            right = [j for j in news if self.new[j].form is Form.TABLE]
            for i, j in zip(left, right, strict=False) if len(left) == len(right) else ():
                shapes = [[row.shape for row in table.rows] for table in (self.old[i], self.new[j])]
                if shapes[0] == shapes[1] and self._may_pair(i, j):
                    self.pair(i, j)

    def _weight(self, i: int, j: int, likeness: float) -> float:
        """Return what a pair is worth; a formula, or a row, is worth hardly less under another number."""
        old, new = self.old[i], self.new[j]
        is_formula = self.own_text(old) is None or (old.form is Form.ROW and any(map(str.isalpha, self.old_words(i))))
        if is_formula and _unnumbered(old.tokens) == _unnumbered(new.tokens):
            likeness = 1.0 + likeness / 10
        return likeness + self._same_label(i, j) / 10

    def _stays(self, i: int, j: int) -> bool:
        if self._same_label(i, j) or self._opens_alike(i, j):
            return True
        return held_in(self.old_words(i), self.new_words(j)) > _ALIKE

    def _same_label(self, i: int, j: int) -> bool:
        label = self.old[i].label
        return bool(label) and label.casefold() == self.new[j].label.casefold()

    def _opens_alike(self, i: int, j: int) -> bool:
        """Whether two paragraphs of Word files open with the same typed label or lead word."""
        if self.old[i].level is not None or self.new[j].level is not None:
            return False
        return shared_opening(self.old[i].tokens, self.new[j].tokens) > 0

    def parts(self) -> None:
        """Find one paragraph that became several, and several that became one."""
        for olds, news in self._stretches(whole=True):
            for i, run in split(self.old_words, self.new_words, olds, news, self.to_old):
                self._take(Pair((i,), run))
            for j, run in split(self.new_words, self.old_words, news, olds, self.to_new):
                self._take(Pair(run, (j,)))

    def _take(self, pair: Pair) -> None:
        free_old = all(self.to_new.get(i, pair.new[0]) in pair.new for i in pair.old)
        free_new = all(self.to_old.get(j, pair.old[0]) in pair.old for j in pair.new)
        taken = any(j in self.several for j in pair.new)
        if free_old and free_new and not taken and self._are_alike_in_form(pair.old, pair.new):
            self.to_new |= dict.fromkeys(pair.old, pair.new[0])
            self.to_old |= dict.fromkeys(pair.new, pair.old[0])
            self.several |= dict.fromkeys(pair.new, pair)

    def moved(self) -> None:
        """Pair what is left over on both sides and alike, wherever it stands."""
        olds = [i for i in range(len(self.old)) if i not in self.to_new and len(self.old_words(i)) >= _WORDS_TO_MOVE]
        news = [j for j in range(len(self.new)) if j not in self.to_old and len(self.new_words(j)) >= _WORDS_TO_MOVE]
        found = [
            link
            for link in candidates(self._said(olds), self._said_new(news), _ALIKE_ELSEWHERE)
            if self._is_distinct(link[0], link[1])
        ]
        for i, j, _ in sorted(found, key=lambda it: (-it[2], it[1], it[0])):
            if i not in self.to_new and j not in self.to_old and self._may_pair(i, j):
                self.pair(i, j)

    def in_place(self) -> None:
        """Pair what stands for each other between certain pairs and opens alike, whatever its other words.

        The only paragraph of a cell or a note, too: it cannot go.
        """
        if len(self.to_new) == len(self.old) or len(self.to_old) == len(self.new):
            return
        is_all = len(self.old) == len(self.new) == 1 and self.old[0].address != "" and self.old[0].level is None
        for olds, news in self._stretches():
            pairs = list(zip(olds, news, strict=False))
            if len(olds) == len(news) and all(
                (is_all or self._opens_alike(i, j)) and self._may_pair(i, j) for i, j in pairs
            ):
                for i, j in pairs:
                    self.pair(i, j)

    def _is_distinct(self, i: int, j: int) -> bool:
        """Whether two texts share words that hardly any other has: a standing formula moves nowhere."""
        shared = set(self.old_words(i)) & set(self.new_words(j))
        rare = [word for word in shared if self._spread(word) <= _FEW_PLACES]
        return len(rare) >= _WORDS_IN_COMMON

    def _spread(self, word: str) -> int:
        """Return in how many units of one side a word stands, whichever side has more."""
        if self._places is None:
            self._places = [
                Counter(chain.from_iterable(set(lexicon(at)) for at in range(len(lexicon))))
                for lexicon in (self.old_words, self.new_words)
            ]
        return max(count[word] for count in self._places)

    def pairs(self) -> tuple[Pair, ...]:
        out = []
        for j in range(len(self.new)):
            pair = self.several.get(j)
            if pair is None:
                i = self.to_old.get(j)
                out.append(Pair(() if i is None else (i,), (j,)))
            elif pair.new[0] == j:
                out.append(pair)
        out += [Pair((i,), ()) for i in range(len(self.old)) if i not in self.to_new]
        return tuple(out)

    def _said(self, olds: "Sequence[int]") -> list[tuple[int, Words]]:
        return [(i, self.old_words(i)) for i in olds]

    def _said_new(self, news: "Sequence[int]") -> list[tuple[int, Words]]:
        return [(j, self.new_words(j)) for j in news]

    def _stretches(self, *, whole: bool = False) -> "Iterator[tuple[list[int], list[int]]]":
        """Yield what is left on both sides between pairs that keep their order; `whole`: on either side."""
        certain = [(i, j, 1.0 + len(self.old[i].tokens)) for j, i in sorted(self.to_old.items())]
        bounds = [certain[at][:2] for at in heaviest_chain(certain)]
        lo = (-1, -1)
        for hi in [*bounds, (len(self.old), len(self.new))]:
            olds = [i for i in range(lo[0] + 1, hi[0]) if i not in self.to_new]
            news = [j for j in range(lo[1] + 1, hi[1]) if j not in self.to_old]
            if (olds and news) or (whole and (olds or news)):
                yield olds, news
            lo = hi


def _only_one(unit: "Unit") -> Level | None:
    """Return the level of what a draft has only one of: its title and its enacting clause."""
    return unit.level if unit.level in (Level.TITLE, Level.ENACTING) else None


def _labelled_text(unit: "Unit") -> "tuple[str, tuple[Token, ...]] | None":
    return (unit.label, unit.tokens) if unit.label else None


def _formulas(units: "Sequence[Unit]") -> "set[tuple[Token, ...]]":
    """Return the short texts that recur with other numbers: `Section 98. Reserved` may have become Section 99."""
    numbered: dict[tuple[Token, ...], set[tuple[Token, ...]]] = defaultdict(set)
    for unit in units:
        if 0 < len(unit.tokens) <= _LONGEST_FORMULA:
            numbered[_unnumbered(unit.tokens)].add(unit.tokens)
    return {text for text, forms in numbered.items() if len(forms) > 1}


def _unnumbered(tokens: "tuple[Token, ...]") -> "tuple[Token, ...]":
    return tuple(map(_without_number, tokens))


@lru_cache(maxsize=1 << 16)
def _without_number(token: "Token") -> "Token":
    return "0" if str(token)[0].isdigit() else token


# So many tokens, blanks and signs among them, a formula has at most.
_LONGEST_FORMULA = 40

# What names nothing: no id, and a text without words.
_EMPTY = (None, ())


def _once(keyed: "Sequence[tuple[Hashable, int]]") -> "dict[Hashable, int]":
    times = Counter(key for key, _ in keyed)
    return {key: at for key, at in keyed if key not in _EMPTY and times[key] == 1}
