"""Read `matter.yaml` into a matter, and add a version to it without touching what people wrote."""

import datetime as dt
from typing import Annotated

from ordain.model.matter import Matter, Version
from ordain.readers.fields import DATE
from ordain.readers.shape import Strict, read_shape


class _Version(Strict):
    file: str
    stage: str
    date: Annotated[dt.date | None, DATE] = None
    base: str | None = None


class _Matter(Strict):
    name: str
    house: str
    order: str = "order.yaml"
    versions: tuple[_Version, ...] | None = ()
    notes: tuple[str, ...] = ()


def read_matter(text: str, file: str) -> Matter:
    """Return the matter in `text`; raises OrdainError with every fault of the file."""
    shape, _ = read_shape(_Matter, text, file)
    return Matter(
        name=shape.name,
        house=shape.house,
        order=shape.order,
        versions=tuple(
            Version(file=it.file, stage=it.stage, date=it.date, base=it.base) for it in shape.versions or ()
        ),
        notes=shape.notes,
    )


def with_version(text: str, version: Version) -> str:
    """Return a `matter.yaml` with one more version at the end of its list; comments stay as they are."""
    lines = text.rstrip("\n").split("\n")
    date = version.date.isoformat() if version.date else "null"
    entry = f"  - {{file: {version.file}, stage: {version.stage}, base: {version.base or 'null'}, date: {date}}}"
    at = next((n for n, line in enumerate(lines) if line.startswith("versions:")), None)
    if at is None:
        return "\n".join([*lines, "versions:", entry]) + "\n"
    if lines[at].split("#")[0].rstrip() != "versions:":
        lines[at] = "versions:"
    last = max([at, *(n for n in range(at + 1, len(lines)) if _belongs(lines, at, n))])
    lines.insert(last + 1, entry)
    return "\n".join(lines) + "\n"


def _belongs(lines: list[str], at: int, line: int) -> bool:
    """Whether a line belongs to the list that starts at `at`: no key stands between, and it says something."""
    return bool(lines[line].strip()) and all(not it[:1].strip() or it[0] in "-#" for it in lines[at + 1 : line + 1])
