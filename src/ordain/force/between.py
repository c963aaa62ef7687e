"""What a change of words does to the force of a provision.

Both texts are read, and what the rules find in one is held against what they find in
the other, sentence by sentence.  What is worded otherwise and says the same gives nothing.
"""

from functools import lru_cache
from typing import TYPE_CHECKING

from ordain.force.leftover import left_over
from ordain.force.sentences import paired
from ordain.force.weigh import weigh
from ordain.force.worded import exchanged, narrowed, opposed
from ordain.model.force import Aspect, Signal
from ordain.norms.reading import read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordain.model.vocabulary import Vocabulary


def force(old: str, new: str, vocabulary: "Vocabulary") -> tuple[Signal, ...]:
    """Return the signals of the change from `old` to `new`, in the order of the text.

    Of a text and itself there are none.  Exchanged sides give each signal turned: the
    two are compared in one order, whichever is old.
    """
    if old == new:
        return ()
    if old < new:
        return _signals(old, new, vocabulary)
    return tuple(signal.turned() for signal in _signals(new, old, vocabulary))


@lru_cache(maxsize=1 << 12)
def _signals(first: str, second: str, vocabulary: "Vocabulary") -> tuple[Signal, ...]:
    old, new = read(first, vocabulary), read(second, vocabulary)
    pairs = paired(old.sentences, new.sentences)
    # Words may have gone into a sentence of their own.
    whole = all(pair.old and pair.new for pair in pairs)
    found: list[Signal] = []
    for pair, olds, news in left_over(pairs, old, new):
        signals = list(weigh(olds, news, vocabulary))
        signals += opposed(pair)
        if whole and not any(it.aspect is Aspect.ACTOR for it in signals):
            signals += exchanged(pair)
        found += signals
        if whole and _only_names(signals):
            found += narrowed(pair)
    return tuple(sorted(dict.fromkeys(found), key=_place))


def _only_names(signals: "Sequence[Signal]") -> bool:
    """Whether at most names came or went: whoever else is named may be part of a longer addition."""
    return all(it.aspect is Aspect.ACTOR and None in {it.old, it.new} for it in signals)


_ASPECTS = {aspect: at for at, aspect in enumerate(Aspect)}


def _place(signal: Signal) -> tuple[int, int, int, str]:
    """Return a key that is the same when old and new are exchanged."""
    places = sorted(place for place in (signal.old_at, signal.new_at) if place is not None)
    return places[0], places[-1], _ASPECTS[signal.aspect], signal.rule
