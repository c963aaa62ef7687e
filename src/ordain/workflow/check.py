"""Check orders, drafts, houses and matters, and say everything that is found at once."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ordain.checks import Finding, check, check_matter, check_order, unreadable, waiver_code, waiver_unused
from ordain.checks.catalog import DRAFT_RULES, MATTER_RULES, RULES
from ordain.checks.chain import Chain
from ordain.checks.selection import EVERYTHING, Selection
from ordain.errors import OrdainError, Place, refuse
from ordain.markup.front import split_front
from ordain.readers.house import read_house
from ordain.workflow.draft import MATTER, first_draft, load_matter
from ordain.workflow.files import read_text
from ordain.workflow.readback import Tell, load_draft
from ordain.workflow.sources import load_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from ordain.model.draft import Draft
    from ordain.model.matter import Matter
    from ordain.workflow.houses import Houses

_OF_DRAFTS = frozenset(rule.CODE for rule in DRAFT_RULES)
_OF_MATTERS = frozenset(rule.CODE for rule in MATTER_RULES)


def check_path(
    path: Path,
    known: "Houses",
    house: str | None = None,
    tell: Tell = lambda _: None,
    selection: Selection = EVERYTHING,
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
    found = _matter(path, known) if path.is_dir() else _file(path, known, house, tell)
    return tuple(finding for finding in found if selection.holds(finding.problem.code))


def _file(path: Path, known: "Houses", house: str | None, tell: Tell) -> tuple[Finding, ...]:
    if path.name == MATTER:
        return _matter(path.parent, known)
    try:
        if path.name == "house.yaml":
            read_house(read_text(path), str(path), path.parent.name)
            return ()
        if path.suffix.lower() in (".yaml", ".yml"):
            order, _ = load_order(path, known)
            return tuple(_in_file(finding, path) for finding in check_order(order))
        source = load_draft(path, known, house, tell)
    except OrdainError as error:
        return _unreadable(error)
    found = check(source.draft, source.house)
    return (*found, *_waivers(path, source.draft, found, _OF_DRAFTS))


def _in_file(finding: Finding, path: Path) -> Finding:
    """Return a finding about an order with at least the file as its place."""
    problem = finding.problem
    return finding if problem.place is not None else replace(finding, problem=replace(problem, place=Place(str(path))))


def _unreadable(error: OrdainError) -> tuple[Finding, ...]:
    return tuple(Finding(replace(problem, code=unreadable.CODE)) for problem in error.problems)


def _matter(folder: Path, known: "Houses") -> tuple[Finding, ...]:
    """Return what is found in a matter: in its order, in each draft, and between them where all can be read."""
    try:
        matter = load_matter(folder)
    except OrdainError as error:
        return _unreadable(error)
    found = list(_file(folder / matter.order, known, None, lambda _: None))
    drafts: list[tuple[Path, Draft]] = []
    for version in matter.versions:
        path = folder / version.file
        try:
            source = load_draft(path, known)
        except OrdainError as error:
            found += _unreadable(error)
            continue
        found += check(source.draft, source.house)
        drafts.append((path, replace(source.draft, file=str(path))))
    try:
        found += check_matter(_chain(matter, folder, known, tuple(draft for _, draft in drafts)))
    except OrdainError as error:
        found += [it for it in _unreadable(error) if it not in found]
    for path, draft in drafts:
        found += _waivers(path, draft, _standing_in(found, path), _OF_DRAFTS | _OF_MATTERS)
    return tuple(found)


def _chain(matter: "Matter", folder: Path, known: "Houses", drafts: "tuple[Draft, ...]") -> Chain:
    order, _ = load_order(folder / matter.order, known)
    first, drafted = next(iter(first_draft(folder, known).items()))
    return Chain(
        matter=matter,
        file=str(folder / MATTER),
        order=order,
        house=known.house(matter.house),
        drafts=drafts,
        first_file=str(first),
        first=read_text(first) if first.is_file() else None,
        drafted=drafted.decode(),
    )


def _standing_in(found: "Iterable[Finding]", path: Path) -> "Iterator[Finding]":
    return (it for it in found if it.problem.place is not None and it.problem.place.file == str(path))


def _waivers(path: Path, draft: "Draft", found: "Iterable[Finding]", ran: "AbstractSet[str]") -> "Iterator[Finding]":
    """Yield the waivers of a draft that name no rule, or that waive nothing that was found."""
    codes = {finding.problem.code for finding in found}
    for rows in (waiver_code.check(draft.front, RULES), waiver_unused.check(draft.front, ran, codes)):
        for code, problem in rows:
            yield Finding(replace(problem, place=_place_of_waiver(path, code)))


def _place_of_waiver(path: Path, code: str) -> Place:
    """Return where a waiver stands in the front matter of a draft; a Word file has no lines."""
    if path.suffix.lower() == ".docx":
        return Place(str(path))
    text = read_text(path)
    for at, line in enumerate(text.split("\n")[: split_front(text)[1]]):
        match = re.search(rf"\b{re.escape(code)}\b", line)
        if match:
            return Place(str(path), at + 1, match.start() + 1, line, len(code))
    return Place(str(path), 1)
