"""Find the duties of a sentence: the words that say them, and where the one addressed is named."""

from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.model.duty import Duty, negated
from ordain.model.vocabulary import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordain.norms.clauses import Clause
    from ordain.norms.lexicon import Hit
    from ordain.norms.words import Word


class Modal(Struct, frozen=True):
    """A duty in a sentence: what it says, and which words say it, the negative subject included."""

    duty: Duty
    lo: int
    hi: int
    subject: int


def modals(
    row: "Sequence[Word]", hits: "Sequence[Hit]", clauses: "Sequence[Clause]"
) -> "tuple[tuple[Modal, ...], tuple[Hit, ...]]":
    """Return the duties of a sentence outside its clauses, and the phrases that only declare."""
    found: list[Modal] = []
    declared = []
    since = 0
    for at, hit in enumerate(hits):
        sense = hit.says(Kind.DUTY) or _of_bound(row, hit)
        if sense is None or is_may(row, hit):
            continue
        duty = Duty(sense)
        if _declares(hits, at, duty):
            declared.append(hit)
            continue
        if any(clause.lo <= hit.lo < clause.hi for clause in clauses) or _is_relative(row, hit, duty, since):
            continue
        if row[hit.lo].form == "it" and any(it.says(Kind.DUTY) == "should" for it in hits[at + 1 :]):
            since = next((place + 1 for place in range(hit.hi, len(row)) if row[place].form == "that"), hit.hi)
            continue
        subject = _subject(row, since, hit.lo, clauses)
        if subject < hit.lo and row[subject].form in NEGATIVE:
            duty = negated(duty)
        found.append(Modal(duty, hit.lo, hit.hi, subject))
        since = hit.hi
    return tuple(found), tuple(declared)


def _of_bound(row: "Sequence[Word]", hit: "Hit") -> str | None:
    """Return the duty of a limit that is one: `shall not exceed`."""
    return "shall" if hit.says(Kind.BOUND) is not None and row[hit.lo].form in _LIMITS else None


_LIMITS = frozenset(("shall", "may", "must", "cannot"))


def _is_relative(row: "Sequence[Word]", hit: "Hit", duty: Duty, since: int) -> bool:
    """Whether a duty only tells which one is meant, or what for: `who may vote`, `so that all may enter`."""
    before = row[hit.lo - 1].form if hit.lo else ""
    if before in _RELATIVE:
        return duty is Duty.MAY or row[hit.lo].form in _FULL_VERBS
    return any(row[at].form == "that" and row[at - 1].form in {"so", "order"} for at in range(since + 1, hit.lo))


_RELATIVE = frozenset(("who", "which", "that", "as", "whom"))
_FULL_VERBS = frozenset(("is", "are", "has", "have", "be"))

NEGATIVE = frozenset(("no", "nobody", "none", "neither", "nothing"))
_BY_LETTER = frozenset((Duty.SHALL, Duty.SHALL_NOT, Duty.WILL, Duty.WILL_NOT))


def is_may(row: "Sequence[Word]", hit: "Hit") -> bool:
    """Whether a word is the month of May."""
    if row[hit.lo].text != "May":
        return False
    dated = hit.hi < len(row) and row[hit.hi].form[0].isdigit()
    return dated or (hit.lo > 0 and row[hit.lo - 1].form in {"of", "in", "by", "until", "through"})


def _declares(hits: "Sequence[Hit]", at: int, duty: Duty) -> bool:
    """Whether `shall` stands before a word such as `take effect`, which it only declares."""
    following = hits[at + 1] if at + 1 < len(hits) else None
    if following is None or following.lo > hits[at].hi + 1:
        return False
    sense = following.says(Kind.DECLARES)
    if duty not in _BY_LETTER:
        return duty is Duty.MAY and sense == "of-names"
    named = at > 0 and hits[at - 1].hi == hits[at].lo and hits[at - 1].says(Kind.ACTOR) is not None
    return sense is not None and not (sense == "of-things" and named)


def _subject(row: "Sequence[Word]", since: int, modal: int, clauses: "Sequence[Clause]") -> int:
    """Return where the subject of a duty begins: behind a leading clause, a semicolon, and what another duty asks."""
    lo = since
    for at in range(lo, modal):
        if row[at].form in {";", ":"} or (since and row[at].form in {"and", "but"}):
            lo = at + 1
    ends = {clause.lo: clause.hi for clause in reversed(clauses) if clause.hi <= modal}
    while lo < modal:
        if lo in ends:
            lo = ends[lo]
        elif row[lo].form == "(" and lo + 2 < modal and row[lo + 2].form == ")":
            lo += 3
        elif row[lo].form in _BEFORE_SUBJECT:
            lo += 1
        else:
            break
    return lo


_BEFORE_SUBJECT = frozenset((",", ";", ":", "and", "or", "but", "that", "(", ")", "whereas"))
