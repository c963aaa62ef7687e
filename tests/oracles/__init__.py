"""Programs of other makers that judge what Ordain writes; none shares code with it."""

import pytest

# The marks of a module whose tests ask an oracle (`pytestmark = oracle`). The group keeps
# them on one worker of pytest-xdist, given `--dist loadgroup`, and so one office to a run.
oracle = [pytest.mark.oracle, pytest.mark.xdist_group("oracle")]


class MissingError(Exception):
    """An oracle is not installed; the message says how to install it."""
