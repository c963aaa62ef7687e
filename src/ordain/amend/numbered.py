"""Number on: the provisions that follow a change get the next numbers, and references follow them.

Only labels and numbers that stand in the bill as it was printed are set.  What an
instruction inserts stands as it is inserted, and is counted.
"""

import re
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from ordain.amend.splices import Numbered, Words
from ordain.amend.standing import Left, Standing, spliced, touch
from ordain.markup.labels import labelled, open_levels
from ordain.model.addresses import addresses_of, join_address, split_address
from ordain.model.numbering import NUMBERED, Level
from ordain.model.references import find, resolve
from ordain.model.unit import Unit
from ordain.model.written import rewritten
from ordain.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ordain.amend.bill import Bill
    from ordain.amend.paragraphs import Paragraph
    from ordain.model.addresses import Addresses
    from ordain.model.numbering import LabelStyle


def number_on(bill: "Bill", order: "Sequence[Standing | Left]", numbered: Numbered) -> tuple[Standing, ...]:
    """Return the paragraphs with the labels that follow a change numbered on."""
    counting = _Counting(bill, numbered.levels)
    out: list[Standing] = []
    became: dict[int, str] = {}
    for at, it in enumerate(order):
        if isinstance(it, Left):
            counting.leave(it.level)
            continue
        following = (later.line for later in order[at + 1 :] if isinstance(later, Standing))
        label = counting.label(it, following)
        if it.origin is not None and counting.address:
            became[it.origin] = counting.address
        out.append(it if label is None else _with(bill, it, [label]))
    return _followed(bill, out, became) if numbered.references else tuple(out)


class _Counting(Struct):
    """Counts the labels of a text in reading order.

    `counted` is the last number of each level that is open, `changed` the levels in which
    something before it came, went or was put.  `address` cites the provision that was
    counted last; it is empty for a paragraph without a label.
    """

    bill: "Bill"
    levels: tuple[Level, ...]
    counted: dict[Level, int] = field(default_factory=dict)
    changed: set[Level] = field(default_factory=set)
    address: str = ""
    _path: list[tuple[Level, str]] = field(default_factory=list)

    def leave(self, level: Level) -> None:
        self.changed |= {level} & set(NUMBERED)

    def label(self, it: Standing, following: "Iterator[str]") -> Words | None:
        """Count a paragraph, and return its new label where it gets one."""
        paragraph = None if it.origin is None else self.bill.paragraphs[it.origin]
        self.address = ""
        if paragraph is None or _is_told(paragraph, it):
            self._count_told(it.line, following)
            return None
        if not paragraph.label:
            return None
        style = dict(self.bill.scheme).get(paragraph.level)
        was = ordinal = _ordinal(paragraph, style)
        self.changed |= {paragraph.level} if it.moved else set()
        if paragraph.level in self.changed and paragraph.level in self.levels and was:
            ordinal = self.counted.get(paragraph.level, 0) + 1
        label = paragraph.label if ordinal == was else _relabelled(paragraph, style, was, ordinal)
        self._count(paragraph.level, ordinal, label)
        assert it.origin is not None
        return None if label == paragraph.label else Words(it.origin, 0, len(paragraph.label), label)

    def _count_told(self, line: str, following: "Iterator[str]") -> None:
        found = labelled(line, self.bill.scheme, self.counted, following)
        if found is not None:
            self._count(found.level, found.ordinal, found.label)
            self.changed.add(found.level)

    def _count(self, level: Level, ordinal: int, label: str) -> None:
        for inner in list(open_levels(self.counted, level)):
            del self.counted[inner]
        self.changed = {other for other in self.changed if other <= level}
        self.counted[level] = ordinal
        while self._path and self._path[-1][0] >= level:
            self._path.pop()
        self._path.append((level, label))
        self.address = _address(self._path)


def _is_told(paragraph: "Paragraph", it: Standing) -> bool:
    """Whether an instruction gave the paragraph its label."""
    return any(words.start < max(1, len(paragraph.label)) for words in it.words)


_DIGITS = re.compile(r"[0-9]+[A-Z]?")


def _ordinal(paragraph: "Paragraph", style: "LabelStyle | None") -> int:
    """Return which number a label is, or 0 where it is none that is counted."""
    if paragraph.level is Level.CODE or style is None:
        return 0
    ordinal = style.ordinal(paragraph.label)
    if ordinal is None:
        digits = _DIGITS.search(paragraph.label)
        return int(re.sub(r"\D", "", digits[0])) if digits else 0
    return ordinal


def _relabelled(paragraph: "Paragraph", style: "LabelStyle | None", was: int, ordinal: int) -> str:
    """Return a label with another number, in the form in which the bill has it."""
    assert style is not None
    if style.ordinal(paragraph.label) is None or style.label(was) != paragraph.label:
        return _DIGITS.sub(str(ordinal), paragraph.label, count=1)
    return style.label(ordinal)


_SECTION = re.compile(r"sec(?:tion|\.)?\s+(\S+?)\.?", re.IGNORECASE)


def _address(path: "Sequence[tuple[Level, str]]") -> str:
    """Return the address of the provision at the end of a path of labels."""
    address = ""
    for level, label in path:
        match = _SECTION.fullmatch(label)
        if level is Level.SECTION:
            address = f"Section {match[1] if match else label.rstrip('.')}"
        elif level is Level.CODE:
            address = split_address(label)[0]
        else:
            address += label if label.startswith("(") else f"({label.rstrip('.')})"
    return address


def _followed(bill: "Bill", out: "Sequence[Standing]", became: dict[int, str]) -> tuple[Standing, ...]:
    """Return the paragraphs with the numbers of references set to where what they cite stands now."""
    units = [_unit(paragraph) for paragraph in bill.paragraphs]
    known = addresses_of(units)
    new: dict[str, str | None] = {}
    for at, paragraph in enumerate(bill.paragraphs):
        if at in became:
            address = _cited_as(paragraph)
            new[address] = None if _is_ambiguous(address, known) else became[at]
    if all(address == its for address, its in new.items()):
        return tuple(out)
    return tuple(
        _with(bill, it, _numbers(bill.paragraphs[it.origin], it, known, new)) if it.origin is not None else it
        for it in out
    )


def _is_ambiguous(address: str, known: "Addresses") -> bool:
    """Whether a provision, or what holds it, stands under an address that another has too."""
    root, steps = split_address(address)
    return any(len(known.at(join_address(root, steps[:many]))) > 1 for many in range(len(steps) + 1))


def _unit(paragraph: "Paragraph") -> Unit:
    words = paragraph.line[paragraph.opening :]
    return Unit(tokens=tokenize(words), label=paragraph.label, address=paragraph.address, level=paragraph.level)


def _cited_as(paragraph: "Paragraph") -> str:
    root, steps = split_address(paragraph.address)
    return root.replace("Paragraph ", "Section ", 1) + "".join(steps)


def _numbers(paragraph: "Paragraph", it: Standing, known: "Addresses", new: dict[str, str | None]) -> list[Words]:
    """Return the numbers of references that follow."""
    assert it.origin is not None
    text, opening = paragraph.line[paragraph.opening :], paragraph.opening
    out = []
    for number in (number for reference in find(text, paragraph.address) for number in reference.numbers):
        cited = resolve(number, known)
        target = None if cited is None else new.get(cited)
        if cited is None or target is None or target == cited:
            continue
        root, steps = split_address(target)
        if len(steps) == len(split_address(cited)[1]):
            shown = rewritten(number.text, number.steps, root.split(" ", 1)[-1], steps)
            out.append(Words(it.origin, opening + number.start, opening + number.end, shown))
    return [words for words in out if paragraph.line[words.start : words.end] != words.text]


def _with(bill: "Bill", it: Standing, followed: "Sequence[Words]") -> Standing:
    """Return a paragraph with labels and numbers set; those that an instruction touches stay as it set them."""
    assert it.origin is not None
    kept = [words for words in followed if not any(touch(words, other) for other in it.words)]
    both = (*it.followed, *kept)
    line = spliced(bill.paragraphs[it.origin].line, (*it.words, *both))
    return replace(it, line=line, followed=both)
