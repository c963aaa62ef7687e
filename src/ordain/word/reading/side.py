"""One side of a redline: a Word file, and which of its paragraphs each unit is."""

from typing import TYPE_CHECKING

from ordain.word.reading.read import Paragraph, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ordain.model.unit import Unit
    from ordain.word.parts.package import Package
    from ordain.word.reading.read import Memory


class Side:
    """A package with its paragraphs, found by unit."""

    def __init__(
        self, package: "Package", units: "Sequence[Unit] | None" = None, memory: "Memory | None" = None
    ) -> None:
        """Take the units as read, or those of the draft that the file is the print of.

        `memory` is what has been read of the other side, and learns what is read of this one.
        The units of a draft must be the paragraphs of the print, one for one.
        """
        self.package = package
        self.memory = {} if memory is None else memory
        self.paragraphs = read(package, self.memory)
        self.units = tuple(paragraph.unit for paragraph in self.paragraphs) if units is None else tuple(units)
        assert units is None or _shows(self.paragraphs, units), "a print shows its draft"
        self._by_unit = {id(unit): paragraph for unit, paragraph in _bound(self.units, self.paragraphs)}

    def name(self, units: "Sequence[Unit]") -> None:
        """Put other units in the place of those that were read, one for one."""
        self.units = tuple(units)
        self._by_unit = {id(unit): paragraph for unit, paragraph in _bound(self.units, self.paragraphs)}

    def paragraph(self, unit: "Unit | None") -> Paragraph | None:
        """Return the paragraph or table of a unit of this side."""
        return None if unit is None else self._by_unit[id(unit)]


def _shows(paragraphs: "Sequence[Paragraph]", units: "Sequence[Unit]") -> bool:
    return [paragraph.unit.text for paragraph in paragraphs] == [unit.line for unit in units]


def _bound(units: "Iterable[Unit]", paragraphs: "Iterable[Paragraph]") -> "Iterator[tuple[Unit, Paragraph]]":
    """Yield each unit with its paragraph, those in the cells of tables as well."""
    for unit, paragraph in zip(units, paragraphs, strict=True):
        yield unit, paragraph
        for row, its in zip(unit.rows, paragraph.rows, strict=True):
            for cell, held in zip(row.cells, its.cells, strict=True):
                yield from _bound(cell, held.paragraphs)
