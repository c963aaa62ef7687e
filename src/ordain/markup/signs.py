"""Refuse a text that itself holds the signs that mark changes: nobody could tell the two apart."""

from typing import TYPE_CHECKING

from ordain.errors import refuse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ordain.markup.marks import Shown
    from ordain.model.house import Marks


def signs_of(marks: "Marks") -> tuple[str, str, str, str]:
    """Return the signs that open and close what is added, and what is struck."""
    return marks.added.open, marks.added.close, marks.struck.open, marks.struck.close


def check_signs(blocks: "Iterable[Shown]", marks: "Marks") -> None:
    """Raise OrdainError where a paragraph holds a sign of the marks."""
    for block in blocks:
        for part in (*block.label, *block.words):
            for sign in signs_of(marks):
                if sign in part.text:
                    raise refuse(
                        f"the text itself holds the sign {sign}, which marks changes in this house",
                        "write the redline as .docx, whose marks cannot be confused with text",
                    )
