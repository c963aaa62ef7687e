"""The sentences of instructions: which are written, and which others are read.

What is written are the forms of the house, and where it has none those of the New Mexico
House.  What is read are these and the forms of other councils, whichever fits.
"""

import re
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.amend.places import GAP, NAME, PLACE
from ordain.amend.quoting import NEW, WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordain.model.idioms import Idioms

_OWN = {
    "strike": "{place}, strike {words}.",
    "replace": "{place}, strike {words} and insert {new}.",
    "insert": "{place}, {beside}, insert {new}.",
    "strike-range": "{place}, strike everything from {words} through {last}.",
    "replace-range": "{place}, strike everything from {words} through {last} and insert {new}.",
    "strike-lines": "{place}, strike everything.",
    "strike-provision": "strike {provision} in its entirety.",
    "replace-lines": "{place}, strike everything from {words} through {last} and insert the following {noun}:",
    "replace-all": "{place}, strike everything and insert the following {noun}:",
    "replace-provision": "strike {provision} in its entirety and insert the following {noun}:",
    "insert-lines": "{gap}, insert the following new {noun}:",
    "replace-words": "{place}, strike {words} and insert the following words:",
    "insert-words": "{place}, {beside}, insert the following words:",
    "move": "{place}, move everything from {words} through {last} to the place {gap}.",
    "move-provision": "move {provision} to the place {gap}.",
    "renumber": "renumber the succeeding {levels} accordingly.",
    "renumber-references": "renumber the succeeding {levels} accordingly and correct the references to them.",
    "relabel": "renumber {provision} as {label}.",
}

# Words of which any one may stand; a dash stands for none of them.
_SYNONYMS = {
    "strike": "strike out|strike|delete|by striking out|by striking|by deleting|remove|leave out",
    "put": "and insert|and insert in lieu thereof|and insert instead|and inserting|and inserting in lieu thereof"
    "|and replace with|and replace it with|and replacing with|and substitute|and substituting|and substitute therefor"
    "|and substituting therefor|and substituting in lieu thereof|, and insert|; insert|; and insert",
    "insert": "insert|add|by inserting|by adding|inserting",
    "all": "everything|all|all language|all matter|the language|beginning",
    "whole": "in its entirety|in their entirety|-",
    "from": "from|with|beginning with",
    "through": "through|down through|to and including",
    "following": "the following|in lieu thereof the following|with the following|the following new|following|the new",
    "new": "a new|new",
    "read": "to read|to read as follows|as follows",
    "words": "the following|the following words|with the following",
    "instead": "in lieu thereof|instead|therefor",
    "place": "to the place|so that it follows|to stand|to|-",
    "move": "move|transfer",
    "renumber": "renumber|redesignate|reletter",
    "succeeding": "succeeding|remaining|following|subsequent",
    "accordingly": "accordingly|-",
    "correct": "correct|conform|correct the|conform the",
    "references": "references|internal references|cross-references|all internal references",
    "to": "to them accordingly|to them|accordingly|-",
    "as": "as|to be",
    "change": "change|amend",
    "for": "for|in lieu of",
}

# How other councils and assemblies say the same.
_OTHERS = (
    ("strike", "{place}, <strike> {words}."),
    ("strike", "<strike> {words} {place}."),
    ("replace", "{place}, <strike> {words} <put> {new}."),
    ("replace", "{place}, <strike> {words} <put> {new} <instead>."),
    ("replace", "{place}, replace {words} with {new}."),
    ("replace", "{place}, <change> {words} to {new}."),
    ("replace", "{place}, substitute {new} <for> {words}."),
    ("insert", "{place}, {beside}, <insert> {new}."),
    ("insert", "{place}, <insert> {new} {beside}."),
    ("strike-range", "{place}, <strike> <all> <from> {words} <through> {last}."),
    ("replace-range", "{place}, <strike> <all> <from> {words} <through> {last} <put> {new}."),
    ("replace-lines", "{place}, <strike> <all> <from> {words} <through> {last} <put> <following> {noun}:"),
    ("strike-range", "on page {page}, <strike> <all> with {words} in line {line} <through> {last} in {until}."),
    (
        "replace-range",
        "on page {page}, <strike> <all> with {words} in line {line} <through> {last} in {until} <put> {new}.",
    ),
    ("strike-lines", "on page {page}, <strike> {lines} <whole>."),
    ("replace-all", "on page {page}, <strike> {lines} <whole> <put> <following> {noun}:"),
    ("strike-lines", "{place}, <strike> <all> through {until}."),
    ("replace-all", "{place}, <strike> <all> through {until}, <put>:"),
    ("replace-all", "{place}, <strike> <all> through {until}, <put> <following> {noun}:"),
    ("strike-lines", "{place}, <strike> <all> <whole>."),
    ("strike-lines", "<strike> {place} <whole>."),
    ("strike-provision", "<strike> {provision} <whole>."),
    ("replace-all", "{place}, <strike> <all> <put> <following> {noun}:"),
    ("replace-all", "{place}, <strike> <all> <put>:"),
    ("replace-provision", "<strike> {provision} <whole> <put> <following> {noun}:"),
    ("replace-provision", "<strike> {provision} <whole> <put> <following>:"),
    ("insert-lines", "{gap}, <insert> <following> {noun}:"),
    ("insert-lines", "{gap}, <insert> <new> {noun} <read>:"),
    ("insert-lines", "{gap}, <insert>:"),
    ("insert-lines", "<insert> <following> {noun} {gap}:"),
    ("replace-words", "{place}, <strike> {words} <put> <words>:"),
    ("insert-words", "{place}, {beside}, <insert> <words>:"),
    ("move-provision", "<move> {provision} <place> {gap}."),
    ("renumber", "renumber the <succeeding> {levels} <accordingly>."),
    ("renumber-references", "renumber the <succeeding> {levels} <accordingly> and <correct> <references> <to>."),
    ("relabel", "<renumber> {provision} <as> {label}."),
)

_FIELDS = {
    "place": PLACE,
    "words": WORDS,
    "last": WORDS,
    "beside": rf"(?:immediately\s+)?(?:after|before|following|preceding)\s+{WORDS}",
    "new": NEW,
    "gap": GAP,
    "provision": NAME,
    "noun": r"(?:new\s+)?[a-z][a-z ]*?",
    "levels": r"[a-z][a-z, ]*?",
    "label": r"\S.*?",
    "page": r"[0-9]+",
    "line": r"[0-9]+",
    "lines": r"lines?\s+[0-9]+(?:\s*(?:and|through|to|-)\s*[0-9]+)?",
    "until": r"(?:page\s+[0-9]+,?\s+)?line\s+[0-9]+",
}


class Said(Struct, frozen=True):
    """A sentence as read: its instrument, and its fields as they are written."""

    instrument: str
    fields: dict[str, str]


def say(idioms: "Idioms", instrument: str, **fields: str) -> str:
    """Return the sentence of an instrument in the words of a house."""
    sentence = dict(idioms.sentences).get(instrument) or _OWN[instrument]
    written = re.sub(r"\{(\w+)\}", lambda match: fields[match[1]], sentence)
    return written[0].upper() + written[1:]


def hear(idioms: "Idioms", sentence: str) -> "Iterator[Said]":
    """Yield every reading of a sentence, that of the house first; none where it is no instruction."""
    for instrument, form in (*idioms.sentences, *_OWN.items(), *_OTHERS):
        match = _expression(form).fullmatch(sentence.strip())
        if match is not None:
            yield Said(instrument, match.groupdict())


_PIECE = re.compile(r"\{(\w+)\}|\s*<(\w+)>")


@cache
def _expression(form: str) -> re.Pattern[str]:
    """Return the expression that recognizes a sentence."""
    pattern = ""
    at = 0
    for piece in _PIECE.finditer(form):
        pattern += _literal(form[at : piece.start()])
        pattern += (
            f"(?P<{piece[1]}>{_FIELDS[piece[1]]})" if piece[1] else _any(_SYNONYMS[piece[2]], first=not piece.start())
        )
        at = piece.end()
    pattern += _literal(form[at:])
    return re.compile(
        pattern.removesuffix(r"\.") + (r"\s*\.?" if form.endswith(".") else ""), re.IGNORECASE | re.DOTALL
    )


def _any(words: str, *, first: bool) -> str:
    """Return the expression of words of which any one stands, with the blank in front of it."""
    blank = r"\s*" if first else r"\s+"
    forms = [
        ("" if form == "-" else (r"\s*" if form[0] in ",;" else blank) + _literal(form)) for form in words.split("|")
    ]
    return f"(?:{'|'.join(forms)})"


def _literal(words: str) -> str:
    escaped = re.escape(re.sub(r"\s+", " ", words)).replace(r"\ ", r"\s+")
    return re.sub(r",(?=\\s)", r",?", escaped)
