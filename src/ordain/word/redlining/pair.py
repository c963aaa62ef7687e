"""Two Word files made ready to be compared, and their redline, marked more coarsely where it must be."""

from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from ordain.compare import compare
from ordain.compare.anchors import matched
from ordain.errors import Place, refuse
from ordain.model.unit import Form, Story, Unit
from ordain.word.marking.revise import revise
from ordain.word.marking.revision import Authorship, Pen
from ordain.word.marking.sectionheaders import with_sections
from ordain.word.parts.documentproperties import modified
from ordain.word.parts.names import local
from ordain.word.parts.package import LARGEST, open_package
from ordain.word.reading.side import Side
from ordain.word.redlining.definitions import share_ids
from ordain.word.redlining.existing import settle
from ordain.word.redlining.uncompared import uncompared
from ordain.word.redlining.verify import LawError, laws_of

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterator, Mapping

    from ordain.compare import Redline
    from ordain.errors import OrdainError
    from ordain.word.marking.revision import Revision
    from ordain.word.parts.names import Element
    from ordain.word.reading.read import Memory
    from ordain.word.redlining.verify import Laws, Seen

    File = tuple[bytes, str]
    Units = tuple[Unit, ...]

Existing = Literal["keep", "accept", "reject"]

# So many places may be marked as a whole before the files are taken for ones that cannot
# be redlined.
_TRIES = 12


# Whether the revisions of the old and of the new file are made or undone.
_TAKEN: dict[Existing, tuple[bool, bool]] = {"keep": (False, True), "accept": (True, True), "reject": (False, False)}


class Terms(Struct, frozen=True, kw_only=True):
    """How two files are read.

    `existing` says what becomes of revisions that the files hold: they are made, undone, or
    kept pending, the old ones undone and the new ones made.  Where they are `cited`,
    paragraphs under a number have it for their address.  `largest` is how many bytes a
    file may unpack to.
    """

    existing: Existing = "keep"
    cited: bool = True
    largest: int = LARGEST


class Pair:
    """Two Word files, each as bytes with its name, read and matched.

    `units` are given where the files are the prints of drafts.
    """

    def __init__(
        self,
        old: "File",
        new: "File",
        units: "tuple[Units, Units] | None" = None,
        terms: "Terms | None" = None,
    ) -> None:
        self._files = (old, new)
        self._terms = terms or Terms()
        self.whose = Authorship()
        self.uncompared: tuple[str, ...] = ()
        self.modified: datetime.datetime | None = None  # when the new file says that it was last changed
        self._given = units
        self._fresh: tuple[Side, Side] | None = self._read()
        self.units = (self._fresh[0].units, self._fresh[1].units)

    @property
    def file(self) -> str:
        """The name of the new file."""
        return self._files[1][1]

    def sides(self) -> tuple[Side, Side]:
        """Return both sides, to be used up: a redline is made in place."""
        fresh, self._fresh = self._fresh or self._read(), None
        return fresh

    def _read(self) -> tuple[Side, Side]:
        packages = [open_package(*file, self._terms.largest) for file in self._files]
        share_ids(packages[0], packages[1])
        self.uncompared = uncompared(packages[0], packages[1])
        self.modified = modified(packages[1])
        memory: Memory = {}
        if self._given is not None:
            return Side(packages[0], self._given[0], memory), Side(packages[1], self._given[1], dict(memory))
        for package, taken in zip(packages, _TAKEN[self._terms.existing], strict=True):
            found = settle(package, taken=taken)
            if self._terms.existing == "keep":
                self.whose.by_element |= found.by_element
                self.whose.by_text |= found.by_text
        first = Side(packages[0], memory=memory)
        sides = (first, Side(packages[1], memory={} if self.whose.by_element else dict(memory)))
        for side, units in zip(
            sides, matched(*(_addressed(side) if self._terms.cited else side.units for side in sides)), strict=True
        ):
            side.name(units)
        return sides[0], sides[1]


def _addressed(side: Side) -> list[Unit]:
    """Return the units of a side; those that stand under a number are cited by it."""
    from ordain.word.reading.listnumbers import list_labels  # noqa: PLC0415 - a redline that nobody cites needs no numbers
    from ordain.word.reading.provisions import addresses  # noqa: PLC0415 - the same

    body = [at for at, unit in enumerate(side.units) if unit.story is Story.BODY and unit.form is Form.PARAGRAPH]
    labels = list_labels(side.package, [side.paragraphs[at].element for at in body])
    found = dict(zip(body, addresses(labels, [side.units[at].text for at in body]), strict=True))
    cited = {at: address for at, address in found.items() if address}
    for at, address in cited.items():
        if address[0] not in "S§":
            cited[at] = f"{side.units[at].address}, {address}"
    return [replace(unit, address=cited[at]) if at in cited else unit for at, unit in enumerate(side.units)]


def revise_pair(
    pair: Pair, redline: "Redline", revision: "Revision", comments: "Callable[[Redline], Mapping[int, str]]"
) -> "tuple[bytes, Redline]":
    """Return the redline of two files, and the comparison that it shows.

    Where the laws do not hold at a paragraph or a table, that one is struck and set anew.
    Raises OrdainError where they do not hold even so.
    """
    alone: tuple[set[int], set[int]] = (set(), set())

    def written(redline: "Redline") -> "tuple[bytes, Redline, Laws]":
        """Return the redline unchecked; the files it was made of are let go, since the check needs the room."""
        sides = pair.sides()
        if alone[0] or alone[1]:
            for side, places in zip(sides, alone, strict=True):
                side.name([replace(unit, alone=at in places) for at, unit in enumerate(side.units)])
            redline = compare(sides[0].units, sides[1].units)
        placed = with_sections(*sides, redline)
        if placed is not None:
            sides[0].name(placed)
            redline = compare(sides[0].units, sides[1].units)
        laws = laws_of(*sides)
        return revise(*sides, redline, Pen(revision, pair.whose), comments(redline)), redline, laws

    while True:
        content, redline, laws = written(redline)
        try:
            laws.check(content)
        except LawError as error:
            failed = error
        else:
            return content, redline
        at = 1 if failed.how == "accepting" else 0
        place = _coarser(failed, alone[at], len(pair.units[at]))
        if place is None or len(alone[at]) == _TRIES:
            raise _refused(failed, pair)
        alone[at].add(place)


def _coarser(error: LawError, places: "set[int]", count: int) -> int | None:
    """Return the next paragraph to be marked whole: where the law does not hold, or beside it."""
    found = [one.at for one in (error.wanted, error.got) if one is not None and one.at >= 0]
    near = [at for first in found[:1] for at in (first, first - 1, first + 1)]
    return next((at for at in near if 0 <= at < count and at not in places), None)


def _refused(error: LawError, pair: Pair) -> "OrdainError":
    found = next(_blocks_of_one(*pair.sides()), None)
    if found is not None:
        element, side = found
        return refuse(
            f"between the paragraphs stands {_BLOCKS.get(local(element), 'something that is none')}, "
            "which no tracked change can show, and the other file has none like it",
            "open this file in Word and save it, which makes paragraphs of it, or take it out",
            Place(side.package.file),
        )
    return refuse(
        f"{error.how} every change of this redline would not give the right text, so it was not written: "
        f"{_differs(error.got, error.wanted)}",
        "please report both files, so that this can be mended",
        Place(pair.file),
    )


_BLOCKS = {
    "altChunk": "a file that is still to be imported",
    "AlternateContent": "content in one form for new programs and another for old ones",
}


def _blocks_of_one(*sides: Side) -> "Iterator[tuple[Element, Side]]":
    """Yield what stands between paragraphs, and is neither paragraph nor table, in one file alone."""
    held = [{it.unit.tokens: it for it in side.paragraphs if it.unit.form is Form.BLOCK} for side in sides]
    for side, own, other in zip(sides, held, reversed(held), strict=True):
        for key in own.keys() - other.keys():
            yield own[key].element, side


def _differs(got: "Seen | None", wanted: "Seen | None") -> str:
    shown = [("nothing" if one is None else one.text[:60]) for one in (got, wanted)]
    if shown[0] == shown[1]:
        return f"the format of {shown[0]!r} would not be the same"
    return f"it would read {shown[0]!r}, and should read {shown[1]!r}"
