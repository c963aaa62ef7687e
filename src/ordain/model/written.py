"""Numbers as a reference writes them: which stand behind its word, and how they go on.

"Sections 3, 4 and 6(A)", "paragraphs (1) through (3)", "subsection C".  What they cite is
not told here.
"""

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Iterable

# How many steps lead from a section to what each word names.
DEPTH = {
    "section": 0, "sec": 0, "§": 0, "subsection": 1, "subdivision": 1, "paragraph": 2, "subparagraph": 3,
    "item": 4, "clause": 4, "subsubparagraph": 4, "subitem": 5, "subclause": 5,
}  # fmt: skip

NAMES = r"(?:section|subsection|subdivision|paragraph|subparagraph|sub-subparagraph|item|clause|subitem|subclause)"

_STEP = r"\([0-9A-Za-z]{1,6}(?:-[0-9]+)?\)"
_STEPS = re.compile(f"(?:{_STEP})+")
_SECTION = re.compile(
    rf"(?P<root>[0-9]+[A-Za-z]?(?:[.:\u2011-][0-9]+[A-Za-z]?)*(?![A-Za-z0-9])|[IVXLC]+(?![A-Za-z0-9])|_{{4,}})"
    rf"(?P<path>(?:{_STEP})*)"
)
# "(B)(2)", or as a house without parentheses writes it: "C", "C.1.a".
_PATH = re.compile(
    rf"(?P<path>(?:{_STEP})+|(?:[0-9]+[A-Z]?|[A-Z]{{1,2}}|[a-z])(?![A-Za-z0-9'\u2019])"
    rf"(?:\.(?:[0-9]{{1,2}}|[a-z])(?![A-Za-z0-9]))*(?:{_STEP})*)"
)
# A small letter by itself counts behind these alone; "a" is an article there, too, where a word follows.
_BY_SMALL_LETTERS = ("subparagraph", "item", "subitem", "clause", "subclause")
_ARTICLE = re.compile(r"a\s+(?!(?:of|and|or|through|to|is|shall|does|applies)\b)[a-z]")
# "Agenda item 4" cites nothing: behind these only what stands in parentheses or is a small letter counts.
_EVERYDAY = ("item", "clause")
_COUNTER = re.compile(r"[0-9A-Za-z]+(?:-[0-9]+)?")

_AND = re.compile(r",?\s*(?:(?<=\s)(?:and/or|and|or)\s+)?(?=\S)", re.IGNORECASE)
_THROUGH = re.compile(r"\s+(?:through|thru|to)\s+(?:and\s+including\s+)?|\s*[\u2013\u2014]\s*|\s+-\s+", re.IGNORECASE)
# "Sections 3 and 5, 30 days after" cites no Section 30.
_AMOUNT = re.compile(r"\s*%|\s+(?:calendar|business|working|consecutive|days?|hours?|months?|years?|percent)\b")
_HYPHENED = re.compile(r"([0-9]+)-([0-9]+)")


class Word(Struct, frozen=True):
    """The word that opens a reference, in the singular, whether it stands for several, and where it stands."""

    name: str
    many: bool
    start: int
    end: int


class Written(Struct, frozen=True):
    """A number as written: the root of a section, and its steps; `above` are steps that are understood.

    "(2)" in "Section 4(A)(1) and (2)" has the root and the steps above of what it follows.
    `through` says that it ends the range that the number before it begins.
    """

    start: int
    end: int
    root: str | None
    steps: tuple[str, ...]
    above: tuple[str, ...] = ()
    through: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether it is a blank to be filled."""
        return self.root is not None and self.root.startswith("_")


def numbers_behind(text: str, word: Word) -> tuple[Written, ...]:
    """Return the numbers that stand behind a word, or none.

    >>> [it.steps for it in numbers_behind("paragraphs (1) and (3)", Word("paragraph", True, 0, 11))]
    [('(1)',), ('(3)',)]
    """
    first = number_at(text, word, word.end)
    found = [] if first is None else [first]
    while found and (following := _following(text, word, found[-1])) is not None:
        found.append(following)
    return _as_range(found[0]) if word.many and len(found) == 1 else tuple(found)


def number_at(text: str, word: Word, at: int) -> Written | None:
    """Return the one number that stands at a place, of the kind that the word asks for."""
    match = (_PATH if DEPTH[word.name] else _SECTION).match(text, at)
    if match is None:
        return None
    path = match["path"]
    if DEPTH[word.name] and not _counts(text, at, word):
        return None
    root = None if DEPTH[word.name] else match["root"]
    return Written(match.start(), match.end(), root, tuple(f"({counter})" for counter in _COUNTER.findall(path)))


def _counts(text: str, at: int, word: Word) -> bool:
    """Whether what stands at a place is a number of a provision, and no word or amount."""
    if text[at] == "(":
        return True
    if text[at].islower():
        return word.name in _BY_SMALL_LETTERS and _ARTICLE.match(text, at) is None
    return word.name not in _EVERYDAY


def rewritten(written: str, steps: int, root: str, path: tuple[str, ...]) -> str:
    """Return a number in the form in which it was written, of which so many steps are written, with another address.

    >>> rewritten("4(B)(2)", 2, "5", ("(C)", "(2)")), rewritten("C.1", 2, "5", ("(D)", "(1)"))
    ('5(C)(2)', 'D.1')
    """
    counters = [step.strip("()") for step in path[len(path) - steps :]]
    if len(_COUNTER.findall(written)) > steps:
        _, bracket, behind = written.partition("(")
        return root + _with(bracket + behind, counters)
    return _with(written, counters)


def _with(written: str, counters: "Iterable[str]") -> str:
    following = iter(counters)
    return _COUNTER.sub(lambda _: next(following), written)


def are_alike(one: str, other: str) -> bool:
    """Whether two steps may count in one way: both in figures, in capitals or in small letters."""
    return _style(one) == _style(other)


def _style(step: str) -> str:
    sign = step[1]
    return "1" if sign.isdigit() else "A" if sign.isupper() else "a"


def _following(text: str, word: Word, last: Written) -> Written | None:
    """Return one more number of a list, or the end of a range."""
    through = _THROUGH.match(text, last.end)
    separator = through or _AND.match(text, last.end)
    if separator is None or not separator[0]:
        return None
    at = separator.end()
    number = _sibling(text, at, last) if text.startswith("(", at) else number_at(text, word, at)
    if number is None or _AMOUNT.match(text, number.end):
        return None
    # Behind a word in the singular, "Section 3, 5 persons", a figure is an amount.
    written = text[number.start : number.end]
    if through is None and not word.many and "(" not in written and (written.isdigit() or "," in separator[0]):
        return None
    return replace(number, through=through is not None)


def _sibling(text: str, at: int, last: Written) -> Written | None:
    """Return "(2)" behind "(A)(1)": it stands where the step of its own style stands."""
    match = _STEPS.match(text, at)
    if match is None:
        return None
    steps = tuple(re.findall(_STEP, match[0]))
    above = (*last.above, *last.steps)
    depth = next((k for k in range(len(above) - 1, -1, -1) if are_alike(above[k], steps[0])), None)
    return None if depth is None else Written(at, match.end(), last.root, steps, above[:depth])


def _as_range(only: Written) -> tuple[Written, ...]:
    """Return "Sections 1-6" as a range; "Section 2-302" is a number."""
    match = _HYPHENED.fullmatch(only.root or "")
    if match is None or only.steps or int(match[1]) >= int(match[2]):
        return (only,)
    middle = only.start + match.start(2)
    return (
        Written(only.start, only.start + match.end(1), match[1], ()),
        Written(middle, only.end, match[2], (), through=True),
    )
