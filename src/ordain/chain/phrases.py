"""A change in a line for readers: a signal, or the phrases in which two texts differ."""

from typing import TYPE_CHECKING

from ordain.compare.diff import word_changes
from ordain.model.force import Direction
from ordain.text.segments import Mark
from ordain.text.tokens import is_word, tokenize
from ordain.text.typography import plain_opening

if TYPE_CHECKING:
    from ordain.model.force import Signal


def said(signal: "Signal") -> str:
    """Return a signal as a reader is told of it: what about, the words, and which way."""
    if signal.old is None:
        words = f"'{signal.new}' was added"
    elif signal.new is None:
        words = f"'{signal.old}' is gone"
    else:
        words = f"'{signal.old}' became '{signal.new}'"
    return f"{signal.aspect.value}: {words} ({_WAYS[signal.direction]})"


_WAYS = {
    Direction.STRICTER: "stricter",
    Direction.LOOSER: "looser",
    Direction.DIFFERENT: "neither stricter nor looser",
    Direction.UNKNOWN: "no rule tells which way",
}


# More phrases than this a redline shows better.
_FEW = 4
_LONGEST = 60


def reworded(old: str, new: str) -> tuple[str, ...]:
    """Return the phrases in which two texts differ, in a line; nothing where they read the same.

    >>> reworded("Lock each depot.", "lock each depot and yard.")
    ("in other words: with 'and yard'",)
    """
    # The case of the first letter follows from what stands before it.
    new = old[:1] + new[1:] if old[:1].casefold() == new[:1].casefold() else new
    if plain_opening(old) == plain_opening(new):
        return ()
    parts = word_changes(tokenize(old), tokenize(new))
    if all(part.mark is not Mark.KEPT for part in parts):
        return ("in other words throughout",)
    marked = [part for part in parts if part.mark is not Mark.KEPT and any(map(is_word, part.tokens))]
    phrases = [f"{_VERBS[part.mark]} '{_cut(part.text.strip(' ,.;'))}'" for part in marked]
    more = [f"and {len(phrases) - _FEW} more"] if len(phrases) > _FEW else []
    return (f"in other words: {', '.join([*phrases[:_FEW], *more])}",) if phrases else ()


_VERBS = {Mark.STRUCK: "without", Mark.ADDED: "with"}


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"
