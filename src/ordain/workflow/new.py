"""Begin a matter: a folder with a commented order, its schema, and the matter's file."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from ordain.errors import Place, refuse
from ordain.readers.order import order_schema

if TYPE_CHECKING:
    from ordain.workflow.houses import Houses

_ORDER = """\
# yaml-language-server: $schema=order.schema.json
# An executive order as structured data.  What is not known stays null; nothing is invented.
issuer: Name Surname          # the mayor
office: Mayor
city: {city}
house: {house}
number: null                  # the number of the order
title: null                   # its official title
subject: what the order is about   # in words that follow "relating to"
date: null                    # 2025-07-21

recitals:
  - id: recital-first
    text: the reason that the order gives, without WHEREAS and without a period at the end
    source: {{address: null, kind: unverified}}   # primary | news | unverified | none

provisions:
  - id: first-duty             # names the provision for good: small letters, digits, hyphens
    heading: Name of the duty
    actor:
      name: a City department  # the subject of the sentence, with its article; never "no department"
      commanded: true          # whether the mayor commands them
    modal: shall               # shall | shall not | may | may not
    act: report
    object: every agreement with another government
    recipient: to the Office of the Mayor
    trigger: null              # when the duty arises
    deadline:
      number: null
      unit: null               # business day | calendar day | hour | month
      note: the order names no time limit
    exception: null            # {{text: as required by law, basis: null}}
    codify: section            # section | policy | offense | recital | not-codified
    source: {{address: null, kind: unverified}}
"""

_MATTER = """\
# The chain of versions of one bill.  `ordain draft` writes the first; each --stage adds one.
name: {name}
house: {house}
order: order.yaml
versions: []
"""


def new_matter(folder: Path, house: str, known: "Houses") -> dict[Path, bytes]:
    """Return the files of a new matter, not yet written."""
    values = {
        "city": known.house(house).city,
        "house": house,
        "name": folder.name.replace("-", " ").replace("_", " ").title(),
    }
    if folder.exists():
        raise refuse("there is something of that name already", "give another name", Place(str(folder)))
    return {
        folder / "order.yaml": _ORDER.format(**values).encode(),
        folder / "order.schema.json": schema_text().encode(),
        folder / "matter.yaml": _MATTER.format(**values).encode(),
    }


def schema_text() -> str:
    """Return the JSON Schema of `order.yaml` as text."""
    return json.dumps(order_schema(), indent=2, ensure_ascii=False) + "\n"
