"""The words of a change as a sentence quotes them."""

from itertools import groupby
from typing import TYPE_CHECKING

from ordain.page.saying import Saying, say
from ordain.text.segments import Mark, Weight, marked

if TYPE_CHECKING:
    from ordain.compare.changes import Words

# More phrases than this the redline shows better.
_FEW = 3
_LONGEST = 90


def quotes(words: "Words") -> tuple[Saying, ...]:
    """Return the first phrases that were struck, added or exchanged, and how many more there are."""
    runs = [tuple(run) for is_kept, run in groupby(words, key=lambda part: part.mark is Mark.KEPT) if not is_kept]
    runs = [run for run in runs if any(part.weight is Weight.WORDING for part in run)]
    said = [_quote(marked(run, Mark.STRUCK), marked(run, Mark.ADDED)) for run in runs[:_FEW]]
    more = [say("words.more", count=len(runs) - _FEW)] if len(runs) > _FEW else []
    return (*said, *more)


def _quote(struck: str, added: str) -> Saying:
    shape = "became" if struck.strip() and added.strip() else "added" if added.strip() else "gone"
    return say(f"words.{shape}", old=_cut(struck), new=_cut(added))


def _cut(text: str) -> str:
    plain = " ".join(text.split())
    plain = plain.strip(" ,;") or plain
    return plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST].rsplit(' ', 1)[0]} …"
