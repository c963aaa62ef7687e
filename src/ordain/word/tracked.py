"""The tracked changes of a file that somebody sends back: accepted, and whose they were."""

from ordain.word.accept import accept
from ordain.word.names import w
from ordain.word.package import open_package

_MARKS = (
    "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange",
    "tblGridChange", "trPrChange", "tcPrChange",
)  # fmt: skip


def accepted(content: bytes, file: str) -> tuple[bytes, tuple[str, ...]]:
    """Return the file with its tracked changes made, and their authors, sorted; none where it holds no changes."""
    package = open_package(content, file)
    authors = {
        mark.get(w("author")) or "somebody"
        for part in package.names
        if part.startswith("word/") and part.endswith(".xml")
        for mark in package.tree(part).iter(*map(w, _MARKS))
    }
    return (accept(content, file) if authors else content), tuple(sorted(authors))
