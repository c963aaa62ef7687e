"""Hold a YAML file against its shape, and say each fault where it stands."""

import re
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from ordain.errors import OrdainError, Place, Problem, closest, nearest, refuse
from ordain.notation.yaml import Node, key_place, place_of, plain, read_yaml
from ordain.readers.fields import said
from ordain.readers.keys import is_optional, keys

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from pydantic_core import ErrorDetails

    from ordain.readers.fields import FaultError
    from ordain.readers.keys import Path

Shape = TypeVar("Shape", bound=BaseModel)


class Strict(BaseModel):
    """A mapping of known keys; another key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def read_shape(
    shape: type[Shape], text: str, file: str, also: "Callable[[Node], Iterable[Problem]] | None" = None
) -> tuple[Shape, Node]:
    """Return the file's content as `shape`, with the node it came from.

    `also` finds faults that no field knows by itself.  Raises OrdainError with every fault
    of the file, in the order of its lines.
    """
    node = read_yaml(text, file)
    content = plain(node)
    if content is None:
        raise refuse("the file is empty", f"begin it with `{keys(shape)[0]}:`", Place(file, 1))
    problems = list(also(node)) if also else []
    try:
        read = shape.model_validate(content)
    except ValidationError as error:
        problems += _problems(error.errors(), shape, node)
    else:
        if not problems:
            return read, node
    raise OrdainError(*sorted(problems, key=_position))


def _position(problem: Problem) -> tuple[int, int]:
    place = problem.place
    return (place.line or 0, place.column or 0) if place else (0, 0)


def _problems(details: "Sequence[ErrorDetails]", shape: type[BaseModel], node: Node) -> "Iterable[Problem]":
    # A key that is misspelled would be told twice: as unknown, and as missing.
    unknown = [detail["loc"] for detail in details if detail["type"] == "extra_forbidden"]
    meant = [(*path[:-1], closest(str(path[-1]), keys(shape, path[:-1]))) for path in unknown]
    for detail in details:
        if detail["type"] != "missing" or detail["loc"] not in meant:
            yield _problem(detail, detail["loc"], shape, node)


def _problem(detail: "ErrorDetails", path: "Path", shape: type[BaseModel], node: Node) -> Problem:
    match detail["type"]:
        case "extra_forbidden":
            return _unknown(str(path[-1]), path[:-1], keys(shape, path[:-1]), node)
        case "literal_error" if path[-1] == "[key]":
            return _unknown(str(path[-2]), path[:-2], _WORD.findall(_context(detail, "expected")), node)
        case "missing":
            key = path[-1]
            unless = f", or `{key}: null` where it is not known" if is_optional(shape, path) else ""
            return Problem(f"'{key}' is missing", f"add `{key}:`{unless}", place_of(node, path[:-1]))
        case "value_error":
            fault: FaultError = detail["ctx"]["error"]
            message = fault.message.replace("{name}", _name(path))
            return Problem(message, fault.remedy, place_of(node, (*path, *fault.at)))
        case kind:
            remedy = _remedy(kind, detail, keys(shape, path))
            return Problem(f"{_name(path)} is {said(detail['input'])}", remedy, place_of(node, path))


def _unknown(key: str, parent: "Path", known: "Sequence[str]", node: Node) -> Problem:
    return Problem(f"'{key}' is no key here", nearest(key, known), key_place(node, parent, key))


# A word in a list of pydantic's, such as "'law' or 'bill'".
_WORD = re.compile(r"'([^']*)'")

_REMEDIES = {
    "string_type": "write a text, in quotes if it holds a colon or brackets",
    "tuple_type": "write a list: each item in a line of its own, behind a hyphen",
    "int_parsing": "write a whole number in figures",
    "int_type": "write a whole number in figures",
    "greater_than": "write a number above 0",
    "greater_than_equal": "write 0 or a number above it",
}


def _remedy(kind: str, detail: "ErrorDetails", known: "Sequence[str]") -> str:
    match kind:
        case "literal_error":
            return f"say {_context(detail, 'expected')}"
        case "model_type" if not detail["loc"]:
            return f"write lines of `key: value`, the first of them `{known[0]}:`"
        case "model_type" | "dict_type":
            return "write it in parts, each behind its key" + (f": {', '.join(known)}" if known else "")
        case _:
            return _REMEDIES.get(kind, "write a number in figures")


def _context(detail: "ErrorDetails", key: str) -> str:
    return str(detail["ctx"][key])


def _name(path: "Path") -> str:
    """Return the keys behind the last list, as a drafter would name them: `deadline.unit`."""
    last = max((at for at, step in enumerate(path) if isinstance(step, int)), default=-1)
    if len(path) > last + 1:
        return ".".join(map(str, path[last + 1 :]))
    return f"an item of {path[last - 1]}" if path else "the file"
