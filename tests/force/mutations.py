"""Edits of the real provisions of our drafts, each with the signal it must raise, or with none.

The generator is deterministic: it takes the provisions in their order and each rule in turn.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import TypeVar

from ordain.model.force import Aspect, Direction

DRAFTS = Path(__file__).parent.parent.parent / "drafts"

S, L, D, U = Direction.STRICTER, Direction.LOOSER, Direction.DIFFERENT, Direction.UNKNOWN

# So many of each aspect, and so many that say the same.
EACH = 18
PARAPHRASES = 162


@dataclass(frozen=True)
class Mutation:
    """A provision, what was made of it, and what that is."""

    law: str
    old: str
    new: str
    aspect: Aspect
    direction: Direction


@dataclass(frozen=True)
class Paraphrase:
    """A provision and the same in other words or signs."""

    law: str
    old: str
    new: str
    edit: str


_T = TypeVar("_T")
Edit = tuple[str, str, Direction]

# A sentence that a provision is given first where the drafts have too few of its sort.
_PENALTY = " A person who violates this section is guilty of a misdemeanor and shall be fined not more than $500."
_CLASS = " A violation of this section is a Class B misdemeanor punishable by imprisonment for not more than 90 days."
_COST = " The cost of doing so shall not exceed $50,000, and at least 10 percent of it shall be paid by the department."
_DISTANCE = (
    " A sign under this section shall be placed within 20 feet of each entrance and hold at least two languages."
)
_RETAIN = " The City Clerk shall keep a copy of each report for at least three years."
_ALL = " A department shall do so in all of its offices and for every contract."
_BOTH = " The head of the department shall sign and date the report."

_EDITS: dict[Aspect, list[Edit]] = {
    Aspect.DUTY: [
        (r"\bshall(?= [a-z]+ )(?! not| take| include)", "may", L),
        (r"\bshall not\b(?! affect)", "should not", L),
        (r"\bshall(?! not| take| include)\b", "should", L),
        (r"\bmay(?! not)\b(?= file| decline| withdraw)", "shall", S),
        (r"\bshall(?! not| take| include)\b", "is encouraged to", L),
        (r"\bshall not\b(?! affect)", "may", L),
    ],
    Aspect.NEGATION: [
        (r"\bshall not\b(?! affect)", "shall", D),
        (r"\bshall(?! not| take| include)\b", "shall not", D),
        (r"\bmay(?! not)\b(?= file| decline| withdraw)", "may not", S),
        (r"\bdoes not (restrict|limit|require|include)", r"does \1", U),
        (r"\bIt is unlawful\b", "It is lawful", L),
        (r"\bis not a use\b", "is a use", U),
        (r"\bnonpublic\b", "public", U),
    ],
    Aspect.AMOUNT: [
        (r"not exceed \$50,000", "not exceed $75,000", L),
        (r"not exceed \$50,000", "not exceed $5,000", S),
        (r"at least 10 percent", "at least 25 percent", S),
        (r"at least two languages", "at least four languages", S),
        (r"at least two languages", "at least one language", L),
        (r"within 20 feet", "within 200 feet", L),
    ],
    Aspect.TIME: [
        (r"within one business day", "within three business days", L),
        (r"within two business days", "within 24 hours", S),
        (r"\bimmediately\b", "promptly", L),
        (r"\bat once\b", "within a reasonable time", L),
        (r"within (30|60) calendar days", "within 10 business days", S),
        (r"within 14 calendar days", "within 10 business days", U),
        (r"at least (once each calendar quarter|twice each calendar year)", "at least once each calendar year", L),
        (r"for at least three years", "for at least one year", L),
        (r"for at least three years", "for at least five years", S),
        (r" within (one business day|14 calendar days) after [^.]*", "", L),
    ],
    Aspect.ACTOR: [
        (r"\bA City employee\b", "A City contractor", D),
        (r"\bA City department\b", "The Mayor", D),
        (r"\bto the Office of the Mayor\b", "to the City Council", D),
        (r"\bThe Office of Equity and Inclusion\b", "The City Attorney", D),
        (r"\bdepartment, agency or employee\b", "department or agency", L),
        (r"\bThe designated person\b", "The head of the department", D),
        (r"\bA police officer\b", "The Chief of Police", D),
    ],
    Aspect.SCOPE: [
        (r"\ball of its offices\b", "some of its offices", L),
        (r"\bevery contract\b", "any contract", U),
        (r"\bany civil immigration enforcement\b", "certain civil immigration enforcement", L),
        (r"\bCity property\b", "City buildings", L),
        (r"\ba nonpublic area\b", "a City facility", S),
        (r"\bin a public area\b", "in a park", L),
        (r"\bincluding\b", "excluding", L),
        (r"\bimmigration officer\b", "uniformed immigration officer", L),
    ],
    Aspect.EXCEPTION: [
        (r", except as [^.]*requires\b", "", S),
        (r" unless [^.]*(?=\.)", "", S),
        (r"(\bshall not (?!affect)[^.,]*)(?=\.)", r"\1, except in an emergency", L),
        (r"(\bshall (?!not affect|take)[^.,]*)(?=\.)", r"\1, to the extent practicable", L),
        (r"(\bshall (?!not affect|take)[^.,]*)(?=\.)", r"\1 if funds are available", L),
        (r"(?<!residents )(\bmay (?!not)[^.,]*)(?=\.)", r"\1, subject to the approval of the Council", S),
    ],
    Aspect.CONJUNCTION: [
        (r"\bsign and date\b", "sign or date", L),
        (r"\bprotocols and provide\b", "protocols or provide", L),
        (r"\b(identify) and (expand)\b", r"\1 or \2", L),
        (r"\bdevelop and deliver\b", "develop or deliver", L),
        (r"\bthe time and the place\b", "the time or the place", L),
        (r"\bset up or hold\b", "set up and hold", L),
    ],
    Aspect.PENALTY: [
        (r"\$500\b", "$1,000", S),
        (r"\ba misdemeanor\b", "a civil infraction", L),
        (r"90 days", "30 days", L),
        (r"Class B misdemeanor", "Class A misdemeanor", S),
        (r" and shall be fined not more than \$500", "", L),
        (r"punishable by imprisonment for not more than 90 days", "punishable by a fine", L),
    ],
}

_CARRIED = {
    Aspect.AMOUNT: (_COST, _DISTANCE),
    Aspect.TIME: ("", _RETAIN),
    Aspect.SCOPE: ("", _ALL),
    Aspect.CONJUNCTION: ("", _BOTH),
    Aspect.PENALTY: (_PENALTY, _CLASS),
}

# Each says the same in other words or signs.
_SAME: dict[str, tuple[str, str | Callable[[re.Match[str]], str]]] = {
    "must for shall": (r"\bshall(?! take| not be)\b", "must"),
    "curly quotes": (r"'", "\u2019"),
    "double spaces": (r"\. (?=[A-Z])", ".  "),
    "nonbreaking spaces": (r" (?=\d|of )", "\u00a0"),
    "each as every": (r"\beach calendar", "every calendar"),
    "figures and words": (r"\bwithin two business days\b", "within two (2) business days"),
    "one as figure": (r"\bone business day\b", "1 business day"),
    "working days": (r"\bbusiness day", "working day"),
    "not later than": (r"\bwithin (?=one|two|three|14|30|60)", "not later than "),
    "prior to": (r"\bbefore\b", "prior to"),
    "in order to": (r"(?<=[a-z]) to (?=assist|make|verify|gather)", " in order to "),
    "concerning": (r"\babout\b", "concerning"),
    "furnish": (r"\bgive(s?)\b", r"furnish\1"),
    "utilize": (r"\bshall not use\b", "shall not utilize"),
    "pursuant to": (r"\bunder this (section|subsection)\b", r"pursuant to this \1"),
    "may not": (r"\bshall not\b(?! affect)", "may not"),
    "Any for A": (r"(?:^|(?<=\. ))A (?=City|police|covered|report)", "Any "),
    "such": (r"\bthe (?=communication|enforcement|intervention)", "such "),
    "hereby": (r"\bThe Council (?=finds)", "The Council hereby "),
    "in accordance with": (r"\bas described in\b", "in accordance with"),
    "dash for hyphen": (r"(?<=[a-z])-(?=[a-z])", "\u2011"),
    "serial comma": (r"(?<=[a-z]), ([a-z]+) (or|and) (?=[a-z]+[.,])", r", \1, \2 "),
    "no serial comma": (r", (or|and) (?=[a-z]+\.)", r" \1 "),
    "lower case label": (r"^([A-Z ]+)\. (?=[A-Z])", lambda match: f"{match[1].capitalize()}. "),
    "immediately": (r"\bat once\b", "immediately"),
    "notify": (r"\btell the head\b", "inform the head"),
    "assistance": (r"\bto assist\b", "to help"),
    "commence": (r"\btakes effect\b", "shall take effect"),
    "is forbidden": (r"\bIt is unlawful for any person\b", "It shall be unlawful for any person"),
    "paragraph sign": (r"\bSection (?=\d)", "section "),
    "that which": (r"\bthat (?=is|are|has|took)", "which "),
    "sixty": (r"\b60 calendar days\b", "sixty (60) calendar days"),
    "fourteen": (r"\b14 calendar days\b", "two weeks"),
}


def mutations() -> tuple[Mutation, ...]:
    """Return the edits that change the force, so many of each aspect."""
    return tuple(it for aspect in Aspect for it in _of(aspect))


def paraphrases() -> tuple[Paraphrase, ...]:
    """Return the edits that change nothing, spread over their sorts."""
    by_sort = [list(_paraphrased(name, pattern, instead)) for name, (pattern, instead) in _SAME.items()]
    return tuple(_spread(by_sort)[:PARAPHRASES])


def provisions() -> tuple[tuple[str, str], ...]:
    """Return the distinct provisions of all drafts, each with the name of its matter."""
    found: dict[str, str] = {}
    for path in sorted(DRAFTS.glob("*/*.txt")):
        body = path.read_text(encoding="utf-8").split("---\n", 2)[2]
        for line in body.splitlines():
            text = re.sub(r"\s*\{#[^}]*\}$|^\s*(?:\w+\.|\(\w+\)|SECTION \d+\.|Sec(?:tion|\.) \d+\.)\s+", "", line)
            text = re.sub(r"\s*\{[^}]*\}$", "", text).strip()
            if re.search(r"\b(?:shall|may|means|should|is|does)\b", text):
                found.setdefault(text, path.parent.name)
    return tuple((law, text) for text, law in found.items())


def _of(aspect: Aspect) -> list[Mutation]:
    by_rule = [list(_mutated(aspect, edit)) for edit in _EDITS[aspect]]
    return _spread(by_rule)[:EACH]


def _mutated(aspect: Aspect, edit: Edit) -> Iterator[Mutation]:
    pattern, instead, direction = edit
    for law, text in provisions():
        for carried in _CARRIED.get(aspect, ("",)):
            old = text + carried if not carried or text.endswith(".") else ""
            new = re.sub(pattern, instead, old, count=1)
            if new != old:
                yield Mutation(law, old, new, aspect, direction)


def _paraphrased(name: str, pattern: str, instead: "str | Callable[[re.Match[str]], str]") -> Iterator[Paraphrase]:
    for law, text in provisions():
        new = re.sub(pattern, instead, text)
        if new != text:
            yield Paraphrase(law, text, new, name)


def _spread(lists: list[list[_T]]) -> list[_T]:
    return [item for row in zip_longest(*lists) for item in row if item is not None]
