"""Write the words of a line as runs: kept, inserted, deleted, moved, each with its properties."""

import copy
from itertools import groupby, pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from ordain.text.segments import Mark, Weight
from ordain.text.tokens import join
from ordain.word.marking.lines import Role
from ordain.word.marking.properties import former_run
from ordain.word.parts.names import Element, local, make, w
from ordain.word.parts.written import as_text, escaped, hold, lay
from ordain.word.reading.content import Piece, Slice
from ordain.word.reading.identity import BLANKS, canonical

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ordain.text.tokens import Token
    from ordain.word.marking.carry import Carrier
    from ordain.word.marking.lines import Entry, Line, Part
    from ordain.word.marking.revision import Pen
    from ordain.word.marking.targets import Targets
    from ordain.word.parts.written import Node
    from ordain.word.reading.content import Content
    from ordain.word.reading.read import Paragraph


# What is equal for what stands in one revision: its tag (None, `ins`, `del`, `moveFrom`, `moveTo`), the change
# it belongs to, what it stands on, and what it amounts to.
_Revised: TypeAlias = "tuple[str | None, Entry | None, Role | None, Weight]"

_UNREVISED: _Revised = (None, None, None, Weight.WORDING)


class _Bit(Struct, eq=False):
    """A slice with the revision that it stands in, or a silent element."""

    revised: _Revised
    slice: "Slice | None"
    former: "Slice | None" = None
    silent: Element | None = None

    @property
    def tag(self) -> str | None:
        """The tag of its revision."""
        return self.revised[0]

    def shell(self, depth: int) -> object:
        """Return what tells the element round this at a depth from others, or None where there is none."""
        if self.slice is None or depth >= len(self.slice.piece.wrappers):
            return None
        wrapper = self.slice.piece.wrappers[depth]
        return local(wrapper), self.slice.piece.link or canonical(wrapper.find(w("sdtPr")))


def write_runs(line: "Line", carrier: "Carrier", pen: "Pen") -> "list[Node]":
    """Return the content of the paragraph that a line becomes."""
    return _wrapped(_bits(line, carrier.targets), 0, carrier, pen)


def _wrapped(bits: "Sequence[_Bit]", depth: int, carrier: "Carrier", pen: "Pen") -> "list[Node]":
    """Return bits with the elements round them, from the one at `depth` inward."""
    if not any(bit.slice and len(bit.slice.piece.wrappers) > depth for bit in bits):
        return _revised(bits, carrier, pen)
    out: list[Node] = []
    shells = _shells(bits, depth)
    for key, places in groupby(range(len(bits)), key=shells.__getitem__):
        held = [bits[at] for at in places]
        if key is None:
            out += _revised(held, carrier, pen)
            continue
        loud = [bit for bit in held if bit.slice is not None]
        model = next((bit for bit in loud if bit.tag not in ("del", "moveFrom")), loud[0])
        assert model.slice is not None
        shell, inside = _shell(model.slice.piece.wrappers[depth], carrier, struck=model.tag in ("del", "moveFrom"))
        lay(inside, _wrapped(held, depth + 1, carrier, pen))
        out.append(shell)
    return out


def _shells(bits: "Sequence[_Bit]", depth: int) -> list[object]:
    """Return what stands round each bit; a silent one stays inside where both its neighbors are."""
    shells = [bit.shell(depth) for bit in bits]
    loud = [at for at, bit in enumerate(bits) if bit.slice is not None]
    for before, after in pairwise(loud):
        if shells[before] == shells[after]:
            shells[before:after] = [shells[before]] * (after - before)
    return shells


def _shell(wrapper: Element, carrier: "Carrier", *, struck: bool) -> tuple[Element, Element]:
    """Return the element round runs, such as a link, without what it holds, and the element to hold it."""
    shell = make(local(wrapper))
    for name, value in wrapper.attrib.items():
        shell.set(name, value)
    shell.extend(copy.deepcopy(child) for child in wrapper if local(child).endswith("Pr"))
    inside = shell
    if local(wrapper) == "sdt":
        inside = make("sdtContent")
        shell.append(inside)
    if struck:
        carrier.relink_all(shell)
    return shell, inside


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


def _bits(line: "Line", targets: "Targets") -> list[_Bit]:
    """Return what the words of a line are written of, in order."""
    old, new = _place(line.old_source, line.old_at), _place(line.new_source, line.new_at)
    out: list[_Bit] = []
    for part in line.parts:
        if part.mark is Mark.STRUCK or (line.moved is not None and line.new is None):
            assert old is not None
            revised = _revision_of(part, "moveFrom" if part.mark is Mark.KEPT else "del")
            for size in _stretches(part.tokens, old):
                out += _brought(old, targets)
                out += [_Bit(revised, its) for its in old.take(*size)]
        elif part.mark is Mark.ADDED or line.moved is not None:
            assert new is not None
            revised = _revision_of(part, "moveTo" if part.mark is Mark.KEPT else "ins")
            for size in _stretches(part.tokens, new):
                out += _silent(new)
                out += [_Bit(revised, its) for its in new.take(*size)]
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


def _revision_of(part: "Part", tag: str | None) -> _Revised:
    return tag, part.entry, Role.MOVED if tag in ("moveFrom", "moveTo") else part.role, part.weight


def _stretches(tokens: "Sequence[Token]", *sides: _Place) -> list[tuple[int, int]]:
    """Cut tokens where something stands silently between, on any side that they are the next of.

    Each stretch is told by how many tokens and letters it has.
    """
    cuts = [at - side.token for side in sides for at in side.content.silences(side.token, side.token + len(tokens))]
    if not cuts:
        return [(len(tokens), len(join(tokens)))] if tokens else []
    edges = pairwise(sorted({0, *cuts, len(tokens)}))
    return [(stop - start, len(join(tokens[start:stop]))) for start, stop in edges]


def _silent(new: _Place) -> list[_Bit]:
    return [_Bit(_UNREVISED, None, silent=element) for element in new.content.silent(new.token)]


def _brought(old: _Place, targets: "Targets") -> list[_Bit]:
    """Return the bookmarks of the old file that its references lead to, and that the new one lacks."""
    silent = old.content.silent(old.token)
    return [_Bit(_UNREVISED, None, silent=targets.copy(element)) for element in silent if targets.wants(element)]


def _kept(part: "Part", old: "Iterator[Slice]", new: "Sequence[Slice]") -> "Iterator[_Bit]":
    """Pair the slices of kept tokens with the former ones, cut where runs end on either side.

    A field whose result was formatted anew in other runs than before is struck and set
    anew, and so is a blank that Word trims on one side only, and a letter that is a sign
    of its own on one side only, such as a soft hyphen.
    """
    revised = _revision_of(part, None)
    struck, added = ((tag, part.entry, Role.FORMAT, part.weight) for tag in ("del", "ins"))
    former, left = Slice(_NOTHING, ""), ""
    for piece in new:
        if not piece.text:
            former = next(old)
            if piece.piece.whole and not _can_reformat(piece.piece, former.piece):
                yield _Bit(struck, former)
                yield _Bit(added, piece)
            else:
                yield _Bit(revised, piece, former=former)
            continue
        text = piece.text
        while text:
            if not left:
                former = next(old)
                left = former.text
            size = min(len(text), len(left))
            if piece.piece.form == former.piece.form:
                yield _Bit(revised, Slice(piece.piece, text[:size]), former=former)
            else:
                yield _Bit(struck, Slice(former.piece, left[:size]))
                yield _Bit(added, Slice(piece.piece, text[:size]))
            text, left = text[size:], left[size:]


# Stands before the first piece.
_NOTHING = Piece("", (), None)


def _revised(bits: "Sequence[_Bit]", carrier: "Carrier", pen: "Pen") -> "list[Node]":
    """Return bits in their revisions."""
    out: list[Node] = []
    knows = pen.knows_others
    key = (lambda bit: (*bit.revised, _signature_of(bit, pen))) if knows else attrgetter("revised")
    for (tag, entry, role, weight, *whose), group in groupby(bits, key=key):
        held = list(group)
        pen.entries = () if entry is None else (entry,)
        pen.role = role or pen.role
        if tag is None:
            out += _runs(held, carrier, pen)
            continue
        text = "".join([bit.slice.text for bit in held if bit.slice]) if knows else ""
        first = held[0].slice
        attributes = pen.mark_words(text, first.piece.run if any(whose) and first else None, weight)
        mark = hold(tag, attributes, _runs(held, carrier, pen))
        is_field = any(bit.slice is not None and bit.slice.piece.whole for bit in held)
        out += _let_out(mark, pen) if is_field and not isinstance(mark, str) else [mark]
    return out


def _signature_of(bit: _Bit, pen: "Pen") -> tuple[str, ...]:
    """Return who struck or added a bit before, where an input says so."""
    return () if bit.tag is None or bit.slice is None else pen.signature(bit.slice.piece.run)


def _let_out(mark: Element, pen: "Pen") -> list[Element]:
    """Put what is round a part of a field, and no revision may hold, round its revision: bookmarks and links."""
    around = make("p", children=[mark])
    for start in list(mark.iterchildren(w("bookmarkStart"))):
        mark.addprevious(start)
    for end in reversed(list(mark.iterchildren(w("bookmarkEnd")))):
        mark.addnext(end)
    for link in list(mark.iterchildren(w("hyperlink"))):
        behind = list(link.itersiblings())
        inside = pen.again(mark)
        inside.extend(list(link))
        link.append(inside)
        mark.addnext(link)
        if behind:
            mark = pen.again(mark)
            mark.extend(behind)
            link.addnext(mark)
    return list(around)


def _runs(bits: "Sequence[_Bit]", carrier: "Carrier", pen: "Pen") -> "list[Node]":
    """Return the runs of one revision."""
    out: list[Node] = []
    for _, group in groupby(bits, key=_run_of) if len(bits) > 1 else ((None, bits),):
        held = list(group)
        first = held[0]
        if first.slice is None:
            out += [copy.deepcopy(bit.silent) for bit in held if bit.silent is not None]
        elif first.slice.piece.whole:
            for bit in held:
                assert bit.slice is not None
                elements = carrier.elements(bit.slice.piece.element, bit.tag)
                whole = [_struck(copy.deepcopy(at), bit.tag) for at in elements]
                if bit.former is not None and bit.former.piece.look != bit.slice.piece.look:
                    _reformat(whole, bit.former.piece.element, pen)
                out += whole
        else:
            out.append(_run(held, carrier, pen))
    return out


def _can_reformat(now: "Piece", former: "Piece") -> bool:
    """Whether the look of a thing is unchanged, or can be tracked run by run."""
    counts = [sum(1 for element in piece.element for _ in element.iter(w("r"))) for piece in (now, former)]
    return now.look == former.look or counts[0] == counts[1] > 0


def _reformat(now: "Sequence[Element]", former: "Sequence[Element]", pen: "Pen") -> None:
    """Track the former look of each run of a field; the runs are the same in number."""
    pairs = [[run for element in elements for run in element.iter(w("r"))] for elements in (now, former)]
    for run, before in zip(*pairs, strict=True):
        properties = run.find(w("rPr"))
        tracked = former_run(properties, before.find(w("rPr")), pen)
        if properties is not None:
            run.remove(properties)
        if tracked is not None:
            run.insert(0, tracked)


def _run_of(bit: _Bit) -> tuple[object, ...]:
    if bit.slice is None:
        return ("silent",)
    if bit.slice.piece.whole:
        return ("whole", id(bit.slice.piece))
    if not bit.slice.text:
        return ("alone", id(bit))
    former = bit.former.piece.properties if bit.former else None
    return ("run", id(bit.slice.piece.properties), id(former), bit.former is None)


def _run(bits: "Sequence[_Bit]", carrier: "Carrier", pen: "Pen") -> "Node":
    """Return one run, which all bits have the properties of."""
    first = bits[0]
    assert first.slice is not None
    held = _properties(first.slice.piece, first.former, first.tag, pen)
    text = ""
    for bit in bits:
        assert bit.slice is not None
        piece = bit.slice.piece
        if type(piece.token) is str and not piece.sign and not piece.trimmed:
            text += bit.slice.text
            continue
        held += _text(text, first.tag)
        text = ""
        if piece.trimmed:
            held += _text(bit.slice.text, first.tag, preserve=False)
        elif piece.sign:
            held.append(f"<w:{local(piece.element[0])}/>")
        else:
            held.append(_struck(copy.deepcopy(carrier.elements(piece.element, bit.tag)[0]), bit.tag))
    return hold("r", None, held + _text(text, first.tag))


def _properties(piece: "Piece", former: "Slice | None", tag: str | None, pen: "Pen") -> "list[Node]":
    """Return the properties of a run, if it has any, with the former ones where they differ."""
    its = piece.properties
    if former is not None and former.piece.properties is not its:
        its = former_run(its, former.piece.properties, pen)
    if its is None:
        return []
    if tag is not None and its.find(w("rPrChange")) is not None:
        its = copy.deepcopy(its)
        for change in its.findall(w("rPrChange")):
            its.remove(change)
    text = as_text(its)
    return [copy.deepcopy(its) if text is None else text]


def _text(text: str, tag: str | None, *, preserve: bool = True) -> "list[Node]":
    if not text:
        return []
    name = "delText" if tag == "del" else "t"
    space = ' xml:space="preserve"' if preserve and (text[0] in BLANKS or text[-1] in BLANKS) else ""
    return [f"<w:{name}{space}>{escaped(text)}</w:{name}>"]


def _struck(element: Element, tag: str | None) -> Element:
    """Rename what has another name inside a deletion."""
    if tag == "del":
        for text in element.iter(w("t"), w("instrText")):
            if next(text.iterancestors(w("txbxContent"), w("p")), None) is None:
                text.tag = w("delText") if local(text) == "t" else w("delInstrText")
    return element
