"""Pandoc as a judge: a second reading of a document with its changes accepted or rejected."""

import shutil
import subprocess
from collections.abc import Callable
from typing import Literal, TypeAlias

from tests.oracles import MissingError

How: TypeAlias = Literal["accept", "reject"]
Pandoc: TypeAlias = Callable[[bytes, How], tuple[str, ...]]

# Seconds for one document; a long bill takes two.
_LIMIT = 120.0


def check_installed() -> None:
    """Raise `MissingError` when pandoc is not installed."""
    if not shutil.which("pandoc"):
        raise MissingError("pandoc is not installed: `apt-get install pandoc`")


def text(docx: bytes, how: How) -> tuple[str, ...]:
    """Return the paragraphs of `docx` with its changes accepted or rejected.

    They are lines of plain text without their indentation, and blank ones are left out.
    """
    done = subprocess.run(
        ["pandoc", "--from=docx", "--to=plain", "--wrap=none", f"--track-changes={how}"],
        input=docx,
        capture_output=True,
        check=True,
        timeout=_LIMIT,
    )
    lines = (line.strip() for line in done.stdout.decode().split("\n"))
    return tuple(line for line in lines if line)
