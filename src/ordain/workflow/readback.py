"""Read a print back that somebody edited in Word, and say how each id was found.

Tracked changes are accepted first: who edits with them switched on means the text to read so.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ordain.errors import Place, quoted, refuse
from ordain.model.heading import ORDER
from ordain.workflow.files import read_bytes
from ordain.workflow.sources import TextSource, load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.model.unit import Unit
    from ordain.word.readback.draft import ReadBack
    from ordain.word.readback.naming import Found
    from ordain.workflow.houses import Houses

# Takes each sentence that is said of how a file was read.
Tell = Callable[[str], None]

# A version of a matter: its stage and its file.
Printed = tuple[str, Path]


def load_draft(
    path: Path, known: "Houses", house: str | None = None, tell: Tell = lambda _: None, chain: Sequence[Printed] = ()
) -> TextSource:
    """Return the draft or order in a file; a .docx must be a print of ours.

    `chain` are the versions of the matter, first to last, in which the draft is looked for
    that was printed.  Raises OrdainError for a Word file that Ordain did not print.
    """
    if path.suffix.lower() != ".docx" or path.is_dir():
        source = load(path, known, house)
        assert isinstance(source, TextSource)
        return source
    from ordain.word.parts.package import open_package  # noqa: PLC0415 - the same
    from ordain.word.printing.origin import read_origin  # noqa: PLC0415 - a text needs no Word
    from ordain.word.readback.draft import read_back  # noqa: PLC0415 - python-docx takes 0.3 s to load
    from ordain.word.redlining.tracked import accepted  # noqa: PLC0415 - a text needs no Word

    content, authors = accepted(read_bytes(path), str(path))
    package = open_package(content, str(path))
    origin = read_origin(package)
    if origin.front.instrument == ORDER:
        raise refuse("this is the print of an order, not of a draft", "change the order.yaml instead", Place(str(path)))
    base, file = _base(origin.front.version, chain, known, house)
    read = read_back(package, origin, known.known(), base)
    tell(f"{path}: read back from the print of {quoted(origin.front.version or 'a draft without a version')}")
    if authors:
        tell(f"  tracked changes of {', '.join(authors)} were read as accepted; what is to stay out, reject in Word")
    if chain and file != chain[-1][1]:
        tell(f"  it was printed before {chain[-1][1].name}; what changed since then is not in it")
    for sentence in _said(read):
        tell(f"  {sentence}")
    return TextSource(read.draft, known.house(read.draft.front.house))


def _base(
    stage: str | None, chain: Sequence[Printed], known: "Houses", house: str | None
) -> "tuple[tuple[Unit, ...], Path | None]":
    """Return the units and the file of the version that was printed, or else of the latest."""
    if not chain:
        return (), None
    file = next((path for name, path in reversed(chain) if name == stage), chain[-1][1])
    return load_draft(file, known, house).draft.units(), file


def _said(read: "ReadBack") -> "Iterator[str]":
    """Yield how the ids were found: the ways with their counts, then each that was not found by its bookmark."""
    units, naming = read.draft.units(), read.naming
    ways = Counter(found.way.value for found in naming.found if found is not None and found.id is not None)
    counts = ", ".join(f"{count} {way}" for way, count in ways.items())
    yield f"ids: {counts or 'none'}"
    for unit, found in zip(units, naming.found, strict=True):
        yield from _of_one(unit, found)
    if naming.new is None:
        nameless = sum(1 for found in naming.found if found is None or found.id is None)
        yield f"paragraphs without an id, as in the print or new: {nameless}"
    for at in naming.new or ():
        yield f"new, without an id: {units[at].address}, {quoted(units[at].line)}"
    if read.gone:
        yield f"no longer in the text: {', '.join(read.gone)}"
    yield from read.remarks


def _of_one(unit: "Unit", found: "Found | None") -> "Iterator[str]":
    """Yield how a provision was found that its bookmark did not tell."""
    from ordain.word.readback.naming import Way  # noqa: PLC0415 - a text needs no Word

    if found is not None and found.way is not Way.BOOKMARK and (found.id or found.sources):
        name = found.id or f"from={','.join(found.sources)}"
        share = f", {found.likeness:.0%} alike" if found.way is Way.TEXT else ""
        yield f"{name}: {found.way.value}{share}; now {unit.address}, {quoted(unit.line)}"
