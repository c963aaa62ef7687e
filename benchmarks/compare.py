"""How the cost of a comparison grows with the bill: `python -m benchmarks.compare`.

Prints CPU seconds for light edits (one provision in fifty), a moved section, and every
number changed, at 1,000 and 10,000 provisions, and their ratio.
"""

import sys
import time
from collections.abc import Callable

from benchmarks import page
from msgspec.structs import replace

from ordain.compare import compare
from ordain.model.unit import Unit
from ordain.text.tokens import tokenize

_WORDS = (
    "the department shall report each use of city property by another government to the mayor within "
    "days after request unless a court order statute or regulation requires otherwise and may not disclose "
    "personal data council hearing notice record fee permit officer facility service resident"
).split()


def bill(size: int) -> list[Unit]:
    """Return a bill of `size` provisions, each of some forty words of its own."""
    out = []
    for at in range(size):
        words = [_WORDS[(at * 7 + k * (at % 11 + 3)) % len(_WORDS)] for k in range(38)]
        out.append(Unit(tokens=tokenize(f"{' '.join(words)} number {at}."), label=f"({at + 1})", address=f"({at + 1})"))
    return out


def light(units: list[Unit]) -> list[Unit]:
    return [
        replace(u, tokens=(*u.tokens[:6], "newly", " ", *u.tokens[6:])) if at % 50 == 7 else u
        for at, u in enumerate(units)
    ]


def moved(units: list[Unit]) -> list[Unit]:
    block = len(units) // 20
    return [*units[block : 10 * block], *units[:block], *units[10 * block :]]


def renumbered(units: list[Unit]) -> list[Unit]:
    return [replace(u, label=f"({at + 2})", address=f"({at + 2})") for at, u in enumerate(units)]


def seconds(edit: Callable[[list[Unit]], list[Unit]], size: int) -> float:
    old = bill(size)
    new = edit(old)
    start = time.process_time()
    compare(old, new)
    return time.process_time() - start


def main() -> None:
    """Print the table; with --write, put it into docs/benchmarks.md."""
    rows = []
    for edit in (light, moved, renumbered):
        small, large = (min(seconds(edit, size) for _ in range(2)) for size in (1_000, 10_000))
        rows.append([edit.__name__, f"{small:.3f} s", f"{large:.3f} s", f"{large / small:.1f}"])
    table = page.table(["edit", "1,000 provisions", "10,000 provisions", "ratio"], rows)
    text = f"{page.measured()}\n\n{table}"
    print(text)
    if "--write" in sys.argv:
        page.put("core", text)


if __name__ == "__main__":
    main()
