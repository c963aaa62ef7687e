"""The address by which a reader cites each paragraph of a Word file, as in `Section 3(a)(2)`.

A file from anywhere names no house, so no scheme says which level a label stands for.  The
labels themselves say it: one that continues a count goes on with it, and a first one opens a
level inside what stands above.
"""

import re
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.model.numbering import LabelStyle

if TYPE_CHECKING:
    from collections.abc import Iterable

# What is cited by itself: a section however it is written, one of a code, or `2.6.1` of an outline.  Behind the
# first two a stop or nothing must follow: "Section 3 of the Act is amended" is text.
_SECTION = re.compile(
    "(?:section|sec\\.)\\s+([0-9]+[A-Za-z]?(?:[.\u2013-][0-9A-Za-z]+)*)(?:[.:\u2014]|$)", re.IGNORECASE
)
_CODE = re.compile("(§\\s*[0-9](?:[0-9A-Za-z.:\u2013-]*[0-9A-Za-z])?)(?:\\.|$)")
_OUTLINE = re.compile(r"([0-9]+(?:\.[0-9]+)+)\.?(?:\s|$)")
_ROOTS = ((_SECTION, "Section {}"), (_CODE, "{}"), (_OUTLINE, "{}"))

_LABEL = re.compile(r"(\([0-9A-Za-z]{1,6}(?:-[0-9]+)?\)|[0-9A-Za-z]{1,6}\.)(?=\s|\(|$)")

# What stands behind the number of a provision that was put in between two others: (1A), (a-1).
_INSERTED = re.compile(r"(?<=[0-9])[A-Z](?=[.)])|-[0-9]+(?=\))")

_STYLES = tuple(LabelStyle(pattern.format(f"{{{sign}}}")) for pattern in ("({})", "{}.") for sign in "1aAiI")


class _Step(Struct, frozen=True):
    """A level that is open: the style of its labels, the last number, and the address there."""

    style: LabelStyle
    ordinal: int
    address: str


def addresses(labels: "Iterable[str]", texts: "Iterable[str]") -> list[str]:
    """Return the address of each paragraph, "" for one that opens with no label.

    `labels` are the automatic numbers, or "" where there is none, and `texts` what follows
    them; a typed label is part of the text.

    >>> addresses(["Sec. 3.", "(a)", "", ""], ["Reports.", "The Clerk", "(1) posts it; and", "(2) keeps it."])
    ['Section 3', 'Section 3(a)', 'Section 3(a)(1)', 'Section 3(a)(2)']
    """
    path = _Path()
    opened = ((path.follow(label), path.follow(text)) for label, text in zip(labels, texts, strict=True))
    return [by_text or by_label for by_label, by_text in opened]


class _Path:
    """The way from a section down to the paragraph that was read last."""

    def __init__(self) -> None:
        self._root = ""
        self._steps: list[_Step] = []

    def follow(self, line: str) -> str:
        """Go where the labels at the beginning of `line` lead, and return the address there, "" without a label."""
        address = ""
        line = line.strip()
        for pattern, form in _ROOTS:
            match = pattern.match(line)
            if match:
                address = self._root = form.format(re.sub(r"\s+", " ", match[1]))
                self._steps.clear()
                line = line[match.end() :].lstrip()
                break
        while (match := _LABEL.match(line)) and self._step(match[1]):
            address = self._steps[-1].address
            line = line[match.end() :].lstrip()
        return address

    def _step(self, label: str) -> bool:
        """Go to the label; False where it fits nowhere, and is a word of the text."""
        plain = _INSERTED.sub("", label)
        possible = _readings(plain)
        depth = self._depth(possible, 0 if plain != label else 1)
        if depth is None:
            return False
        style = self._steps[depth].style if depth < len(self._steps) else _opening(possible)
        del self._steps[depth:]
        outer = self._steps[-1].address if self._steps else self._root
        shown = label if label.startswith("(") else label.rstrip(".")
        joined = f"{outer}({shown})" if outer and not shown.startswith("(") else f"{outer}{shown}"
        self._steps.append(_Step(style, possible[style], joined))
        return True

    def _depth(self, possible: dict[LabelStyle, int], ahead: int) -> int | None:
        """Return how many steps stay above a label that is `ahead` of the one before it in its count."""
        open_steps = list(enumerate(self._steps))[::-1]
        for at, step in open_steps:
            if possible.get(step.style) == step.ordinal + ahead:
                return at
        known = {step.style for step in self._steps}
        if any(number == 1 and style not in known for style, number in possible.items()):
            return len(self._steps)
        # A count that begins again, or from which something was repealed.
        for at, step in open_steps:
            if possible.get(step.style, 0) == 1 or possible.get(step.style, 0) > step.ordinal:
                return at
        return None


@cache
def _readings(label: str) -> dict[LabelStyle, int]:
    """Return which number a label is in each style that it can be of."""
    ordinals = {style: style.ordinal(label) for style in _STYLES}
    return {style: at for style, at in ordinals.items() if at is not None and style.label(at) == label}


def _opening(possible: dict[LabelStyle, int]) -> LabelStyle:
    return next(style for style, number in possible.items() if number == 1)
