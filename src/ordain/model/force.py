"""What a change of words does to the force of a provision: the signals that rules read from the text."""

from enum import Enum

from msgspec import Struct
from msgspec.structs import replace


class Aspect(Enum):
    """What a signal is about."""

    DUTY = "duty"
    NEGATION = "negation"
    AMOUNT = "amount"
    TIME = "time"
    ACTOR = "actor"
    SCOPE = "scope"
    EXCEPTION = "exception"
    CONJUNCTION = "conjunction"
    PENALTY = "penalty"


class Direction(Enum):
    """Whether the one addressed is bound more, or allowed less (stricter), or the reverse (looser).

    Different is neither; unknown is what no rule tells.
    """

    STRICTER = "stricter"
    LOOSER = "looser"
    DIFFERENT = "different"
    UNKNOWN = "unknown"

    def turned(self) -> "Direction":
        """Return the direction when old and new are exchanged."""
        return {Direction.STRICTER: Direction.LOOSER, Direction.LOOSER: Direction.STRICTER}.get(self, self)


class Signal(Struct, frozen=True):
    """One change of force: what about, by which rule, which way, and the words it rests on, None where there are none.

    `old_at` and `new_at` are where these words stand in the text of either side.
    """

    aspect: Aspect
    rule: str
    direction: Direction
    old: str | None
    new: str | None
    old_at: int | None = None
    new_at: int | None = None

    @property
    def said(self) -> str:
        """From what to what, in words.

        >>> Signal(Aspect.DUTY, "duty.shall-may", Direction.LOOSER, "shall", "may").said
        "'shall' became 'may'"
        """
        if self.old is None:
            return f"'{self.new}' was added"
        return f"'{self.old}' was struck" if self.new is None else f"'{self.old}' became '{self.new}'"

    def turned(self) -> "Signal":
        """Return the signal when old and new are exchanged."""
        return replace(
            self,
            direction=self.direction.turned(),
            old=self.new,
            new=self.old,
            old_at=self.new_at,
            new_at=self.old_at,
        )
