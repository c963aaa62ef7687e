"""The comparison: who became whom, what happened to each, and the redline as one value."""

from ordain.compare.redline import Redline, compare

__all__ = ["Redline", "compare"]
