"""What a paragraph holds, as pieces: runs of letters, and things that have none.

A piece is a part of one run with the run's properties.  The text of the pieces, cut into
tokens, is what is compared; a token leads back to the parts of the pieces it came from,
so that a redline can be written with every property of the original.
"""

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate, groupby
from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.text.tokens import Opaque, Token, tokenize
from ordain.word.parts.names import Element, local, w
from ordain.word.reading.fields import field_of
from ordain.word.reading.identity import canonical

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ordain.word.reading.fields import Field


class Piece(Struct, frozen=True, eq=False):
    """Letters of one run, or one thing without letters.

    `element` is the run content (`w:t`, `w:tab`) or, where `whole`, what is copied as it
    is: a drawing in a run of its own, a field of several runs, a formula.  `link` is
    equal for letters that lead to the same place.  `trimmed` are blanks that Word does
    not show, since nothing asks to preserve them.  `sign` names the element of a letter
    that is no text, such as a tab.  `run` is the run it stands in.
    """

    token: str | Opaque
    element: tuple[Element, ...]
    properties: Element | None
    wrappers: tuple[Element, ...] = ()
    link: str = ""
    whole: bool = False
    trimmed: bool = False
    sign: str = ""
    run: Element | None = None

    @property
    def form(self) -> tuple[bool, str]:
        """What is equal for letters that are written alike."""
        return self.trimmed, self.sign

    @property
    def look(self) -> object:
        """What is equal for pieces of equal properties; a field's is that of what it shows."""
        field = field_of(self.element) if self.whole else None
        return canonical(self.properties) if field is None else _look_of(field)


class Slice(Struct, frozen=True, eq=False):
    """A part of a piece: some of its letters, or nothing of a thing without letters."""

    piece: Piece
    text: str


class Content:
    """What a paragraph holds: its pieces, and what stands silently before each.

    The tokens are what is compared; slices lead from them back to the pieces.  `paragraph` is where it was read.
    `formats` is kept here by who needs it, for paragraphs that are met again.
    """

    def __init__(self, paragraph: Element, pieces: "Sequence[Piece]", silent: "Sequence[tuple[int, Element]]") -> None:
        self.paragraph = paragraph
        self.pieces = tuple(pieces)
        self._silent = tuple(silent)
        # Whether all is letters that lead nowhere.
        self.is_plain = all(type(piece.token) is str and not piece.link for piece in self.pieces)
        self.formats: tuple[object, ...] | None = None

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words, signs, blanks, and things without letters."""
        if self.is_plain:
            return tokenize("".join([str(piece.token) for piece in self.pieces]))
        return tuple(token for group in self._groups() for token in _tokens_of(group))

    @cached_property
    def text(self) -> str:
        """The letters, each thing without letters as the sign that stands for it."""
        return "".join([str(piece.token) for piece in self.pieces])

    @cached_property
    def _piece_starts(self) -> list[int]:
        """How many letters stand before each piece, a thing without letters counted as one."""
        return [0, *accumulate(len(piece.token) if isinstance(piece.token, str) else 1 for piece in self.pieces)][:-1]

    def slices(self, first: int, last: int) -> "list[Slice]":
        """Return the parts of pieces that stand from one letter to another, a thing without letters counted as one."""
        if first == last:
            return []
        if len(self.pieces) == 1:
            only = self.pieces[0]
            return [Slice(only, only.token[first:last] if isinstance(only.token, str) else "")]
        out = []
        for at in range(bisect_right(self._piece_starts, first) - 1, len(self.pieces)):
            begin, piece = self._piece_starts[at], self.pieces[at]
            if begin >= last:
                break
            letters = piece.token if isinstance(piece.token, str) else ""
            out.append(Slice(piece, letters[max(0, first - begin) : last - begin]))
        return out

    @cached_property
    def _silent_at(self) -> dict[int, list[Element]]:
        starts = [0, *accumulate(len(str(token)) for token in self.tokens)]
        out: dict[int, list[Element]] = {}
        for at, element in self._silent:
            place = len(self.tokens)
            if at < len(self.pieces):
                place = bisect_right(starts, self._piece_starts[at]) - 1
            out.setdefault(place, []).append(element)
        return out

    def silent(self, at: int) -> "Sequence[Element]":
        """Return what stands silently before a token, by its position."""
        return self._silent_at.get(at, ()) if self._silent else ()

    def silences(self, start: int, stop: int) -> list[int]:
        """Return the positions from `start` to `stop` before which something stands silently."""
        return sorted(at for at in self._silent_at if start <= at < stop) if self._silent else []

    @cached_property
    def look(self) -> tuple[tuple[object, str], ...]:
        """The text in runs of one look: properties and links, whatever pieces it stands in."""
        merged: list[tuple[object, str]] = []
        properties: object = self
        its: object = None
        for piece in self.pieces:
            text = piece.token if isinstance(piece.token, str) else piece.token.key
            if piece.properties is not properties or piece.whole:
                properties, its = self if piece.whole else piece.properties, piece.look
            look = (its, piece.link, piece.trimmed, piece.sign)
            if merged and merged[-1][0] == look and isinstance(piece.token, str):
                merged[-1] = (look, merged[-1][1] + text)
            else:
                merged.append((look, text))
        return tuple(merged)

    def _groups(self) -> "Iterator[list[Piece]]":
        """Yield neighboring letters of one link together, and each thing without letters alone."""
        for (is_text, _), group in groupby(self.pieces, key=lambda piece: (isinstance(piece.token, str), piece.link)):
            if is_text:
                yield list(group)
            else:
                yield from ([piece] for piece in group)


def _look_of(field: "Field") -> tuple[object, ...]:
    """Return what a field shows in runs of one look, whatever runs it stands in."""
    merged: list[tuple[object, str]] = []
    for child in field.result:
        run = child.getparent()
        look, text = canonical(None if run is None else run.find(w("rPr"))), child.text or local(child)
        if merged and merged[-1][0] == look:
            merged[-1] = (look, merged[-1][1] + text)
        else:
            merged.append((look, text))
    return tuple(merged)


def _tokens_of(group: list[Piece]) -> tuple[Token, ...]:
    if isinstance(group[0].token, Opaque):
        return (group[0].token,)
    tokens = tokenize("".join(str(piece.token) for piece in group))
    link = group[0].link
    return tuple(Opaque(f"{token} {link}", token) for token in tokens) if link else tokens
