"""Read YAML into values that know their line and column.

Every scalar stays the string that was written (`1.10`, `NO`, dates): whoever knows what
a field means decides.  Anchors, aliases and tags are refused, since a file of law that
repeats itself by reference is hard to read, and nested aliases can fill the memory.
"""

import re
from typing import TYPE_CHECKING, Any, TypeAlias, assert_never

import yaml
from msgspec import Struct

from ordain.errors import OrdainError, Place, Problem, refuse
from ordain.notation import signs
from ordain.notation.faults import index_of, tell
from ordain.notation.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# An order nests some six deep.
_DEEPEST = 40


class Scalar(Struct, frozen=True):
    """A single value as written; `quoted` tells `"null"` from `null`."""

    value: str
    place: Place
    quoted: bool = False


class Listing(Struct, frozen=True):
    """A sequence of nodes."""

    items: "tuple[Node, ...]"
    place: Place


class Mapping(Struct, frozen=True):
    """Keys and nodes, in the order of the file; no key stands twice."""

    entries: "tuple[tuple[Scalar, Node], ...]"
    place: Place


Node: TypeAlias = Scalar | Listing | Mapping

# "Order #3" without quotes is "Order": a blank and # begin a comment.
_LOST_NUMBER = re.compile(r"\s+(?=#[0-9])")

_QUOTES = ("'", '"', "|", ">")
_NULLS = ("", "~", "null", "Null", "NULL")


def read_yaml(text: str, file: str, first_line: int = 1) -> Node:
    """Return the single document of `text`; `first_line` is the line of the file it starts on.

    A text that says nothing is a scalar that is null.  Raises OrdainError for what is not
    YAML, for keys used twice, for control characters, and for anchors, aliases and tags.
    """
    text = text.removeprefix("\ufeff")
    lines = Lines(text, file, first_line)
    problems = [Problem(signs.MESSAGE, signs.REMEDY, lines.place(at)) for at in signs.found(text)]
    if problems:
        raise OrdainError(*problems)
    return _Reader(text, lines).document()


def plain(node: Node) -> Any:
    """Return dicts, lists, strings and None, without places.

    >>> plain(read_yaml("a: [1.10, null, 'null']", "x.yaml"))
    {'a': ['1.10', None, 'null']}
    """
    match node:
        case Scalar(value, _, quoted):
            return None if value in _NULLS and not quoted else value
        case Listing(items):
            return [plain(item) for item in items]
        case Mapping(entries):
            return {key.value: plain(value) for key, value in entries}
        case _:
            assert_never(node)


def place_of(node: Node, path: "Sequence[str | int]") -> Place:
    """Return where `path` leads from `node`: as far as it exists."""
    return _followed(node, path).place


def key_place(node: Node, path: "Sequence[str | int]", key: str) -> Place:
    """Return where the key itself stands in the mapping that `path` leads to, else the mapping's place."""
    reached = _followed(node, path)
    entries = reached.entries if isinstance(reached, Mapping) else ()
    return next((name.place for name, _ in entries if name.value == key), reached.place)


def _followed(node: Node, path: "Sequence[str | int]") -> Node:
    for step in path:
        match node:
            case Mapping(entries) if found := [value for key, value in entries if key.value == step]:
                node = found[0]
            case Listing(items) if isinstance(step, int) and step < len(items):
                node = items[step]
            case _:
                break
    return node


class _Reader:
    """One pass over the events of a document."""

    def __init__(self, text: str, lines: Lines) -> None:
        self.lines = lines
        self.events: Iterator[yaml.Event] = yaml.parse(text, Loader=_Loader)
        self.last: yaml.Event | None = None
        self.problems: list[Problem] = []

    def document(self) -> Node:
        self.next()
        if isinstance(self.next(), yaml.StreamEndEvent):
            return Scalar("", self.lines.place(0))
        node = self.node(self.next(), 0)
        self.next()
        behind = self.next()
        if not isinstance(behind, yaml.StreamEndEvent):
            place = self.lines.place(index_of(behind.start_mark))
            self.problems.append(Problem("a second document starts here", "take out the line of --- or ...", place))
        if self.problems:
            raise OrdainError(*self.problems)
        return node

    def next(self) -> yaml.Event:
        try:
            event = next(self.events)
        except yaml.MarkedYAMLError as fault:
            raise OrdainError(*self.problems, tell(fault, self.lines, self.last)) from None
        self.last = event
        return event

    def node(self, event: yaml.Event, depth: int) -> Node:
        place = self.lines.place(index_of(event.start_mark), index_of(event.end_mark))
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise refuse(
                "an anchor or alias (& or *) stands here", "write the value out, or put the text in quotes", place
            )
        if getattr(event, "tag", None):
            raise refuse("a tag (!) stands here", "leave it out, or put the text in quotes", place)
        if depth > _DEEPEST:
            raise refuse(f"this is nested more than {_DEEPEST} deep", "check the brackets", place)
        match event:
            case yaml.ScalarEvent():
                return self.scalar(event, place)
            case yaml.SequenceStartEvent():
                return Listing(tuple(self.items(depth)), place)
            case _:
                return Mapping(tuple(self.entries(depth)), place)

    def scalar(self, event: yaml.ScalarEvent, place: Place) -> Scalar:
        end = index_of(event.end_mark)
        quoted = event.style in _QUOTES
        lost = None if quoted else _LOST_NUMBER.match(self.lines.behind(end))
        if signs.CONTROL.search(event.value):
            self.problems.append(Problem(signs.MESSAGE, signs.REMEDY, place))
        if lost:
            comment = self.lines.place(end + lost.end())
            self.problems.append(Problem("a comment starts here", "put a text that holds # in quotes", comment))
        return Scalar(event.value, place, quoted)

    def items(self, depth: int) -> "Iterator[Node]":
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            yield self.node(event, depth + 1)

    def entries(self, depth: int) -> "Iterator[tuple[Scalar, Node]]":
        seen: dict[str, Place] = {}
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            key = self.node(event, depth + 1)
            if not isinstance(key, Scalar):
                raise refuse(
                    "a list or a group stands where a key belongs",
                    "put a text that starts with { or [ in quotes",
                    key.place,
                )
            value = self.node(self.next(), depth + 1)
            if key.value in seen:
                message = f"the key '{key.value}' stands twice, first in line {seen[key.value].line}"
                self.problems.append(Problem(message, "keep one of them", key.place))
            else:
                seen[key.value] = key.place
                yield key, value
