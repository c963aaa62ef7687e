"""The bill that is amended: its paragraphs, their places in print, and what its provisions are called."""

import re
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.amend.paragraphs import Paragraph, paragraphs_of
from ordain.model.numbering import Level
from ordain.text.tokens import tokenize

if TYPE_CHECKING:
    from ordain.amend.pages import Print
    from ordain.model.draft import Draft
    from ordain.model.house import House
    from ordain.model.numbering import Scheme


class Bill(Struct, frozen=True, dict=True):
    """A bill as it was printed; `print` is None where the house prints no line numbers."""

    paragraphs: tuple[Paragraph, ...]
    scheme: "Scheme"
    print: "Print | None" = None

    @cached_property
    def spans(self) -> dict[str, list[tuple[int, int]]]:
        """The first and last paragraph of each provision, by the plain form of its name."""
        found: dict[str, list[tuple[int, int]]] = {}
        for at, paragraph in enumerate(self.paragraphs):
            if paragraph.level is not Level.FURTHER:
                found.setdefault(plain_name(paragraph.address), []).append((at, self.last_inside(at)))
        return found

    def last_inside(self, at: int) -> int:
        """Return the last paragraph of the provision that a paragraph opens."""
        depth = self.paragraphs[at].depth
        last = at
        while last + 1 < len(self.paragraphs) and self.paragraphs[last + 1].depth > depth:
            last += 1
        return last

    def name_of(self, at: int) -> str | None:
        """Return the name of the provision that holds a paragraph, or None where it is not the only one of its name."""
        while self.paragraphs[at].level is Level.FURTHER and at:
            at -= 1
        name = self.paragraphs[at].address
        return name if len(self.spans.get(plain_name(name), ())) == 1 else None


def bill_of(draft: "Draft", house: "House", printed: "Print | None" = None) -> Bill:
    """Return a draft as a bill to be amended."""
    return Bill(paragraphs_of(draft), house.scheme(draft.front.instrument), printed)


def edges(line: str) -> tuple[frozenset[int], frozenset[int]]:
    """Return where the words and signs of a line begin, and where they end.

    >>> [sorted(each) for each in edges("may not")]
    [[0, 3, 4], [3, 4, 7]]
    """
    ends = list(accumulate(map(len, tokenize(line))))
    return frozenset([0, *ends[:-1]]), frozenset(ends)


_INSIDE = re.compile(r"(?:subsection|subdivision|paragraph|subparagraph|item|subitem)s?\s+(\S+)\s+of\s+", re.IGNORECASE)


def plain_name(name: str) -> str:
    """Return the one form of a provision's name.

    >>> plain_name("subsection (B) of SECTION 4."), plain_name("the title")
    ('section 4(b)', 'title')
    """
    steps: list[str] = []
    while (inside := _INSIDE.match(name)) is not None:
        steps.insert(0, inside[1])
        name = name[inside.end() :]
    name = name.strip().rstrip(".").casefold().removeprefix("the ")
    steps = [step if step.startswith("(") else f"({step.rstrip('.')})" for step in steps]
    return re.sub(r"^sec(?:tion|\.)?\s+", "section ", name) + "".join(steps).casefold()
