"""What a long bill costs in each command that reads it: `python -m benchmarks.longbill`.

The bill is made of the sections of the worked matters, over and over, each with words of
its own; one section in fifty is edited.  Prints CPU seconds at some 75 and 300 pages of
three hundred words, and their ratio beside that of the pages.
"""

import re
import sys
import time
from collections.abc import Callable
from itertools import cycle

from benchmarks import page
from benchmarks.places import ROOT

from ordain.chain.coverage import Edition, coverages
from ordain.chain.ledger import ledger
from ordain.checks import check
from ordain.compare import compare
from ordain.force.between import force
from ordain.force.redlines import signals
from ordain.markup.parse import parse
from ordain.model.draft import Draft
from ordain.workflow.coverage import demands
from ordain.workflow.houses import houses
from ordain.workflow.sources import load_order

_MATTER = ROOT / "drafts" / "albuquerque-safer-community"
_WORDS_PER_PAGE = 300
_PAGES = (75, 300)

_SECTION = re.compile(r"^(?:SECTION|Section|Sec\.) \d+\.\s+(.*?)\s*(?:\{[^{}]*\})?$")
_WORD = re.compile(r"\b(department|employee|report|facility|services|enforcement|information)\b")
_HEAD = "---\nhouse: albuquerque\nillustrative: true\n---\nADOPTING A LONG ARTICLE.\n"


def bill(pages: int, *, edited: bool) -> str:
    """Return the text of a bill of so many pages, or of the one that edits made of it."""
    said = [match[1] for path in sorted(ROOT.glob("drafts/*/[1-9]-*.txt")) for match in _sections(path.read_text())]
    lines: list[str] = []
    words = 0
    for number, text in enumerate(cycle(said), start=1):
        own = _WORD.sub(lambda match, its=number: f"{match[0]} lot{its}", text, count=3)
        if edited and number % 50 == 7:
            own = own.replace(" shall ", " may ", 1) + " This sentence was added."
        lines.append(f"SECTION {number}. {own}")
        words += len(own.split())
        if words >= pages * _WORDS_PER_PAGE:
            return _HEAD + "\n".join(lines) + "\n"
    raise AssertionError


def _sections(text: str) -> list[re.Match[str]]:
    return [match for line in text.splitlines() if (match := _SECTION.match(line))]


def costs(pages: int) -> dict[str, float]:
    """Return the CPU seconds of each job on a bill of so many pages."""
    known = houses(_MATTER)
    house = known.house("albuquerque")
    drafts: list[Draft] = []
    found = {"read": _seconds(lambda: drafts.extend(_drafts(pages)))}
    old, new = (draft.units() for draft in drafts)
    vocabulary = house.vocabulary
    order, source = load_order(_MATTER / "order.yaml", known)
    asked = demands(order, dict(source.house.words))
    found["redline"] = _seconds(lambda: compare(old, new))
    redline = compare(old, new)
    found["its force"] = _seconds(lambda: signals(redline, vocabulary))
    found["ledger"] = _seconds(lambda: ledger({}, (old, new), lambda _version, _at: (), vocabulary))
    chain = (Edition(units=old), Edition(units=new))
    found["coverage"] = _seconds(lambda: coverages(asked, chain, lambda one, other: force(one, other, vocabulary)))
    found["check"] = _seconds(lambda: check(drafts[1], house))
    return found


def _drafts(pages: int) -> list[Draft]:
    known = houses(_MATTER).known()
    return [parse(bill(pages, edited=edited), known, "bill.txt") for edited in (False, True)]


def _seconds(job: Callable[[], object]) -> float:
    start = time.process_time()
    job()
    return time.process_time() - start


def main() -> None:
    """Print the table; with --write, put it into docs/benchmarks.md."""
    small, large = (costs(pages) for pages in _PAGES)
    rows = [[job, f"{small[job]:.2f} s", f"{large[job]:.2f} s", f"{large[job] / small[job]:.1f}"] for job in small]
    head = ["job", *(f"{pages} pages" for pages in _PAGES), "ratio"]
    text = f"{page.measured()}\n\n{page.table(head, rows)}"
    print(text)
    if "--write" in sys.argv:
        page.put("long bill", text)


if __name__ == "__main__":
    main()
