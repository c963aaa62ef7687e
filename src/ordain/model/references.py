"""Cross-references: which provisions the text of a provision cites, number by number.

A reference is a word such as "Section" or "paragraphs", the numbers behind it, and what
they are said to be "of".  What is relative is resolved against the address of the
provision whose text it is.
"""

import re
from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.model.addresses import Addresses, join_address, split_address
from ordain.model.numbering import Level
from ordain.model.otherlaw import is_other_law
from ordain.model.written import DEPTH, NAMES, Word, Written, are_alike, number_at, numbers_behind

if TYPE_CHECKING:
    from collections.abc import Sequence


class Kind(Enum):
    """What a reference leads to: other provisions of the text, the one it stands in, or other law."""

    INSIDE = "inside"
    SELF = "self"
    OUTSIDE = "outside"


class Status(Enum):
    """Whether what a number cites stands in the text.

    Outside is a section such as no section of the text is numbered.  Unknown is what
    cannot be told, since the paragraphs in question have no numbers.
    """

    RESOLVES = "resolves"
    DANGLING = "dangling"
    OUTSIDE = "outside"
    UNKNOWN = "unknown"


class Number(Struct, frozen=True, kw_only=True):
    """One number of a reference: where it stands in the text, as written, and what it cites.

    `addresses` are the readings, the likeliest first: "paragraph (1)" may stand in the
    subsection or in the section itself.  `steps` says how many steps of the address are
    written, `level` which level the word names.  `through` says that it ends the range
    that the number before it begins.
    """

    start: int
    end: int
    text: str
    addresses: tuple[str, ...]
    steps: int
    level: Level | None
    through: bool

    @property
    def address(self) -> str:
        """The likeliest reading."""
        return self.addresses[0]


class Reference(Struct, frozen=True):
    """A reference: where it stands in the text, its words, its kind, and its numbers in order.

    "subsection C of Section 1" has two numbers, C and 1.  Only a reference to other
    provisions of the text has numbers.
    """

    start: int
    end: int
    text: str
    kind: Kind
    numbers: tuple[Number, ...] = ()


def find(text: str, address: str) -> tuple[Reference, ...]:
    """Return the references in the text of the provision that `address` cites, in their order.

    >>> [it.address for it in find("See paragraph (2) of subsection (B).", "Section 4(A)")[0].numbers]
    ['Section 4(B)(2)', 'Section 4(B)']
    """
    found: list[Reference] = []
    at = 0
    while (match := _OPENING.search(text, at)) is not None:
        reference = _reference(text, address, match, found)
        found += [] if reference is None else [reference]
        at = match.end() if reference is None else reference.end
    return tuple(found)


def resolve(number: Number, addresses: Addresses) -> str | None:
    """Return the address in a text that a number cites, or None; the reading of the level that is named goes first."""
    held = [known for it in number.addresses if (known := addresses.known(it)) is not None]
    fitting = (it for it in held if addresses.level(it) in (number.level, None))
    return next(fitting, held[0] if held else None)


def status(number: Number, addresses: Addresses) -> Status:
    """Return whether what a number cites stands in a text."""
    if resolve(number, addresses) is not None:
        return Status.RESOLVES
    root = split_address(number.address)[0]
    if addresses.known(root) is None and addresses.is_of_another_kind(root):
        return Status.OUTSIDE
    return Status.UNKNOWN if addresses.is_unnumbered(root) else Status.DANGLING


_LEVELS = {
    "subsection": Level.SUBSECTION,
    "paragraph": Level.PARAGRAPH,
    "subparagraph": Level.SUBPARAGRAPH,
    "item": Level.ITEM,
    "subitem": Level.SUBITEM,
}

# "this article" is not looked for in the text, nor is Title VI.
_LARGER = r"(?:article|chapter|subchapter|title|part|division|ordinance|resolution|order|act|code)"
_OPENING = re.compile(
    rf"""
      \b(?P<this>this)\s+(?:{NAMES}|{_LARGER})\b
    | \b(?-i:TITLE|Title|CHAPTER|Chapter|ARTICLE|Article|SUBCHAPTER|Subchapter|PART|Part)\s+
      (?-i:[0-9]+[A-Z]?|[IVXLC]+|_{{4,}})(?![A-Za-z0-9_])
    | \b(?P<word>{NAMES})(?P<many>s?)\s+(?=[(0-9A-Za-z_])
    | \b(?P<short>sec)(?P<shorts>s?)\.\s+(?=[0-9_])
    | (?P<sign>§)(?P<signs>§?)\s*(?=[0-9_])
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "Section 4, subsection (B)".
_JOINED = re.compile(r",?\s+$")
_OF = re.compile(r"\s+of\s+", re.IGNORECASE)
_OF_THAT = re.compile(rf"\s+of\s+(?:that|said|such)\s+({NAMES})\b", re.IGNORECASE)


def _reference(text: str, address: str, match: "re.Match[str]", before: "Sequence[Reference]") -> Reference | None:
    word = _word(match)
    if word is None:
        return Reference(match.start(), match.end(), match[0], Kind.SELF if match["this"] else Kind.OUTSIDE)
    cited = _Cited(text, address, word, before)
    if not cited.numbers or _is_own_label(text, match.start(), cited, address):
        return None
    shown = text[match.start() : cited.end]
    if cited.is_outside or is_other_law(text, match.start(), cited.end, is_told=cited.is_told):
        return Reference(match.start(), cited.end, shown, Kind.OUTSIDE)
    return Reference(match.start(), cited.end, shown, Kind.INSIDE, tuple(cited.numbers))


def _word(match: "re.Match[str]") -> Word | None:
    name = match["word"] or match["short"] or match["sign"]
    if name is None:
        return None
    many = match["many"] or match["shorts"] or match["signs"]
    return Word(_plain(name), bool(many), match.start(), match.end())


def _plain(name: str) -> str:
    return name.lower().replace("-", "")


def _is_own_label(text: str, start: int, cited: "_Cited", address: str) -> bool:
    """Whether it is the label of the provision itself, which a Word file may have as text."""
    here = split_address(address)[0]
    opens = not text[:start].strip() and text[cited.end : cited.end + 1] in (".", ":")
    return opens and split_address(cited.numbers[0].address)[0].split()[-1:] == here.split()[-1:]


class _Cited:
    """What one reference cites, read from its word on.

    `is_told` says that the reference tells which provision of this text holds what it
    cites, `is_outside` that it cannot be to this text.
    """

    def __init__(self, text: str, address: str, word: Word, before: "Sequence[Reference]") -> None:
        self._text = text
        self._root, self._here = split_address(address)
        self.is_told = False
        self.end = word.end
        listed = numbers_behind(text, word)
        self.is_outside = any(it.is_blank for it in listed)
        self._outer: list[Number] = []
        if listed:
            self.end = listed[-1].end
        containers = self._containers(before) or self._joined(before, word) if listed else ()
        self.numbers = [*self._placed(listed, word, containers), *self._outer]

    def _containers(self, before: "Sequence[Reference]") -> tuple[str, ...]:
        """Read what the numbers are "of", and return its readings; none where nothing of this text is named."""
        that = _OF_THAT.match(self._text, self.end)
        if that is not None:
            return self._that(that, before)
        of = _OF.match(self._text, self.end)
        opening = _OPENING.match(self._text, of.end()) if of else None
        if opening is None:
            return ()
        word = _word(opening)
        number = None if word is None else number_at(self._text, word, opening.end())
        if opening["this"]:
            self.end, self.is_told = opening.end(), True
            return self._this(_plain(opening[0].split()[-1]))
        if word is None or number is None:
            return ()
        self.end = number.end
        self.is_told |= DEPTH[word.name] > 0
        placed = self._placed((number,), word, self._containers(before))
        self._outer = [*placed, *self._outer]
        return placed[0].addresses

    def _joined(self, before: "Sequence[Reference]", word: Word) -> tuple[str, ...]:
        """Return the readings of what "Section 4, subsection (B)" names first; none where nothing stands before it."""
        last = before[-1] if before and DEPTH[word.name] > 0 else None
        if last is None or last.kind is Kind.SELF or not _JOINED.match(self._text, last.end, word.start):
            return ()
        self.is_outside |= last.kind is Kind.OUTSIDE
        return last.numbers[-1].addresses if last.numbers else ()

    def _this(self, name: str) -> tuple[str, ...]:
        """Return the readings of "this section", "this subsection"; none for "this ordinance", which holds all."""
        if name not in DEPTH:
            return ()
        depth = min(DEPTH[name], len(self._here))
        return tuple(join_address(self._root, self._here[:k]) for k in range(depth, -1, -1) if k or not depth)

    def _that(self, match: "re.Match[str]", before: "Sequence[Reference]") -> tuple[str, ...]:
        """Return the readings of "that section": the one cited last."""
        self.end, self.is_told = match.end(), True
        last = next((it for it in reversed(before) if it.kind is not Kind.SELF), None)
        if last is None or last.kind is Kind.OUTSIDE:
            self.is_outside = True
            return ()
        depth = DEPTH[_plain(match[1])]
        roots = [split_address(it) for it in last.numbers[-1].addresses]
        return tuple(dict.fromkeys(join_address(root, steps[:depth]) for root, steps in roots))

    def _placed(self, listed: "Sequence[Written]", word: Word, containers: tuple[str, ...]) -> list[Number]:
        return [
            Number(
                start=it.start,
                end=it.end,
                text=self._text[it.start : it.end],
                addresses=self._readings(it, word, containers),
                steps=len(it.steps),
                level=_LEVELS.get(word.name) if len(it.steps) == 1 else None,
                through=it.through,
            )
            for it in listed
        ]

    def _readings(self, it: Written, word: Word, containers: tuple[str, ...]) -> tuple[str, ...]:
        steps = (*it.above, *it.steps)
        if it.root is not None:
            sign = "§" if word.name == "§" else "Section"
            return (join_address(f"{sign} {it.root.replace(_UNBROKEN, '-')}", steps),)
        if containers:
            return tuple(join_address(container, steps) for container in containers)
        depths = _depths(self._here, steps, word)
        return tuple(join_address(self._root, (*self._here[:k], *steps)) for k in depths)


# A hyphen at which no line breaks.
_UNBROKEN = "\u2011"


def _depths(here: tuple[str, ...], steps: tuple[str, ...], word: Word) -> list[int]:
    """Return behind how many steps of the provision's own address a number may stand, the likeliest first."""
    named = DEPTH[word.name] - 1
    alike = [k for k in range(len(here) - 1, -1, -1) if are_alike(here[k], steps[0])]
    first = [named] if named in alike else alike
    return list(dict.fromkeys([*first, min(named, len(here)), *range(len(here), -1, -1)]))
