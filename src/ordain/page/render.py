"""The one place that turns the page into markup: templates that escape whatever they print.

What is not escaped is only what is our own, letter by letter: the style, the script, and
the data, in which no sign is left that could begin markup.
"""

import hashlib
from base64 import b64encode
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from jinja2 import DictLoader, Environment, StrictUndefined, Template
from markupsafe import Markup

from ordain.compare.digest import digest
from ordain.model.numbering import Level
from ordain.page.anchors import rows
from ordain.page.cards import cards
from ordain.page.encode import encode
from ordain.page.first import Group, first
from ordain.page.order import order_cells, told_states
from ordain.page.passages import parts
from ordain.page.place import slug
from ordain.page.saying import counted, say
from ordain.page.signs import BADGES, CELL_SIGNS, GROUP_SIGNS, is_tight, plain, signs
from ordain.page.words import LANGUAGES, opened, placed, sentence, table, told
from ordain.text.segments import Mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ordain.page.first import First, Item
    from ordain.page.order import Cell
    from ordain.page.review import Edition, Review

_TEMPLATE = "page.html.j2"
_SCRIPTS = (
    "words.js", "store.js", "marks.js", "table.js", "passage.js", "fold.js", "bill.js",
    "first.js", "decisions.js", "tools.js", "find.js", "start.js",
)  # fmt: skip

# Under which heading a provision of the order stands that is gone, or may be.
_LOST = (("coverage.lost", ("gone", "partly", "left")), ("coverage.suspect", ("suspect",)))


def write_page(review: "Review", language: str = "en") -> str:
    """Return the page: one text that needs no other file and opens no address."""
    style, opening, script = stylesheet(review.title), _own("opening.js"), program()
    turn = review.last
    old, new = review.editions[turn.old], review.editions[turn.new]
    cells = None if new.coverage is None else _cells(new, language)
    seen = first(turn, review.vocabulary)
    return _template().render(
        review=review,
        language=language,
        languages=LANGUAGES,
        policy=_policy(style, (opening, script)),
        style=Markup(style),  # noqa: S704 - the project's own text
        opening=Markup(opening),  # noqa: S704 - the same
        script=Markup(script),  # noqa: S704 - the same
        data=Markup(encode(review, language)),  # noqa: S704 - no sign in it begins markup
        new=new,
        word=table(language).__getitem__,
        told=lambda saying: told(saying, language),
        placed=lambda place: placed(place, language),
        opened=opened,
        sentence=lambda sayings: sentence(sayings, language),
        say=say,
        plain=plain,
        signs=signs,
        bill=say("bill", bill=plain(review.bill or "")),
        between=say("changed.between", old=plain(old.name), new=plain(new.name)),
        held=say("changed.held", old=plain(old.name), new=plain(new.name)),
        badges=BADGES,
        counted=counted,
        coverage_in=say("coverage.in", name=plain(new.name)),
        digest=digest(turn.redline.entries()),
        seen=seen,
        groups=_groups(seen),
        group_signs=GROUP_SIGNS,
        cell_signs=CELL_SIGNS,
        has_order=any(edition.coverage is not None for edition in review.editions),
        cells=cells,
        strips=[
            (is_recital, [cell for cell in cells or () if cell["is_recital"] is is_recital])
            for is_recital in (False, True)
        ],
        lost=[(key, [cell for cell in cells or () if cell["sign"] in signs]) for key, signs in _LOST],
        legend=_legend(cells or ()),
        around=[block.words for block in turn.redline.top if block.kind != "kept"],
        parts=rows(parts(turn.redline)),
        cards={card.number: card for card in cards(turn, review.vocabulary)},
        uncompared=turn.uncompared,
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=DictLoader({_TEMPLATE: _own(_TEMPLATE)}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.tests |= {
        "is_kept": lambda mark: mark is Mark.KEPT,
        "is_struck": lambda mark: mark is Mark.STRUCK,
        "is_added": lambda mark: mark is Mark.ADDED,
        "tight": is_tight,
        "is_code": lambda level: level is Level.CODE,
    }
    return environment.get_template(_TEMPLATE)


def stylesheet(title: str) -> str:
    """Return the style of the page; the head of each printed page says the title."""
    return _own("page.css").replace(_HEAD, _style_string(plain(title)))


# Stands in the style for the title.
_HEAD = "RUNNING HEAD"


def _style_string(text: str) -> str:
    """Return a text for inside quotes in a style: all but letters, figures and blanks by number."""
    return "".join(sign if sign == " " or (sign.isascii() and sign.isalnum()) else f"\\{ord(sign):x} " for sign in text)


def program() -> str:
    """Return the script of the page."""
    return "\n".join(['"use strict";', *map(_own, _SCRIPTS)])


def _policy(style: str, scripts: "Sequence[str]") -> str:
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(map(_hash, scripts))}",
            f"style-src {_hash(style)}",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _own(name: str) -> str:
    return resources.files("ordain.page").joinpath(name).read_text(encoding="utf-8")


def _groups(seen: "First") -> "list[tuple[str, list[Item]]]":
    held = [(group.value, [item for item in seen.items if item.group is group]) for group in Group]
    return [(group, items) for group, items in held if items]


def _cells(edition: "Edition", language: str) -> "list[dict[str, object]]":
    assert edition.coverage is not None
    return [_cell(cell, at, language) for at, cell in enumerate(order_cells(edition.coverage), start=1)]


def _cell(cell: "Cell", at: int, language: str) -> "dict[str, object]":
    places = [(placed(place, language), slug(unit.address)) for place, unit in cell.at]
    return {
        "name": cell.name,
        "sign": cell.sign,
        "is_recital": cell.is_recital,
        "states": ", ".join(table(language)[f"state.{state}"] for state in cell.states),
        "state": ", ".join(table(language)[f"state.{state}"] for state in told_states(cell.states)),
        "href": places[0][1] if places else f"order-{at}",
        "places": places,
        "reasons": cell.reasons,
    }


def _legend(cells: "Iterable[Mapping[str, object]]") -> list[tuple[str, int]]:
    held = [cell["sign"] for cell in cells]
    return [(sign, held.count(sign)) for sign in CELL_SIGNS if sign in held]
