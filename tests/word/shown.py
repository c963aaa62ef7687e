"""What a reader sees of a Word file, for tests that hold two files side by side."""

from ordain.word.parts.package import open_package
from ordain.word.reading.read import read
from ordain.word.redlining.verify import Seen, seen


def shown(content: bytes) -> list[Seen]:
    package = open_package(content)
    return seen(package, read(package))
