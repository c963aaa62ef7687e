"""The tracked changes of a file that somebody sends back: accepted, and whose they were."""

from ordain.word.accept import accept
from ordain.word.existing import revisions_in
from ordain.word.names import w
from ordain.word.package import open_package


def accepted(content: bytes, file: str) -> tuple[bytes, tuple[str, ...]]:
    """Return the file with its tracked changes made, and their authors, sorted; none where it holds no changes."""
    authors = {mark.get(w("author")) or "somebody" for mark in revisions_in(open_package(content, file))}
    return (accept(content, file) if authors else content), tuple(sorted(authors))
