"""What the councilor's page costs of a long bill: `python -m benchmarks.review`.

Two versions of a generated bill of 3,400 paragraphs, about 300 pages of a council's print, are
written as a page, and the page is opened in Chromium with the processor slowed four times.
"""

import argparse
import shutil
import statistics
import tempfile
import time
from pathlib import Path

from benchmarks.documents import EDITS, Text, statute
from playwright.sync_api import Page, sync_playwright

from ordain.page.render import write_page
from ordain.workflow.houses import houses
from ordain.workflow.review import review_two

# Paragraphs of about 35 words; a page of a council's print holds about 400 words.
_SIZE = 3_400
_SLOWED = 4
_TIMES = 5
_HEAD = "---\nhouse: albuquerque\ninstrument: ordinance\nillustrative: true\n---\n\nA LONG BILL.\n\n"
_CLAUSE = "BE IT ORDAINED BY THE COUNCIL, THE GOVERNING BODY OF THE CITY OF ALBUQUERQUE:\n\n"


def main() -> None:
    """Print a line for each edit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=_SIZE)
    size = parser.parse_args().size
    old = statute(size)
    print("edit, written in s, page in kB, texts in kB, usable and read to its end in s (slowed 4 times), a step in s")
    with tempfile.TemporaryDirectory() as folder:
        for name in ("light", "heavy"):
            print(", ".join([name, *_measured(Path(folder), old, EDITS[name](old))]))


def _measured(folder: Path, old: Text, new: Text) -> list[str]:
    paths = folder / "old.txt", folder / "new.txt"
    for path, text in zip(paths, (old, new), strict=True):
        path.write_text(_HEAD + _CLAUSE + _bill(text), encoding="utf-8")
    before = time.perf_counter()
    page = write_page(review_two(*paths, houses(*paths))).encode()
    written = time.perf_counter() - before
    target = folder / "review.html"
    target.write_bytes(page)
    usable, opened, stepped = _opened(target)
    texts = sum(path.stat().st_size for path in paths)
    sizes = [f"{len(page) / 1000:.0f}", f"{texts / 1000:.0f}"]
    return [f"{written:.1f}", *sizes, f"{usable:.2f}", f"{opened:.2f}", f"{stepped:.2f}"]


def _bill(text: Text) -> str:
    """Return a text in the form of a bill, its sections and subsections numbered anew."""
    lines, section, letter = [], 0, 0
    for paragraph in text:
        said = " ".join(paragraph.words)
        if paragraph.letter:
            letter += 1
            lines.append(f"  ({_letters(letter)}) {said[0].upper()}{said[1:]}.")
        else:
            section, letter = section + 1, 0
            lines.append(f"SECTION {section}. {said.upper()}. In this section:")
    return "\n\n".join(lines) + "\n"


def _letters(count: int) -> str:
    first, last = divmod(count - 1, 26)
    return (chr(64 + first) if first else "") + chr(65 + last)


def _opened(target: Path) -> tuple[float, float, float]:
    """Return the median of the seconds until the page can be used, until all of it is read, and of a step.

    It can be used when the script has shown the first screen and the first parts of the bill, and
    a frame of them was drawn.
    """
    path = shutil.which("chromium")
    assert path is not None, "Chromium is not installed"
    usable, loads, steps = [], [], []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for _ in range(_TIMES):
            page = browser.new_page(viewport={"width": 1366, "height": 900})
            page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": _SLOWED})
            page.add_init_script(_WATCH)
            page.goto(target.as_uri(), wait_until="load", timeout=120_000)
            loads.append(_painted(page))
            usable.append(page.evaluate("() => usable"))
            steps.append(page.evaluate(_STEP))
            page.close()
        browser.close()
    return statistics.median(usable), statistics.median(loads), statistics.median(steps)


def _painted(page: Page) -> float:
    """Return the seconds from the start until the first frame behind the end of the script was drawn."""
    return float(
        page.evaluate(
            "() => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now() / 1000))))"
        )
    )


# The page calls itself ready at the end of its script; the time is taken behind the next frame.
_WATCH = """new MutationObserver((_, me) => {
  if (!document.documentElement?.classList.contains("ready")) return;
  me.disconnect();
  requestAnimationFrame(() => setTimeout(() => { globalThis.usable = performance.now() / 1000; }));
}).observe(document, { subtree: true, attributes: true, attributeFilter: ["class"] });"""
_STEP = """() => new Promise((done) => {
  const before = performance.now();
  step(1);
  requestAnimationFrame(() => setTimeout(() => done((performance.now() - before) / 1000)));
})"""


if __name__ == "__main__":
    main()
