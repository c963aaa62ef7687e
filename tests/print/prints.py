"""Prints as tests make them, and drafts that can be printed."""

from pathlib import Path

from msgspec.structs import replace

from ordain.model.draft import UNDATED, Draft, Front
from ordain.model.house import House
from ordain.model.linemap import LineMap
from ordain.model.numbering import Level
from ordain.model.provision import Provision
from ordain.print import letters
from ordain.print.faces import family_of, letters_of
from ordain.print.pdf import write_pdf
from ordain.print.pieces import composed
from ordain.print.reading import read_lines
from ordain.workflow.houses import houses
from ordain.workflow.sources import TextSource, load
from tests.chains import ROOT
from tests.houses import shipped_houses

ALBUQUERQUE = ROOT / "drafts" / "albuquerque-safer-community" / "4-as-amended.txt"
LOS_ANGELES = ROOT / "drafts" / "los-angeles-immigrant-affairs" / "2-as-amended.txt"
MINNEAPOLIS = ROOT / "drafts" / "minneapolis-parking-lots" / "2-as-amended.txt"
NASHVILLE = ROOT / "drafts" / "nashville-immigration-communications" / "2-substitute.txt"


def source(path: Path, house: str | None = None) -> TextSource:
    found = load(path, houses(path), house)
    assert isinstance(found, TextSource)
    return found


def pdf_of(path: Path) -> bytes:
    found = source(path)
    return write_pdf(found.draft, found.house, UNDATED)


def lines_of(draft: Draft, house: House) -> LineMap:
    return read_lines(write_pdf(draft, house, UNDATED), draft, house)


def bill(*texts: str, name: str = "albuquerque", **front: object) -> tuple[Draft, House]:
    """Return a draft of a title and recitals, and its house."""
    provisions = (
        Provision(level=Level.RECITAL if at else Level.TITLE, text=text) for at, text in enumerate(("A TITLE.", *texts))
    )
    made = replace(Front(house=name), **front)
    return Draft(front=made, provisions=tuple(provisions)), shipped_houses()[name]


def printable(draft: Draft, house: House) -> Draft:
    """Return the draft without the letters that no print has."""
    known = letters_of(family_of(house.layout.font))

    def kept(text: str) -> str:
        return "".join(it for it in composed(text) if letters.is_printable(it, known)).strip() or "word"

    def provision(it: Provision) -> Provision:
        return replace(it, text=kept(it.text), children=tuple(map(provision, it.children)))

    def short(text: str | None) -> str | None:
        return None if text is None else kept(text)[:_SHORT]

    front = draft.front
    front = replace(
        front,
        bill=short(front.bill),
        council=short(front.council),
        enactment=short(front.enactment),
        version=short(front.version),
        title=short(front.title),
        sponsors=None if front.sponsors is None else tuple(map(kept, front.sponsors)),
    )
    return replace(draft, front=front, provisions=tuple(map(provision, draft.provisions)))


# Longer ones would not fit in the foot.
_SHORT = 30
