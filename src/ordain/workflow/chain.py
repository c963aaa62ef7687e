"""The chain of a matter as texts: drafts, and Word files that nobody here made."""

from pathlib import Path
from typing import TYPE_CHECKING

from ordain.chain.coverage import Edition
from ordain.errors import Place, nearest, refuse
from ordain.model.unit import Form, Story
from ordain.workflow.draft import load_matter
from ordain.workflow.files import read_bytes
from ordain.workflow.readback import load_draft

if TYPE_CHECKING:
    from ordain.model.matter import Matter
    from ordain.model.unit import Unit
    from ordain.workflow.houses import Houses


def load_chain(folder: Path, known: "Houses") -> "tuple[Matter, tuple[Edition, ...]]":
    """Return a matter and its versions, first to last; raises OrdainError where there is none."""
    matter = load_matter(folder)
    if not matter.versions:
        raise refuse("the matter has no version yet", f"write the first one: ordain draft {folder}", Place(str(folder)))
    return matter, tuple(_edition(folder / version.file, known, matter.house) for version in matter.versions)


def version_named(matter: "Matter", name: str | None, folder: Path) -> int:
    """Return the position of a version: its stage, its number from 1, its file, or the last one for None.

    Where several versions have one stage, the last of them is meant.
    """
    if name is None:
        return len(matter.versions) - 1
    for at in reversed(range(len(matter.versions))):
        version = matter.versions[at]
        if name in (version.stage, str(at + 1), version.file):
            return at
    stages = [version.stage for version in matter.versions]
    raise refuse(f"the matter has no version '{name}'", nearest(name, stages), Place(str(folder)))


def _edition(path: Path, known: "Houses", house: str) -> Edition:
    if path.suffix.lower() == ".docx" and not _is_print(path):
        return Edition(units=_units(path))
    draft = load_draft(path, known, house).draft
    return Edition(units=draft.units(), dropped=dict(draft.front.dropped), rationale=dict(draft.front.rationale))


def _is_print(path: Path) -> bool:
    """Whether Ordain printed a Word file, so that it carries its ids."""
    from ordain.word.parts.documentproperties import FORM, PRINT, properties  # noqa: PLC0415 - a text needs no Word
    from ordain.word.parts.package import open_package  # noqa: PLC0415 - the same

    return properties(open_package(read_bytes(path), str(path))).get(FORM) == PRINT


def _units(path: Path) -> "tuple[Unit, ...]":
    """Return the paragraphs of a Word file that say something, its tracked changes made."""
    from ordain.word.redlining.pair import Pair  # noqa: PLC0415 - a text needs no Word

    file = read_bytes(path), str(path)
    units = Pair(file, file).units[1]
    return tuple(unit for unit in units if unit.story is Story.BODY and unit.form is Form.PARAGRAPH and unit.text)
