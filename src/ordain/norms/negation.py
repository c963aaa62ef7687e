"""Read what a sentence denies, and whether its duty is a bar."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from ordain.model.duty import is_negative
from ordain.model.force import Aspect, Direction
from ordain.model.vocabulary import Kind
from ordain.norms.direction import by_sign
from ordain.norms.modals import NEGATIVE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ordain.norms.finding import Finding
    from ordain.norms.lexicon import Hit
    from ordain.norms.sentences import Sentence


def find(sentence: "Sentence") -> "Iterator[Finding]":
    """Yield each denial but for the bars, which are duties."""
    subjects = {modal.subject for modal in sentence.modals if is_negative(modal.duty)}
    for hit in sentence.hits:
        denies = hit.says(Kind.NEGATION) is not None or _holds_not(sentence, hit)
        is_subject = hit.lo in subjects and sentence.words[hit.lo].form in NEGATIVE
        if denies and not is_subject:
            found = sentence.finding(Aspect.NEGATION, "word", "not", hit.lo, hit.hi)
            yield replace(found, note=_note(sentence, hit))
    for hit in sentence.declared:
        if hit.says(Kind.DUTY) in _BARS:
            yield sentence.finding(Aspect.NEGATION, "word", "not", hit.lo, hit.hi)


# So many words behind a denial may stand what it denies.
_REACH = 4


def _note(sentence: "Sentence", hit: "Hit") -> str:
    """Return whether what is denied frees or burdens, if that is known."""
    if sentence.words[hit.lo].form == "without":
        return "without"
    leans = [it for it in sentence.hits if it.says(Kind.LEANS) is not None and hit.lo <= it.lo < hit.hi + _REACH]
    if not leans:
        return ""
    # "does not require or permit": what frees and what burdens is denied at once.
    is_joined = len(leans) > 1 and sentence.words[leans[0].hi].form in {"and", "or"}
    senses = {it.says(Kind.LEANS) for it in (leans[:2] if is_joined else leans[:1])}
    return (senses.pop() or "") if len(senses) == 1 else ""


def _holds_not(sentence: "Sentence", hit: "Hit") -> bool:
    """Whether a phrase of scope or exception is a denial too: `does not include`."""
    is_one = hit.says(Kind.EXTENT) == "excluding" or hit.says(Kind.EXCEPTION) == "except"
    return is_one and any(
        word.form in {"not", "nothing", "without"} or word.form.startswith("exempt")
        for word in sentence.words[hit.lo : hit.hi]
    )


_BARS = frozenset(("shall-not", "will-not"))


def weigh(old: "Finding | None", new: "Finding | None") -> tuple[str, Direction]:
    """Return the rule and the direction of a denial that came or went.

    To deny what frees (`is not transferable`) binds, to deny what burdens (`does not
    require`) frees; a power that is used `without` something is freer.
    """
    there = old or new
    assert there is not None
    binds = there.duty.binds if there.duty is not None else 0
    sign = {"frees": 1, "burdens": -1, "without": min(0, binds)}.get(there.note, 0)
    return "negation.word", by_sign(sign if old is None else -sign)


# What turns a word into its opposite: "lawful", "unlawful".
_PREFIXES = ("un", "non", "in", "im", "ir", "il", "dis", "mis")


def opposites(old: "Iterable[str]", new: "Iterable[str]") -> "tuple[str, str] | None":
    """Return a word of one side and its opposite on the other, by a prefix.

    >>> opposites({"lawful"}, {"unlawful"})
    ('lawful', 'unlawful')
    """
    news = set(new)
    for word in sorted(old):
        for other in sorted(news):
            if any(other == prefix + word or word == prefix + other for prefix in _PREFIXES):
                return word, other
    return None
