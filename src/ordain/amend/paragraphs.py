"""The paragraphs of a bill as they stand in print, label and words in one line."""

from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.model.numbering import Level

if TYPE_CHECKING:
    from ordain.model.draft import Draft


class Paragraph(Struct, frozen=True, kw_only=True):
    """One paragraph as it is read, with what names it; `id` and `sources` are never printed."""

    line: str
    label: str = ""
    level: Level = Level.FURTHER
    address: str = ""
    depth: int = 0
    id: str | None = None
    sources: tuple[str, ...] = ()

    @property
    def opening(self) -> int:
        """Where the words begin behind the label."""
        return min(len(self.line), len(self.label) + 1) if self.label else 0


def paragraphs_of(draft: "Draft") -> tuple[Paragraph, ...]:
    """Return the paragraphs of a draft in reading order, without what is printed of the front matter."""
    return tuple(
        Paragraph(
            line=unit.line,
            label=unit.label,
            level=Level.FURTHER if unit.level is None else unit.level,
            address=unit.address,
            depth=unit.depth,
            id=unit.id,
            sources=unit.sources,
        )
        for unit in draft.units()
    )
