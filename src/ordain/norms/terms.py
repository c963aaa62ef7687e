"""Terms: what a text defines, and where its words are used.

A definition is read from a sentence with a quoted term ('"Covered employee" means ...') and
from what stands under a lead of definitions ('CITY RESOURCES. The moneys, ...').
"""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.model.provision import heading_of
from ordain.text.typography import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ordain.model.unit import Unit


class Definition(Struct, frozen=True):
    """A term, the position of the unit that defines it, and what it says of the term."""

    term: str
    at: int
    meaning: str


class Use(Struct, frozen=True):
    """A term as a text uses it: the words, and where they begin."""

    term: str
    words: str
    start: int


def definitions(units: "Sequence[Unit]") -> tuple[Definition, ...]:
    """Return what the units define, in order; of a unit that defines two terms, one for each."""
    return tuple(_definitions(units))


def uses(terms: "Iterable[str]", text: str) -> tuple[Use, ...]:
    """Return each use of a term in a text; plural and capital forms count, a term inside another does not.

    >>> [use.words for use in uses(["City", "City facility"], "at City facilities of the City")]
    ['City facilities', 'City']
    """
    tree = _tree(tuple(terms))
    words = [(_letters(match[0]), match.start(), match.end()) for match in _WORD.finditer(text)]
    found: list[Use] = []
    at = 0
    while at < len(words):
        term, end = _longest(tree, words, at)
        if term is not None:
            start = words[at][1]
            found.append(Use(term, text[start : words[end - 1][2]], start))
        at = max(end, at + 1)
    return tuple(found)


# A word with what may stand inside it, or a sign.
_WORD = re.compile(r"[\w-]+|[^\w\s]")


class _Node(Struct):
    """The words that may follow in some term, and the term that ends here."""

    then: "dict[str, _Node]"
    term: str | None = None


@lru_cache(maxsize=64)
def _tree(terms: tuple[str, ...]) -> _Node:
    """Return the forms of terms as a tree of words; made once for the terms of a text."""
    root = _Node({})
    for term in terms:
        for form in _forms(key(term)):
            node = root
            for word in _WORD.findall(form):
                node = node.then.setdefault(word, _Node({}))
            node.term = term
    return root


def _longest(tree: _Node, words: "Sequence[tuple[str, int, int]]", at: int) -> tuple[str | None, int]:
    """Return the longest term that begins at a word, and the place behind it; None and no place where none does."""
    found: tuple[str | None, int] = (None, 0)
    node = tree
    for place in range(at, len(words)):
        following = node.then.get(words[place][0])
        if following is None:
            break
        node = following
        if node.term is not None:
            found = node.term, place + 1
    return found


@lru_cache(maxsize=1 << 14)
def _letters(word: str) -> str:
    return plain(word).casefold()


def users(terms: "Mapping[str, int]", units: "Sequence[Unit]") -> dict[str, tuple[int, ...]]:
    """Return the positions of the units that use each term, but for the unit that defines it.

    `terms` gives the position of its definition by each term.
    """
    found: dict[str, list[int]] = {term: [] for term in terms}
    for at, unit in enumerate(units):
        for term in dict.fromkeys(use.term for use in uses(terms, unit.text)):
            if terms[term] != at:
                found[term].append(at)
    return {term: tuple(places) for term, places in found.items()}


def key(term: str) -> str:
    """Return the form under which a term is looked up.

    >>> key("CITY  Resources")
    'city resources'
    """
    return " ".join(plain(term).casefold().split())


# '"Covered employee" or "employee" means', 'the term "City" includes', '"Act" has the meaning'.
_TERM = r'"(?P<{}>[^"]{{1,80}}?),?"'
_SAYS = r"(?:means|mean|includes?|shall\s+(?:mean|include)|has\s+the\s+(?:same\s+)?meaning|refers\s+to|is\s+defined)"
_QUOTED = re.compile(
    rf"{_TERM.format('first')}(?:,?\s+(?:or|and)\s+{_TERM.format('second')})?,?\s+(?:\([^)]*\)\s+)?{_SAYS}\b"
)
# Under a lead of definitions the term is also known by its place: it opens the paragraph.
_OPENS = re.compile(rf"(?P<first>[A-Z][\w'/-]*(?:\s+[\w'/-]+){{0,6}}?)\s+{_SAYS}\b")
# 'SECTION 2. DEFINITIONS. For the purposes of ...', '(a) Definitions. As used in this section:'.
_LEAD = re.compile(r"(?:[A-Z][\w ,]*\band\s+)?definitions?\b|\b(?:following|these)\s+definitions\b", re.IGNORECASE)
# A definition in a house that prints the term as a heading has no verb.
_TERM_HEADING = re.compile(r"[^.]{1,80}\.$")


def _definitions(units: "Sequence[Unit]") -> "Iterator[Definition]":
    lead: int | None = None
    for at, unit in enumerate(units):
        if lead is not None and unit.depth <= lead:
            lead = None
        text = plain(unit.text)
        quoted = list(_QUOTED.finditer(text))
        for found in quoted:
            for term in (found["first"], found["second"]):
                if term:
                    yield Definition(term, at, text)
        heading = heading_of(text)
        if lead is not None and not quoted:
            if _TERM_HEADING.fullmatch(heading):
                yield Definition(heading.rstrip("."), at, text[len(heading) :].strip())
            elif opened := _OPENS.match(text):
                yield Definition(opened["first"], at, text)
        if _LEAD.match(text) or (heading and _LEAD.search(heading)):
            lead = unit.depth


_VOWELS = "aeiou"


def _forms(term: str) -> "Iterator[str]":
    """Yield a term, its plural, and its singular where it is one of several."""
    yield term
    if term.endswith(("s", "x", "z", "ch", "sh")):
        yield f"{term}es"
    elif term.endswith("y") and term[-2:-1] not in _VOWELS:
        yield f"{term[:-1]}ies"
    else:
        yield f"{term}s"
    if term.endswith("ies"):
        yield f"{term[:-3]}y"
    elif term.endswith("s") and not term.endswith("ss"):
        yield term[:-1]
