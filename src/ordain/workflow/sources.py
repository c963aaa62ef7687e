"""What a user names as one side of a job: an order, a draft, a Word file."""

from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from ordain.errors import Place, nearest, refuse
from ordain.workflow.files import read_bytes, read_text

if TYPE_CHECKING:
    from ordain.model.draft import Draft
    from ordain.model.house import House
    from ordain.model.order import Order
    from ordain.workflow.houses import Houses


class TextSource(Struct, frozen=True):
    """A draft, or an order as the text of its house, with the house."""

    draft: "Draft"
    house: "House"


class WordSource(Struct, frozen=True):
    """A Word file that nobody here made."""

    content: bytes
    file: str


Source: TypeAlias = TextSource | WordSource


def load(path: Path, known: "Houses", house: str | None = None) -> Source:
    """Return what the file holds: `.yaml` is an order, `.txt` a draft, `.docx` or `.docm` a Word file."""
    if path.is_dir():
        raise refuse("this is a folder", "name a file in it", Place(str(path)))
    match path.suffix.lower():
        case ".yaml" | ".yml":
            return load_order(path, known)[1]
        case ".txt":
            from ordain.markup.parse import parse  # noqa: PLC0415 - a comparison of Word files needs no drafts

            draft = parse(read_text(path), known.known(), str(path), house)
            return TextSource(draft, known.house(draft.front.house))
        case ".docx" | ".docm":
            return WordSource(read_bytes(path), str(path))
        case suffix:
            what = f"a file that ends in '{suffix}'" if suffix else "a file without an ending"
            raise refuse(
                f"{what} is not known here",
                "give an order (.yaml), a draft (.txt) or a .docx",
                Place(str(path)),
            )


def load_order(path: Path, known: "Houses") -> "tuple[Order, TextSource]":
    """Return an order, and its text in the form of its house."""
    from ordain.drafting.render import draft_order  # noqa: PLC0415 - Jinja takes long to load
    from ordain.markup.parse import parse  # noqa: PLC0415 - a comparison of Word files needs no drafts
    from ordain.readers.order import read_order  # noqa: PLC0415 - pydantic takes long to load

    text = read_text(path)
    order = read_order(text, str(path))
    if order.house not in known.names():
        lines = text.split("\n")
        at = next((n for n, line in enumerate(lines) if line.startswith("house:")), 0)
        place = Place(str(path), at + 1, 1, lines[at])
        raise refuse(f"no house is named '{order.house}'", nearest(order.house, known.names()), place)
    house = known.house(order.house)
    folder = str(known.folder(order.house))
    drafted = draft_order(order, house, known.templates(order.house), folder)
    return order, TextSource(parse(drafted, known.known(), f"{path} as {order.house} prints it"), house)
