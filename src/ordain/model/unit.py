"""A unit: one paragraph of a draft or of a Word file, as the comparison sees it.

Drafts and Word files are both flattened to units, and nothing above them compares.
"""

from dataclasses import dataclass
from enum import Enum

from ordain.model.numbering import Level
from ordain.text.tokens import Token, join


class Story(Enum):
    """The stream of text that a paragraph belongs to; each is compared with its own kind."""

    HEADING = "heading"
    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One paragraph with what names it; `level` is known where it is a provision of a draft.

    `label` is its number as printed, `address` the path of labels that cites it,
    `sources` the ids in the older text that it says it comes from.
    """

    tokens: tuple[Token, ...]
    id: str | None = None
    label: str = ""
    address: str = ""
    level: Level | None = None
    depth: int = 0
    story: Story = Story.BODY
    sources: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The words without the label."""
        return join(self.tokens)

    @property
    def line(self) -> str:
        """The paragraph as it is read: label and words."""
        return " ".join(part for part in (self.label, self.text) if part)
