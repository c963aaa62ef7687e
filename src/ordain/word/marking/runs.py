"""Write the words of a line as runs: kept, inserted, deleted, moved, each with its properties."""

import copy
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from ordain.text.segments import Mark, Weight
from ordain.word.marking.lines import Role
from ordain.word.marking.properties import former_run
from ordain.word.parts.names import SPACE, Element, add, local, make, w
from ordain.word.reading.content import Piece, Slice
from ordain.word.reading.identity import BLANKS, canonical

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ordain.word.marking.carry import Carrier
    from ordain.word.marking.lines import Entry, Line, Part
    from ordain.word.marking.revision import Pen
    from ordain.word.marking.targets import Targets
    from ordain.word.reading.content import Content


class _Bit(Struct, eq=False):
    """A slice with its tag (None, `ins`, `del`, `moveFrom`, `moveTo`), or a silent element."""

    tag: str | None
    part: "Part | None"
    slice: "Slice | None"
    former: "Slice | None" = None
    silent: Element | None = None

    def shell(self, depth: int) -> object:
        """Return what tells the element round this at a depth from others, or None where there is none."""
        if self.slice is None or depth >= len(self.slice.piece.wrappers):
            return None
        wrapper = self.slice.piece.wrappers[depth]
        return local(wrapper), self.slice.piece.link or canonical(wrapper.find(w("sdtPr")))


def write_runs(line: "Line", carrier: "Carrier", pen: "Pen") -> list[Element]:
    """Return the content of the paragraph that a line becomes."""
    paragraph = make("p")
    _write_wrapped(paragraph, list(_bits(line, carrier.targets)), 0, carrier, pen)
    return list(paragraph)


def _write_wrapped(into: Element, bits: "Sequence[_Bit]", depth: int, carrier: "Carrier", pen: "Pen") -> None:
    """Write bits with the elements round them, from the one at `depth` inward."""
    if all(bit.slice is None or len(bit.slice.piece.wrappers) <= depth for bit in bits):
        _write_revised(into, bits, carrier, pen)
        return
    shells = _shells(bits, depth)
    for key, places in groupby(range(len(bits)), key=shells.__getitem__):
        held = [bits[at] for at in places]
        if key is None:
            _write_revised(into, held, carrier, pen)
            continue
        loud = [bit for bit in held if bit.slice is not None]
        model = next((bit for bit in loud if bit.tag not in ("del", "moveFrom")), loud[0])
        assert model.slice is not None
        shell, inside = _shell(model.slice.piece.wrappers[depth], carrier, struck=model.tag in ("del", "moveFrom"))
        into.append(shell)
        _write_wrapped(inside, held, depth + 1, carrier, pen)


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


def _bits(line: "Line", targets: "Targets") -> "Iterator[_Bit]":
    old = line.old_source.content if line.old_source else None
    new = line.new_source.content if line.new_source else None
    i, j = line.old_at, line.new_at
    for part in line.parts:
        count = len(part.tokens)
        if part.mark is Mark.STRUCK or (line.moved is not None and line.new is None):
            assert old is not None
            tag = "moveFrom" if part.mark is Mark.KEPT else "del"
            for start, stop in _stretches(count, (old, i)):
                yield from _brought(old, i + start, targets)
                yield from (_Bit(tag, part, its) for its in old.slices(i + start, i + stop))
            i += count
        elif part.mark is Mark.ADDED or line.moved is not None:
            assert new is not None
            tag = "moveTo" if part.mark is Mark.KEPT else "ins"
            for start, stop in _stretches(count, (new, j)):
                yield from _silent(new, j + start)
                yield from (_Bit(tag, part, its) for its in new.slices(j + start, j + stop))
            j += count
        else:
            assert old is not None
            assert new is not None
            for start, stop in _stretches(count, (old, i), (new, j)):
                yield from _silent(new, j + start)
                yield from _brought(old, i + start, targets)
                yield from _kept(part, old.slices(i + start, i + stop), new.slices(j + start, j + stop))
            i, j = i + count, j + count
    if new is not None and j == len(new.tokens):
        yield from _silent(new, j)
    if old is not None and i == len(old.tokens):
        yield from _brought(old, i, targets)


def _stretches(count: int, *sides: "tuple[Content, int]") -> "Iterator[tuple[int, int]]":
    """Cut `count` tokens where something stands silently between, on any side given with its first token."""
    cuts = [at - first for content, first in sides for at in content.silences(first, first + count)]
    if not cuts:
        return iter([(0, count)] if count else [])
    return pairwise(sorted({0, *cuts, count}))


def _silent(content: "Content", at: int) -> "Iterator[_Bit]":
    yield from (_Bit(None, None, None, silent=element) for element in content.silent.get(at, ()))


def _brought(content: "Content", at: int, targets: "Targets") -> "Iterator[_Bit]":
    """Yield the bookmarks of the old file that its references lead to, and that the new one lacks."""
    for element in content.silent.get(at, ()):
        if targets.wants(element):
            yield _Bit(None, None, None, silent=targets.copy(element))


def _kept(part: "Part", old: "Iterator[Slice]", new: "Iterator[Slice]") -> "Iterator[_Bit]":
    """Pair the slices of kept tokens with the former ones, cut where runs end on either side.

    A field whose result was formatted anew in other runs than before is struck and set
    anew, and so is a blank that Word trims on one side only, and a letter that is a sign
    of its own on one side only, such as a soft hyphen.
    """
    former, left = Slice(_NOTHING, ""), ""
    for piece in new:
        if not piece.text:
            former = next(old)
            if piece.piece.whole and not _can_reformat(piece.piece, former.piece):
                formatted = replace(part, role=Role.FORMAT)
                yield _Bit("del", formatted, former)
                yield _Bit("ins", formatted, piece)
            else:
                yield _Bit(None, part, piece, former=former)
            continue
        text = piece.text
        while text:
            if not left:
                former = next(old)
                left = former.text
            size = min(len(text), len(left))
            if piece.piece.form == former.piece.form:
                yield _Bit(None, part, Slice(piece.piece, text[:size]), former=former)
            else:
                formatted = replace(part, role=Role.FORMAT)
                yield _Bit("del", formatted, Slice(former.piece, left[:size]))
                yield _Bit("ins", formatted, Slice(piece.piece, text[:size]))
            text, left = text[size:], left[size:]


# Stands before the first piece.
_NOTHING = Piece("", (), None)


def _write_revised(into: Element, bits: "Sequence[_Bit]", carrier: "Carrier", pen: "Pen") -> None:
    for (tag, entry, role, weight, whose), group in groupby(bits, key=lambda bit: _revision_of(bit, pen)):
        held = list(group)
        pen.entries = () if entry is None else (entry,)
        pen.role = role or pen.role
        inside = into
        if tag is not None:
            text = "".join(bit.slice.text for bit in held if bit.slice)
            first = held[0].slice
            source = first.piece.run if whose and first else None
            inside = pen.mark_words(into, tag, text, source, weight)
        _write_runs(inside, held, carrier, pen)
        if inside is not into and any(bit.slice is not None and bit.slice.piece.whole for bit in held):
            _let_out(inside, pen)


def _let_out(mark: Element, pen: "Pen") -> None:
    """Put what is round a part of a field, and no revision may hold, round its revision: bookmarks and links."""
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


def _revision_of(bit: _Bit, pen: "Pen") -> "tuple[str | None, Entry | None, Role | None, Weight, tuple[str, ...]]":
    """Return what is equal for bits of one revision; last, who struck or added it before, where an input says so."""
    if bit.part is None:
        return bit.tag, None, None, Weight.WORDING, ()
    moved = bit.tag in ("moveFrom", "moveTo")
    whose = () if bit.tag is None or bit.slice is None else pen.signature(bit.slice.piece.run)
    return bit.tag, bit.part.entry, Role.MOVED if moved else bit.part.role, bit.part.weight, whose


def _write_runs(into: Element, bits: "Sequence[_Bit]", carrier: "Carrier", pen: "Pen") -> None:
    for _, group in groupby(bits, key=_run_of):
        held = list(group)
        first = held[0]
        if first.slice is None:
            into.extend([copy.deepcopy(bit.silent) for bit in held if bit.silent is not None])
        elif first.slice.piece.whole:
            for bit in held:
                assert bit.slice is not None
                elements = carrier.elements(bit.slice.piece.element, bit.tag)
                whole = [_struck(copy.deepcopy(at), bit.tag) for at in elements]
                if bit.former is not None and bit.former.piece.look != bit.slice.piece.look:
                    _reformat(whole, bit.former.piece.element, pen)
                into.extend(whole)
        else:
            _write_run(into, held, carrier, pen)


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


def _write_run(into: Element, bits: "Sequence[_Bit]", carrier: "Carrier", pen: "Pen") -> None:
    first = bits[0]
    assert first.slice is not None
    properties = first.slice.piece.properties
    if first.former is not None:
        properties = former_run(properties, first.former.piece.properties, pen)
    run = add(into, "r")
    if properties is not None:
        plain = copy.deepcopy(properties)
        if first.tag is not None:
            for change in plain.findall(w("rPrChange")):
                plain.remove(change)
        run.append(_struck(plain, first.tag))
    text = ""
    for bit in bits:
        assert bit.slice is not None
        element = bit.slice.piece.element[0]
        if local(element) == "t" and not bit.slice.piece.trimmed:
            text += bit.slice.text
            continue
        _write_text(run, text, first.tag)
        text = ""
        if bit.slice.piece.trimmed:
            _write_text(run, bit.slice.text, first.tag, preserve=False)
            continue
        run.append(_struck(copy.deepcopy(carrier.elements((element,), bit.tag)[0]), bit.tag))
    _write_text(run, text, first.tag)


def _write_text(run: Element, text: str, tag: str | None, *, preserve: bool = True) -> None:
    if text:
        element = add(run, "delText" if tag == "del" else "t")
        element.text = text
        if preserve and (text[0] in BLANKS or text[-1] in BLANKS):
            element.set(SPACE, "preserve")


def _struck(element: Element, tag: str | None) -> Element:
    """Rename what has another name inside a deletion."""
    if tag == "del":
        for text in element.iter(w("t"), w("instrText")):
            if next(text.iterancestors(w("txbxContent"), w("p")), None) is None:
                text.tag = w("delText") if local(text) == "t" else w("delInstrText")
    return element
