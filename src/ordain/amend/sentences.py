"""Instructions and their sentences: written in the words of a house, and read back from words."""

import re
from typing import TYPE_CHECKING, assert_never

from ordain.amend.idioms import Said, hear, say
from ordain.amend.instructions import (
    Insert,
    InsertProvision,
    Instruction,
    Lines,
    Move,
    Named,
    Relabel,
    Renumber,
    Side,
    Strike,
    StrikeThrough,
)
from ordain.amend.places import read_gap, read_name, read_place, write_gap, write_name, write_place
from ordain.amend.quoting import can_quote, quote, quoted, read_words, unquote
from ordain.model.linemap import Line
from ordain.model.numbering import NUMBERED, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.amend.instructions import Quote, Where
    from ordain.model.idioms import Idioms

Told = tuple[str, tuple[str, ...]]
"""A sentence, and the paragraphs that follow it."""


def write_instruction(instruction: Instruction, idioms: "Idioms", noun: str) -> Told:
    """Return the sentence of an instruction and the paragraphs behind it; `noun` is what these are called."""
    match instruction:
        case Strike():
            return _write_strike(instruction, idioms)
        case Insert(where, side, beside, text):
            fields = {"place": write_place(where), "beside": f"{side.value} {_words(beside)}"}
            if can_quote(text):
                return say(idioms, "insert", **fields, new=quoted(text)), ()
            return say(idioms, "insert-words", **fields), (text,)
        case StrikeThrough():
            return _write_through(instruction, idioms, noun)
        case InsertProvision(gap, lines):
            return say(idioms, "insert-lines", gap=write_gap(gap), noun=noun), lines
        case Move(where, gap, first, last):
            if isinstance(where, Named):
                return say(idioms, "move-provision", provision=write_name(where.name), gap=write_gap(gap)), ()
            ends = _ends(first, last)
            return say(idioms, "move", place=write_place(where), gap=write_gap(gap), **ends), ()
        case Renumber(levels, references):
            name = "renumber-references" if references else "renumber"
            return say(idioms, name, levels=_write_levels(levels)), ()
        case Relabel(name, label):
            return say(idioms, "relabel", provision=write_name(name), label=label), ()
        case _:
            assert_never(instruction)


def read_instruction(sentence: str, lines: tuple[str, ...], idioms: "Idioms") -> "Iterator[Instruction]":
    """Yield the instructions that a sentence can mean, with the paragraphs behind it; none for other sentences."""
    for said in hear(idioms, sentence):
        if bool(lines) == (said.instrument in _WITH_LINES):
            instruction = _meant(said, lines)
            if instruction is not None:
                yield instruction


_WITH_LINES = ("replace-lines", "replace-all", "replace-provision", "insert-lines", "replace-words", "insert-words")


def _write_strike(it: Strike, idioms: "Idioms") -> Told:
    fields = {"place": write_place(it.where), "words": _words(it.words)}
    if it.by is None:
        return say(idioms, "strike", **fields), ()
    if can_quote(it.by):
        return say(idioms, "replace", **fields, new=quoted(it.by)), ()
    return say(idioms, "replace-words", **fields), (it.by,)


def _write_through(it: StrikeThrough, idioms: "Idioms", noun: str) -> Told:
    if isinstance(it.where, Named) and it.first is None:
        name = write_name(it.where.name)
        if it.lines:
            return say(idioms, "replace-provision", provision=name, noun=noun), it.lines
        return say(idioms, "strike-provision", provision=name), ()
    place = write_place(it.where)
    if it.first is None and it.last is None:
        if it.lines:
            return say(idioms, "replace-all", place=place, noun=noun), it.lines
        return say(idioms, "strike-lines", place=place), ()
    ends = _ends(it.first, it.last)
    if it.lines:
        return say(idioms, "replace-lines", place=place, noun=noun, **ends), it.lines
    if it.by is not None:
        return say(idioms, "replace-range", place=place, new=quoted(it.by), **ends), ()
    return say(idioms, "strike-range", place=place, **ends), ()


def _meant(said: Said, lines: tuple[str, ...]) -> Instruction | None:
    """Return what a sentence says, or None where its fields say nothing together."""
    fields = said.fields
    if "place" in fields or "page" in fields:
        place = _place(fields)
        return None if place is None else _meant_at(said, place, lines)
    if said.instrument.startswith("renumber"):
        levels = _read_levels(fields["levels"])
        return Renumber(levels, said.instrument == "renumber-references") if levels else None
    if said.instrument == "insert-lines":
        return InsertProvision(read_gap(fields["gap"]), lines)
    name = read_name(fields["provision"])
    match said.instrument:
        case "relabel":
            return Relabel(name, fields["label"])
        case "move-provision":
            return Move(Named(name), read_gap(fields["gap"]))
        case _:
            return StrikeThrough(Named(name), lines=lines)


def _meant_at(said: Said, place: "Where", lines: tuple[str, ...]) -> Instruction | None:
    fields = said.fields
    first, last = (read_words(fields[name]) if name in fields else None for name in ("words", "last"))
    new = unquote(fields["new"]) if "new" in fields else None
    if said.instrument in ("replace-words", "insert-words"):
        if len(lines) != 1:
            return None
        new = lines[0]
    if "beside" in fields:
        assert new is not None
        return Insert(place, *_beside(fields["beside"]), new)
    if "gap" in fields:
        return Move(place, read_gap(fields["gap"]), first, last)
    if first is not None and last is None:
        return Strike(place, first, new)
    return StrikeThrough(place, first, last, new, lines)


def _beside(written: str) -> "tuple[Side, Quote]":
    match = re.fullmatch(r"(?:immediately\s+)?(\w+)\s+(.*)", written, re.IGNORECASE | re.DOTALL)
    assert match is not None
    before = match[1].casefold() in ("before", "preceding")
    return Side.BEFORE if before else Side.AFTER, read_words(match[2])


def _place(fields: dict[str, str]) -> "Where | None":
    """Return the place that a sentence names, which may end on a line that it names later."""
    lines = fields.get("lines") or f"line {fields.get('line')}"
    place = read_place(fields.get("place") or f"page {fields['page']}, {lines}")
    if "until" not in fields:
        return place
    numbers = [int(number) for number in re.findall("[0-9]+", fields["until"])]
    if isinstance(place, Named):
        return None
    return Lines(place.first, Line(numbers[0] if len(numbers) > 1 else place.first.page, numbers[-1]), place.inside)


def _words(words: "Quote") -> str:
    return quote(words.text, words.turn)


def _ends(first: "Quote | None", last: "Quote | None") -> dict[str, str]:
    assert first is not None
    assert last is not None
    return {"words": _words(first), "last": _words(last)}


def _write_levels(levels: tuple[Level, ...]) -> str:
    names = [f"{level.name.lower()}s" for level in levels]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _read_levels(written: str) -> tuple[Level, ...]:
    names = re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+", written.casefold().strip())
    known = {f"{level.name.lower()}s": level for level in NUMBERED}
    if any(name not in known for name in names):
        return ()
    return tuple(known[name] for name in names)
