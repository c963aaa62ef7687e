"""Find houses: in `--templates`, beside the matter, and among those that come with the program."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from ordain.errors import Place, nearest, refuse
from ordain.workflow.files import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ordain.model.house import House
    from ordain.model.vocabulary import Vocabulary

_PACKAGE = Path(__file__).resolve().parent.parent


def shipped(name: str, *, in_checkout: str) -> Path:
    """Return a folder that the wheel carries inside the package, and a checkout at its top."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent.parent / in_checkout


class Houses(Struct, frozen=True):
    """The folders that are searched for houses, first to last; one house is read when it is asked for."""

    folders: tuple[Path, ...]

    def names(self) -> list[str]:
        """Return the names of all houses."""
        return sorted({path.parent.name for folder in self.folders for path in folder.glob("*/house.yaml")})

    def house(self, name: str) -> "House":
        """Return a house, its own words behind those of all houses; raises OrdainError for an unknown one."""
        from ordain.readers.house import read_house  # noqa: PLC0415 - pydantic takes long to load

        path = self.folder(name) / "house.yaml"
        house = read_house(read_text(path), str(path), name)
        return replace(house, vocabulary=vocabulary().with_more(house.vocabulary))

    def folder(self, name: str) -> Path:
        """Return the folder of a house."""
        for folder in self.folders:
            if (folder / name / "house.yaml").is_file():
                return folder / name
        raise refuse(f"no house is named '{name}'", nearest(name, self.names()), Place(str(self.folders[0])))

    def templates(self, name: str) -> dict[str, str]:
        """Return the sources of a house's templates by name."""
        return {path.name: read_text(path) for path in sorted(self.folder(name).glob("*.j2"))}

    def known(self) -> "Mapping[str, House]":
        """Return the houses by name, each read when first asked for."""
        return _Known(self)


def houses(*beside: Path, templates: Path | None = None) -> Houses:
    """Return the houses seen from a matter: `templates` first, then a `templates/` beside or above each path."""
    folders = [templates] if templates else []
    for path in beside:
        start = path if path.is_dir() else path.parent
        folders += [folder / "templates" for folder in (start, start.parent, start.parent.parent)]
    folders.append(shipped("templates", in_checkout="templates"))
    found = tuple(folder for folder in dict.fromkeys(folders) if folder.is_dir())
    if templates is not None and not templates.is_dir():
        raise refuse("there is no such folder of houses", "check the name", Place(str(templates)))
    return Houses(found)


@cache
def vocabulary() -> "Vocabulary":
    """Return the words that all houses share, for texts of which no house is known."""
    from ordain.readers.vocabulary import read_vocabulary  # noqa: PLC0415 - pydantic takes long to load

    path = shipped("templates", in_checkout="templates") / "words.yaml"
    return read_vocabulary(read_text(path), str(path))


class _Known(dict[str, "House"]):
    """A mapping of all houses that reads each when it is first looked up."""

    def __init__(self, source: Houses) -> None:
        super().__init__()
        self._source = source
        self._names = source.names()

    def __missing__(self, name: str) -> "House":
        self[name] = self._source.house(name)
        return self[name]

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> "Iterator[str]":
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
