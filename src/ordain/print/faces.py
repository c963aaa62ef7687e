"""The typefaces that come with the program, and the letters that each one has.

A council's own face may not be given away.  Each of these is as wide, letter by letter,
as the one that it stands for, so that lines end where they do in the council's print.
"""

import struct
from functools import cache
from pathlib import Path

from ordain.errors import nearest, quoted, refuse

FOLDER = Path(__file__).parent / "fonts"

# The line height of all of them, as a share of their size: ascent, descent and line gap.
LINE_HEIGHT = 1.15

_STAND_FOR = {
    "Arial": "Liberation Sans",
    "Helvetica": "Liberation Sans",
    "Liberation Sans": "Liberation Sans",
    "Times New Roman": "Liberation Serif",
    "Times": "Liberation Serif",
    "Liberation Serif": "Liberation Serif",
}
_FILES = {
    "Liberation Sans": ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"),
    "Liberation Serif": ("LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf"),
}


def family_of(font: str) -> str:
    """Return the family that stands for a house's font; raises OrdainError where none does."""
    family = _STAND_FOR.get(font)
    if family is None:
        raise refuse(f"no typeface comes with the program for the font {quoted(font)}", nearest(font, _STAND_FOR))
    return family


@cache
def letters_of(family: str) -> frozenset[int]:
    """Return the letters, as numbers of Unicode, that a family has both upright and bold."""
    regular, bold = (_letters((FOLDER / name).read_bytes()) for name in _FILES[family])
    return regular & bold


def _letters(font: bytes) -> frozenset[int]:
    """Return the letters of a TrueType file, from the table `cmap` for the first plane of Unicode."""
    start = _table(font, b"cmap")
    (count,) = struct.unpack_from(">H", font, start + 2)
    records = (struct.unpack_from(">HHI", font, start + 4 + 8 * at) for at in range(count))
    at = next(start + offset for platform, encoding, offset in records if (platform, encoding) == (3, 1))
    (doubled,) = struct.unpack_from(">H", font, at + 6)
    ends = struct.unpack_from(f">{doubled // 2}H", font, at + 14)
    starts = struct.unpack_from(f">{doubled // 2}H", font, at + 16 + doubled)
    # The last segment is the table's own end mark.
    segments = zip(starts[:-1], ends[:-1], strict=True)
    return frozenset(letter for first, last in segments for letter in range(first, last + 1))


def _table(font: bytes, name: bytes) -> int:
    (count,) = struct.unpack_from(">H", font, 4)
    records = (struct.unpack_from(">4sIII", font, 12 + 16 * at) for at in range(count))
    return next(int(offset) for tag, _, offset, _ in records if tag == name)
