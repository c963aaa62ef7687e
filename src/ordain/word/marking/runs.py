"""Write the words of a line as runs: kept, inserted, deleted, moved, each with its properties."""

import copy
from itertools import groupby, pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from ordain.word.marking.bits import bits_of
from ordain.word.marking.properties import former_run
from ordain.word.parts.names import Element, local, make, w
from ordain.word.parts.written import as_text, escaped, hold, lay
from ordain.word.reading.identity import BLANKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordain.word.marking.bits import Bit
    from ordain.word.marking.carry import Carrier
    from ordain.word.marking.lines import Line
    from ordain.word.marking.revision import Pen
    from ordain.word.parts.written import Node
    from ordain.word.reading.content import Piece, Slice


def write_runs(line: "Line", carrier: "Carrier", pen: "Pen") -> "list[Node]":
    """Return the content of the paragraph that a line becomes."""
    return _wrapped(bits_of(line, carrier.targets), 0, carrier, pen)


def _wrapped(bits: "Sequence[Bit]", depth: int, carrier: "Carrier", pen: "Pen") -> "list[Node]":
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


def _shells(bits: "Sequence[Bit]", depth: int) -> list[object]:
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


def _revised(bits: "Sequence[Bit]", carrier: "Carrier", pen: "Pen") -> "list[Node]":
    """Return bits in their revisions."""
    out: list[Node] = []
    key = (lambda bit: (bit.revised, _signature_of(bit, pen))) if pen.knows_others else attrgetter("revised")
    for _, group in groupby(bits, key=key):
        held = list(group)
        revised = held[0].revised
        pen.entries = () if revised.entry is None else (revised.entry,)
        pen.role = revised.role or pen.role
        if revised.tag is None:
            out += _runs(held, carrier, pen)
            continue
        text = "".join([bit.slice.text for bit in held if bit.slice]) if pen.knows_others else ""
        source = held[0].slice.piece.run if held[0].slice and _signature_of(held[0], pen) else None
        mark = hold(revised.tag, pen.sign_words(text, source, revised.weight), _runs(held, carrier, pen))
        is_field = any(bit.slice is not None and bit.slice.piece.whole for bit in held)
        out += _let_out(mark, pen) if is_field and not isinstance(mark, str) else [mark]
    return out


def _signature_of(bit: "Bit", pen: "Pen") -> tuple[str, ...]:
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


def _runs(bits: "Sequence[Bit]", carrier: "Carrier", pen: "Pen") -> "list[Node]":
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


def _run_of(bit: "Bit") -> tuple[object, ...]:
    if bit.slice is None:
        return ("silent",)
    if bit.slice.piece.whole:
        return ("whole", id(bit.slice.piece))
    if not bit.slice.text:
        return ("alone", id(bit))
    former = bit.former.piece.properties if bit.former else None
    return ("run", id(bit.slice.piece.properties), id(former), bit.former is None)


def _run(bits: "Sequence[Bit]", carrier: "Carrier", pen: "Pen") -> "Node":
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
