"""What the words of a line are written of: parts of the pieces of both sides, each with its revision."""

from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.text.segments import Mark, Weight
from ordain.text.tokens import join
from ordain.word.marking.lines import Role
from ordain.word.parts.names import local, w
from ordain.word.reading.content import Piece, Slice
from ordain.word.reading.identity import canonical

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ordain.text.tokens import Token
    from ordain.word.marking.lines import Entry, Line, Part
    from ordain.word.marking.targets import Targets
    from ordain.word.parts.names import Element
    from ordain.word.reading.content import Content
    from ordain.word.reading.read import Paragraph


class Revised(Struct, frozen=True):
    """What is equal for all that stands in one revision.

    Its tag (None, `ins`, `del`, `moveFrom`, `moveTo`), the change that it belongs to, what
    it stands on, and what it amounts to.
    """

    tag: str | None = None
    entry: "Entry | None" = None
    role: Role | None = None
    weight: Weight = Weight.WORDING


class Bit(Struct, eq=False):
    """A slice with the revision that it stands in, or a silent element."""

    revised: Revised
    slice: Slice | None
    former: Slice | None = None
    silent: "Element | None" = None

    @property
    def tag(self) -> str | None:
        """The tag of its revision."""
        return self.revised.tag

    def shell(self, depth: int) -> object:
        """Return what tells the element round this at a depth from others, or None where there is none."""
        if self.slice is None or depth >= len(self.slice.piece.wrappers):
            return None
        wrapper = self.slice.piece.wrappers[depth]
        return local(wrapper), self.slice.piece.link or canonical(wrapper.find(w("sdtPr")))


class _Place(Struct):
    """How far the words of one side are written: its content, and the next token and letter."""

    content: "Content"
    token: int
    letter: int

    def take(self, tokens: int, letters: int) -> "list[Slice]":
        """Return the next tokens, of so many letters, as parts of pieces."""
        first = self.letter
        self.letter += letters
        self.token += tokens
        return self.content.slices(first, self.letter)

    def is_at_end(self) -> bool:
        """Whether all is written."""
        return self.token == len(self.content.tokens)


def _place(source: "Paragraph | None", token: int) -> _Place | None:
    """Return the place of a token in what a paragraph holds."""
    if source is None or source.content is None:
        return None
    return _Place(source.content, token, len(join(source.content.tokens[:token])))


def bits_of(line: "Line", targets: "Targets") -> list[Bit]:
    """Return what the words of a line are written of, in order."""
    old, new = _place(line.old_source, line.old_at), _place(line.new_source, line.new_at)
    out: list[Bit] = []
    for part in line.parts:
        if part.mark is Mark.STRUCK or (line.moved is not None and line.new is None):
            assert old is not None
            revised = _revision_of(part, "moveFrom" if part.mark is Mark.KEPT else "del")
            for size in _stretches(part.tokens, old):
                out += _brought(old, targets)
                out += [Bit(revised, its) for its in old.take(*size)]
        elif part.mark is Mark.ADDED or line.moved is not None:
            assert new is not None
            revised = _revision_of(part, "moveTo" if part.mark is Mark.KEPT else "ins")
            for size in _stretches(part.tokens, new):
                out += _silent(new)
                out += [Bit(revised, its) for its in new.take(*size)]
        else:
            assert old is not None
            assert new is not None
            for size in _stretches(part.tokens, old, new):
                out += _silent(new)
                out += _brought(old, targets)
                out += _kept(part, iter(old.take(*size)), new.take(*size))
    if new is not None and new.is_at_end():
        out += _silent(new)
    if old is not None and old.is_at_end():
        out += _brought(old, targets)
    return out


def _revision_of(part: "Part", tag: str | None) -> Revised:
    return Revised(tag, part.entry, Role.MOVED if tag in ("moveFrom", "moveTo") else part.role, part.weight)


def _stretches(tokens: "Sequence[Token]", *sides: _Place) -> list[tuple[int, int]]:
    """Cut tokens where something stands silently between, on any side that they are the next of.

    Each stretch is told by how many tokens and letters it has.
    """
    cuts = [at - side.token for side in sides for at in side.content.silences(side.token, side.token + len(tokens))]
    if not cuts:
        return [(len(tokens), len(join(tokens)))] if tokens else []
    edges = pairwise(sorted({0, *cuts, len(tokens)}))
    return [(stop - start, len(join(tokens[start:stop]))) for start, stop in edges]


def _silent(new: _Place) -> list[Bit]:
    return [Bit(Revised(), None, silent=element) for element in new.content.silent(new.token)]


def _brought(old: _Place, targets: "Targets") -> list[Bit]:
    """Return the bookmarks of the old file that its references lead to, and that the new one lacks."""
    silent = old.content.silent(old.token)
    return [Bit(Revised(), None, silent=targets.copy(element)) for element in silent if targets.wants(element)]


def _kept(part: "Part", old: "Iterator[Slice]", new: "Sequence[Slice]") -> "Iterator[Bit]":
    """Pair the slices of kept tokens with the former ones, cut where runs end on either side.

    A field whose result was formatted anew in other runs than before is struck and set
    anew, and so is a blank that Word trims on one side only, and a letter that is a sign
    of its own on one side only, such as a soft hyphen.
    """
    revised = _revision_of(part, None)
    struck, added = (Revised(tag, part.entry, Role.FORMAT, part.weight) for tag in ("del", "ins"))
    former, left = Slice(_NOTHING, ""), ""
    for piece in new:
        if not piece.text:
            former = next(old)
            if piece.piece.whole and not _can_reformat(piece.piece, former.piece):
                yield Bit(struck, former)
                yield Bit(added, piece)
            else:
                yield Bit(revised, piece, former=former)
            continue
        text = piece.text
        while text:
            if not left:
                former = next(old)
                left = former.text
            size = min(len(text), len(left))
            if piece.piece.form == former.piece.form:
                yield Bit(revised, Slice(piece.piece, text[:size]), former=former)
            else:
                yield Bit(struck, Slice(former.piece, left[:size]))
                yield Bit(added, Slice(piece.piece, text[:size]))
            text, left = text[size:], left[size:]


# Stands before the first piece.
_NOTHING = Piece("", (), None)


def _can_reformat(now: "Piece", former: "Piece") -> bool:
    """Whether the look of a thing is unchanged, or can be tracked run by run."""
    counts = [sum(1 for element in piece.element for _ in element.iter(w("r"))) for piece in (now, former)]
    return now.look == former.look or counts[0] == counts[1] > 0
