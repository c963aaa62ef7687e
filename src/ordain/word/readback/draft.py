"""Read an edited print back into a draft.

The paragraphs of the body are the lines of a bill text, which is parsed as every other;
the front matter comes from the origin that the print carries, the ids from its bookmarks.
"""

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from ordain.errors import Place, nearest, quoted, refuse
from ordain.markup.front import write_front
from ordain.markup.parse import parse
from ordain.model.draft import Draft
from ordain.model.heading import header, heading, word_footer
from ordain.model.numbering import Level
from ordain.word.parts.names import w
from ordain.word.printing.styles import HEADING, ORDER_HEADING, STYLES
from ordain.word.readback.headinglines import take_over
from ordain.word.readback.naming import name_units
from ordain.word.readback.plainlines import one_line, plain_lines
from ordain.word.reading.bookmarks import covered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ordain.model.house import House
    from ordain.model.numbering import LabelStyle
    from ordain.model.provision import Provision
    from ordain.model.unit import Unit
    from ordain.word.parts.package import Package
    from ordain.word.printing.origin import Origin
    from ordain.word.readback.naming import Found, Naming
    from ordain.word.readback.plainlines import PlainLine


class ReadBack(Struct, frozen=True):
    """The draft of an edited print, and how it was read.

    `naming` says for each unit of the draft how its id was found; `gone` are the ids that
    no paragraph has any more, `remarks` what else is to be known.
    """

    draft: Draft
    naming: "Naming"
    gone: tuple[str, ...]
    remarks: tuple[str, ...]


def read_back(
    package: "Package", origin: "Origin", houses: "Mapping[str, House]", base: "Sequence[Unit]" = ()
) -> ReadBack:
    """Return the draft that an edited print of ours holds; `origin` is what the print carries.

    `base` are the units of the draft that was printed, where it is at hand: by them a
    provision is known again whose bookmark is lost and whose words have changed.  Raises
    OrdainError for what no draft can hold.
    """
    name = origin.front.house
    if name not in houses:
        raise refuse(f"no house is named {quoted(name)}", nearest(name, houses), Place(package.file))
    printed = Draft(front=origin.front, provisions=())
    lines, running = plain_lines(package)
    head, body = _parted(lines, [one_line(unit.text) for unit in heading(printed, houses[name])])
    if not body:
        raise refuse("the file holds no text of a bill", "choose another one", Place(package.file))
    front, remarks = take_over(printed, houses[name], head)
    draft = parse("\n".join([write_front(front), *(line.text for line in body)]), houses, package.file)
    units = draft.units()
    marks = covered(package.tree(package.main), [line.element for line in body])
    naming = name_units(units, origin.provisions, marks, base)
    ids = {it.id for it in naming.found if it is not None}
    provisions = _named(draft.provisions, iter(zip(naming.found, body, strict=True)), package.file)
    return ReadBack(
        Draft(front=front, provisions=provisions, file=package.file),
        naming,
        tuple(it.id for it in origin.provisions if it.id is not None and it.id not in ids),
        (
            *remarks,
            *_of_lines(units, body, dict(houses[name].scheme(front.instrument))),
            *_of_the_rest(package, running, printed, houses[name]),
        ),
    )


# A line of the heading stands in a style of its own, which ends in its number.
_HEADING_STYLE = re.compile(rf"(?:{HEADING}|{ORDER_HEADING}) ([0-9]+)")


def _parted(
    lines: "Sequence[PlainLine]", printed: "Sequence[str]"
) -> "tuple[list[tuple[int, str]], Sequence[PlainLine]]":
    """Return the lines of the heading with their numbers, and the lines of the text.

    The heading ends at the first line of another style; where a program dropped the
    styles, a line that reads as it was printed is known by that.
    """
    head: list[tuple[int, str]] = []
    for at, line in enumerate(lines):
        match = _HEADING_STYLE.fullmatch(line.style)
        if match:
            head.append((int(match[1]), line.text))
        elif line.style not in STYLES.values() and line.text in printed:
            head.append((printed.index(line.text) + 1, line.text))
        else:
            return head, lines[at:]
    return head, ()


def _named(
    provisions: "Iterable[Provision]", found: "Iterator[tuple[Found | None, PlainLine]]", file: str
) -> "tuple[Provision, ...]":
    """Return a tree with what was found for each of its provisions, in reading order, and where each stands."""
    out = []
    for provision in provisions:
        its, line = next(found)
        out.append(
            replace(
                provision,
                id=its.id if its else None,
                sources=its.sources if its else (),
                source=Place(file, line.number, 1, line.text),
                children=_named(provision.children, found, file),
            )
        )
    return tuple(out)


def _of_lines(
    units: "Sequence[Unit]", body: "Sequence[PlainLine]", scheme: "Mapping[Level, LabelStyle]"
) -> "Iterator[str]":
    """Yield what a reader of single paragraphs could be wrong about."""
    for unit, line in zip(units, body, strict=True):
        remarks = (*line.remarks, *_of_level(unit, _LEVELS.get(line.style), scheme))
        yield from (f"paragraph {line.number}, {quoted(line.text)}: {remark}" for remark in remarks)


_LEVELS = {name: level for level, name in STYLES.items()}


def _of_level(unit: "Unit", styled: Level | None, scheme: "Mapping[Level, LabelStyle]") -> "Iterator[str]":
    """Yield where the label, which decides, says another level than the style that Word gave the paragraph."""
    if styled is None or unit.level is None or styled is unit.level:
        return
    if unit.level is Level.FURTHER:
        yield "no label opens it, so it was read as a further paragraph of the provision above"
    elif styled in scheme and scheme[styled].ordinal(unit.label) is not None:
        yield f"its label could be of the level of its style, {styled.name.lower()}; read as {unit.level.name.lower()}"


def _of_the_rest(package: "Package", running: "Sequence[Unit]", printed: Draft, house: "House") -> "Iterator[str]":
    """Yield what stands in the file and in no draft."""
    known = {unit.line for unit in (*header(printed, house), *word_footer(printed, house))}
    for text in dict.fromkeys(unit.line for unit in running):
        if text.strip() and text not in known:
            yield f"the line {quoted(text)} at the head or foot of the pages was left out; a print makes it anew"
    comments = sum(1 for _ in package.tree(package.main).iter(w("commentReference")))
    if comments:
        yield f"comments in the file: {comments}; a draft has none, so they were left out"
