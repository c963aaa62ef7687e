"""The tracked changes of a file that somebody sends back: accepted, and whose they were."""

from ordain.word.marking.revision import person
from ordain.word.parts.names import w
from ordain.word.parts.package import open_package
from ordain.word.redlining.existing import revisions_in
from ordain.word.resolve import accept


def accepted(content: bytes, file: str) -> tuple[bytes, tuple[str, ...]]:
    """Return the file with its tracked changes made, and their authors, sorted; none where it holds no changes."""
    marks = revisions_in(open_package(content, file))
    authors = {person(mark.get(w("author")) or "somebody") for mark in marks}
    return (accept(content, file) if authors else content), tuple(sorted(authors))
