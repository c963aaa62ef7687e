"""The words by which a text says who must do what, by when, unless what: lists, as a value.

A vocabulary holds phrases by kind and by what they say.  All houses share the lists of
`templates/words.yaml`; a house may add its own.
"""

from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

Senses: TypeAlias = tuple[tuple[str, tuple[str, ...]], ...]


class Kind(Enum):
    """What a phrase is for; the value is the key of its list."""

    DUTY = "duty"
    DECLARES = "declares"
    NEGATION = "negation"
    BOUND = "bound"
    NUMBER = "number"
    MEASURE = "measure"
    CITATION = "citation"
    SPAN = "span"
    FREQUENCY = "frequency"
    VAGUE = "vague"
    ORDER = "order"
    MONTH = "month"
    DAY = "day"
    ACTOR = "actor"
    QUANTITY = "quantity"
    EXTENT = "extent"
    TERM = "term"
    MIND = "mind"
    EXCEPTION = "exception"
    CONJUNCTION = "conjunction"
    PENALTY = "penalty"
    LEANS = "leans"
    SAME = "same"
    EMPTY = "empty"


class Vocabulary(Struct, frozen=True, cache_hash=True):
    """Phrases by kind, each under what it says; and chains of terms, the widest first.

    A phrase may be of several kinds; where it is listed twice in one kind, the later sense
    counts.  An empty vocabulary finds nothing.
    """

    lists: tuple[tuple[Kind, Senses], ...] = ()
    wider: tuple[tuple[str, ...], ...] = ()

    def phrases(self) -> "Iterator[tuple[Kind, str, str]]":
        """Yield every phrase with its kind and what it says."""
        for kind, senses in self.lists:
            for sense, phrases in senses:
                for phrase in phrases:
                    yield kind, sense, phrase

    def with_more(self, other: "Vocabulary") -> "Vocabulary":
        """Return this vocabulary and `other`, whose word counts where both have one.

        >>> own = Vocabulary(((Kind.ACTOR, (("jarl", ("jarl",)),)),))
        >>> [phrase for _, _, phrase in Vocabulary().with_more(own).phrases()]
        ['jarl']
        """
        return Vocabulary((*self.lists, *other.lists), (*self.wider, *other.wider))
