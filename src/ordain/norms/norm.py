"""A norm: who must do what, to whom, by when, of how much, unless what, as one sentence says it."""

from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.model.duty import Duty
from ordain.model.force import Aspect
from ordain.norms.lengths import Length

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ordain.norms.clauses import Clause
    from ordain.norms.finding import Finding
    from ordain.norms.modals import Modal
    from ordain.norms.sentences import Sentence


class Piece(Struct, frozen=True):
    """Words of a provision, and where they stand in its text."""

    text: str
    start: int
    end: int


class Norm(Struct, frozen=True, kw_only=True):
    """One duty, power, bar or definition.

    `actor` is who is addressed, without the negation of `no person`, which is in `duty`;
    None where the sentence names nobody.  `act` is what is to be done, without its times
    at the end and its clauses.  `times` run on to the event they count from.
    """

    duty: Duty
    modal: Piece
    actor: Piece | None
    act: Piece | None
    recipients: tuple[Piece, ...] = ()
    times: tuple[Piece, ...] = ()
    amounts: "tuple[Finding, ...]" = ()
    exceptions: "tuple[Finding, ...]" = ()
    penalties: "tuple[Finding, ...]" = ()


def norms(sentence: "Sentence", findings: "Sequence[Finding]") -> "Iterator[Norm]":
    """Yield the norms of a sentence; one whose subject is not said again has that of the one before."""
    actor: Piece | None = None
    for at, modal in enumerate(sentence.modals):
        lo = 0 if at == 0 else modal.subject
        hi = sentence.modals[at + 1].subject if at + 1 < len(sentence.modals) else len(sentence.words)
        norm = _norm(sentence, modal, (lo, hi), findings, actor)
        actor = norm.actor
        yield norm


def _norm(
    sentence: "Sentence", modal: "Modal", part: tuple[int, int], findings: "Sequence[Finding]", before: Piece | None
) -> Norm:
    lo, hi = part
    inside = [finding for finding in findings if sentence.words[lo].start <= finding.start < sentence.words[hi - 1].end]
    clauses = [clause for clause in sentence.clauses if lo <= clause.lo < hi]
    behind, act_lo = _behind(sentence, modal)
    # A clause with more of the act behind it stays in the act.
    last = [clause.lo for clause in clauses if clause.lo >= act_lo and clause.hi + 1 >= hi]
    act_hi = min(last or [hi])
    times = list(_times(sentence, inside, clauses, hi))
    act = _act(sentence, act_lo, act_hi, times)
    return Norm(
        duty=modal.duty,
        modal=_whole(sentence, modal.lo, modal.hi),
        actor=behind or _subject(sentence, modal) or before,
        act=act,
        recipients=tuple(_recipients(sentence, inside)),
        times=tuple(times),
        amounts=tuple(finding for finding in inside if finding.aspect is Aspect.AMOUNT),
        exceptions=_outer([finding for finding in inside if finding.aspect is Aspect.EXCEPTION]),
        penalties=tuple(finding for finding in inside if finding.aspect is Aspect.PENALTY),
    )


def _outer(findings: "Sequence[Finding]") -> "tuple[Finding, ...]":
    """Return the clauses that stand in no other."""
    return tuple(
        finding
        for finding in findings
        if not any(it is not finding and it.start <= finding.start and finding.end <= it.end for it in findings)
    )


_EDGES = frozenset((",", ";", ":", ".", "(", ")", "and", "or", "but", "that", "no", "neither", "of"))


def _piece(sentence: "Sentence", lo: int, hi: int) -> Piece | None:
    """Return words without the signs and conjunctions at their edges; None where nothing is left."""
    words = sentence.words
    while lo < hi and words[lo].form in _EDGES - {"("}:
        lo += 1
    while lo < hi and words[hi - 1].form in _EDGES - {")"}:
        hi -= 1
    return _whole(sentence, lo, hi) if lo < hi else None


def _whole(sentence: "Sentence", lo: int, hi: int) -> Piece:
    """Return words as they stand."""
    return Piece(sentence.said(lo, hi), sentence.words[lo].start, sentence.words[hi - 1].end)


def _subject(sentence: "Sentence", modal: "Modal") -> Piece | None:
    """Return who is addressed; of a definition, the term in quotes."""
    words = sentence.words
    quotes = [at for at in range(modal.subject, modal.lo) if words[at].form in _QUOTES]
    lo = quotes[0] if modal.duty is Duty.MEANS and quotes else modal.subject
    return _piece(sentence, lo, modal.lo)


_QUOTES = frozenset(('"', "\u201c"))


def _behind(sentence: "Sentence", modal: "Modal") -> tuple[Piece | None, int]:
    """Return who is named behind a modal, and where the act begins: `it is unlawful for any person to park`."""
    words = sentence.words
    if words[modal.hi - 1].form not in {"for", "of"}:
        return None, modal.hi
    found = [at for at in range(modal.hi, len(words)) if words[at].form == "to"]
    to = next((at for at in found if words[at - 1].form == ","), found[0] if found else None)
    return (None, modal.hi) if to is None else (_piece(sentence, modal.hi, to), to + 1)


def _times(
    sentence: "Sentence", findings: "Sequence[Finding]", clauses: "Sequence[Clause]", hi: int
) -> "Iterator[Piece]":
    """Yield the times, each with the event it counts from: `within 30 days after the end of the year`."""
    words = sentence.words
    place = {word.start: at for at, word in enumerate(words)}
    taken = 0
    for finding in sorted(findings, key=lambda it: it.start):
        lo = place.get(finding.start, 0)
        in_clause = any(clause.lo <= lo < clause.hi for clause in clauses)
        if finding.aspect is not Aspect.TIME or finding.family == "order" or lo < taken or in_clause:
            continue
        end = next(at for at in range(lo, len(words)) if words[at].end >= finding.end) + 1
        if end < hi and words[end].form in _COUNTED_FROM and isinstance(finding.value, Length):
            stops = [clause.lo for clause in clauses if clause.lo >= end]
            end = min([at for at in range(end, hi) if words[at].form in _STOPS] + stops + [hi])
        taken = end
        yield _whole(sentence, lo, end)


_COUNTED_FROM = frozenset(("after", "of", "before", "from", "following", "prior", "preceding"))
_STOPS = frozenset((",", ";", ":", ".", "and", "or"))


def _act(sentence: "Sentence", lo: int, hi: int, times: "Sequence[Piece]") -> Piece | None:
    """Return what is to be done: without the times that open or close it."""
    words = sentence.words
    for piece in times:
        first = _piece(sentence, lo, hi)
        if first is not None and piece.start == first.start:
            lo = next((at for at in range(lo, hi) if words[at].start >= piece.end), hi)
    for piece in reversed(times):
        last = _piece(sentence, lo, hi)
        if last is not None and piece.end == last.end:
            hi = next(at for at in range(lo, hi) if words[at].start >= piece.start)
    return _piece(sentence, lo, hi)


def _recipients(sentence: "Sentence", findings: "Sequence[Finding]") -> "Iterator[Piece]":
    """Yield those to whom something is due: who is named behind `to`."""
    words = sentence.words
    place = {word.start: at for at, word in enumerate(words)}
    for finding in findings:
        at = place[finding.start]
        before = at - 1
        while before >= 0 and words[before].form in {"the", "a", "an", "each", "any", "every", "its", "their"}:
            before -= 1
        if finding.aspect is Aspect.ACTOR and before >= 0 and words[before].form == "to":
            hi = next(it for it in range(at, len(words)) if words[it].end >= finding.end) + 1
            yield _whole(sentence, before + 1, hi)
