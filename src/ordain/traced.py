"""Values that remember more than what they are, such as where they were read.

Two drafts read from two files are equal when they say the same.
"""

from typing import ClassVar

from msgspec import Struct


class Traced(Struct, frozen=True, eq=False):
    """A value that is equal to another of its kind where all fields are, but for those named in `apart`."""

    apart: ClassVar[tuple[str, ...]]

    def _said(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in self.__struct_fields__ if name not in self.apart)

    def __eq__(self, other: object) -> bool:
        """Whether both are of one kind and say the same."""
        return isinstance(other, Traced) and type(self) is type(other) and self._said() == other._said()

    __ne__ = object.__ne__  # a Struct brings one of its own, which would not ask `__eq__`

    def __hash__(self) -> int:
        return hash(self._said())
