"""Draft a matter: the first version from its order, and each next one under the next number."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ordain.drafting.render import draft_ordinance
from ordain.errors import Place, refuse
from ordain.markup.parse import parse
from ordain.markup.write import write
from ordain.model.matter import Matter, Version
from ordain.readers.matter import read_matter, with_version
from ordain.readers.order import read_order
from ordain.workflow.files import read_text
from ordain.workflow.readback import Tell, load_draft

if TYPE_CHECKING:
    from ordain.model.house import House
    from ordain.workflow.houses import Houses

MATTER = "matter.yaml"
INTRODUCED = "introduced"


def load_matter(folder: Path) -> Matter:
    """Return the matter of a folder."""
    if not folder.is_dir():
        raise refuse("this is no matter's folder", "name the folder that holds matter.yaml", Place(str(folder)))
    path = folder / MATTER
    return read_matter(read_text(path), str(path))


def first_draft(folder: Path, known: "Houses") -> dict[Path, bytes]:
    """Return the first draft of a matter and its `matter.yaml`, not yet written."""
    matter = load_matter(folder)
    order_path = folder / matter.order
    order = read_order(read_text(order_path), str(order_path))
    house = known.house(matter.house)
    text = draft_ordinance(order, house, known.templates(matter.house), str(known.folder(matter.house)))
    draft = parse(text, known.known(), f"the draft that {matter.house} makes of {order_path}")
    stage = draft.front.version or INTRODUCED
    path = folder / f"1-{stage}.txt"
    files = {path: write(draft).encode()}
    if all(version.file != path.name for version in matter.versions):
        files |= _entered(folder, Version(file=path.name, stage=stage, base=None))
    return files


def next_version(  # noqa: PLR0913, PLR0917 - what a user may say of it, and where it is told
    folder: Path,
    known: "Houses",
    stage: str,
    start: Path | None = None,
    house: str | None = None,
    tell: Tell = lambda _: None,
) -> dict[Path, bytes]:
    """Return the next version of a matter, opened from the latest one or from `start`, and its `matter.yaml`.

    `tell` takes what is to be known of how a Word file was read.  Raises OrdainError where
    the house's life cycle does not allow the stage there.
    """
    matter = load_matter(folder)
    if not matter.versions:
        raise refuse("the matter has no version yet", f"write the first one: ordain draft {folder}", Place(str(folder)))
    latest = matter.versions[-1]
    of = known.house(matter.house)
    _check_stage(of, stage, latest, folder)
    chain = [(version.stage, folder / version.file) for version in matter.versions]
    source = load_draft(start or folder / latest.file, known, house, tell, chain)
    front = replace(source.draft.front, version=stage, base=latest.stage, date=None, rationale=(), dropped=())
    draft = replace(source.draft, front=front)
    path = folder / f"{_number(latest.file) + 1}-{stage}.txt"
    version = Version(file=path.name, stage=stage, date=None, base=latest.file)
    return {path: write(draft).encode()} | _entered(folder, version)


def _entered(folder: Path, version: Version) -> dict[Path, bytes]:
    path = folder / MATTER
    return {path: with_version(read_text(path), version).encode()}


def _check_stage(house: "House", name: str, latest: Version, folder: Path) -> None:
    stage = house.stage(name)
    if stage is None:
        known = ", ".join(stage.name for stage in house.stages)
        raise refuse(f"{house.city} has no stage '{name}'", f"its stages are: {known}", Place(str(folder)))
    if latest.stage not in stage.after:
        may = [other.name for other in house.stages if latest.stage in other.after]
        remedy = f"from there a bill becomes: {', '.join(may)}" if may else "it is the last stage"
        raise refuse(f"in {house.city} '{name}' cannot follow '{latest.stage}'", remedy, Place(str(folder)))


def _number(file: str) -> int:
    match = re.match(r"\d+", file)
    return int(match[0]) if match else 0
