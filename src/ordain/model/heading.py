"""What a print shows of the front matter: the block above the bill, and the foot of each page."""

import re
from typing import TYPE_CHECKING

from ordain.model.house import HeadingLine, House
from ordain.model.unit import Story, Unit
from ordain.text.tokens import Opaque, Token, tokenize

if TYPE_CHECKING:
    from ordain.model.draft import Draft, Front

BLANK = "____________"

# The instrument that a bill codifies, and that is no bill itself.
ORDER = "executive-order"

# What a line of a heading or footer may show of the front matter, the house and the page.
FIELDS = (
    "city", "council", "bill", "enactment", "sponsors", "instrument", "version", "date", "title", "page",
)  # fmt: skip

_FIELD = re.compile(r"\{([A-Za-z_]+)\}")

# On a text of ours nobody may take it for the council's: this stands in the first
# line of every foot.
ILLUSTRATIVE = "Illustrative draft, not a document of the council"
PARAPHRASE = "Illustrative paraphrase, not the text of the order"

# Word numbers lines as its version and its fonts break them, so on another machine a line
# may have another number.
NOT_CITED = "Lines are cited by the PDF print; the line numbers of this file are not the official ones"


def heading(draft: "Draft", house: House) -> tuple[Unit, ...]:
    """Return the lines above the bill, one for each heading line of the house."""
    values = _values(draft.front, house)
    return tuple(
        Unit(tokens=tokenize(fill(line.text, values)), story=Story.HEADING, address=f"Heading, line {at}")
        for at, line in enumerate(heading_lines(draft.front.instrument, house), start=1)
    )


def heading_lines(instrument: str, house: House) -> tuple[HeadingLine, ...]:
    """Return the heading lines of a bill, or of an order."""
    return house.layout.order_heading or house.layout.heading if instrument == ORDER else house.layout.heading


def header(draft: "Draft", house: House) -> tuple[Unit, ...]:
    """Return the running head: the legend of the marks on a bill; an order has none, and an empty line."""
    is_bill = draft.front.instrument != ORDER
    return _running((house.legend if is_bill else ()) or ("",), Story.HEADER, {})


def footer(draft: "Draft", house: House) -> tuple[Unit, ...]:
    """Return the lines at the foot of each page; `{page}` is a sign that the print fills."""
    is_order = draft.front.instrument == ORDER
    lines = ((PARAPHRASE if is_order else ILLUSTRATIVE),) if draft.front.illustrative else ()
    return _running((*lines, *house.layout.footer) or ("",), Story.FOOTER, _values(draft.front, house))


def word_footer(draft: "Draft", house: House) -> tuple[Unit, ...]:
    """Return the lines at the foot of each page in Word: the last says that its line numbers are not the cited ones."""
    lines = footer(draft, house)
    if not house.layout.line_numbers:
        return lines
    return (*lines, Unit(tokens=tokenize(NOT_CITED), story=Story.FOOTER, address=f"Footer, line {len(lines) + 1}"))


def printed(draft: "Draft", house: House) -> tuple[Unit, ...]:
    """Return every paragraph of a draft as Word prints it: heading, text, head and foot of the pages."""
    return (*heading(draft, house), *draft.units(), *header(draft, house), *word_footer(draft, house))


def _running(lines: tuple[str, ...], story: Story, values: dict[str, str]) -> tuple[Unit, ...]:
    return tuple(
        Unit(
            tokens=_with_page_number(fill(line, values)),
            story=story,
            address=f"{story.value.capitalize()}, line {at}",
        )
        for at, line in enumerate(lines, start=1)
    )


def fields_of(text: str) -> list[str]:
    """Return the names in braces of a line.

    >>> fields_of("COUNCIL BILL NO. {bill}")
    ['bill']
    """
    return _FIELD.findall(text)


def fill(text: str, values: dict[str, str]) -> str:
    """Return `text` with each `{field}` filled; one that is not known stays a blank to be filled.

    >>> fill("COUNCIL BILL NO. {bill}", {"bill": "O-24-63"})
    'COUNCIL BILL NO. O-24-63'
    """
    return _FIELD.sub(lambda match: values.get(match[1]) or BLANK, text).rstrip()


def recognizer(line: HeadingLine) -> re.Pattern[str]:
    """Return the expression that recognizes a heading line in a text, its fields as groups."""
    pattern = ""
    for at, part in enumerate(_FIELD.split(line.text)):
        pattern += f"(?P<{part}>.*?)" if at % 2 else r"\s+".join(re.escape(word) for word in re.split(r"\s+", part))
    return re.compile(pattern.replace(r"\s+(?P<", r"\s*(?P<").replace(r".*?)\s+", r".*?)\s*") + r"\s*")


# Stands for the number of the page, which only the print knows.
PAGE = Opaque("page number")


def _with_page_number(line: str) -> tuple[Token, ...]:
    tokens = tokenize(line)
    return tuple(PAGE if token == PAGE.shown else token for token in tokens)


def _values(front: "Front", house: House) -> dict[str, str]:
    stage = house.stage(front.version)
    version = stage.label if stage else (front.version or "")
    return {
        "city": house.city,
        "council": front.council or house.council or "",
        "bill": front.bill or "",
        "enactment": front.enactment or "",
        "sponsors": ", ".join(front.sponsors or ()),
        "instrument": house.instrument_name(front.instrument),
        "version": version,
        "date": front.date.isoformat() if front.date else "undated",
        "title": front.title or "",
        "page": PAGE.shown,
    }
