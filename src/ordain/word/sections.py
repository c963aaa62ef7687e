"""The page setup of the last section, which is that of the whole document where it has only one."""

import copy
from typing import TYPE_CHECKING

from ordain.word.identity import canonical
from ordain.word.names import Element, local, make, w

if TYPE_CHECKING:
    from ordain.word.package import Package
    from ordain.word.revision import Pen

# A tracked section keeps its references to headers and footers; no revision can hold them.
_REFERENCES = ("headerReference", "footerReference")


def last_section(package: "Package") -> Element | None:
    """Return the section properties at the end of the body."""
    return package.tree(package.main).find(f"{w('body')}/{w('sectPr')}")


def page_setup(section: Element) -> Element:
    """Return a copy of section properties without what no revision can hold."""
    held = [child for child in section if local(child) not in (*_REFERENCES, "sectPrChange")]
    return make("sectPr", children=[copy.deepcopy(child) for child in held])


def track_page_setup(old: "Package", new: "Package", pen: "Pen") -> None:
    """Keep the former page setup of the last section beside the new one, where they differ."""
    before, after = last_section(old), last_section(new)
    if before is None or after is None or canonical(page_setup(before)) == canonical(page_setup(after)):
        return
    pen.entries = ()
    change = pen.mark("sectPrChange")
    change.append(page_setup(before))
    after.append(change)
