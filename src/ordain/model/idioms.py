"""How a council words its amendments: a sentence for each instrument, with fields in braces."""

from typing import TypeAlias

from msgspec import Struct

# The fields that the sentence of each instrument holds; one that ends in a colon is
# followed by paragraphs.
INSTRUMENTS: dict[str, tuple[str, ...]] = {
    "strike": ("place", "words"),
    "replace": ("place", "words", "new"),
    "insert": ("place", "beside", "new"),
    "strike-range": ("place", "words", "last"),
    "replace-range": ("place", "words", "last", "new"),
    "strike-lines": ("place",),
    "strike-provision": ("provision",),
    "replace-lines": ("place", "words", "last", "noun"),
    "replace-all": ("place", "noun"),
    "replace-provision": ("provision", "noun"),
    "insert-lines": ("gap", "noun"),
    "replace-words": ("place", "words"),
    "insert-words": ("place", "beside"),
    "move": ("place", "words", "last", "gap"),
    "move-provision": ("provision", "gap"),
    "renumber": ("levels",),
    "renumber-references": ("levels",),
    "relabel": ("provision", "label"),
}

Sentences: TypeAlias = tuple[tuple[str, str], ...]


class Idioms(Struct, frozen=True, kw_only=True):
    """The sentences of a council by instrument; `verified` says that a sheet of the council was seen.

    An instrument without a sentence is worded as the New Mexico House words it.
    """

    sentences: Sentences = ()
    verified: bool = False
