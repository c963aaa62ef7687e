"""Chromium as a judge of the page: Debian's own, driven by Playwright's package, with no download."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, ViewportSize, sync_playwright

from tests.oracles import MissingError

_NAMES = ("chromium", "chromium-browser", "google-chrome")
SCREEN = ViewportSize(width=1280, height=900)
# Milliseconds that a slow machine may take for one step.
_LIMIT = 10000
_TWO_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
_AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"


@contextmanager
def chromium() -> Iterator[Browser]:
    """Yield a browser; raises `MissingError` where none is installed."""
    path = next((found for name in _NAMES if (found := shutil.which(name))), None)
    if path is None:
        raise MissingError("Chromium is not installed: `apt-get install chromium`")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


def axe() -> str:
    """Return the script of axe-core; raises `MissingError` where it is not installed."""
    if not _AXE.is_file():
        raise MissingError("axe-core is not installed: `npm ci`")
    return _AXE.read_text(encoding="utf-8")


@dataclass
class Seen:
    """What a browser did while a page was open: the addresses it asked for, and what it complained of."""

    addresses: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def refuse(self, dialog: Dialog) -> None:
        """Close a dialog that a script opened, and note it."""
        self.complaints.append(f"dialog {dialog.message}")
        dialog.dismiss()


class Desk:
    """One tab that the tests share; each opens its page as if nobody had been there before."""

    def __init__(self, context: BrowserContext) -> None:
        self.seen = Seen()
        self.page = context.new_page()
        self.page.set_default_timeout(_LIMIT)
        self.page.on("request", lambda request: self.seen.addresses.append(request.url))
        self.page.on("console", self._listen)
        self.page.on("pageerror", lambda error: self.seen.complaints.append(str(error)))
        self.page.on("dialog", self._refuse)

    def open(self, file: Path, place: str = "") -> tuple[Page, Seen]:
        """Return the page in a file, and what the browser does from now on."""
        if self.page.url.startswith("file:"):
            self.page.evaluate("() => localStorage.clear()")
        self.page.goto("about:blank")
        self.page.emulate_media(media="null", color_scheme="light", forced_colors="none")
        self.page.set_viewport_size(SCREEN)
        self.seen = Seen()
        self.page.goto(file.as_uri() + place)
        if place:
            # The page goes to the place of its address in the frame behind the end of the file.
            self.page.evaluate(_TWO_FRAMES)
        return self.page, self.seen

    def _refuse(self, dialog: Dialog) -> None:
        self.seen.refuse(dialog)

    def _listen(self, message: ConsoleMessage) -> None:
        if message.type != "log":
            self.seen.complaints.append(message.text)


def state(page: Page, expression: str) -> Any:
    """Return what an expression is inside the page."""
    return page.evaluate(f"() => ({expression})")
