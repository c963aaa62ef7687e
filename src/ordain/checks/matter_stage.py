"""M004: a version whose stage the house does not have.

The stage is printed, and decides what may follow.

Source: `stages` in house.yaml.

Bad:

    version: intro

Good:

    version: introduced
"""

from typing import TYPE_CHECKING

from ordain.errors import Place, Problem, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.checks.chain import Chain

CODE = "M004"


def check(chain: "Chain") -> "Iterator[Problem]":
    """Yield every stage that the house does not know."""
    stages = [stage.name for stage in chain.house.stages]
    for draft in chain.drafts:
        stage = draft.front.version
        if stage is not None and stage not in stages:
            place = None if draft.file is None else Place(draft.file, 1)
            yield Problem(f"'{stage}' is no stage of the house", nearest(stage, stages), place)
