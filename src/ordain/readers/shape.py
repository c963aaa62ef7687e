"""Hold a YAML file against its shape, and say each fault where it stands."""

from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from ordain.errors import OrdainError, Problem, nearest
from ordain.notation.yaml import Node, key_place, place_of, plain, read_yaml

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Shape = TypeVar("Shape", bound=BaseModel)


class Strict(BaseModel):
    """A mapping of known keys; another key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


def read_shape(shape: type[Shape], text: str, file: str) -> tuple[Shape, Node]:
    """Return the file's content as `shape`, with the node it came from.

    Raises OrdainError with every fault of the file.
    """
    node = read_yaml(text, file)
    content = plain(node)
    try:
        return shape.model_validate(content), node
    except ValidationError as error:
        raise OrdainError(*(_problem(detail, shape, node, content) for detail in error.errors())) from None


def _problem(detail: "ErrorDetails", shape: type[BaseModel], node: Node, content: Any) -> Problem:
    path = [step for step in detail["loc"] if not (isinstance(step, str) and step.startswith("function-"))]
    name = ".".join(str(step) for step in path if isinstance(step, str)) or "the file"
    given = detail["input"]
    match detail["type"]:
        case "extra_forbidden":
            parent = path[:-1]
            place = key_place(node, parent, str(path[-1]))
            return Problem(f"'{path[-1]}' is no key here", nearest(str(path[-1]), _keys(shape, parent)), place)
        case "missing":
            remedy = f"add `{path[-1]}:`" + ("" if given is None else ", or null where it is not known")
            return Problem(f"'{path[-1]}' is missing", remedy, place_of(node, path[:-1]))
        case "literal_error" | "enum":
            wanted = str(detail.get("ctx", {}).get("expected", ""))
            return Problem(f"{name} is {given!r}", f"say {wanted}", place_of(node, path))
        case "date_from_datetime_parsing" | "date_parsing" | "date_type" | "date_from_datetime_inexact":
            return Problem(
                f"{given!r} is no date",
                "write it as 2025-07-21, or null where it is not known",
                place_of(node, path),
            )
        case "bool_parsing" | "bool_type":
            return Problem(f"{name} is {given!r}", "say true or false", place_of(node, path))
        case "int_parsing" | "float_parsing" | "int_type" | "float_type":
            return Problem(f"{name} is {given!r}, not a number", "write it in figures", place_of(node, path))
        case "string_type":
            what = "nothing" if given is None else "a list or a group of keys"
            return Problem(
                f"{name} holds {what}",
                "write a text; put it in quotes if it holds a colon",
                place_of(node, path),
            )
        case "value_error" | "assertion_error":
            message, _, remedy = str(detail["msg"]).removeprefix("Value error, ").partition("; ")
            return Problem(message, remedy, place_of(node, path))
        case kind if kind.endswith("_type") or kind == "model_attributes_type":
            return Problem(f"{name} holds something of another kind", _kind_remedy(kind), place_of(node, path))
        case _:
            return Problem(f"{name}: {detail['msg']}", "see `ordain schema order`", place_of(node, path))


def _kind_remedy(kind: str) -> str:
    wanted = {
        "tuple_type": "a list: begin each item with a hyphen",
        "list_type": "a list: begin each item with a hyphen",
    }
    return f"write {wanted.get(kind, 'a group of `key: value`, indented by two spaces')}"


def _keys(shape: type[BaseModel], path: list[str | int]) -> list[str]:
    """Return the keys that may stand where `path` leads in a shape."""
    at: Any = shape
    for step in path:
        if isinstance(step, int):
            continue
        fields = getattr(at, "model_fields", {})
        field = next((f for name, f in fields.items() if step in (name, f.alias)), None)
        at = _model_in(field.annotation) if field is not None else None
    return [str(field.alias or name) for name, field in getattr(at, "model_fields", {}).items()]


def _model_in(annotation: Any) -> Any:
    """Return the model inside an annotation such as `tuple[Provision, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in getattr(annotation, "__args__", ()) if (found := _model_in(part))), None)
