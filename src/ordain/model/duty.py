"""What a sentence lays on somebody: a duty, a bar, a wish, a power; and which of two binds more."""

from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Duty(Enum):
    """What a sentence does to the one it addresses."""

    SHALL = "shall"
    SHALL_NOT = "shall-not"
    WILL = "will"
    WILL_NOT = "will-not"
    SHOULD = "should"
    SHOULD_NOT = "should-not"
    ENCOURAGED = "encouraged"
    MAY = "may"
    NEED_NOT = "need-not"
    MEANS = "means"

    @property
    def binds(self) -> int:
        """1 where more of what is said binds more, -1 where it frees more, 0 where it does neither."""
        return _BINDS[self]


_BINDS: "Mapping[Duty, int]" = {
    Duty.SHALL: 1,
    Duty.SHALL_NOT: 1,
    Duty.WILL: 1,
    Duty.WILL_NOT: 1,
    Duty.SHOULD: 1,
    Duty.SHOULD_NOT: 1,
    Duty.ENCOURAGED: 1,
    Duty.MAY: -1,
    Duty.NEED_NOT: -1,
    Duty.MEANS: 0,
}

# How far each one binds; only what asks for the same act, or bars it, can be compared.
_TO_ACT = {Duty.SHALL: 4, Duty.WILL: 3, Duty.SHOULD: 2, Duty.ENCOURAGED: 1, Duty.MAY: 0, Duty.NEED_NOT: 0}
_NOT_TO_ACT = {Duty.SHALL_NOT: 4, Duty.WILL_NOT: 3, Duty.SHOULD_NOT: 2, Duty.MAY: 0, Duty.NEED_NOT: 0}

_NEGATED = {
    Duty.SHALL: Duty.SHALL_NOT,
    Duty.MAY: Duty.SHALL_NOT,
    Duty.WILL: Duty.WILL_NOT,
    Duty.SHOULD: Duty.SHOULD_NOT,
}


def negated(duty: Duty) -> Duty:
    """Return what a negative subject makes of a duty: `no person may` bars."""
    return _NEGATED.get(duty, duty)


_AFFIRMED = {Duty.SHALL_NOT: Duty.SHALL, Duty.WILL_NOT: Duty.WILL, Duty.SHOULD_NOT: Duty.SHOULD}


def affirmed(duty: Duty) -> Duty:
    """Return what a bar to more than a limit is: the duty to keep to the limit."""
    return _AFFIRMED.get(duty, duty)


def is_negative(duty: Duty) -> bool:
    """Whether the sentence bars or frees from an act."""
    return duty in {Duty.SHALL_NOT, Duty.WILL_NOT, Duty.SHOULD_NOT, Duty.NEED_NOT}


def strictness(old: Duty, new: Duty) -> int | None:
    """Return 1 where `new` binds more than `old`, -1 where less, None where they bind to other things.

    >>> strictness(Duty.MAY, Duty.SHALL), strictness(Duty.SHALL_NOT, Duty.MAY), strictness(Duty.SHALL, Duty.SHALL_NOT)
    (1, -1, None)
    """
    for ladder in (_TO_ACT, _NOT_TO_ACT):
        if old in ladder and new in ladder and ladder[old] != ladder[new]:
            return 1 if ladder[new] > ladder[old] else -1
    return None
