"""A unit: one paragraph of a draft or of a Word file, as the comparison sees it.

Drafts and Word files are both flattened to units, and nothing above them compares.
"""

from collections.abc import Hashable
from enum import Enum

from msgspec import Struct

from ordain.model.numbering import Level
from ordain.text.tokens import CELL, ROW, Token, join
from ordain.traced import Traced


class Story(Enum):
    """The stream of text that a paragraph belongs to; each is compared with its own kind."""

    HEADING = "heading"
    BODY = "body"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    BOX = "text box"
    HEADER = "header"
    FOOTER = "footer"


# What hangs on a reference or a drawing in other text.
HANGING = frozenset((Story.FOOTNOTE, Story.ENDNOTE, Story.BOX))


class Form(Enum):
    """What a unit is; only units of one form are compared with each other."""

    PARAGRAPH = "paragraph"
    TABLE = "table"
    ROW = "row"
    BLOCK = "block"


class Row(Traced, frozen=True):
    """A row of a table: its cells, each of one or more units.

    `shape` is equal for rows whose cells span the same columns and merge alike, so that
    cell can be compared with cell.  `head` says that the file calls the row a heading of
    its table, `spans` how many columns each cell takes, where one takes more than one.
    """

    apart = ("head", "spans")

    cells: tuple[tuple["Unit", ...], ...]
    shape: Hashable = ()
    head: bool = False
    spans: tuple[int, ...] = ()


class Unit(Struct, frozen=True, kw_only=True):
    """One paragraph with what names it; `level` is known where it is a provision of a draft.

    `label` is its number as printed, `address` the path of labels that cites it,
    `sources` the ids in the older text that it says it comes from.  A table is one unit:
    its `tokens` are those of its cells, end to end.  `place` tells the notes, boxes and
    headers of a document apart.  A `hint` is a name that a program gave, and may have given
    again to something else.  A unit that `closes` a section of pages carries their
    setup.  One that is `alone` has no counterpart, whatever it is like.
    """

    tokens: tuple[Token, ...]
    id: str | None = None
    label: str = ""
    address: str = ""
    level: Level | None = None
    depth: int = 0
    story: Story = Story.BODY
    sources: tuple[str, ...] = ()
    form: Form = Form.PARAGRAPH
    rows: tuple[Row, ...] = ()
    place: str = ""
    hint: str = ""
    closes: bool = False
    alone: bool = False

    @property
    def text(self) -> str:
        """The words without the label; of a table, a row a line and a bar between cells."""
        if not self.rows:
            return join(self.tokens)
        return ROW.join(CELL.join(" ".join(it.text for it in cell) for cell in row.cells) for row in self.rows)

    @property
    def line(self) -> str:
        """The paragraph as it is read: label and words."""
        return " ".join(part for part in (self.label, self.text) if part)

    @property
    def said(self) -> Hashable:
        """What the unit says: its words and, of a table, in which cells they stand."""
        if not self.rows:
            return self.tokens
        return tuple((row.shape, tuple(tuple(unit.said for unit in cell) for cell in row.cells)) for row in self.rows)
