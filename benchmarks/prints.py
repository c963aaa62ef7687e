"""What a print, its line map and a sheet cost: `python -m benchmarks.prints`.

The bill is the long one of `benchmarks.longbill`.  A print is held against Typst alone,
which sets the same paragraphs without heading, numbers or tags.
"""

import json
import sys
import time
from collections.abc import Callable
from typing import TypeVar

import typst
from benchmarks import page
from benchmarks.longbill import bill
from benchmarks.places import ROOT

from ordain.amend.pages import print_of
from ordain.amend.prove import amend
from ordain.markup.parse import parse
from ordain.model.draft import UNDATED
from ordain.print.pdf import write_pdf
from ordain.print.reading import read_lines
from ordain.workflow.houses import houses

_PAGES = 200
_PLAIN = b'#set page(paper: "us-letter")\n#for it in json(bytes(sys.inputs.at("all"))) { par(text(it)) }\n'

Result = TypeVar("Result")


def main() -> None:
    """Print the table; with --write, put it into docs/benchmarks.md."""
    known = houses(ROOT / "drafts" / "albuquerque-safer-community")
    house = known.house("albuquerque")
    old, new = (parse(bill(_PAGES, edited=edited), known.known(), "bill.txt") for edited in (False, True))
    lines = json.dumps([unit.line for unit in old.units()])
    plain, _ = _timed(lambda: typst.compile(_PLAIN, sys_inputs={"all": lines}))
    printed, pdf = _timed(lambda: write_pdf(old, house, UNDATED))
    mapped, rows = _timed(lambda: read_lines(pdf, old, house))
    pages = print_of(rows, "introduced", "0" * 12)
    sheet_time, sheet = _timed(lambda: amend(old, new, house, pages))
    many = max(row.line.page for row in rows.rows)
    table = page.table(
        ["job", "wall time"],
        [
            [f"Typst alone, the same paragraphs, {many} pages of print", f"{plain:.2f} s"],
            [f"`ordain print`, {printed / plain:.1f} times that", f"{printed:.2f} s"],
            [f"the line map, {len(rows.rows)} lines", f"{mapped:.2f} s"],
            [f"a proven sheet of {len(sheet.items)} instructions", f"{sheet_time:.2f} s"],
        ],
    )
    text = f"{page.measured()}\n\n{table}"
    print(text)
    if "--write" in sys.argv:
        page.put("prints", text)


def _timed(job: Callable[[], Result]) -> tuple[float, Result]:
    start = time.perf_counter()
    made = job()
    return time.perf_counter() - start, made


if __name__ == "__main__":
    main()
