"""Read YAML into values that know their line and column.

Every scalar stays the string that was written (`1.10`, `NO`, dates): whoever knows what
a field means decides.  Anchors, aliases and tags are refused, since a file of law that
repeats itself by reference is hard to read, and nested aliases can fill the memory.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml

from ordain.errors import OrdainError, Place, Problem, refuse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# An order nests some six deep.
_DEEPEST = 40


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value as written; `quoted` tells `"null"` from `null`."""

    value: str
    place: Place
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A sequence of nodes."""

    items: "tuple[Node, ...]"
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and nodes, in the order of the file; no key stands twice."""

    entries: "tuple[tuple[Scalar, Node], ...]"
    place: Place


Node: TypeAlias = Scalar | Listing | Mapping

_QUOTES = ("'", '"', "|", ">")
_NULLS = ("", "~", "null", "Null", "NULL")


def read_yaml(text: str, file: str, first_line: int = 1) -> Node:
    """Return the single document of `text`; `first_line` is the line of the file it starts on.

    Raises OrdainError for what is not YAML, for a key used twice, and for anchors,
    aliases and tags.
    """
    reader = _Reader(text, file, first_line)
    try:
        return reader.document()
    except yaml.MarkedYAMLError as error:
        raise _not_yaml(error, reader) from None
    except yaml.YAMLError as error:
        raise refuse(f"this is not YAML: {error}", "write it anew as plain text", Place(file)) from None


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


def place_of(node: Node, path: "Sequence[str | int]") -> Place:
    """Return where `path` leads from `node`: as far as it exists."""
    for step in path:
        match node:
            case Mapping(entries) if found := [value for key, value in entries if key.value == step]:
                node = found[0]
            case Listing(items) if isinstance(step, int) and step < len(items):
                node = items[step]
            case _:
                break
    return node.place


def key_place(node: Node, path: "Sequence[str | int]", key: str) -> Place:
    """Return where the key itself stands in the mapping that `path` leads to, else the mapping's place."""
    for step in path:
        match node:
            case Mapping(entries):
                node = next((value for name, value in entries if name.value == step), node)
            case Listing(items) if isinstance(step, int):
                node = items[step]
            case _:
                break
    if isinstance(node, Mapping):
        for name, _ in node.entries:
            if name.value == key:
                return name.place
    return node.place


class _Reader:
    """One pass over the events of a document."""

    def __init__(self, text: str, file: str, first_line: int) -> None:
        self.lines = text.split("\n")
        self.file = file
        self.first_line = first_line
        self.events: Iterator[yaml.Event] = yaml.parse(text, Loader=_Loader)

    def document(self) -> Node:
        opening = [next(self.events), next(self.events)]
        if isinstance(opening[1], yaml.StreamEndEvent):
            raise refuse(
                "the file is empty",
                "start from `ordain new`, which writes a commented one",
                Place(self.file, 1),
            )
        node = self._node(next(self.events), 0)
        next(self.events)
        behind = next(self.events)
        if not isinstance(behind, yaml.StreamEndEvent):
            raise refuse("a second document starts here", "put everything into one", self.place(behind.start_mark))
        return node

    def place(self, mark: Any, end: Any = None) -> Place:
        excerpt = self.lines[mark.line].rstrip("\r") if mark.line < len(self.lines) else ""
        width = end.column - mark.column if end is not None and end.line == mark.line else 1
        return Place(self.file, mark.line + self.first_line, mark.column + 1, excerpt, max(1, width))

    def _node(self, event: yaml.Event, depth: int) -> Node:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise refuse(
                "an anchor or alias (& or *) stands here",
                "write the value out, or put it in quotes if it is text",
                self.place(event.start_mark),
            )
        if getattr(event, "tag", None) and event.tag != "!":
            raise refuse(
                "a tag (!) stands here",
                "leave it out, or put the text in quotes",
                self.place(event.start_mark),
            )
        if depth > _DEEPEST:
            raise refuse("this is nested too deeply", "an order nests some six deep", self.place(event.start_mark))
        place = self.place(event.start_mark, event.end_mark)
        match event:
            case yaml.ScalarEvent():
                return Scalar(event.value, place, quoted=event.style in _QUOTES)
            case yaml.SequenceStartEvent():
                return Listing(tuple(self._items(depth)), place)
            case _:
                return Mapping(tuple(self._entries(depth)), place)

    def _items(self, depth: int) -> "Iterator[Node]":
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            yield self._node(event, depth + 1)

    def _entries(self, depth: int) -> "Iterator[tuple[Scalar, Node]]":
        seen: dict[str, Place] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            if not isinstance(key, Scalar):
                raise refuse("a key must be a word", "check the indentation and the braces", key.place)
            if key.value in seen:
                raise refuse(
                    f"the key '{key.value}' stands twice, first in line {seen[key.value].line}",
                    "keep one of them",
                    key.place,
                )
            seen[key.value] = key.place
            yield key, self._node(next(self.events), depth + 1)


# What the library says of the faults that people make most, and what to do about each.
_FAULTS = (
    ("found character '\\t'", "a tab stands here", "indent with spaces"),
    ("found character that cannot start any token", "a tab or a sign that YAML reserves stands here",
     "indent with spaces, and put text that starts with @, ` or % in quotes"),
    ("mapping values are not allowed", "a second colon stands in this line", "put the text in quotes"),
    ("could not find expected ':'", "a colon is missing", "write `key: value`"),
    ("unexpected end of stream", "a quote or bracket is not closed", "close it"),
    ("did not find expected key", "the indentation does not fit the lines above, or a quote is not closed",
     "align it with the key it belongs to, and put text that holds quotes in quotes of the other kind"),
)  # fmt: skip


def _not_yaml(error: yaml.MarkedYAMLError, reader: _Reader) -> OrdainError:
    said = f"{error.context or ''} {error.problem or ''}"
    for sign, message, remedy in _FAULTS:
        if sign in said:
            break
    else:
        message, remedy = (
            f"this is not YAML: {error.problem}",
            "check the indentation and the quotes of this line",
        )
    mark = error.problem_mark
    place = reader.place(mark) if mark is not None else Place(reader.file)
    return OrdainError(Problem(message, remedy, place))
