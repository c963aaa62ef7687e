"""Properties of paragraphs and runs, and the marks that keep their former state."""

import copy
from typing import TYPE_CHECKING

from ordain.word.parts.names import Element, local, make, w
from ordain.word.reading.identity import canonical

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ordain.word.marking.revision import Pen

# What `w:pPrChange` cannot hold.
_OUTSIDE = ("rPr", "sectPr", "pPrChange")


def own(properties: Element | None) -> tuple[Element, ...]:
    """Return paragraph properties, each as it stands, without what a former state cannot hold."""
    return () if properties is None else tuple(child for child in properties if local(child) not in _OUTSIDE)


def said(properties: Element | None) -> tuple[object, ...]:
    """Return what paragraph properties say that a former state can hold, in a form that is equal where it is."""
    return canonical(properties, without=_OUTSIDE)


def same(one: "Iterable[Element] | None", other: "Iterable[Element] | None") -> bool:
    """Whether two sets of properties say the same; none and an empty one are alike."""
    return canonical(one) == canonical(other)


def set_paragraph(
    paragraph: Element,
    now: tuple[Element, ...],
    former: tuple[Element, ...] | None,
    pen: "Pen",
    *,
    always: bool = False,
) -> None:
    """Give a paragraph the properties `now`, keeping its mark and section; track `former` where it differs.

    `always` tracks it even where it does not.
    """
    properties = paragraph.find(w("pPr"))
    if properties is None:
        if not now and not former and not always:
            return
        properties = make("pPr")
        paragraph.insert(0, properties)
    rest = {local(child): child for child in properties if local(child) in ("rPr", "sectPr")}
    for child in list(properties):
        properties.remove(child)
    properties.extend(copy.deepcopy(child) for child in now)
    properties.extend(rest[name] for name in ("rPr", "sectPr") if name in rest)
    if former is not None and (always or not same(now, former)):
        change = pen.mark("pPrChange", source=properties)
        change.append(make("pPr", children=[copy.deepcopy(child) for child in former]))
        properties.append(change)
    if not len(properties):
        paragraph.remove(properties)


def mark_end(paragraph: Element, mark: Element) -> None:
    """Put the revision of a paragraph's end where Word looks for it: first in the mark's properties."""
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = make("pPr")
        paragraph.insert(0, properties)
    run = properties.find(w("rPr"))
    if run is None:
        run = make("rPr")
        at = next((at for at, child in enumerate(properties) if local(child) in _OUTSIDE), len(properties))
        properties.insert(at, run)
    run.insert(0, mark)


def former_run(properties: Element | None, former: Element | None, pen: "Pen") -> Element | None:
    """Return a copy of run properties that tracks `former` where it differs."""
    now = None if properties is None else copy.deepcopy(properties)
    if same(properties, former):
        return now
    now = make("rPr") if now is None else now
    change = pen.mark("rPrChange", source=properties)
    change.append(make("rPr", children=[copy.deepcopy(child) for child in ([] if former is None else former)]))
    now.append(change)
    return now
