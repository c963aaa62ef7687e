"""The page setup of a section, tracked where a section stands on both sides."""

import copy
from typing import TYPE_CHECKING

from ordain.word.marking.lines import Role
from ordain.word.parts.names import Element, local, make, w
from ordain.word.reading.identity import canonical

if TYPE_CHECKING:
    from ordain.word.marking.revision import Pen
    from ordain.word.parts.package import Package

# A tracked section keeps its references to headers and footers; no revision can hold them.
_REFERENCES = ("headerReference", "footerReference")


def last_section(package: "Package") -> Element | None:
    """Return the section properties at the end of the body."""
    return package.tree(package.main).find(f"{w('body')}/{w('sectPr')}")


def page_setup(section: Element) -> Element:
    """Return a copy of section properties without what no revision can hold."""
    held = [child for child in section if local(child) not in (*_REFERENCES, "sectPrChange")]
    return make("sectPr", children=[copy.deepcopy(child) for child in held])


def setup_of(section: Element | None) -> tuple[object, ...]:
    """Return the page setup in a form that is equal where it is; no section has an empty one."""
    return () if section is None else canonical(page_setup(section))


def track_page_setup(before: Element | None, after: Element, pen: "Pen") -> None:
    """Keep the former page setup of a section beside the new one, where they differ."""
    if setup_of(before) != setup_of(after):
        change = pen.mark("sectPrChange", Role.FORMAT)
        change.append(make("sectPr") if before is None else page_setup(before))
        after.append(change)


def track_last_section(old: "Package", new: "Package", pen: "Pen") -> None:
    """Track the page setup at the end of the body; a file may lack it."""
    before, after = last_section(old), last_section(new)
    if after is None and before is not None:
        after = make("sectPr")
        new.tree(new.main).find(f"{w('body')}").append(after)  # type: ignore[union-attr]
    if after is not None:
        track_page_setup(before, after, pen)
