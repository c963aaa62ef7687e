"""Tell a fault of YAML to who wrote it: what is wrong, where it began, and what to do about it.

The library says where it could not go on.  That is often far behind the fault: a quote that
is not closed is noticed at the end of the file, and is shown here where it opens.
"""

import re
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml

from ordain.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from ordain.notation.lines import Lines

Fault: TypeAlias = yaml.MarkedYAMLError
_Teller: TypeAlias = "Callable[[Fault, Lines, yaml.Event | None], Problem]"


def tell(fault: Fault, lines: "Lines", last: yaml.Event | None) -> Problem:
    """Return the problem that a fault of the library stands for; `last` is what it read before."""
    said = f"{fault.context or ''}: {fault.problem or ''}"
    for sign, teller in _TELLERS:
        if sign in said:
            return teller(fault, lines, last)
    return _here("this cannot be read as YAML", "check the indentation, the quotes and the colons")(fault, lines, last)


def _here(message: str, remedy: str) -> _Teller:
    """Return a teller that points to where the library stopped."""
    return lambda fault, lines, _: Problem(message, remedy, lines.place(_stop(fault)))


def _there(message: str, remedy: str) -> _Teller:
    """Return a teller that points to where the thing began that the library could not read."""
    return lambda fault, lines, _: Problem(message, remedy, lines.place(_start(fault)))


def _bad_start(fault: Fault, lines: "Lines", _: yaml.Event | None) -> Problem:
    at = _stop(fault)
    sign = lines.behind(at)[:1]
    if sign == "\t":
        return Problem("a tab stands here", "indent with spaces", lines.place(at))
    if not sign:
        return Problem("the text ends inside a bracket", "close it", lines.place(at))
    return Problem(f"a text cannot start with {sign}", "put it in quotes", lines.place(at))


# A colon that ends a key.
_KEY = re.compile(r":\s")


def _stray_colon(fault: Fault, lines: "Lines", _: yaml.Event | None) -> Problem:
    at = _stop(fault)
    before = lines.before(at)
    if _KEY.search(before):
        return Problem("a second colon stands in this line", "put the text in quotes", lines.place(at))
    word = len(before.lstrip())
    return Problem(
        "this line reads on from the one above",
        "align it with its neighbors, and write a blank behind each colon and each hyphen",
        lines.place(at - word, at),
    )


_CLOSING = {"[": "]", "{": "}"}


def _unclosed_bracket(fault: Fault, lines: "Lines", _: yaml.Event | None) -> Problem:
    opened = lines.behind(_start(fault))
    closing = _CLOSING.get(opened[:1], "]")
    if closing in opened:
        return Problem(
            "a comma is missing before this",
            "put one between the parts, and put a text that holds commas or brackets in quotes",
            lines.place(_stop(fault)),
        )
    return Problem("this bracket is not closed", f"close it with {closing}", lines.place(_start(fault)))


# How a text in quotes writes a quote of its own kind.
_INNER = {"'": "''", '"': '\\"'}


def _misfit(fault: Fault, lines: "Lines", last: yaml.Event | None) -> Problem:
    """Tell a quote that closed too early or too late from a line that is indented badly."""
    at = _stop(fault)
    sign = lines.behind(at)[:1]
    if isinstance(last, yaml.ScalarEvent) and last.style in _INNER and not lines.before(at).isspace():
        opened = index_of(last.start_mark)
        if lines.number(opened) != lines.number(at):
            return Problem(
                f"this quote is closed only in line {lines.number(at)}",
                "close it where its text ends",
                lines.place(opened),
            )
        return Problem(
            "more text stands behind the closing quote",
            f"write a quote inside the text as {_INNER[last.style]}",
            lines.place(at),
        )
    if sign in (*_CLOSING.values(), ","):
        return Problem(f"this {sign} ends nothing", "delete it, or put the text in quotes", lines.place(at))
    return Problem("the indentation fits no line above", "align it with its neighbors", lines.place(at))


# What the library says, a part of it, and how it is told; the first that fits is taken.
_TELLERS: tuple[tuple[str, _Teller], ...] = (
    ("cannot start any token", _bad_start),
    ("expected node content", _bad_start),
    ("mapping values are not allowed", _stray_colon),
    ("expected ':'", _there("a colon is missing", "write `key: value`, with a blank behind the colon")),
    ("quoted scalar: found unexpected end", _there("this quote is not closed", "close it where its text ends")),
    ("escape", _here("a backslash stands in double quotes", "write it twice, or use single quotes")),
    ("block scalar", _here("a text stands behind | or >", "begin it in the next line")),
    ("scanning an a", _there("an anchor or alias (& or *) stands here", "put the text in quotes")),
    ("tag", _there("a tag (!) stands here", "put the text in quotes")),
    ("directive", _here("a line cannot start with %", "put the text in quotes")),
    ("',' or", _unclosed_bracket),
    ("block sequence entries", _here("a list starts in the line of its key", "begin it in the next line")),
    ("<document start>", _here("a second document starts here", "take out the line of --- or ...")),
    ("expected key", _misfit),
    ("expected '-'", _misfit),
    ("expected <block end>", _misfit),
)


def index_of(mark: Any) -> int:
    """Return the number of the sign at a mark of the library, whose types say that there may be none."""
    return int(mark.index)


def _stop(fault: Fault) -> int:
    return index_of(fault.problem_mark)


def _start(fault: Fault) -> int:
    return index_of(fault.context_mark or fault.problem_mark)
