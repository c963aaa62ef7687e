"""Poppler as a judge: a second reading of a PDF, line by line."""

import re
import shutil
import subprocess
from collections.abc import Callable
from typing import TypeAlias

from tests.oracles import MissingError

Poppler: TypeAlias = Callable[[bytes], tuple[tuple[int, int, str], ...]]

# Seconds for one document; a long bill takes one.
_LIMIT = 120.0

_NUMBERED = re.compile(r"\s{0,6}(\d{1,3})\s{2,}(\S.*)")


def check_installed() -> None:
    """Raise `MissingError` when pdftotext is not installed."""
    if not shutil.which("pdftotext"):
        raise MissingError("pdftotext is not installed: `apt-get install poppler-utils`")


def numbered_lines(pdf: bytes) -> tuple[tuple[int, int, str], ...]:
    """Return page, number and words of every line that begins with a number, one blank between words."""
    done = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True, timeout=_LIMIT
    )
    return tuple(
        (page, int(match[1]), " ".join(match[2].split()))
        for page, text in enumerate(done.stdout.decode().split("\f"), start=1)
        for line in text.split("\n")
        if (match := _NUMBERED.fullmatch(line.rstrip()))
    )
