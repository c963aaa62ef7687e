"""M001: a version whose base is no earlier version.

A redline against the base would be made against another text, or none.

Source: the chain in matter.yaml.

Bad:

    versions:
      - {file: 1-introduced.txt, stage: introduced, base: null, date: null}
      - {file: 2-as-amended.txt, stage: as-amended, base: 1-intro.txt, date: null}

Good:

    versions:
      - {file: 1-introduced.txt, stage: introduced, base: null, date: null}
      - {file: 2-as-amended.txt, stage: as-amended, base: 1-introduced.txt, date: null}
"""

from typing import TYPE_CHECKING

from ordain.errors import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.checks.chain import Chain

CODE = "M001"


def check(chain: "Chain") -> "Iterator[Problem]":
    """Yield every base that is no earlier version."""
    earlier: set[str] = set()
    for version in chain.matter.versions:
        if version.base is not None and version.base not in earlier:
            yield Problem(f"the base '{version.base}' is no earlier version", "name its file", Place(chain.file))
        earlier.add(version.file)
