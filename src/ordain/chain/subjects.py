"""Who is bound: the subject of a sentence, which a draft may describe more closely, or replace."""

import re

from ordain.chain.holding import share
from ordain.model.force import Aspect, Direction, Signal

# The rules: "an employee who ...", and a duty that is somebody else's now.
NARROWED = "coverage.subject-narrowed"
REPLACED = "coverage.subject-replaced"


def narrowed(wanted: str, sentence: str) -> list[Signal]:
    """Return a signal where the draft describes a subject that the order leaves undescribed."""
    clause = _DESCRIBED.search(_subject(sentence))
    if clause is None or _DESCRIBED.search(_subject(wanted)):
        return []
    return [Signal(Aspect.ACTOR, NARROWED, Direction.LOOSER, None, clause[0], None, sentence.index(clause[0]))]


def replaced(wanted: str, sentence: str) -> list[Signal]:
    """Return a signal where the draft binds somebody whom the order does not name."""
    old, new = (_DESCRIBED.sub("", _subject(text)).strip() for text in (wanted, sentence))
    if not old or not new or share(old, new) or share(new, old):
        return []
    return [Signal(Aspect.ACTOR, REPLACED, Direction.DIFFERENT, old, new, wanted.index(old), sentence.index(new))]


_DUTY = re.compile(r"\s+(?:shall|may|must|should)\b")
_DESCRIBED = re.compile(r"\b(?:who|whose)\b.*", re.DOTALL)


def _subject(sentence: str) -> str:
    """Return what stands before the first duty; nothing where a clause opens the sentence or none binds."""
    match = _DUTY.search(sentence)
    subject = sentence[: match.start()] if match else ""
    return "" if _OPENS.match(subject) else subject


_OPENS = re.compile(r"(?:when|where|if|within|in|on|before|after|except|unless|upon|no later)\b", re.IGNORECASE)
