"""Read the clauses that take a case out or let one in: conditions and exceptions."""

from typing import TYPE_CHECKING

from ordain.model.force import Aspect, Direction
from ordain.norms.direction import by_sign
from ordain.norms.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.norms.sentences import Sentence


def find(sentence: "Sentence") -> "Iterator[Finding]":
    """Yield the clauses of a sentence, each with what opens it."""
    for clause in sentence.clauses:
        yield sentence.finding(Aspect.EXCEPTION, clause.sense, clause.sense, clause.lo, clause.hi)


def weigh(old: Finding | None, new: Finding | None) -> tuple[str, Direction]:
    """Return the rule and the direction of a clause that came, went, or opens otherwise."""
    if old is not None and new is not None:
        return "exception.opener", Direction.UNKNOWN
    there = old or new
    assert there is not None
    if there.family == "notwithstanding":
        return "exception.notwithstanding", Direction.UNKNOWN
    binds = there.duty.binds if there.duty is not None else 0
    came = 1 if old is None else -1
    rule = "condition" if there.family == "condition" else "clause"
    return f"exception.{rule}", by_sign(-came * binds)
