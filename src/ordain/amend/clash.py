"""Two sets of splices that cannot both be made in one bill, since one touches what the other does."""

from itertools import product
from typing import TYPE_CHECKING

from ordain.amend.splices import Come, Gone, Splice, Went, Words

if TYPE_CHECKING:
    from collections.abc import Sequence


# Either may be the one that strikes.
_STRUCK = "touches a paragraph that is both amended and struck, with"
_BETWEEN = "touches a place between paragraphs that are struck, with"


def clash(ones: "Sequence[Splice]", others: "Sequence[Splice]") -> str | None:
    """Return what one set of splices does to what the other does, or None where both can be made.

    What comes to one gap stands in the order in which it came, and is no clash.
    """
    found = (_clash(one, other) for one, other in product(ones, others))
    return next((message for message in found if message is not None), None)


def _clash(one: Splice, other: Splice) -> str | None:
    match one, other:
        case Words(), Words():
            return "amends the same words as" if _share(one, other) else None
        case (Words(paragraph=at), Gone(first, last)) | (Gone(first, last), Words(paragraph=at)):
            return _STRUCK if first <= at <= last else None
        case Went(), Went() if one.first < other.gap <= one.last or other.first < one.gap <= other.last:
            return "moves something between paragraphs that move, with"
        case (Gone() | Went(), Gone() | Went()) if one.first <= other.last and other.first <= one.last:
            return "strikes or moves the same paragraph as"
        case (Come(gap=gap) | Went(gap=gap), Gone(first, last)) | (Gone(first, last), Come(gap=gap) | Went(gap=gap)):
            return _BETWEEN if first < gap <= last else None
        case _:
            return None


def _share(one: Words, other: Words) -> bool:
    """Whether two splices touch: they overlap, or both insert at one place or where the other ends."""
    if one.paragraph != other.paragraph:
        return False
    return (
        (one.start < other.end and other.start < one.end)
        or (one.start == other.start and (one.start == one.end or other.start == other.end))
        or (one.end == other.end and (one.start == one.end or other.start == other.end))
    )
