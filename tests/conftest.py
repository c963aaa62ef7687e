"""What all tests share: how hard Hypothesis tries, the oracles, and the shared folder.

An oracle runs once a session, and under pytest-xdist every worker has a session of its own.
Modules that ask an oracle therefore say `pytestmark = oracle` (see `tests.oracles`): its marks
put their tests on one worker when pytest is given `--dist loadgroup`, as `make test` does.

HYPOTHESIS_PROFILE  `dev` (the default) or `ci`: more examples, the same in every run
ORDAIN_ORACLES      `required`: a missing oracle fails the tests that need it, not skips them
ORDAIN_SHARED       the shared folder, when it does not lie beside the repository
"""

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Never

import pytest
from hypothesis import settings

from tests.oracles import MissingError
from tests.oracles.office import Office
from tests.oracles.pandoc import Pandoc, check_installed, text
from tests.oracles.poppler import Poppler, numbered_lines
from tests.oracles.poppler import check_installed as check_poppler
from tests.oracles.validator import Validator

settings.register_profile("dev", max_examples=50, deadline=None)
settings.register_profile("ci", max_examples=500, deadline=None, derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))

# Doctests are looked for in every module, but this one needs an interpreter that has `uno`.
collect_ignore = ["oracles/office_worker.py"]


@pytest.fixture(scope="session")
def office() -> Iterator[Office]:
    try:
        office = Office()
    except MissingError as missing:
        _do_without(missing)
    with closing(office):
        yield office


@pytest.fixture(scope="session")
def validator() -> Iterator[Validator]:
    try:
        validator = Validator()
    except MissingError as missing:
        _do_without(missing)
    with closing(validator):
        yield validator


@pytest.fixture(scope="session")
def pandoc() -> Pandoc:
    try:
        check_installed()
    except MissingError as missing:
        _do_without(missing)
    return text


@pytest.fixture(scope="session")
def poppler() -> Poppler:
    try:
        check_poppler()
    except MissingError as missing:
        _do_without(missing)
    return numbered_lines


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of material that does not belong to the repository."""
    beside = Path(__file__).parents[2] / "shared"
    folder = Path(os.environ.get("ORDAIN_SHARED", beside))
    if not folder.is_dir():
        pytest.skip(f"the shared folder is missing: {folder} (ORDAIN_SHARED names another)")
    return folder


def _do_without(missing: MissingError) -> Never:
    if os.environ.get("ORDAIN_ORACLES") == "required":
        pytest.fail(str(missing))
    pytest.skip(str(missing))
