"""Write a redline as text with the house's literal marks.

Each changed paragraph ends with braces that name its change: `{#id change=3:altered}`.
Of a moved paragraph every word is marked at both places; `edits=2` says which of its
marked groups, counted from 1, changed on the way.  Elsewhere `follows=2` says which are
references that only follow another number.  The digest of the changes stands in
the front matter, and can be computed again from the marks.
"""

from typing import TYPE_CHECKING

from ordain.compare.digest import digest
from ordain.errors import refuse
from ordain.markup.marks import marks_text, shown
from ordain.text.segments import Mark, Weight

if TYPE_CHECKING:
    from ordain.compare.blocks import Block
    from ordain.compare.redline import Redline
    from ordain.model.house import Marks


def write_text(redline: "Redline", marks: "Marks", names: tuple[str, str], house: str) -> str:
    """Return the whole text of both sides with its marks; `names` are those of old and new.

    Raises OrdainError where the text itself holds the signs of the marks.
    """
    lines = [
        "---",
        f'redline: ["{names[0]}", "{names[1]}"]',
        f"house: {house}",
        f"digest: {digest(redline.entries())}",
        "---",
    ]
    for block in (*redline.top, *redline.blocks):
        lines += ["", _line(block, marks)]
    return "\n".join(lines) + "\n"


def _line(block: "Block", marks: "Marks") -> str:
    for part in (*block.label, *block.words):
        for sign in (marks.added.open, marks.added.close, marks.struck.open, marks.struck.close):
            if sign in part.text:
                raise refuse(
                    f"the text itself holds the sign {sign}, which marks changes in this house",
                    "write the redline as .docx, whose marks cannot be confused with text",
                )
    text = "".join(marks_text(part.text, part.mark, marks) for part in shown(block))
    words = [f"#{block.unit.id}"] if block.unit.id else []
    if block.number is not None:
        words.append(f"change={block.number}:{block.kind}")
        for name, groups in (("edits", _edited_groups(block)), ("follows", _following_groups(block))):
            words += [f"{name}={','.join(map(str, groups))}"] if groups else []
    return f"{text} {{{' '.join(words)}}}" if words else text


def _edited_groups(block: "Block") -> list[int]:
    if not block.moved:
        return []
    first = len(block.label) + 1
    return [
        at
        for at, part in enumerate(block.words, start=first)
        if part.mark is not Mark.KEPT and part.weight is not Weight.NUMBERING
    ]


def _following_groups(block: "Block") -> list[int]:
    """Return which marked groups of a paragraph that stays are references that only follow a number."""
    if block.moved:
        return []
    groups = [part for part in shown(block) if part.mark is not Mark.KEPT]
    of_words = groups[sum(part.mark is not Mark.KEPT for part in block.label) :]
    first = len(groups) - len(of_words) + 1
    return [at for at, part in enumerate(of_words, start=first) if part.weight is Weight.NUMBERING]
