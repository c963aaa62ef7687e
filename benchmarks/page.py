"""The page of measured numbers: a table goes between its two marks, with the day and the machine."""

import os
import platform
import time
from collections.abc import Iterable, Sequence

from benchmarks.places import PAGE


def measured() -> str:
    """Return when and on what the numbers were measured."""
    python = ".".join(platform.python_version_tuple()[:2])
    return f"Measured {time.strftime('%Y-%m-%d')} on {os.cpu_count()} cores, {platform.machine()}, Python {python}."


def left_out(names: Sequence[str]) -> str:
    """Return the sentence on the peers that are missing, or nothing."""
    return f" Left out, because it cannot be run here: {', '.join(names)}." if names else ""


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table; its first column is words, the others numbers.

    >>> print(table(["edit", "s"], [["light", "0.1"]]))
    | edit | s |
    |---|--:|
    | light | 0.1 |
    """
    lines = [head, *rows]
    ruled = [f"| {' | '.join(line)} |" for line in lines]
    return "\n".join([ruled[0], "|---" + "|--:" * (len(head) - 1) + "|", *ruled[1:]])


def put(name: str, text: str) -> None:
    """Put a text between the marks of that name on the page."""
    begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    page = PAGE.read_text(encoding="utf-8")
    before, found, rest = page.partition(begin)
    _, closed, after = rest.partition(end)
    assert found, f"{PAGE.name} has no mark {begin}"
    assert closed, f"{PAGE.name} has no mark {end}"
    PAGE.write_text(f"{before}{begin}\n{text}\n{end}{after}", encoding="utf-8")
