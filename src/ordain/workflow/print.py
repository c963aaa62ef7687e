"""Print an order or a draft: the clean document in the house's layout."""

from pathlib import Path
from typing import TYPE_CHECKING

from ordain.errors import Place, refuse
from ordain.word.compose import compose
from ordain.workflow.sources import TextSource, load

if TYPE_CHECKING:
    from ordain.workflow.houses import Houses


def print_of(path: Path, out: Path, known: "Houses", house: str | None = None) -> bytes:
    """Return the print of the order or draft at `path`, in the form that the suffix of `out` names."""
    if out.suffix.lower() != ".docx":
        raise refuse(f"no print is written as '{out.suffix}'", "end the name in .docx", Place(str(out)))
    source = load(path, known, house)
    if not isinstance(source, TextSource):
        raise refuse("this is a Word file already", "give an order (.yaml) or a draft (.txt)", Place(str(path)))
    return compose(source.draft, source.house)
