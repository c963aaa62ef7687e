"""Read lists of words into a vocabulary: `words.yaml`, and `vocabulary:` of a house."""

from typing import Literal, TypeAlias

from pydantic import Field

from ordain.model.vocabulary import Kind, Vocabulary
from ordain.readers.shape import Strict, read_shape

_Phrases: TypeAlias = tuple[str, ...]
_Open: TypeAlias = dict[str, _Phrases]


class VocabularyShape(Strict):
    """Lists of phrases under what they say.  Where the program knows each sense, no other may be named."""

    duty: dict[
        Literal[
            "shall", "shall-not", "may", "need-not", "should", "should-not", "will", "will-not", "encouraged", "means"
        ],
        _Phrases,
    ] = Field(default_factory=dict)
    declares: dict[Literal["declares", "of-names", "of-things"], _Phrases] = Field(default_factory=dict)
    negation: dict[Literal["not"], _Phrases] = Field(default_factory=dict)
    bound: dict[Literal["at-most", "at-least", "over", "under", "within", "for", "every"], _Phrases] = Field(
        default_factory=dict
    )
    number: _Open = Field(default_factory=dict)
    measure: _Open = Field(default_factory=dict)
    citation: dict[Literal["citation"], _Phrases] = Field(default_factory=dict)
    span: dict[
        Literal[
            "second",
            "minute",
            "hour",
            "day",
            "business-day",
            "business-hour",
            "week",
            "month",
            "quarter",
            "year",
            "decade",
        ],
        _Phrases,
    ] = Field(default_factory=dict)
    frequency: _Open = Field(default_factory=dict)
    vague: dict[Literal["immediately", "promptly", "practicable", "reasonable"], _Phrases] = Field(default_factory=dict)
    order: _Open = Field(default_factory=dict)
    month: _Open = Field(default_factory=dict)
    day: _Open = Field(default_factory=dict)
    actor: dict[Literal["actor"], _Phrases] = Field(default_factory=dict)
    quantity: dict[Literal["all", "any", "some", "most", "few", "only", "both"], _Phrases] = Field(default_factory=dict)
    extent: dict[Literal["including", "limited", "excluding"], _Phrases] = Field(default_factory=dict)
    term: _Open = Field(default_factory=dict)
    mind: dict[Literal["knowing", "reckless", "negligent"], _Phrases] = Field(default_factory=dict)
    exception: dict[Literal["except", "notwithstanding", "subject-to", "extent", "condition"], _Phrases] = Field(
        default_factory=dict
    )
    conjunction: dict[Literal["and", "or", "and-or", "all-of", "any-of"], _Phrases] = Field(default_factory=dict)
    penalty: _Open = Field(default_factory=dict)
    leans: dict[Literal["frees", "burdens"], _Phrases] = Field(default_factory=dict)
    same: _Open = Field(default_factory=dict)
    empty: dict[Literal["empty"], _Phrases] = Field(default_factory=dict)
    wider: tuple[_Phrases, ...] = ()


def read_vocabulary(text: str, file: str) -> Vocabulary:
    """Return the vocabulary of a `words.yaml`; raises OrdainError with every fault."""
    shape, _ = read_shape(VocabularyShape, text, file)
    return vocabulary_of(shape)


def vocabulary_of(shape: VocabularyShape) -> Vocabulary:
    """Return the lists as a value."""
    lists = ((kind, getattr(shape, kind.value)) for kind in Kind)
    return Vocabulary(tuple((kind, tuple(senses.items())) for kind, senses in lists if senses), shape.wider)
