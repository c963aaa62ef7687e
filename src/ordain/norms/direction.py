"""From a sign to a direction: what binds more is stricter, what frees more is looser."""

from ordain.model.force import Direction


def by_sign(sign: int) -> Direction:
    """Return stricter for 1, looser for -1, unknown for 0."""
    if sign == 0:
        return Direction.UNKNOWN
    return Direction.STRICTER if sign > 0 else Direction.LOOSER
