"""The page of the worked matter, written once, and a browser to open it in."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Never

import pytest
from playwright.sync_api import Browser, BrowserContext

from ordain.page.render import write_page
from ordain.page.review import Review
from ordain.workflow.houses import houses
from ordain.workflow.review import review_matter
from tests.oracles import MissingError
from tests.page.browser import SCREEN, Desk, axe, chromium

MATTER = Path(__file__).parents[2] / "drafts" / "albuquerque-safer-community"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    try:
        with chromium() as found:
            yield found
    except MissingError as missing:
        _do_without(missing)


@pytest.fixture(scope="session")
def desk(browser: Browser) -> Iterator[Desk]:
    context = browser.new_context(viewport=SCREEN, accept_downloads=True)
    yield Desk(context)
    context.close()


@pytest.fixture
def other(browser: Browser) -> Iterator[BrowserContext]:
    """Another browser than the one at the desk, which keeps nothing of it."""
    context = browser.new_context(viewport=SCREEN)
    yield context
    context.close()


@pytest.fixture(scope="session")
def axe_script() -> str:
    try:
        return axe()
    except MissingError as missing:
        _do_without(missing)


@pytest.fixture(scope="session")
def review() -> Review:
    return review_matter(MATTER, houses(MATTER))


@pytest.fixture(scope="session")
def file(review: Review, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "review.html"
    path.write_text(write_page(review), encoding="utf-8")
    return path


def _do_without(missing: MissingError) -> Never:
    if os.environ.get("ORDAIN_ORACLES") == "required":
        pytest.fail(str(missing))
    pytest.skip(str(missing))
