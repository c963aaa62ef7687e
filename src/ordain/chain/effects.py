"""Which signals tell what became of a provision of an order, and which only come with other words.

The order and the draft rarely have the same sentences.  What the order has is looked for in
all that the draft says; what the draft adds is told once for each new sentence, and by its
signals only inside the sentences that carry the order's own.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from msgspec.structs import replace

from ordain.chain.holding import share
from ordain.chain.subjects import narrowed, replaced
from ordain.compare.diff import word_changes
from ordain.model.force import Aspect, Direction, Signal
from ordain.text.segments import Mark
from ordain.text.tokens import is_word, tokenize

# What a change of words does to the force of a provision: old text, new text.
Force: TypeAlias = Callable[[str, str], Sequence[Signal]]

# The rule of a signal that stands for a whole sentence which the draft adds.
ADDED_SENTENCE = "coverage.sentence-added"
# The rules of those that make a duty wait until somebody asks, and an act punishable only with an intent.
ON_REQUEST = "coverage.on-request"
INTENT = "coverage.intent"


def effects(wanted: str, text: str, around: str, force: Force) -> tuple[Signal, ...]:
    """Return the signals of the change from what an order says to what a draft says.

    `around` is the text with what it brings in: what still stands there is not gone.
    """
    wanted, text = plainly(wanted), plainly(text)
    parts = sentences(text)
    pairs = list(_carried(sentences(wanted), parts))
    carriers = [part for part in parts if part in {carrier for _, carrier in pairs}]
    main = " ".join(carriers)
    found = [it for it in force(wanted, main) if it.new is not None or it.aspect in _BINDS]
    found += [it for it in force(wanted, text) if it.new is None and it.aspect not in _BINDS]
    found = [it for it in found if not _is_aside(it, main) and not _stands(it, wanted, main, around)]
    found += [it for part, carrier in pairs for it in _on_subject(part, carrier, main.index(carrier))]
    found += _conditions(wanted, main, text)
    found = [_by_reference(it, text) for it in _outermost(found)]
    found = [it for it in found if _tells(it, wanted, text)]
    found += [_as_one(part, main, force) for part in parts if part not in carriers and share(part, wanted) < _AKIN]
    return tuple(dict.fromkeys(found))


def plainly(text: str) -> str:
    """Return a text without what opens a policy, and without what a sentence says of itself."""
    return _ITSELF.sub("", _POLICY.sub(lambda match: match[1].upper(), text))


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; a list with its lead is one.

    >>> sentences("A clerk shall report. The report is public.")
    ['A clerk shall report.', 'The report is public.']
    """
    return [part for part in _END.split(text) if part]


_END = re.compile(r"(?<=[.;])\s+(?=[A-Z\"\u201c])")
# A sentence with so many of its words from the order's is a part of what the order says.
_AKIN = 0.5
_POLICY = re.compile(r"\bit is the policy of [^,.:;]*? that:?\s+(\w)", re.IGNORECASE)
_ITSELF = re.compile(r"\s+under this (?:section|subsection|article|chapter|ordinance)\b")


def _carried(wanted: Sequence[str], parts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each sentence of the order with the sentence of the draft that carries most of it."""
    for part in wanted if parts else ():
        yield part, max(parts, key=lambda other: share(part, other))


def _on_subject(wanted: str, carrier: str, start: int) -> Iterator[Signal]:
    """Yield what became of the subject of a sentence that starts at a position of the draft's text."""
    for signal in (*narrowed(wanted, carrier), *replaced(wanted, carrier)):
        yield replace(signal, new_at=start + (signal.new_at or 0))


# A duty of one sentence is not that of another; all else may stand in any.
_BINDS = (Aspect.DUTY, Aspect.NEGATION)
# What is told by its words alone; a duty, a negation or a time is more than its words.
_BY_WORDS = (Aspect.SCOPE, Aspect.ACTOR, Aspect.EXCEPTION)
# Where fewer words of a sentence are the order's, others came in the place of one that went.
_OWN = 0.85


def _stands(signal: Signal, wanted: str, main: str, around: str) -> bool:
    """Whether what a signal says is gone stands in the draft all the same, or gave way to other words."""
    if signal.old is None or signal.new is not None:
        return False
    if signal.aspect in _BY_WORDS:
        return share(signal.old, around) >= _AKIN or (signal.aspect is Aspect.SCOPE and share(main, wanted) < _OWN)
    return signal.aspect is Aspect.DUTY and _times(signal.old, main) >= _times(signal.old, wanted)


def _times(words: str, text: str) -> int:
    return len(re.findall(rf"\b{re.escape(words)}\b", text, re.IGNORECASE))


def _is_aside(signal: Signal, text: str) -> bool:
    """Whether a word stands in a clause that describes another, or in an exception, which is told as a whole."""
    if signal.old is not None or signal.aspect not in (Aspect.ACTOR, Aspect.SCOPE) or signal.new_at is None:
        return False
    before = text[: signal.new_at]
    described = signal.aspect is Aspect.ACTOR and _DESCRIBING.search(before) is not None
    return described or _EXCEPTING.search(before) is not None


# "an employee who ...", "the property that the liaison's department uses".
_DESCRIBING = re.compile(r"\b(?:who|whom|whose|that|which|where)\b[^.;,]*$", re.IGNORECASE)
_EXCEPTING = re.compile(r"\b(?:except|unless)\b[^.;]*$", re.IGNORECASE)


def _outermost(found: Sequence[Signal]) -> list[Signal]:
    """Return the signals whose words do not stand inside those of another one."""
    spans = [_span(signal) for signal in found]
    return [
        signal
        for signal, (lo, hi) in zip(found, spans, strict=True)
        if not any(left <= lo and hi <= right and right - left > hi - lo for left, right in spans)
    ]


def _span(signal: Signal) -> tuple[int, int]:
    """Return where the words of a signal stand in the draft, or nowhere."""
    if signal.new is None or signal.new_at is None:
        return -1, -1
    return signal.new_at, signal.new_at + len(signal.new)


def _by_reference(signal: Signal, text: str) -> Signal:
    """Return a signal without its direction where its word says no more than the provision that it cites."""
    if signal.aspect is not Aspect.SCOPE or signal.new is None:
        return signal
    cites = re.search(rf"\b{re.escape(signal.new)}\s+{_CITING}", text, re.IGNORECASE)
    return signal if cites is None else replace(signal, direction=Direction.UNKNOWN)


# "the property identified under Section 3".
_CITING = r"(?:identified|described|named|listed|mentioned)\s+(?:under|in|by)\s+(?:sub)?section\b"


def _tells(signal: Signal, wanted: str, text: str) -> bool:
    """Whether a signal tells something.

    An office that is merely named binds nobody, and words that came in the place of others
    make nothing wider or narrower.
    """
    if signal.direction is not Direction.UNKNOWN:
        is_addition = signal.aspect is Aspect.SCOPE and signal.old is None and signal.rule != INTENT
        return not (is_addition and _took_its_place("", signal.new or "", wanted, text))
    if signal.old is None or signal.new is None:
        return False
    return signal.aspect not in _BY_WORDS or _took_its_place(signal.old, signal.new, wanted, text)


def _took_its_place(old: str, new: str, wanted: str, text: str) -> bool:
    """Whether one phrase stands where the other stood, or, of any words, where there were some."""
    parts = word_changes(tokenize(wanted), tokenize(text))
    return any(
        one.mark is Mark.STRUCK and other.mark is Mark.ADDED and old in one.text and new in other.text
        for one, other in pairwise(parts)
        if any(map(is_word, one.tokens))
    )


def _conditions(wanted: str, main: str, text: str) -> Iterator[Signal]:
    """Yield a signal for each condition that the order does not know."""
    for rule, aspect, pattern in _CONDITIONS:
        found = pattern.search(main) or pattern.search(text)
        if found is not None and pattern.search(wanted) is None:
            yield Signal(aspect, rule, Direction.LOOSER, None, found[0], None, found.start())


_UP_TO_A_SIGN = r"\s+[^,.;]*?(?=[,.;]|\s+shall\b|$)"
_CONDITIONS = (
    (
        ON_REQUEST,
        Aspect.EXCEPTION,
        re.compile(
            rf"\b(?:(?:up)?on (?:the )?request of|who receives (?:the|a) request of){_UP_TO_A_SIGN}", re.IGNORECASE
        ),
    ),
    (INTENT, Aspect.SCOPE, re.compile(rf"\bwith (?:the )?intent{_UP_TO_A_SIGN}", re.IGNORECASE)),
)


def _as_one(sentence: str, main: str, force: Force) -> Signal:
    """Return a sentence that the draft adds as one signal; its direction is that of the duty or exception in it."""
    told = [it for it in force(main, f"{main} {sentence}") if it.old is None]
    found = [it for aspect in _WEIGHTY for it in told if it.aspect is aspect]
    if not any(it.aspect is Aspect.DUTY for it in found) and _EXEMPTS.search(sentence):
        return Signal(Aspect.EXCEPTION, ADDED_SENTENCE, Direction.LOOSER, None, sentence)
    direction = found[0].direction if found else Direction.UNKNOWN
    return Signal(found[0].aspect if found else Aspect.SCOPE, ADDED_SENTENCE, direction, None, sentence)


_WEIGHTY = (Aspect.DUTY, Aspect.NEGATION, Aspect.PENALTY, Aspect.EXCEPTION)
# "This section does not restrict ...", "Nothing in this section limits ...".
_EXEMPTS = re.compile(
    r"\b(?:does not|do not|nothing in this \w+)\s+(?:restrict|limit|prohibit|require|apply|prevent|bar)",
    re.IGNORECASE,
)
