"""The properties and end of each paragraph of a redline, with what they were before."""

from typing import TYPE_CHECKING

from ordain.text.segments import Mark
from ordain.text.tokens import join
from ordain.word.marking.lines import Line, Role
from ordain.word.marking.properties import former_run, mark_end, own, same, set_paragraph
from ordain.word.marking.sections import track_page_setup
from ordain.word.parts.names import Element, local, make, number, property_of, w

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ordain.word.marking.revision import Pen


def set_properties(story: "Sequence[Line]", pen: "Pen") -> None:
    """Give each paragraph the properties it has in the new text, and track those it had in the old.

    A paragraph end that goes joins what stands before it to the next paragraph.  Readers
    differ in whose properties then hold, so all that holds words is given the same.
    """
    now = _chained(story, Mark.STRUCK, Mark.ADDED)
    former = _chained(story, Mark.ADDED, Mark.STRUCK)
    restored = _before_reformed(story, now, former)
    next_former = _taken_for_moved(story, Mark.ADDED, former)
    next_now = _taken_for_moved(story, Mark.STRUCK, now)
    ends_kept = True
    for line in story:
        is_settled, ends_kept = ends_kept and line.end is Mark.KEPT and line.is_untouched, line.end is Mark.KEPT
        if line.is_block or is_settled:
            continue
        element = line.element
        assert element is not None
        pen.role = Role.FORMAT
        pen.entries = tuple(line.entries)
        after, before = now.get(id(line)), former.get(id(line))
        if after is None or before is None:
            after = before = after if after is not None else before
        after = own(element.find(w("pPr"))) if after is None else after
        after, before = next_now.get(id(line), after), next_former.get(id(line), before)
        set_paragraph(element, after, restored.get(id(line), before), pen, always=id(line) in restored)
        if line.old is not None and line.new is not None:
            _track_end_format(element, line.old.element, pen)
            sections = [property_of(shown, "sectPr") for shown in (line.old.element, element)]
            if sections[0] is not None and sections[1] is not None:
                track_page_setup(sections[0], sections[1], pen)
        if line.end is not Mark.KEPT:
            pen.entries = tuple(line.entries) if line.end_entry is None else (line.end_entry,)
            ended = line.new if line.end is Mark.ADDED else line.old
            mark_end(element, pen.mark(_end_tag(line), Role.END, None if ended is None else ended.element))


def _before_reformed(
    story: "Sequence[Line]", now: dict[int, tuple[Element, ...]], former: dict[int, tuple[Element, ...]]
) -> dict[int, tuple[Element, ...]]:
    """Return the former properties for new paragraphs before one that was empty, or whose properties changed.

    LibreOffice would restore there those of the new paragraph, and lose its number.
    """
    out: dict[int, tuple[Element, ...]] = {}
    following: tuple[Element, ...] | None = None
    for line in reversed(story):
        if line.is_block:
            following = None
        elif line.end is Mark.ADDED:
            if following is not None and id(line) not in former:
                out[id(line)] = following
        else:
            after, before = now.get(id(line)), former.get(id(line))
            changed = after is not None and before is not None and not same(after, before)
            is_empty = line.old is not None and not line.old.unit.tokens
            following = before if changed or is_empty else None
    return out


def _taken_for_moved(
    story: "Sequence[Line]", gone: Mark, properties: dict[int, tuple[Element, ...]]
) -> dict[int, tuple[Element, ...]]:
    """Return those of the next paragraph for each whose end is `gone` and whose words are marked elsewhere too.

    LibreOffice takes such words for moved, and leaves the next paragraph with the number of the one that goes.
    It does not restore the level of an item, so items below the first level are left as they are.
    """
    found: list[tuple[Line, tuple[Element, ...]]] = []
    following: tuple[Element, ...] | None = None
    for line in reversed(story):
        if line.is_block:
            following = None
        elif line.end is not gone:
            following = properties.get(id(line))
        elif following is not None and line.moved is None and id(line) not in properties:
            former = following if line.old is None else own(line.old.element.find(w("pPr")))
            if not _is_below(former):
                found.append((line, following))
    elsewhere = _said(story, Mark.STRUCK if gone is Mark.ADDED else Mark.ADDED) if found else set()
    return {id(line): following for line, following in found if elsewhere & _said([line], gone)}


def _is_below(properties: tuple[Element, ...]) -> bool:
    """Whether a paragraph is an item below the first level of its list."""
    levels = [it.find(w("ilvl")) for it in properties if local(it) == "numPr"]
    return any(number(level.get(w("val"))) > 0 for level in levels if level is not None)


def _said(story: "Iterable[Line]", mark: Mark) -> set[str]:
    """Return the phrases that are marked so, each for itself and with those beside it."""
    out: set[str] = set()
    for line in story:
        parts = [] if line.is_untouched else [part for part in line.parts if part.mark is mark]
        if not parts:
            continue
        phrases = [join(part.tokens) for part in parts]
        out.update(phrase.strip() for phrase in [*phrases, "".join(phrases)])
    return {phrase for phrase in out if " " in phrase}


def _chained(story: "Sequence[Line]", gone: Mark, present: Mark) -> dict[int, tuple[Element, ...]]:
    """Return the properties of each line once the ends marked `gone` have gone, by line."""
    out: dict[int, tuple[Element, ...]] = {}
    chain: list[Line] = []
    for line in story:
        if line.is_block:
            chain = []
            continue
        if not chain and line.end is Mark.KEPT and line.is_untouched:
            continue
        chain.append(line)
        if line.end is gone:
            continue
        shown = [(at.new if present is Mark.ADDED else at.old) for at in chain]
        source = next((paragraph for paragraph in shown if paragraph is not None), None)
        if source is not None:
            properties = own(source.element.find(w("pPr")))
            for at in chain:
                if at is chain[-1] or _holds_words(at, present):
                    out[id(at)] = properties
        chain = []
    return out


def _holds_words(line: Line, present: Mark) -> bool:
    if line.moved is not None:
        return line.end is present
    return any(part.mark in (Mark.KEPT, present) for part in line.parts)


def _track_end_format(element: Element, former: Element, pen: "Pen") -> None:
    before, after = property_of(former, "rPr"), property_of(element, "rPr")
    if same(before, after):
        return
    properties = element.find(w("pPr"))
    if properties is None:
        properties = make("pPr")
        element.insert(0, properties)
    tracked = former_run(after, before, pen)
    assert tracked is not None
    if after is not None:
        properties.replace(after, tracked)
    else:
        at = next(
            (at for at, child in enumerate(properties) if local(child) in ("sectPr", "pPrChange")),
            len(properties),
        )
        properties.insert(at, tracked)


def _end_tag(line: Line) -> str:
    """Return the mark of an end; it is that of the words before it, without which LibreOffice would leave the end."""
    if line.moved is not None and all(part.mark is Mark.KEPT for part in line.parts[-1:]):
        return "moveTo" if line.end is Mark.ADDED else "moveFrom"
    return "ins" if line.end is Mark.ADDED else "del"
