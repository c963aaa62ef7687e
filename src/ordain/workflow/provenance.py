"""Provenance: in which version of its matter each provision of a draft came in, and who changed it."""

from pathlib import Path
from typing import TYPE_CHECKING

from ordain.chain.coverage import sources
from ordain.chain.provenance import histories
from ordain.errors import Place, refuse
from ordain.model.report import Cell, Column, Report, Table
from ordain.workflow.chain import load_chain
from ordain.workflow.coverage import demands
from ordain.workflow.coveragereport import beginning, cited_as
from ordain.workflow.draft import MATTER
from ordain.workflow.sources import load_order

if TYPE_CHECKING:
    from ordain.chain.provenance import History
    from ordain.chain.sites import Link
    from ordain.model.matter import Version
    from ordain.model.unit import Unit
    from ordain.workflow.houses import Houses


def provenance_report(draft: Path, known: "Houses") -> Report:
    """Return the report on a draft that is a version of the matter beside it.

    Raises OrdainError where no matter.yaml stands beside it, or none that names it.
    """
    folder = draft.parent
    if not draft.is_file():
        raise refuse("there is no such file", "check the name and the folder", Place(str(draft)))
    if not (folder / MATTER).is_file():
        raise refuse("no matter.yaml stands beside this draft", "name a draft in a matter's folder", Place(str(draft)))
    matter, chain = load_chain(folder, known)
    at = next((at for at, version in enumerate(matter.versions) if version.file == draft.name), None)
    if at is None:
        files = ", ".join(version.file for version in matter.versions)
        raise refuse("this file is no version of its matter", f"its versions are: {files}", Place(str(draft)))
    order, source = load_order(folder / matter.order, known)
    chain = chain[: at + 1]
    links = sources(demands(order, dict(source.house.words)), chain)[-1]
    found = histories([edition.units for edition in chain])
    table = Table(
        key="provisions",
        columns=(
            Column("address", "Provision"),
            Column("text", "Begins", 2.0),
            Column("came", "Came in", 0.8),
            Column("changed", "Words changed in", 1.2),
            Column("from", "From the order", 1.2),
        ),
        rows=tuple(
            _row(unit, history, its, matter.versions)
            for unit, history, its in zip(chain[-1].units, found, links, strict=True)
        ),
    )
    title = f"Provenance of {draft.name}: {matter.name}"
    return Report(name="blame", title=title, parts=(table,), facts={"matter": matter.name, "file": draft.name})


def _row(
    unit: "Unit", history: "History", links: "tuple[Link, ...]", versions: "tuple[Version, ...]"
) -> tuple[Cell, ...]:
    changed = [_name(at, versions) for at in history.changed]
    names = [link.id for link in links]
    return (
        Cell(cited_as(unit)),
        Cell(beginning(unit), value=unit.text),
        Cell(_name(history.came, versions)),
        Cell("\n".join(changed), value=changed),
        Cell("\n".join(names), value=names),
    )


def _name(at: int, versions: "tuple[Version, ...]") -> str:
    return f"{at + 1}. {versions[at].stage}"
