"""Show the whole of it on the worked matter: drafts, prints, redlines, in seconds and with no other software."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from ordain.compare import Redline
from ordain.workflow.draft import load_matter
from ordain.workflow.files import read_bytes
from ordain.workflow.houses import houses, shipped
from ordain.workflow.redline import Options, redline_of, write
from ordain.workflow.sources import Source, TextSource, load

if TYPE_CHECKING:
    from ordain.workflow.houses import Houses


def demo_files(folder: Path) -> Iterator[tuple[Path, bytes, str]]:
    """Yield each file of the demonstration with a sentence that says what it shows."""
    from ordain.word.printing.compose import compose  # noqa: PLC0415 - python-docx takes 0.3 s to load

    matter_folder = shipped("demo", in_checkout="drafts/albuquerque-safer-community")
    matter = load_matter(matter_folder)
    known = houses(matter_folder)
    yield folder / "order.yaml", read_bytes(matter_folder / matter.order), "the order as data"
    sources: list[tuple[str, Source]] = [("order", load(matter_folder / matter.order, known))]
    for version in matter.versions:
        name = Path(version.file).stem
        yield folder / version.file, read_bytes(matter_folder / version.file), f"draft: {version.stage}"
        sources.append((name, load(matter_folder / version.file, known)))
    for name, source in sources:
        assert isinstance(source, TextSource)
        yield folder / f"{name}.docx", compose(source.draft, source.house), "clean print"
    for (old_name, old), (new_name, new) in pairwise(sources):
        comparison = redline_of(old, new)
        path = folder / f"redline-{old_name}-to-{new_name}.docx"
        yield path, write(comparison, path, Options()), f"redline, {counted(comparison.redline)}"
    comparison = redline_of(sources[-2][1], sources[-1][1])
    marked = folder / f"marked-{sources[-1][0]}.docx"
    yield marked, write(comparison, marked, Options(marked=True)), "marked bill, for the agenda packet"
    yield from _reports(folder, matter_folder, known)


def _reports(folder: Path, matter: Path, known: "Houses") -> Iterator[tuple[Path, bytes, str]]:
    from ordain.page.render import write_page  # noqa: PLC0415 - Jinja takes time to load
    from ordain.workflow.coverage import cover  # noqa: PLC0415 - its rules take time to load
    from ordain.workflow.coveragereport import coverage_report  # noqa: PLC0415 - the same
    from ordain.workflow.ledger import ledger_report  # noqa: PLC0415 - the same
    from ordain.workflow.report import write_report  # noqa: PLC0415 - the same
    from ordain.workflow.review import review_matter  # noqa: PLC0415 - the same

    covering = cover(matter, known)
    coverage, ledger = folder / "coverage.docx", folder / "ledger.html"
    last = len(covering.versions) - 1
    yield coverage, write_report(coverage_report(covering, last), coverage), "what of the order is in the last version"
    yield ledger, write_report(ledger_report(matter, known), ledger), "who must do what, through every version"
    page = write_page(review_matter(matter, known), "en")
    yield folder / "review.html", page.encode(), "the page for councilors"


def counted(redline: Redline) -> str:
    """Return how many changes a redline holds, in words."""
    count = len(redline.changes)
    return f"{count} change" if count == 1 else f"{count} changes"
