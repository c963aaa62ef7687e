"""What git shows of Word files: the changes between two, and the text of one."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from ordain.compare import Redline, compare
from ordain.workflow.files import read_bytes
from ordain.workflow.redline import redline_of
from ordain.workflow.sources import WordSource

if TYPE_CHECKING:
    from ordain.model.unit import Unit


def changes(old: Path, new: Path, names: tuple[str, str]) -> Redline:
    """Return what changed between two files; the null device stands for a file that is not there.

    `names` are those of the two sides in messages: git hands over temporary files.
    Raises OrdainError where a file cannot be read.
    """
    sides = [_source(path, name) for path, name in zip((old, new), names, strict=True)]
    match sides:
        case [WordSource() as before, WordSource() as after]:
            return redline_of(before, after).redline
        case _:
            return compare(*(() if side is None else _units(side) for side in sides))


def text(file: Path, name: str) -> str:
    """Return the text of a Word file, one paragraph or row of a table a line.

    Raises OrdainError where it cannot be read.
    """
    units = _units(WordSource(read_bytes(file), name))
    return "".join(f"{line}\n" for unit in units for line in _lines(unit))


def _lines(unit: "Unit") -> list[str]:
    if not unit.rows:
        return [unit.line]
    return [" | ".join(_cell(cell) for cell in row.cells) for row in unit.rows]


def _cell(units: "tuple[Unit, ...]") -> str:
    return " / ".join(line for unit in units for line in _lines(unit))


def _source(path: Path, name: str) -> WordSource | None:
    return None if str(path) in (os.devnull, "/dev/null") else WordSource(read_bytes(path), name)


def _units(source: WordSource) -> "tuple[Unit, ...]":
    return redline_of(source, source).redline.accepted()
