"""Read the literate cases of `tests/cases`: headings, sentences, and fenced blocks.

A block opens with its language, the name of a file, and what is to be known of the file:
`rest` that it goes on with the keys of the sound one that it leaves out, else its encoding.
The block `error` holds what Ordain says.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CASES = Path(__file__).parent / "cases"

# What rules find is not an error: these cases have a form of their own.
CHECKS = CASES / "checks.md"
AMENDMENTS = CASES / "amendments.md"

_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_BLOCK = re.compile(r"^```(\w+)(?: (\S+))?(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)

_KEY = re.compile(r"^([\w-]+):", re.MULTILINE)
_PICTURED = re.compile(r"[\u2400-\u241f]")
_NUMBERED = re.compile("⟨([0-9A-F]+)⟩")


@dataclass(frozen=True)
class File:
    """A file of a case; `note` is `rest`, an encoding, or nothing."""

    name: str
    text: str
    note: str

    def content(self, sound: str) -> bytes:
        """Return the bytes of the file; `sound` is the sound file of its name."""
        text = self.text + rest(sound, self.text) if self.note == "rest" else self.text
        text = _PICTURED.sub(lambda sign: chr(ord(sign[0]) - 0x2400), text)
        text = _NUMBERED.sub(lambda sign: chr(int(sign[1], 16)), text)
        return text.encode("utf-8" if self.note == "rest" else self.note or "utf-8")


@dataclass(frozen=True)
class Case:
    """A section of a case file: its heading, its file, and the error, or None where there is none."""

    heading: str
    file: File
    error: str | None


def cases(path: Path) -> Iterator[Case]:
    """Yield the cases of a Markdown file."""
    parts = _HEADING.split(path.read_text(encoding="utf-8"))
    for heading, body in zip(parts[1::2], parts[2::2], strict=True):
        blocks = [match.groups() for match in _BLOCK.finditer(body)]
        [file] = [File(name, text, note or "") for language, name, note, text in blocks if language != "error"]
        errors = [text.removesuffix("\n") for language, _, _, text in blocks if language == "error"]
        yield Case(heading, file, errors[0] if errors else None)


@dataclass(frozen=True)
class Checked:
    """A section of the cases of rules: its files, and what the rules say of them; nothing where they find nothing."""

    heading: str
    files: tuple[File, ...]
    findings: str

    @property
    def code(self) -> str:
        """The rule that the case is of."""
        return self.heading.split()[0].rstrip(":")


def checked() -> tuple[Checked, ...]:
    """Return the cases of rules; the first of them has the files that lie beside those of all others."""
    parts = _HEADING.split(CHECKS.read_text(encoding="utf-8"))
    return tuple(_checked(heading, body) for heading, body in zip(parts[1::2], parts[2::2], strict=True))


def _checked(heading: str, body: str) -> Checked:
    blocks = [match.groups() for match in _BLOCK.finditer(body)]
    files = tuple(File(name, text, note or "") for language, name, note, text in blocks if language != "finding")
    return Checked(heading, files, "".join(text for language, _, _, text in blocks if language == "finding"))


def errors() -> list[Path]:
    """Return the files whose cases are of errors."""
    return sorted(path for path in CASES.glob("*.md") if path not in (CHECKS, AMENDMENTS))


def sound(name: str) -> str:
    """Return the sound file of that name, the one that a case file shows without an error."""
    found = [case.file for path in errors() for case in cases(path) if case.error is None]
    return next(file.text for file in found if file.name == name)


def rest(sound: str, text: str) -> str:
    """Return the keys of `sound` that `text` leaves out, with what stands under them."""
    given = set(_KEY.findall(text))
    parts = re.split(r"^(?=\S)", sound, flags=re.MULTILINE)
    return "".join(part for part in parts if part and part.partition(":")[0] not in given)
