"""Fingerprints: the name of a change that stays when provisions get other numbers or a new draft comes.

A reader decides on a change once.  Where the next draft holds the same change of the
same provision, under whatever number, the decision is found again by its fingerprint.
"""

import hashlib
import json
import re
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from ordain.text.segments import Mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ordain.compare.changes import Entry

# So many hexadecimal signs tell any two changes of a bill apart.
_LENGTH = 16


def fingerprints(entries: "Iterable[Entry]") -> dict[int, str]:
    """Return the fingerprint of each change by its number; no two are the same."""
    found: dict[int, str] = {}
    times: Counter[str] = Counter()
    for number, its in groupby(entries, key=lambda entry: entry.number):
        said = json.dumps(_said(tuple(its)), ensure_ascii=False, separators=(",", ":"))
        times[said] += 1
        again = f"#{times[said]}" if times[said] > 1 else ""
        found[number] = hashlib.sha256((said + again).encode()).hexdigest()[:_LENGTH]
    return found


def _said(entries: "Sequence[Entry]") -> list[object]:
    """Return the name of the provision, the kind, and the words struck and added, without any number of a provision."""
    first = entries[0]
    unit = first.new or first.old
    assert unit is not None
    kept = "".join(part.text for entry in entries for part in entry.words if part.mark is Mark.KEPT)
    name = unit.id or "".join(sign for sign in kept.casefold() if sign.isalpha())
    struck = [_plain(entry.struck) for entry in entries]
    added = [_plain(entry.added) for entry in entries]
    return [name, first.kind, struck, added]


# The number of a provision that another cites: it follows when that one is renumbered.
_CITED = re.compile(r"\b((?:sub)?(?:section|paragraph)s?) \(?\w+\)?(?:\(\w+\))*", re.IGNORECASE)


def _plain(text: str) -> str:
    return _CITED.sub(r"\1 #", " ".join(text.split()))
