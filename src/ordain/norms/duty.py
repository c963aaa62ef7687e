"""Read what a sentence lays on somebody: a duty, a power, a bar, a wish.

`shall` and `must` express a duty, `may` confers a power, `may not`, `must not` and `shall
not` prohibit (NMSA 1978, 12-2A-4).  `No person may` prohibits; `no person shall` says by
the letter that nobody has the duty (101 Pa. Code 15.143), and is read as the bar that it
is meant for.  A `shall` that only declares, as in `shall take effect`, is no duty.
"""

from typing import TYPE_CHECKING

from ordain.model.duty import Duty, affirmed, strictness
from ordain.model.force import Aspect, Direction
from ordain.norms.direction import by_sign
from ordain.norms.figures import limiting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.norms.finding import Finding
    from ordain.norms.sentences import Sentence


def find(sentence: "Sentence") -> "Iterator[Finding]":
    """Yield the duties of a sentence.

    To be barred from more than a limit is to be bound to the limit, which is an amount.
    """
    limits = limiting(sentence)
    for modal in sentence.modals:
        duty = affirmed(modal.duty) if modal.lo in limits else modal.duty
        yield sentence.finding(Aspect.DUTY, "duty", duty, modal.lo, modal.hi)


def weigh(old: Duty | None, new: Duty | None) -> tuple[str, Direction]:
    """Return the rule and the direction of a duty that came, went, or became another."""
    if old is None or new is None:
        there = old or new
        assert there is not None
        came = 1 if old is None else -1
        direction = by_sign(came * there.binds) if there.binds else Direction.DIFFERENT
        return f"duty.{there.value}", direction
    sign = strictness(old, new)
    one, other = sorted((old, new), key=list(Duty).index)
    return f"duty.{one.value}-{other.value}", Direction.DIFFERENT if sign is None else by_sign(sign)
