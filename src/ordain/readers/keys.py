"""Which keys may stand where in a shape: what pydantic knows and does not say."""

from types import NoneType, UnionType
from typing import Annotated, Any, TypeAlias, Union, get_args, get_origin

from pydantic import BaseModel

Path: TypeAlias = tuple[str | int, ...]


def keys(shape: type[BaseModel], path: Path = ()) -> list[str]:
    """Return the keys that may stand where `path` leads in a shape; none where it is no group of known keys."""
    return list(_fields(_annotation(shape, path)))


def is_optional(shape: type[BaseModel], path: Path) -> bool:
    """Whether null may stand where `path` leads."""
    return NoneType in _choices(_annotation(shape, path))


def _annotation(annotation: Any, path: Path) -> Any:
    for step in path:
        annotation = _inside(annotation, step)
    return annotation


def _inside(annotation: Any, step: str | int) -> Any:
    """Return what stands in a group under a key, or in a list."""
    fields = _fields(annotation)
    if fields:
        return fields.get(str(step))
    bare = next((choice for choice in _choices(annotation) if choice is not NoneType), None)
    inside = get_args(bare)
    return (inside[0] if isinstance(step, int) else inside[-1]) if inside else None


def _fields(annotation: Any) -> dict[str, Any]:
    for choice in _choices(annotation):
        if isinstance(choice, type) and issubclass(choice, BaseModel):
            return {field.alias or name: field.annotation for name, field in choice.model_fields.items()}
    return {}


def _choices(annotation: Any) -> tuple[Any, ...]:
    """Return the types that an annotation such as `Annotated[Provision, ...] | None` allows."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _choices(get_args(annotation)[0])
    if origin in (Union, UnionType):
        return tuple(choice for part in get_args(annotation) for choice in _choices(part))
    return (annotation,)
