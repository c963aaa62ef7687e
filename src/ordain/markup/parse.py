"""Read bill text into a draft.

One paragraph is one line.  A line that opens with a label of the house, with WHEREAS or
with § opens a provision; the last line before the first section that ends in a colon is
the enacting clause; any other is a further paragraph of the provision above it.
"""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ordain.errors import OrdainError, Place, Problem, nearest, refuse
from ordain.markup.attributes import Attributes, BadAttributesError, split_attributes
from ordain.markup.front import read_front, split_front
from ordain.markup.labels import labelled, open_levels
from ordain.markup.recognize import recognize
from ordain.model.draft import Draft
from ordain.model.numbering import Level, Scheme
from ordain.model.provision import Provision

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ordain.model.house import House

_WHEREAS = re.compile(r"WHEREAS\b")

# What XML, and so Word, cannot hold.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")

# The front matter of a redline; see writers.text.
_REDLINE = re.compile(r"^redline:", re.MULTILINE)


def parse(text: str, houses: "Mapping[str, House]", file: str = "-", house: str | None = None) -> Draft:
    """Return the draft that `text` holds.

    `houses` are the houses known by name; `house` names the one of a text that has no
    front matter and whose header block no house recognizes.  Raises OrdainError with
    every fault and its place.
    """
    lines = text.split("\n")
    yaml, start = split_front(text)
    if start < 0:
        raise refuse("the front matter is not closed", "end it with a line of ---", Place(file, 1, 1, lines[0]))
    if yaml is None:
        front, start = recognize(lines, houses, file, house)
    elif _REDLINE.search(yaml):
        raise refuse(
            "this is a redline, not a draft",
            "give the draft that it was made from",
            Place(file, 1, 1, lines[0]),
        )
    else:
        front = read_front(yaml, file)
    if front.house not in houses:
        place = next((n for n, line in enumerate(lines[:start], 1) if line.startswith("house:")), 1)
        raise refuse(
            f"no house is named '{front.house}'",
            nearest(front.house, houses),
            Place(file, place, 1, lines[place - 1]),
        )
    paragraphs = _paragraphs(lines, start, file)
    if not paragraphs:
        raise refuse(
            "the draft has no text",
            "write the title in the line behind the front matter",
            Place(file, start + 1),
        )
    scheme = houses[front.house].scheme(front.instrument)
    return Draft(front=front, provisions=_tree(paragraphs, scheme), file=file)


@dataclass(frozen=True, slots=True)
class _Paragraph:
    text: str
    attributes: Attributes
    place: Place


def _paragraphs(lines: "Sequence[str]", start: int, file: str) -> list[_Paragraph]:
    found: list[_Paragraph] = []
    problems: list[Problem] = []
    first: dict[str, int] = {}
    for number, line in enumerate(lines[start:], start=start + 1):
        if not line.strip():
            continue
        place = Place(file, number, 1, line)
        bad = _CONTROL.search(line)
        if bad:
            place = Place(file, number, bad.start() + 1, _CONTROL.sub("?", line))
            problems.append(Problem("a control character stands here", "delete it", place))
            continue
        try:
            text, attributes = split_attributes(line.strip())
        except BadAttributesError as error:
            place = Place(file, number, line.rindex("{") + 1, line)
            problems.append(Problem(error.message, error.remedy, place))
            continue
        if not text:
            problems.append(Problem("these braces name no text", "put them at the end of the paragraph", place))
        name = attributes.id
        if name is not None and name in first:
            problems.append(
                Problem(f"the id '{name}' is used in line {first[name]} already", "give one of them another id",
                        Place(file, number, line.rindex("{") + 1, line))
            )  # fmt: skip
        elif name is not None:
            first[name] = number
        found.append(_Paragraph(text, attributes, place))
    if problems:
        raise OrdainError(*problems)
    return found


@dataclass(slots=True)
class _Node:
    """A provision being built."""

    level: Level
    label: str
    paragraph: _Paragraph
    text: str
    children: list["_Node"] = field(default_factory=list)

    def frozen(self) -> Provision:
        return Provision(
            level=self.level,
            label=self.label,
            text=self.text,
            children=tuple(child.frozen() for child in self.children),
            id=self.paragraph.attributes.id,
            sources=self.paragraph.attributes.sources,
            source=self.paragraph.place,
        )


def _tree(paragraphs: "Sequence[_Paragraph]", scheme: Scheme) -> tuple[Provision, ...]:
    roots: list[_Node] = []
    path: list[_Node] = []
    counted: dict[Level, int] = {}
    enacting = _enacting(paragraphs, scheme)
    for at, paragraph in enumerate(paragraphs):
        node = _read(paragraph, at, enacting, scheme, counted)
        if node.level is Level.FURTHER:
            (path[-1].children if path else roots).append(node)
            continue
        while path and path[-1].level >= node.level:
            path.pop()
        (path[-1].children if path and node.level > Level.SECTION else roots).append(node)
        path.append(node)
    return tuple(node.frozen() for node in roots)


def _read(paragraph: _Paragraph, at: int, enacting: int | None, scheme: Scheme, counted: dict[Level, int]) -> _Node:
    label = labelled(paragraph.text, scheme, counted)
    if label is not None:
        for level in open_levels(counted, label.level):
            del counted[level]
        counted[label.level] = label.ordinal
        return _Node(label.level, label.label, paragraph, label.text)
    if at == enacting:
        level = Level.ENACTING
    elif not counted and _WHEREAS.match(paragraph.text):
        level = Level.RECITAL
    elif at == 0:
        level = Level.TITLE
    else:
        level = Level.FURTHER
    return _Node(level, "", paragraph, paragraph.text)


def _enacting(paragraphs: "Sequence[_Paragraph]", scheme: Scheme) -> int | None:
    """Return the index of the enacting clause: the last unlabelled line before the sections, if it ends in a colon."""
    last = None
    for at, paragraph in enumerate(paragraphs):
        if labelled(paragraph.text, scheme, {}) is not None:
            break
        if paragraph.text.endswith(":") and not _WHEREAS.match(paragraph.text) and at:
            last = at
    return last
