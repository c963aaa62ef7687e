"""Read bill text into a draft.

One paragraph is one line.  A line that opens with a label of the house, with WHEREAS or
with § opens a provision; the last line before the first section that ends in a colon is
the enacting clause; any other is a further paragraph of the provision above it.
"""

import re
from typing import TYPE_CHECKING

from msgspec import Struct, field

from ordain.errors import OrdainError, Place, Problem, nearest, quoted, refuse
from ordain.markup.attributes import Attributes, BadAttributesError, split_attributes
from ordain.markup.front import MARK, read_front, split_front
from ordain.markup.labels import labelled, open_levels
from ordain.markup.recognize import recognize
from ordain.model.draft import Draft
from ordain.model.numbering import Level, Scheme
from ordain.model.provision import Provision
from ordain.notation import signs
from ordain.notation.yaml import place_of, read_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ordain.model.draft import Front
    from ordain.model.house import House

_WHEREAS = re.compile(r"WHEREAS\b")

# The front matter of a redline; see writers.text.
_REDLINE = re.compile(r"^redline:", re.MULTILINE)


def parse(text: str, houses: "Mapping[str, House]", file: str = "-", house: str | None = None) -> Draft:
    """Return the draft that `text` holds.

    `houses` are the houses known by name; `house` names the one of a text that has no
    front matter and whose header block no house recognizes.  Raises OrdainError with
    every fault and its place.
    """
    if not text.strip():
        raise refuse("the file is empty", "write a draft with `ordain draft`, or name another file", Place(file, 1))
    lines = text.split("\n")
    yaml, start = split_front(text)
    if yaml is not None and (redline := _REDLINE.search(yaml)):
        line = yaml.count("\n", 0, redline.start()) + 1
        place = Place(file, line + 1, 1, lines[line], len("redline"))
        raise refuse("this is a redline, not a draft", "give the draft that it was made from", place)
    problems: list[Problem] = []
    front: Front | None = None
    if yaml is not None:
        try:
            front = _stated(yaml, houses, file)
        except OrdainError as error:
            problems += error.problems
    elif start == 0:
        _check_start(lines, file)
        front, start = recognize(lines, houses, file, house)
    else:
        raise refuse("the front matter is not closed", f"end it with a line of {MARK}", Place(file, 1, 1, lines[0], 3))
    paragraphs = _paragraphs(lines, start, file, problems)
    if problems or front is None:
        raise OrdainError(*problems)
    scheme = houses[front.house].scheme(front.instrument)
    return Draft(front=front, provisions=_tree(paragraphs, scheme), file=file)


def _check_start(lines: "Sequence[str]", file: str) -> None:
    at = next(at for at, line in enumerate(lines) if line.strip())
    if lines[at].strip() == MARK:
        place = Place(file, at + 1, lines[at].index(MARK) + 1, lines[at], 3)
        raise refuse("the front matter does not begin the file", "delete what stands before it", place)


def _stated(yaml: str, houses: "Mapping[str, House]", file: str) -> "Front":
    """Return what the front matter states of a draft for one of `houses`."""
    front = read_front(yaml, file)
    if front.house not in houses:
        place = place_of(read_yaml(yaml, file, first_line=2), ("house",))
        raise refuse(f"no house is named {quoted(front.house)}", nearest(front.house, houses), place)
    return front


class _Paragraph(Struct, frozen=True):
    text: str
    attributes: Attributes
    place: Place


def _paragraphs(lines: "Sequence[str]", start: int, file: str, problems: list[Problem]) -> list[_Paragraph]:
    """Return the paragraphs from line `start` on; what is wrong with them is added to `problems`."""
    found: list[_Paragraph] = []
    first: dict[str, int] = {}
    for number, line in enumerate(lines[start:], start=start + 1):
        if not line.strip():
            continue
        bad = signs.CONTROL.search(line)
        if bad:
            problems.append(Problem(signs.MESSAGE, signs.REMEDY, Place(file, number, bad.start() + 1, line)))
            continue
        try:
            text, attributes = split_attributes(line)
        except BadAttributesError as error:
            place = Place(file, number, error.start + 1, line, error.end - error.start)
            problems.append(Problem(error.message, error.remedy, place))
            continue
        name = attributes.id
        if not text.strip():
            place = Place(file, number, line.index("{") + 1, line, len(line.strip()))
            problems.append(Problem("these braces name no text", "put them at the end of a paragraph", place))
        elif name is not None and name in first:
            place = Place(file, number, attributes.at + 1, line, len(name))
            message = f"the id '{name}' is used in line {first[name]} already"
            problems.append(Problem(message, "give one of them another id", place))
        if name is not None:
            first.setdefault(name, number)
        indent = len(line) - len(line.lstrip())
        found.append(_Paragraph(text.strip(), attributes, Place(file, number, indent + 1, line)))
    if not found and not problems:
        place = Place(file, start, 1, lines[start - 1])
        problems.append(Problem("the draft has no text", "write its title in the line behind this", place))
    return found


class _Node(Struct):
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
        following = (later.text for later in paragraphs[at + 1 :])
        label = labelled(paragraph.text, scheme, counted, following)
        if label is not None:
            for level in open_levels(counted, label.level):
                del counted[level]
            counted[label.level] = label.ordinal
            node = _Node(label.level, label.label, paragraph, label.text)
        else:
            level = _unlabelled(paragraph.text, at, enacting, in_sections=bool(counted))
            node = _Node(level, "", paragraph, paragraph.text)
        if node.level is Level.FURTHER:
            path[-1].children.append(node)
            continue
        while path and path[-1].level >= node.level:
            path.pop()
        (path[-1].children if path and node.level > Level.SECTION else roots).append(node)
        path.append(node)
    return tuple(node.frozen() for node in roots)


def _unlabelled(text: str, at: int, enacting: int | None, *, in_sections: bool) -> Level:
    if at == enacting:
        return Level.ENACTING
    if not in_sections and _WHEREAS.match(text):
        return Level.RECITAL
    return Level.FURTHER if at else Level.TITLE


def _enacting(paragraphs: "Sequence[_Paragraph]", scheme: Scheme) -> int | None:
    """Return the index of the enacting clause: the last unlabelled line before the sections, if it ends in a colon."""
    last = None
    for at, paragraph in enumerate(paragraphs):
        if labelled(paragraph.text, scheme, {}) is not None:
            break
        if paragraph.text.endswith(":") and not _WHEREAS.match(paragraph.text) and at:
            last = at
    return last
