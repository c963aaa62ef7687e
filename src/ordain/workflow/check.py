"""Check orders, drafts, houses and matters, and say everything that is found at once."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ordain.checks import Finding, check
from ordain.errors import OrdainError, Place, Problem, nearest, refuse
from ordain.readers.house import read_house
from ordain.workflow.draft import MATTER, first_draft, load_matter
from ordain.workflow.files import read_text
from ordain.workflow.readback import Tell, load_draft
from ordain.workflow.sources import load_order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.model.matter import Matter
    from ordain.model.order import Order
    from ordain.workflow.houses import Houses

# What cannot be read is a finding too, of no rule.
UNREADABLE = "E001"


def check_path(
    path: Path, known: "Houses", house: str | None = None, tell: Tell = lambda _: None
) -> tuple[Finding, ...]:
    """Return what is wrong with a file, or with a matter's folder and everything in it.

    `tell` takes what is to be known of how a Word file was read.
    Raises OrdainError for what is not there, and for what is nothing that can be checked.
    """
    if not path.exists():
        raise refuse("there is no such file", "check the name and the folder", Place(str(path)))
    if path.is_dir() and not (path / MATTER).is_file():
        raise refuse(
            "this folder holds no matter.yaml", "name a matter's folder, or begin one: ordain new", Place(str(path))
        )
    if path.is_file() and path.suffix.lower() not in (".yaml", ".yml", ".txt", ".docx"):
        raise refuse(
            "only orders, drafts, houses and matters are checked",
            "give a .yaml or .txt file, or a .docx that Ordain printed",
            Place(str(path)),
        )
    try:
        return tuple(_findings(path, known, house, tell))
    except OrdainError as error:
        return tuple(Finding(replace(problem, code=UNREADABLE)) for problem in error.problems)


def _findings(path: Path, known: "Houses", house: str | None, tell: Tell) -> "Iterator[Finding]":
    if path.is_dir():
        yield from _matter(path, known)
    elif path.name == "house.yaml":
        read_house(read_text(path), str(path), path.parent.name)
    elif path.name == MATTER:
        yield from _matter(path.parent, known)
    elif path.suffix in (".yaml", ".yml"):
        order, _ = load_order(path, known)
        yield from _order(order)
    else:
        source = load_draft(path, known, house, tell)
        yield from check(source.draft, source.house)


def _matter(folder: Path, known: "Houses") -> "Iterator[Finding]":
    matter = load_matter(folder)
    yield from check_path(folder / matter.order, known)
    yield from _versions(matter, folder, known)
    for at, version in enumerate(matter.versions):
        path = folder / version.file
        yield from check_path(path, known)
        earlier_files = [earlier.file for earlier in matter.versions[:at]]
        if version.base is not None and version.base not in earlier_files:
            yield Finding(
                Problem(
                    f"the base '{version.base}' is no earlier version",
                    "name its file",
                    Place(str(folder / MATTER)),
                    code="M001",
                )
            )
    drafted = first_draft(folder, known)
    first, content = next(iter(drafted.items()))
    if first.is_file() and read_text(first).encode() != content:
        yield Finding(
            Problem(
                "the first draft is not what the templates make of the order",
                "put what was changed by hand into a later version, and run `ordain draft` with --force",
                Place(str(first)),
                code="M002",
            )
        )


def _versions(matter: "Matter", folder: Path, known: "Houses") -> "Iterator[Finding]":
    """Yield what a version says of itself and the house or the order does not know."""
    order, _ = load_order(folder / matter.order, known)
    ids = [recital.id for recital in order.recitals] + [provision.id for provision in order.provisions]
    stages = [stage.name for stage in known.house(matter.house).stages]
    for version in matter.versions:
        source = load_draft(folder / version.file, known)
        stage = source.draft.front.version
        if stage is not None and stage not in stages:
            place = Place(str(folder / version.file), 1)
            yield Finding(Problem(f"'{stage}' is no stage of the house", nearest(stage, stages), place, code="M004"))
        for provision in source.draft.walk():
            for name in provision.sources:
                if name not in ids:
                    message = f"'{name}' is no provision of the order"
                    yield Finding(Problem(message, nearest(name, ids), provision.source, code="M003"))


# What `ordain new` writes to be replaced, by the field of the order.
_PLACEHOLDERS = {"issuer": "Name Surname", "subject": "what the order is about"}


def _order(order: "Order") -> "Iterator[Finding]":
    """Yield what a drafter must still find out before the order can become law."""
    for field, placeholder in _PLACEHOLDERS.items():
        if getattr(order, field) == placeholder:
            yield Finding(Problem(f"'{field}' is still the example of `ordain new`", "replace it", code="O003"))
    for provision in order.provisions:
        deadline = provision.deadline
        if deadline is not None and deadline.number is None:
            yield Finding(
                Problem(
                    f"'{provision.id}' has a time limit that no source gives",
                    "ask, or let the council set one in a later version",
                    provision.place,
                    code="O001",
                )
            )
        if provision.exception is not None and provision.exception.basis is None:
            yield Finding(
                Problem(
                    f"the exception of '{provision.id}' names no law",
                    "say in `basis` which law it rests on; a bare 'as required by law' was argued over in court",
                    provision.place,
                    code="O002",
                )
            )
