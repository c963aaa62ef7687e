"""One digest over a set of changes: it stands in every output, and can be computed again from the marks of each."""

import hashlib
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ordain.compare.changes import Entry


def digest(entries: "Iterable[Entry]") -> str:
    """Return the SHA-256 of the canonical JSON of `[number, kind, struck, added]` of every change, in order."""
    return digest_of((entry.number, entry.kind, entry.struck, entry.added) for entry in entries)


def digest_of(changes: "Iterable[tuple[int, str, str, str]]") -> str:
    """Return the digest of changes read back from the marks of an output.

    >>> digest_of([(1, "altered", "may", "shall")])[:16]
    '46ef3fd6f46a0bd7'
    """
    canonical = json.dumps([list(change) for change in changes], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
