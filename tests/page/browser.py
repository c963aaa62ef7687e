"""Chromium as a judge of the page: Debian's own, driven by Playwright's package, with no download."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Dialog, Page, sync_playwright

from tests.oracles import MissingError

_NAMES = ("chromium", "chromium-browser", "google-chrome")
# Milliseconds that a slow machine may take for one step.
_LIMIT = 10000
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


def opened(context: BrowserContext, file: Path, place: str = "") -> tuple[Page, Seen]:
    """Return the page in a file, and what the browser does from now on."""
    page = context.new_page()
    page.set_default_timeout(_LIMIT)
    seen = Seen()
    page.on("request", lambda request: seen.addresses.append(request.url))
    page.on("console", lambda message: seen.complaints.append(message.text) if message.type != "log" else None)
    page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    page.on("dialog", seen.refuse)
    page.goto(file.as_uri() + place)
    return page, seen


def state(page: Page, expression: str) -> Any:
    """Return what an expression is inside the page."""
    return page.evaluate(f"() => ({expression})")
