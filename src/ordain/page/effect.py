"""What a signal of force is called, in the plain words of the page."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from ordain.model.force import Aspect, Direction, Signal
from ordain.norms.reading import read
from ordain.page.saying import Saying, counted, say
from ordain.page.words import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ordain.model.vocabulary import Vocabulary
    from ordain.norms.norm import Norm
    from ordain.norms.reading import Read


def worth_saying(signals: "Iterable[Signal]") -> tuple[Signal, ...]:
    """Return the signals that tell something, what matters most first: a direction, or one word in place of another.

    Who is named is not told where a duty of theirs that came or went is.
    """
    held = [
        it for it in signals if it.direction is not Direction.UNKNOWN or (it.old is not None and it.new is not None)
    ]
    whole = {(it.old is None, it.new is None) for it in held if it.aspect is Aspect.DUTY}
    told = [
        it for it in held if it.aspect is not Aspect.ACTOR or (it.old is None, it.new is None) not in whole - {_BOTH}
    ]
    return tuple(sorted(told, key=lambda it: _ASPECTS.index(it.aspect)))


# Both sides have words.
_BOTH = (False, False)
_ASPECTS = (
    Aspect.DUTY, Aspect.NEGATION, Aspect.PENALTY, Aspect.TIME, Aspect.AMOUNT,
    Aspect.EXCEPTION, Aspect.SCOPE, Aspect.ACTOR, Aspect.CONJUNCTION,
)  # fmt: skip


def effects_of(signals: "Iterable[Signal]", sides: tuple[str, str], vocabulary: "Vocabulary") -> tuple[Saying, ...]:
    """Return what signals did, a line for each who is addressed: what about, from which words to which.

    `sides` are the old and the new text of the provision.
    """
    lines: dict[str, dict[Saying, None]] = {}
    for signal in signals:
        lines.setdefault(_who(signal, sides, vocabulary), {})[_effect(_with_act(signal, sides, vocabulary))] = None
    return tuple(
        say("effect.who", who=who, what=tuple(its)) if who else say("effect", what=tuple(its))
        for who, its in lines.items()
    )


def _with_act(signal: Signal, sides: tuple[str, str], vocabulary: "Vocabulary") -> Signal:
    """Return a duty that came or went with what is to be done: "shall" alone says too little."""
    if signal.aspect is not Aspect.DUTY or (signal.old and signal.new):
        return signal
    text, at = (sides[1], signal.new_at) if signal.new else (sides[0], signal.old_at)
    norm = None if at is None else _norm_at(read(text, vocabulary).sentences, at)
    if norm is None or norm.act is None or norm.modal.start != at:
        return signal
    words = text[at : norm.act.end]
    return replace(signal, new=words) if signal.new else replace(signal, old=words)


def _effect(signal: Signal) -> Saying:
    shape = "became" if signal.old and signal.new else "added" if signal.new else "gone"
    way = f"{_about(signal)}.{_way(signal)}"
    told = f"{way}.{shape}" in table("en")
    lead = say(f"{way}.{shape}" if told else way)
    old, new = _cut(signal.old or ""), _cut(signal.new or "")
    if told:
        return say("told.said", lead=lead, words=new or old)
    return say(f"told.{shape}", lead=lead, old=old, new=new)


def adds(signals: "Iterable[Signal]", *, gone: bool) -> tuple[Saying, ...]:
    """Return how many duties, bars and permissions a provision holds that came, or went."""
    rules = [signal.rule for signal in signals if signal.aspect is Aspect.DUTY]
    counts = {name: sum(its == f"duty.{rule}" for its in rules) for rule, name in _NORMS.items()}
    verb = "takes" if gone else "adds"
    return tuple(counted(f"{verb}.{name}", count) for name, count in counts.items() if count)


_NORMS = {"shall": "duty", "shall-not": "bar", "may": "permission", "should": "policy"}


# These rules tell more than what a signal is about.
_TOLD = {"time.deadline": "deadline", "time.frequency": "frequency", "exception.condition": "condition"}


def _about(signal: Signal) -> str:
    return _TOLD.get(signal.rule, signal.aspect.value)


def _way(signal: Signal) -> str:
    return {Direction.STRICTER: "stricter", Direction.LOOSER: "looser"}.get(signal.direction, "other")


def _who(signal: Signal, sides: tuple[str, str], vocabulary: "Vocabulary") -> str:
    """Return who is addressed where a signal stands, or nothing."""
    if signal.aspect is Aspect.ACTOR:
        return ""
    for text, at in ((sides[1], signal.new_at), (sides[0], signal.old_at)):
        if at is None:
            continue
        norm = _norm_at(read(text, vocabulary).sentences, at)
        if norm is not None and norm.actor is not None:
            return _short(norm.actor.text)
    return ""


def _norm_at(sentences: "Sequence[Read]", at: int) -> "Norm | None":
    """Return the norm that governs a place: the last that begins before it, in the sentence where it is."""
    held = [its.norms for its in sentences if its.sentence.start <= at < its.sentence.end]
    norms = held[0] if held else ()
    before = [norm for norm in norms if norm.actor and norm.actor.start <= at]
    return before[-1] if before else next(iter(norms), None)


def _short(who: str) -> str:
    """Return an actor without the clause that describes it, and without its article."""
    for stop in (" who ", " that ", " which ", ", "):
        who = who.partition(stop)[0]
    first, _, rest = who.partition(" ")
    return rest if first.casefold() in _ARTICLES and rest else who


_ARTICLES = ("a", "an", "the", "any", "each", "every", "no")


# So much of a phrase is quoted.
_LONGEST = 90


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"
