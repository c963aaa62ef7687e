"""Find the clauses of a sentence that take a case out or let one in, and where each ends."""

from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.model.vocabulary import Kind
from ordain.norms.finding import Position

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordain.norms.lexicon import Hit
    from ordain.norms.words import Word


class Clause(Struct, frozen=True):
    """A condition or an exception: its opener, which is words `lo` up to `opened`, and all of it up to `hi`."""

    sense: str
    position: Position
    lo: int
    opened: int
    hi: int


def clauses(row: "Sequence[Word]", hits: "Sequence[Hit]") -> tuple[Clause, ...]:
    """Return the clauses of a sentence by their openers; one may stand in another."""
    found: list[Clause] = []
    for at, hit in enumerate(hits):
        sense = hit.says(Kind.EXCEPTION)
        if sense is None or (hit.lo and row[hit.lo - 1].form in _LED.get(row[hit.lo].form, ())):
            continue
        if row[hit.hi - 1].form == "any" and hit.hi < len(row) and row[hit.hi].form.isalpha():
            sense = "condition"
        position = Position.CONDITION if sense == "condition" else Position.EXCEPTION
        hi = _clause_end(row, hits, at, sense)
        found.append(Clause(sense, position, hit.lo, hit.hi, hi))
    return tuple(found)


# Behind one of these, "where" and "when" lead to a place or a time, and "if" asks.
_LED = {
    "where": frozenset(
        ("place", "places", "location", "locations", "area", "areas", "zone", "zones", "site", "premises", "building")
    ),
    "when": frozenset(("date", "day", "time", "year", "month", "hour")),
    "if": frozenset(("verify", "determine", "ascertain", "ask", "know", "see")),
}


def _clause_end(row: "Sequence[Word]", hits: "Sequence[Hit]", at: int, sense: str) -> int:
    """Return where a clause ends.

    One that opens a sentence, or stands between two commas before more than a list, ends
    at a comma behind which somebody is named and a duty follows; any other at the end of
    the sentence or at a semicolon.
    """
    hit = hits[at]
    if sense == "extent":
        return hit.hi
    end = next((place for place in range(hit.hi, len(row)) if row[place].form in {";", ":", "."}), len(row))
    commas = [place for place in range(hit.hi, end) if row[place].form == ","]
    duties = [it.lo for it in hits[at + 1 :] if it.says(Kind.DUTY) is not None and it.lo < end]
    behind = [comma for comma in commas if duties and comma < duties[-1]]
    leads = not any(it.says(Kind.DUTY) is not None for it in hits[:at])
    if leads and behind:
        return next((comma for comma in behind if row[comma + 1].form in _NAMES), behind[-1])
    outside = [comma for comma in behind if row[comma + 1].form != "or"]
    if outside:
        return outside[-1]
    between = hit.lo > 1 and row[hit.lo - 1].form == ","
    follows_duty = any(it.hi == hit.lo - 1 for it in hits[:at] if it.says(Kind.DUTY) is not None)
    is_put_in = between and (follows_duty or row[hit.lo - 2].form in {"and", "or"})
    return commas[0] if is_put_in and commas else end


# What opens the subject of the main sentence behind a clause.
_NAMES = frozenset(
    (
        "a",
        "an",
        "the",
        "no",
        "each",
        "every",
        "any",
        "all",
        "such",
        "it",
        "he",
        "she",
        "they",
        "that",
        "this",
        "neither",
    )
)
